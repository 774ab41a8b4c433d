// What readers leave on comments and pages.
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_parts.h"

namespace palabre::wire {
namespace {

std::int64_t read_count(FieldReader& fields, std::string_view name, Presence presence = Presence::optional) {
  const std::int64_t count = fields.integer(name, presence);
  if (count < 0) fields.refuse(ErrorCode::unknown_field_value, name);
  return count < 0 ? 0 : count;
}

void write_count(JsonWriter& writer, std::string_view name, std::int64_t count) {
  if (count > 0) writer.member(name, count);
}

} // namespace

void write_mark_rules(JsonWriter& writer, const MarkRules& rules) {
  writer.begin_object();
  writer.member("votes", to_name(rules.votes));
  writer.key("reactions");
  writer.begin_array();
  for (const Reaction& reaction : rules.reactions) {
    writer.begin_object();
    writer.member("name", reaction.name);
    writer.member("symbol", reaction.symbol);
    if (!reaction.label.empty()) writer.member("label", reaction.label);
    writer.end_object();
  }
  writer.end_array();
  writer.key("on_page");
  writer.boolean(rules.on_page == Shown::yes);
  write_count(writer, "scores_from", rules.scores_from);
  writer.end_object();
}

MarkRules read_mark_rules(FieldReader fields) {
  constexpr std::int64_t largest = 4'294'967'295;
  MarkRules rules;
  if (fields.has("votes")) {
    const auto votes = parse_vote_rule(fields.text("votes"));
    if (!votes) fields.refuse(ErrorCode::unknown_field_value, "votes", "one of none, up, up_and_down");
    rules.votes = votes.value_or(VoteRule::none);
  }
  for (FieldReader& one : fields.objects("reactions", Presence::optional)) {
    rules.reactions.push_back({one.text("name"), one.text("symbol"), one.text("label", Presence::optional)});
  }
  rules.on_page = fields.boolean("on_page", Presence::optional) ? Shown::yes : Shown::no;
  const std::int64_t from = read_count(fields, "scores_from");
  if (from > largest) fields.refuse(ErrorCode::unknown_field_value, "scores_from");
  rules.scores_from = from > largest ? 0 : static_cast<std::uint32_t>(from);
  return rules;
}

void write_tally(JsonWriter& writer, const MarkTally& tally) {
  writer.begin_object();
  write_count(writer, "up", tally.up);
  write_count(writer, "down", tally.down);
  if (tally.votes_hidden) {
    writer.key("votes_hidden");
    writer.boolean(true);
  }
  if (!tally.reactions.empty()) {
    writer.key("reactions");
    writer.begin_array();
    for (const ReactionCount& reaction : tally.reactions) {
      writer.begin_object();
      writer.member("name", reaction.name);
      writer.member("count", reaction.count);
      writer.end_object();
    }
    writer.end_array();
  }
  writer.end_object();
}

MarkTally read_tally(FieldReader fields) {
  MarkTally tally;
  tally.up = read_count(fields, "up");
  tally.down = read_count(fields, "down");
  tally.votes_hidden = fields.boolean("votes_hidden", Presence::optional);
  for (FieldReader& one : fields.objects("reactions", Presence::optional)) {
    tally.reactions.push_back({one.text("name"), read_count(one, "count", Presence::required)});
  }
  return tally;
}

Expected<MarkAnswer> decode_mark_answer(std::string_view json) {
  return decode_with<MarkAnswer>(json, [](FieldReader fields) {
    MarkAnswer message;
    message.tally = read_tally(fields.object("marks"));
    message.mine = fields.texts("mine");
    return message;
  });
}

std::string encode(const MarkAnswer& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("marks");
  write_tally(writer, message.tally);
  writer.member("mine", message.mine);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
