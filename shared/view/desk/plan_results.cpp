// A poll's results as its owner sees them: the count, rounds, what was set apart, and answers that wait.
#include <algorithm>

#include "shared/view/desk/plan_parts.h"

namespace palabre::view::desk {
namespace {

using wire::BallotAnomaly;
using wire::BallotStanding;
using wire::PollDeskResults;

std::string option_words(const DeskState& desk, const Poll& poll, std::uint32_t id) {
  if (id == other_option && poll.kind != PollKind::scale) return plan_text(desk, "other_answers");
  if (poll.kind == PollKind::scale) {
    const std::string& end = id == 1 ? poll.low : id == scale_steps ? poll.high : std::string();
    return std::to_string(id) + (end.empty() ? "" : " (" + end + ")");
  }
  for (const PollOption& option : poll.options) {
    if (option.id == id) return option.text;
  }
  return "#" + std::to_string(id);
}

const PollResult& counted(const PollDeskResults& results) {
  static const PollResult none;
  return results.post.poll ? results.post.poll->result : none;
}

std::int64_t count_of(const PollResult& result, std::uint32_t option) {
  for (const OptionCount& one : result.counts) {
    if (one.option == option) return one.count;
  }
  return 0;
}

NodePtr turnout(const DeskState& desk, const PollDeskResults& results) {
  const PollResult& result = counted(results);
  const std::int64_t apart = results.with_all.ballots - result.ballots;
  return stack(
      "turnout", "d-figures",
      {element(Role::group, {.key = "counted", .attributes = {style("d-figure")}, .paint = {PaintKind::card, 1}},
               {paragraph("d-value", desk.messages.number(result.ballots)),
                paragraph("d-quiet", plan_plural(desk, "turnout", result.ballots))}),
       apart <= 0
           ? nullptr
           : element(Role::group, {.key = "apart", .attributes = {style("d-figure")}, .paint = {PaintKind::card, 1}},
                     {paragraph("d-value", desk.messages.number(apart)),
                      paragraph("d-quiet", plan_plural(desk, "set_apart", apart))})});
}

// One line a choice; a further column where ballots are set apart.
NodePtr count_table(const DeskState& desk, const PollDeskResults& results) {
  const PollResult& result = counted(results);
  const PollResult& with_all = results.with_all;
  const Poll& poll = *results.post.post.poll;
  const bool compares = with_all.ballots > result.ballots;
  std::int64_t largest = 0;
  for (const OptionCount& one : result.counts) largest = std::max(largest, one.count);
  std::vector<NodePtr> rows;
  for (const OptionCount& one : result.counts) {
    std::vector<NodePtr> cells{number_cell(percent_words(desk, one.count, result.ballots))};
    if (compares) {
      const std::int64_t all = count_of(with_all, one.option);
      cells.push_back(number_cell(desk.messages.number(all) + " · " + percent_words(desk, all, with_all.ballots)));
    }
    cells.push_back(bar_cell(one.count, largest, Tone::accent, desk.messages.number(one.count)));
    rows.push_back(plan_row(std::to_string(one.option), option_words(desk, poll, one.option), std::move(cells)));
  }
  std::vector<std::string> heads{plan_text(desk, "choice"), plan_text(desk, "share_of")};
  if (compares) heads.push_back(plan_text(desk, "with_all"));
  heads.push_back(plan_text(desk, poll.kind == PollKind::ranked ? "first_preferences" : "votes"));
  return plan_table("counts", "counts-title", "d-table d-bars", heads, std::move(rows));
}

// "3.4 of 5"
std::string average_words(const DeskState& desk, const PollResult& result) {
  double sum = 0;
  for (const OptionCount& one : result.counts) {
    sum += static_cast<double>(one.count) * std::min(one.option, scale_steps);
  }
  const double average = std::clamp(sum / static_cast<double>(result.ballots), 1.0, static_cast<double>(scale_steps));
  const auto tenths = static_cast<std::int64_t>(average * 10 + 0.5);
  return plan_text(desk, "average",
                   {{"average", std::to_string(tenths / 10) + desk.messages.text("desk.decimal_mark") +
                                    std::to_string(tenths % 10)}});
}

std::string listed(const DeskState& desk, const Poll& poll, const std::vector<std::uint32_t>& options) {
  std::string text;
  for (const std::uint32_t id : options) text += (text.empty() ? "" : ", ") + option_words(desk, poll, id);
  return text;
}

NodePtr outcome(const DeskState& desk, const PollDeskResults& results) {
  const PollResult& result = counted(results);
  const Poll& poll = *results.post.post.poll;
  if (result.ballots <= 0) return paragraph("d-quiet", plan_text(desk, "no_ballots"));
  if (poll.kind == PollKind::scale) return paragraph("d-strong", average_words(desk, result));
  if (result.winners.empty()) return nullptr;
  const char* key = result.winners.size() == 1 ? "winner" : "winners_tied";
  std::string said = plan_text(desk, key, {{"name", listed(desk, poll, result.winners)}});
  if (results.with_all.ballots > result.ballots && results.with_all.winners != result.winners) {
    said += " " + plan_text(desk, "winner_with_all", {{"name", listed(desk, poll, results.with_all.winners)}});
  }
  return element(Role::paragraph, {.key = "outcome", .attributes = {style("d-strong")}}, {words(std::move(said))});
}

std::string round_cell(const DeskState& desk, const RunOffRound& round, std::uint32_t option) {
  for (const OptionCount& one : round.counts) {
    if (one.option != option) continue;
    const bool out = std::find(round.eliminated.begin(), round.eliminated.end(), option) != round.eliminated.end();
    return desk.messages.number(one.count) + (out ? " " + plan_text(desk, "out") : "");
  }
  return "–";
}

NodePtr rounds_view(const DeskState& desk, const PollDeskResults& results) {
  const PollResult& result = counted(results);
  const Poll& poll = *results.post.post.poll;
  if (result.rounds.empty()) return nullptr;
  std::vector<std::string> heads{plan_text(desk, "choice")};
  for (std::size_t i = 0; i < result.rounds.size(); ++i) {
    heads.push_back(plan_text(desk, "round", {{"n", desk.messages.number(static_cast<std::int64_t>(i) + 1)}}));
  }
  std::vector<NodePtr> rows;
  for (const PollOption& option : poll.options) {
    std::vector<NodePtr> cells;
    for (const RunOffRound& round : result.rounds) cells.push_back(number_cell(round_cell(desk, round, option.id)));
    rows.push_back(plan_row(std::to_string(option.id), option.text, std::move(cells)));
  }
  std::vector<NodePtr> exhausted;
  for (const RunOffRound& round : result.rounds)
    exhausted.push_back(number_cell(desk.messages.number(round.exhausted)));
  rows.push_back(plan_row("exhausted", plan_text(desk, "exhausted"), std::move(exhausted)));
  return element(Role::section,
                 {.key = "rounds",
                  .attributes = {style("d-chart"), {Attr::labelled_by, "rounds-title"}},
                  .paint = {PaintKind::card, 1}},
                 {heading(2, plan_text(desk, "rounds"), "rounds-title"),
                  paragraph("d-hint", plan_text(desk, "rounds_hint")),
                  plan_table("table", "rounds-title", "d-table", heads, std::move(rows))});
}

std::string anomaly_words(const DeskState& desk, const BallotAnomaly& anomaly) {
  const std::string key = "desk.plan_anomaly_" + anomaly.rule;
  return plan_plural(desk, "ballots", anomaly.ballots) + desk.messages.text("desk.colon") + " " +
         (desk.messages.knows(key) ? desk.messages.text(key) : anomaly.rule);
}

NodePtr anomaly_view(const DeskState& desk, const BallotAnomaly& anomaly) {
  const bool apart = anomaly.standing == BallotStanding::set_apart;
  const std::string said = anomaly_words(desk, anomaly);
  const std::string target = (apart ? "count." : "leave.") + anomaly.group;
  return element(
      Role::list_item, {.key = anomaly.group, .attributes = {style("d-row")}},
      {stack("head", "d-row-head",
             {element(Role::strong, {.key = "what"}, {words(said)}),
              badge("standing", apart ? Tone::warning : Tone::good, plan_text(desk, apart ? "apart" : "counted"))}),
       element(Role::paragraph, {.key = "when", .attributes = {style("d-quiet")}},
               {words(plan_text(
                   desk, "from_until",
                   {{"start", moment_words(desk, anomaly.first)}, {"end", moment_words(desk, anomaly.last)}}))}),
       may_plan(desk) ? press("do", PaintKind::button, plan_text(desk, apart ? "count" : "leave"), target,
                              {{Attr::label, plan_text(desk, apart ? "count_these" : "leave_these", {{"what", said}})}})
                      : nullptr});
}

NodePtr anomalies_view(const DeskState& desk, const PollDeskResults& results) {
  if (results.anomalies.empty()) return nullptr;
  std::vector<NodePtr> lines;
  for (const BallotAnomaly& anomaly : results.anomalies) lines.push_back(anomaly_view(desk, anomaly));
  return element(Role::section,
                 {.key = "anomalies", .attributes = {style("d-stack"), {Attr::labelled_by, "anomalies-title"}}},
                 {heading(2, plan_text(desk, "anomalies"), "anomalies-title"),
                  paragraph("d-hint", plan_text(desk, "anomalies_hint")),
                  element(Role::bullet_list, {.key = "list", .attributes = {style("d-list")}}, std::move(lines))});
}

NodePtr held_view(const DeskState& desk, const std::pair<std::int64_t, std::string>& held) {
  const std::string id = std::to_string(held.first);
  const auto label = [&](const char* key) -> std::vector<Attribute> {
    return {{Attr::label, plan_text(desk, key, {{"words", held.second}})}};
  };
  return element(Role::list_item, {.key = id, .attributes = {style("d-row")}},
                 {element(Role::paragraph, {.key = "words"}, {words(held.second)}),
                  may_plan(desk) ? stack("do", "d-toolbar",
                                         {press("publish", PaintKind::button, plan_text(desk, "publish_other"),
                                                "publish." + id, label("publish_this")),
                                          press("refuse", PaintKind::quiet_button, plan_text(desk, "refuse_other"),
                                                "refuse." + id, label("refuse_this"))})
                                 : nullptr});
}

NodePtr others_view(const DeskState& desk, const PollDeskResults& results) {
  if (!results.post.post.poll->other) return nullptr;
  std::vector<NodePtr> parts{heading(2, plan_text(desk, "others"), "others-title")};
  std::vector<NodePtr> held;
  for (const auto& one : results.held_others) held.push_back(held_view(desk, one));
  if (held.empty())
    parts.push_back(paragraph("d-quiet", plan_text(desk, "others_none_wait")));
  else
    parts.push_back(element(Role::bullet_list, {.key = "held", .attributes = {style("d-list")}}, std::move(held)));
  if (results.post.poll && !results.post.poll->others.empty()) {
    std::vector<NodePtr> shown;
    for (const std::string& other : results.post.poll->others) {
      shown.push_back(element(Role::list_item, {}, {words(other)}));
    }
    parts.push_back(heading(3, plan_text(desk, "others_shown")));
    parts.push_back(element(Role::bullet_list, {.key = "shown"}, std::move(shown)));
  }
  return element(Role::section,
                 {.key = "others", .attributes = {style("d-stack"), {Attr::labelled_by, "others-title"}}},
                 std::move(parts));
}

NodePtr who_sees(const DeskState& desk, const PollDeskResults& results) {
  const Poll& poll = *results.post.post.poll;
  const std::string shown = "sees_" + std::string(to_name(poll.results));
  return paragraph("d-quiet", span_words(desk, results.post.post) + " · " + plan_text(desk, shown));
}

} // namespace

NodePtr poll_results_view(const DeskState& desk) {
  const PollResultsState& state = desk.plan.results;
  if (!state.results || !state.results->post.post.poll) {
    return plan_frame({"results", desk.messages.text("desk.plan")}, {plan_waiting(desk, state.load, state.error)});
  }
  const PollDeskResults& results = *state.results;
  return plan_frame(
      {"results", results.post.post.title, phase_badge(desk, results.post.phase), false},
      {stack("up", "d-up", {go("back", plan_text(desk, "back"), plan_link(desk))}), post_tabs(desk, results.post.post),
       trouble(state.error, desk.messages), who_sees(desk, results), turnout(desk, results),
       element(
           Role::section,
           {.key = "count",
            .attributes = {style("d-chart"), {Attr::labelled_by, "counts-title"}},
            .paint = {PaintKind::card, 1}},
           {heading(2, plan_text(desk, "counts"), "counts-title"), outcome(desk, results), count_table(desk, results)}),
       rounds_view(desk, results), anomalies_view(desk, results), others_view(desk, results),
       stack("do", "d-toolbar", {press("again", PaintKind::button, plan_text(desk, "count_again"), "again")})});
}

} // namespace palabre::view::desk
