// What came out of a poll so far: bars, rounds, a mean, turnout, and the same as a table.
#include <algorithm>

#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

struct Shown {
  const State& state;
  const Item& item;
  const Poll& poll;
  const wire::PollView& view;
  const Messages& messages;
};

std::int64_t total_of(const Shown& shown) {
  return shown.view.result.ballots;
}

// Of a ranking only the first has the vote, as long as it stands.
bool is_own(const Shown& shown, std::uint32_t option) {
  if (!shown.item.poll.cast) return false;
  const auto& choices = shown.item.poll.cast->choices;
  if (shown.poll.kind == PollKind::ranked) return !choices.empty() && choices.front() == option;
  return std::find(choices.begin(), choices.end(), option) != choices.end();
}

std::string figures_of(const Shown& shown, std::int64_t count, std::int64_t whole) {
  return percent(shown.messages, count, whole) + " · " + shown.messages.plural("poll.votes", count);
}

NodePtr own_mark(const Shown& shown, std::uint32_t option) {
  if (!is_own(shown, option)) return nullptr;
  return element(Role::inline_group, {.key = "own", .attributes = {style("p-own-vote")}},
                 {words(shown.messages.text("poll.mine"))});
}

NodePtr result_row(const Shown& shown, const OptionCount& one, std::int64_t whole, bool marked) {
  return element(Role::list_item, {.key = "o" + std::to_string(one.option), .attributes = {style("p-result")}},
                 {element(Role::inline_group,
                          {.key = "name", .attributes = {style("p-result-name"), {Attr::text_direction, "auto"}}},
                          {words(meaning_of(shown.state, shown.poll, one.option))}),
                  marked ? own_mark(shown, one.option) : nullptr,
                  element(Role::inline_group, {.key = "figures", .attributes = {style("p-result-figures")}},
                          {words(figures_of(shown, one.count, whole))}),
                  bar(whole <= 0 ? 0.0f : static_cast<float>(one.count) / static_cast<float>(whole))});
}

NodePtr bars(const Shown& shown, const std::vector<OptionCount>& counts, std::int64_t whole, bool marked) {
  std::vector<NodePtr> rows;
  for (const OptionCount& one : counts) rows.push_back(result_row(shown, one, whole, marked));
  return element(Role::bullet_list, {.key = "bars", .attributes = {style("p-results")}}, std::move(rows));
}

std::string names_of(const Shown& shown, const std::vector<std::uint32_t>& options) {
  std::string names;
  for (const std::uint32_t option : options) {
    names += (names.empty() ? "" : ", ") + option_name(shown.state, shown.poll, option);
  }
  return names;
}

NodePtr round_view(const Shown& shown, std::size_t index) {
  const RunOffRound& round = shown.view.result.rounds[index];
  std::int64_t standing = 0;
  for (const OptionCount& one : round.counts) standing += one.count;
  const std::string number = shown.messages.number(static_cast<std::int64_t>(index) + 1);
  NodePtr out =
      round.eliminated.empty()
          ? nullptr
          : paragraph("p-hint", shown.messages.text("poll.out", "names", names_of(shown, round.eliminated)), "out");
  NodePtr spent = round.exhausted == 0
                      ? nullptr
                      : paragraph("p-hint", shown.messages.plural("poll.exhausted", round.exhausted), "spent");
  return element(Role::list_item, {.key = "round" + number, .attributes = {style("p-round")}},
                 {element(Role::paragraph, {.key = "number", .attributes = {style("p-round-number")}},
                          {words(shown.messages.text("poll.round", "n", number))}),
                  bars(shown, round.counts, standing, index == 0), std::move(out), std::move(spent)});
}

NodePtr winner_line(const Shown& shown) {
  const auto& winners = shown.view.result.winners;
  if (shown.poll.kind != PollKind::ranked || winners.empty()) return nullptr;
  return paragraph(
      "p-winner",
      shown.messages.text(winners.size() == 1 ? "poll.winner" : "poll.tie", "names", names_of(shown, winners)),
      "winner");
}

NodePtr rounds(const Shown& shown) {
  std::vector<NodePtr> all;
  for (std::size_t i = 0; i < shown.view.result.rounds.size(); ++i) all.push_back(round_view(shown, i));
  return element(Role::ordered_list, {.key = "rounds", .attributes = {style("p-rounds")}}, std::move(all));
}

// To one decimal, as "3.4": by whole numbers, so that it is the same everywhere.
NodePtr mean_line(const Shown& shown) {
  const std::int64_t total = total_of(shown);
  if (shown.poll.kind != PollKind::scale || total == 0) return nullptr;
  std::int64_t sum = 0;
  for (const OptionCount& one : shown.view.result.counts) sum += static_cast<std::int64_t>(one.option) * one.count;
  const std::int64_t tenths = (sum * 20 + total) / (2 * total);
  const bool point = shown.messages.language() == Language::en || shown.messages.language() == Language::ja ||
                     shown.messages.language() == Language::ar;
  const std::string text = std::to_string(tenths / 10) + (point ? "." : ",") + std::to_string(tenths % 10);
  return paragraph("p-winner", shown.messages.text("poll.mean", "n", text), "mean");
}

