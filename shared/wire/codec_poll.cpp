// Polls, ballots and what becomes of them.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

void write_option_counts(JsonWriter& writer, const std::vector<OptionCount>& counts) {
  write_objects(writer, "counts", counts, [](JsonWriter& out, const OptionCount& count) {
    out.member("option", std::int64_t{count.option});
    out.member("count", count.count);
  });
}

std::vector<OptionCount> read_option_counts(FieldReader& fields) {
  std::vector<OptionCount> counts;
  for (FieldReader& count : fields.objects("counts")) {
    counts.push_back({read_number(count, "option", 0), count.integer("count")});
  }
  return counts;
}

} // namespace

void write_poll(JsonWriter& writer, const Poll& poll) {
  writer.begin_object();
  writer.member("kind", to_name(poll.kind));
  write_objects(writer, "options", poll.options, [](JsonWriter& out, const PollOption& option) {
    out.member("id", std::int64_t{option.id});
    out.member("text", option.text);
  });
  writer.member("least", std::int64_t{poll.least});
  writer.member("most", std::int64_t{poll.most});
  write_flag(writer, "other", poll.other);
  writer.member("results", to_name(poll.results));
  writer.member("secrecy", to_name(poll.secrecy));
  write_flag(writer, "changeable", poll.changeable);
  write_if_any(writer, "low", poll.low);
  write_if_any(writer, "high", poll.high);
  writer.end_object();
}

Poll read_poll(FieldReader fields) {
  Poll poll;
  poll.kind = read_name_or(fields, "kind", poll.kind, parse_poll_kind);
  for (FieldReader& option : fields.objects("options", Presence::optional)) {
    poll.options.push_back({read_number(option, "id", 0), option.text("text")});
  }
  poll.least = read_number(fields, "least", poll.least);
  poll.most = read_number(fields, "most", poll.most);
  if (fields.has("other")) poll.other = fields.boolean("other");
  poll.results = read_name_or(fields, "results", poll.results, parse_results_shown);
  poll.secrecy = read_name_or(fields, "secrecy", poll.secrecy, parse_secrecy);
  if (fields.has("changeable")) poll.changeable = fields.boolean("changeable");
  poll.low = fields.text("low", Presence::optional);
  poll.high = fields.text("high", Presence::optional);
  return poll;
}

void write_ballot_members(JsonWriter& writer, const Ballot& ballot) {
  write_numbers(writer, "choices", ballot.choices);
  write_if_any(writer, "other", ballot.other);
}

Ballot read_ballot(FieldReader& fields) {
  Ballot ballot;
  ballot.choices = read_numbers(fields, "choices");
  ballot.other = fields.text("other", Presence::optional);
  return ballot;
}

void write_poll_result(JsonWriter& writer, const PollResult& result) {
  writer.begin_object();
  writer.member("ballots", result.ballots);
  write_option_counts(writer, result.counts);
  if (!result.rounds.empty()) {
    write_objects(writer, "rounds", result.rounds, [](JsonWriter& out, const RunOffRound& round) {
      write_option_counts(out, round.counts);
      out.member("exhausted", round.exhausted);
      write_numbers(out, "eliminated", round.eliminated);
    });
  }
  if (!result.winners.empty()) write_numbers(writer, "winners", result.winners);
  writer.end_object();
}

PollResult read_poll_result(FieldReader fields) {
  PollResult result;
  result.ballots = fields.integer("ballots");
  result.counts = read_option_counts(fields);
  for (FieldReader& round : fields.objects("rounds", Presence::optional)) {
    result.rounds.push_back({read_option_counts(round), round.integer("exhausted"), read_numbers(round, "eliminated")});
  }
  result.winners = read_numbers(fields, "winners", Presence::optional);
  return result;
}

void write_poll_view(JsonWriter& writer, const PollView& view) {
  writer.begin_object();
  write_flag(writer, "shown", view.shown);
  if (view.shown) {
    writer.key("result");
    write_poll_result(writer, view.result);
  }
  writer.member("voters", view.voters);
  writer.member("set_apart", view.set_apart);
  if (!view.others.empty()) writer.member("others", view.others);
  writer.end_object();
}

PollView read_poll_view(FieldReader fields) {
  PollView view;
  view.shown = fields.boolean("shown");
  if (view.shown) view.result = read_poll_result(fields.object("result"));
  view.voters = fields.integer("voters");
  view.set_apart = fields.integer("set_apart");
  view.others = fields.texts("others", Presence::optional);
  return view;
}

} // namespace palabre::wire
