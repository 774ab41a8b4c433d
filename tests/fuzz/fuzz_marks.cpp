// What is read of reactions, votes and their settings: any bytes give a value or an error, what was read is written
// and read again alike, and what an owner may set keeps its limits.
#include "shared/rules/engagement.h"
#include "shared/rules/marks.h"
#include "shared/text/utf8.h"
#include "shared/view/marks_view.h"
#include "shared/wire/codec_engagement.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  if (const auto answer = wire::decode_mark_answer(bytes)) {
    const auto again = wire::decode_mark_answer(wire::encode(*answer));
    fuzz::require(again && again->mine == answer->mine, "an answer is written as it was read");
  }
  if (const auto change = wire::decode_change_engagement(bytes)) {
    const auto again = wire::decode_change_engagement(wire::encode(*change));
    fuzz::require(again && again->version == change->version, "a change is written as it was read");
  }
  if (const auto engagement = wire::decode_engagement(bytes)) {
    const auto again = wire::decode_engagement(wire::encode(*engagement));
    fuzz::require(again && *again == *engagement, "settings are written as they were read");
    const auto checked = rules::check_engagement(*engagement);
    if (checked) {
      fuzz::require(checked->marks.reactions.size() <= most_reactions, "reactions have their limit");
      for (const Reaction& one : checked->marks.reactions) {
        fuzz::require(rules::is_mark_name(one.name) && !rules::is_vote(one.name), "a reaction has a good name");
        fuzz::require(text::code_point_count(one.symbol) <= rules::symbol_limit, "a sign has its limit");
      }
      const auto twice = rules::check_engagement(*checked);
      fuzz::require(twice && *twice == *checked, "what was checked is checked alike");
    }
  }
  if (const auto mark = view::parse_mark(bytes)) {
    fuzz::require(mark->id.text() + "." + mark->name == bytes, "a target is what it was made from");
  }
  return 0;
}