std::string voters_of(const Shown& shown) {
  if (total_of(shown) > 0) return shown.messages.plural("poll.voters", total_of(shown));
  return shown.messages.text(shown.item.document.phase == PostPhase::open ? "poll.nobody_yet" : "poll.nobody");
}

NodePtr turnout(const Shown& shown) {
  std::string text = voters_of(shown);
  if (shown.view.set_apart > 0) text += " · " + shown.messages.plural("poll.review", shown.view.set_apart);
  return paragraph("p-hint p-turnout", std::move(text), "turnout");
}

NodePtr other_answers(const Shown& shown) {
  if (shown.view.others.empty()) return nullptr;
  std::vector<NodePtr> all;
  for (const std::string& one : shown.view.others) {
    all.push_back(element(Role::list_item, {.attributes = {{Attr::text_direction, "auto"}}}, {words(one)}));
  }
  return element(Role::details, {.key = "others", .attributes = {style("p-table")}},
                 {element(Role::summary, {}, {words(shown.messages.text("poll.others"))}),
                  element(Role::bullet_list, {}, std::move(all))});
}

NodePtr figures_table(const Shown& shown) {
  const auto& rounds = shown.view.result.rounds;
  std::vector<std::string> heads{shown.messages.text("poll.answer")};
  const bool ranked = shown.poll.kind == PollKind::ranked && rounds.size() > 1;
  if (!ranked) heads.insert(heads.end(), {shown.messages.text("poll.count"), shown.messages.text("poll.share")});
  for (std::size_t i = 0; ranked && i < rounds.size(); ++i) {
    heads.push_back(shown.messages.text("poll.round", "n", shown.messages.number(static_cast<std::int64_t>(i) + 1)));
  }
  std::vector<std::vector<std::string>> rows;
  for (const OptionCount& one : shown.view.result.counts) {
    rows.push_back({meaning_of(shown.state, shown.poll, one.option)});
    if (!ranked) {
      rows.back().push_back(shown.messages.number(one.count));
      rows.back().push_back(percent(shown.messages, one.count, total_of(shown)));
    }
    for (std::size_t i = 0; ranked && i < rounds.size(); ++i) {
      const auto& counts = rounds[i].counts;
      const auto found =
          std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.option == one.option; });
      rows.back().push_back(found == counts.end() ? "–" : shown.messages.number(found->count));
    }
  }
  return folded_table(shown.state, shown.item.document.post.title, std::move(heads), std::move(rows));
}

std::string check_words(const Shown& shown) {
  const Check& check = shown.item.poll.check;
  switch (check.state) {
  case Checking::asked: return shown.messages.text("check.asked");
  case Checking::agrees: return shown.messages.plural("poll.agrees", check.counted);
  case Checking::differs: return shown.messages.plural("poll.differs", check.counted);
  case Checking::failed: return shown.messages.text("check.failed");
  case Checking::not_asked: break;
  }
  return {};
}

// What only some may see, nobody can count again.
NodePtr check_view(const Shown& shown) {
  if (shown.state.means == Means::forms || !shown.item.document.poll || !shown.item.document.poll->shown)
    return nullptr;
  const bool wrong = shown.item.poll.check.state == Checking::differs;
  const std::string said = check_words(shown);
  return element(Role::group, {.key = "check", .attributes = {style("p-check")}},
                 {press("check", PaintKind::quiet_button, shown.messages.text("poll.check"),
                        {ActionKind::desk_press, verb("count", shown.item)}),
                  said.empty() ? nullptr : paragraph(wrong ? "p-error" : "p-checked", said, "said")});
}

NodePtr named_ballots(const Shown& shown) {
  if (shown.item.poll.named.empty()) return nullptr;
  std::vector<NodePtr> all;
  for (const wire::NamedBallot& one : shown.item.poll.named) {
    all.push_back(element(Role::list_item, {.attributes = {{Attr::text_direction, "auto"}}},
                          {words(one.name + " — " + ballot_words(shown.state, shown.poll, one.ballot))}));
  }
  return element(Role::details, {.key = "named", .attributes = {style("p-table")}},
                 {element(Role::summary, {}, {words(shown.messages.text("poll.named"))}),
                  element(Role::bullet_list, {}, std::move(all))});
}

} // namespace

NodePtr results_view(const State& state, const Item& item, const wire::PollView& view) {
  const Shown shown{state, item, *item.document.post.poll, view, state.messages};
  const bool by_rounds = shown.poll.kind == PollKind::ranked && shown.view.result.rounds.size() > 1;
  return element(Role::figure,
                 {.key = "results",
                  .attributes = {{Attr::id, id_in(item, "results")},
                                 style("p-outcome"),
                                 {Attr::label, state.messages.text("poll.results")},
                                 {Attr::focusable, ""}}},
                 {winner_line(shown), mean_line(shown),
                  by_rounds ? rounds(shown) : bars(shown, view.result.counts, total_of(shown), true), turnout(shown),
                  other_answers(shown), figures_table(shown), check_view(shown), named_ballots(shown)});
}

} // namespace palabre::view::engage
