#include "server/storage/ballot_counts.h"

#include "shared/rules/ballot_suspicion.h"
#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

using soci::into;

const std::string same_ballots = "select b.standing, b.choices, coalesce(b.other, 0), coalesce(o.state, ''), count(*),"
                                 " sum(case when b.nth <= " +
                                 std::to_string(rules::household) +
                                 " then 1 else 0 end)"
                                 " from ballot b left join other_answer o on o.id = b.other where ";
constexpr const char* by_words = " group by b.standing, b.choices, coalesce(b.other, 0), coalesce(o.state, '')";

CountChange counts_of(const SameBallots& same, PostId poll, bool ranked, std::int64_t sign) {
  CountChange change{poll.value, ranked, same.standing, split_choices(same.choices)};
  change.other = same.other;
  change.other_published = other_state_of(same.other_state) == OtherState::published;
  change.ballots = sign * same.ballots;
  change.base = sign * same.base;
  return change;
}

} // namespace

std::string_view to_name(OtherState state) {
  switch (state) {
  case OtherState::held: return "held";
  case OtherState::published: return "published";
  case OtherState::refused: break;
  }
  return "refused";
}

OtherState other_state_of(std::string_view name) {
  if (name == to_name(OtherState::published)) return OtherState::published;
  return name == to_name(OtherState::held) ? OtherState::held : OtherState::refused;
}

std::string join_choices(const std::vector<std::uint32_t>& choices) {
  std::string text;
  for (const std::uint32_t choice : choices) text += (text.empty() ? "" : ",") + std::to_string(choice);
  return text;
}

std::vector<std::uint32_t> split_choices(std::string_view text) {
  std::vector<std::uint32_t> choices;
  bool in_number = false;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      in_number = false;
      continue;
    }
    if (!in_number) choices.push_back(0);
    in_number = true;
    choices.back() = choices.back() * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return choices;
}

std::vector<std::uint32_t> counted_choices(std::vector<std::uint32_t> choices, bool other_published) {
  if (!other_published) std::erase(choices, other_option);
  return choices;
}

void change_counts(WriteSession& session, const CountChange& change) {
  BallotStatements& statements = session.ballots;
  const bool counted = change.standing == to_name(wire::BallotStanding::counted);
  if (change.other != 0 && counted) {
    statements.add_to_other.id = change.other;
    statements.add_to_other.change = change.ballots;
    statements.add_to_other.statement.run();
  }
  const auto choices = counted_choices(change.choices, change.other_published);
  AddToTotal& total = statements.add_to_total;
  total.post = change.post;
  total.counted = counted && !choices.empty() ? change.ballots : 0;
  total.set_apart = !counted && !choices.empty() ? change.ballots : 0;
  total.cast_ballots = change.cast ? change.ballots : 0;
  total.base = change.base;
  total.began = change.cast ? change.cast->milliseconds : 0;
  total.statement.run();
  if (choices.empty()) return;
  AddToTally& tally = statements.add_to_tally;
  tally.post = change.post;
  tally.standing = change.standing;
  tally.choices = join_choices(choices);
  tally.change = change.ballots;
  tally.statement.run();
  AddToOption& option = statements.add_to_option;
  option.post = change.post;
  option.standing = change.standing;
  option.change = change.ballots;
  option.base = change.base;
  for (std::size_t i = 0; i < (change.ranked ? 1U : choices.size()); ++i) {
    option.choice = choices[i];
    option.statement.run();
  }
}

std::vector<SameBallots> list_same(WriteSession& session, const std::string& where,
                                   const std::function<void(soci::details::prepare_temp_type&)>& bind) {
  SameBallots row;
  auto prepared = prepare(*session.connection, same_ballots + where + by_words);
  prepared, into(row.standing), into(row.choices), into(row.other), into(row.other_state), into(row.ballots),
      into(row.base);
  bind(prepared);
  std::vector<SameBallots> found;
  Statement statement(prepared);
  statement.each([&] { found.push_back(row); });
  return found;
}

void move_counts(WriteSession& session, PostId poll, bool ranked, std::vector<SameBallots> same,
                 const std::function<void(SameBallots&)>& become) {
  for (SameBallots& ballots : same) {
    change_counts(session, counts_of(ballots, poll, ranked, -1));
    become(ballots);
    change_counts(session, counts_of(ballots, poll, ranked, 1));
  }
}

} // namespace palabre::storage
