// Every decoder on the same bytes: an answer that is read is written and read again the same; a refusal has a place
// that can be shown.
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_policy.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> void check(const Expected<T>& first, Expected<T> (*decode)(std::string_view)) {
  if (!first) {
    fuzz::require(text::is_valid_utf8(first.error().field), "the field is text");
    fuzz::require(text::is_valid_utf8(wire::encode_problem(first.error())), "the problem is text");
    return;
  }
  const std::string written = wire::encode(*first);
  const Expected<T> second = decode(written);
  fuzz::require(second.has_value(), "what was written is read");
  fuzz::require(wire::encode(*second) == written, "and written the same");
}

Expected<rules::Policy> decode_policy(std::string_view json) {
  return wire::decode_policy(json, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::as_text(data, size);
  check(wire::decode_post_comment(json), wire::decode_post_comment);
  check(wire::decode_edit_comment(json), wire::decode_edit_comment);
  check(wire::decode_posted_comment(json), wire::decode_posted_comment);
  check(wire::decode_thread(json), wire::decode_thread);
  check(wire::decode_counts(json), wire::decode_counts);
  check(wire::decode_own_comments(json), wire::decode_own_comments);
  check(wire::decode_flag(json), wire::decode_flag);
  check(wire::decode_appeal(json), wire::decode_appeal);
  check<rules::Policy>(decode_policy(json), decode_policy);
  check(wire::decode_page_policy(json), wire::decode_page_policy);
  for (const int status : {0, 200, 404, 422, 503}) {
    const Error error = wire::decode_problem(status, json);
    const Error again = wire::decode_problem(status, wire::encode_problem(error));
    fuzz::require(error.code == again.code && error.field == again.field && error.detail == again.detail &&
                      error.reasons == again.reasons && error.retry_after_s == again.retry_after_s,
                  "a problem goes there and back");
  }
  return 0;
}
