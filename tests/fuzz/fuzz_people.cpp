// What is said about people, read and written again the same; and any text as a comment, a saved reply, a name: rules
// that look at it hold what they promise.
#include "shared/rules/question.h"
#include "shared/rules/saved_reply.h"
#include "shared/rules/signature.h"
#include "shared/rules/similar_answer.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/people.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> void check(std::string_view json, Expected<T> (*decode)(std::string_view)) {
  const Expected<T> first = decode(json);
  if (!first) {
    fuzz::require(text::is_valid_utf8(wire::encode_problem(first.error())), "the problem is text");
    return;
  }
  const std::string written = wire::encode(*first);
  const Expected<T> second = decode(written);
  fuzz::require(second.has_value(), "what was written is read");
  fuzz::require(wire::encode(*second) == written, "and written the same");
}

void check_rules(const std::string& body) {
  static_cast<void>(rules::is_question(body));
  const auto taken = rules::take_poll(body);
  fuzz::require(taken.poll || taken.body == body, "without a poll nothing is taken");
  if (const auto found = rules::find_placeholder(body)) {
    fuzz::require(found->begin + 4 < found->end && found->end <= body.size(), "a placeholder lies in the text");
    fuzz::require(body.compare(found->begin, 2, "[[") == 0, "and begins with its brackets");
  }
  const std::string once = rules::sign(body, "Ada Dupont", Signature::initials);
  fuzz::require(rules::sign(once, "Ada Dupont", Signature::initials) == once, "nobody signs twice");
  fuzz::require(text::is_valid_utf8(rules::signature_of(body, Signature::initials)), "initials are whole characters");
  fuzz::require(text::is_valid_utf8(rules::fill_reply("{name} {title}", body, body)), "filled text is text");
  static_cast<void>(rules::is_same_answer({body, "Ada", "Bob"}, {once, "Zoe", "Ada Dupont"}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  check(bytes, wire::decode_regulars);
  check(bytes, wire::decode_saved_reply);
  check(bytes, wire::decode_saved_replies);
  check(bytes, wire::decode_save_reply);
  check(bytes, wire::decode_mark_question);
  check(bytes, wire::decode_similar_answer);
  if (text::is_valid_utf8(bytes)) check_rules(std::string(bytes));
  return 0;
}
