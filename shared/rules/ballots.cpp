#include "shared/rules/ballots.h"

#include <algorithm>

#include "shared/rules/run_off.h"
#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

bool is_option(const Poll& poll, std::uint32_t choice) {
  if (poll.kind == PollKind::scale) return choice >= 1 && choice <= scale_steps;
  if (choice == other_option) return poll.other;
  return std::any_of(poll.options.begin(), poll.options.end(),
                     [&](const PollOption& option) { return option.id == choice; });
}

bool are_options(const Poll& poll, const std::vector<std::uint32_t>& choices) {
  if (choices.empty() || choices.size() > most_options + 1 || choices.size() > poll.most) return false;
  for (auto choice = choices.begin(); choice != choices.end(); ++choice) {
    if (!is_option(poll, *choice) || std::find(choices.begin(), choice, *choice) != choice) return false;
  }
  return true;
}

bool has_other(const Ballot& ballot) {
  return std::find(ballot.choices.begin(), ballot.choices.end(), other_option) != ballot.choices.end();
}

Expected<std::string> check_other(const std::string& given) {
  if (!text::is_valid_utf8(given)) return fail(ErrorCode::malformed_text, "other");
  if (text::find_forbidden(given)) return fail(ErrorCode::forbidden_character, "other");
  std::string other = text::normalise_line(given);
  if (other.empty()) return fail(ErrorCode::field_empty, "other");
  if (text::code_point_count(other) <= other_answer_code_points) return other;
  return fail(ErrorCode::field_too_long, "other",
              "at most " + std::to_string(other_answer_code_points) + " characters");
}

PollResult zeros(const Poll& poll) {
  PollResult result;
  if (poll.kind == PollKind::scale) {
    for (std::uint32_t step = 1; step <= scale_steps; ++step) result.counts.push_back({step, 0});
    return result;
  }
  for (const PollOption& option : poll.options) result.counts.push_back({option.id, 0});
  if (poll.other) result.counts.push_back({other_option, 0});
  return result;
}

void add_to(PollResult& result, std::uint32_t option, std::int64_t count) {
  for (OptionCount& place : result.counts) {
    if (place.option == option) place.count = add_counts(place.count, count);
  }
}

} // namespace

Expected<Ballot> check_ballot(const Poll& poll, const Ballot& ballot) {
  if (!are_options(poll, ballot.choices) || ballot.choices.size() < poll.least) {
    return fail(ErrorCode::bad_ballot, "choices");
  }
  Ballot checked = ballot;
  if (poll.kind != PollKind::ranked) std::sort(checked.choices.begin(), checked.choices.end());
  if (!has_other(ballot) || poll.kind == PollKind::scale) {
    if (!ballot.other.empty()) return fail(ErrorCode::bad_ballot, "other", "without its place among the choices");
    return checked;
  }
  auto other = check_other(ballot.other);
  if (!other) return tl::unexpected(other.error());
  checked.other = *std::move(other);
  return checked;
}

PollResult count_ballots(const Poll& poll, std::span<const BallotCount> ballots) {
  PollResult result = zeros(poll);
  std::vector<BallotCount> good;
  for (const BallotCount& pattern : ballots) {
    if (pattern.count < 1 || !are_options(poll, pattern.choices)) continue;
    const std::int64_t count = std::min(pattern.count, largest_count);
    result.ballots = add_counts(result.ballots, count);
    if (poll.kind == PollKind::ranked) {
      add_to(result, pattern.choices.front(), count);
      good.push_back({pattern.choices, count});
    } else {
      for (const std::uint32_t choice : pattern.choices) add_to(result, choice, count);
    }
  }
  if (poll.kind == PollKind::ranked && result.ballots > 0) run_off(poll, good, result);
  return result;
}

PollResult count_options(const Poll& poll, std::int64_t ballots, std::span<const OptionCount> counts) {
  PollResult result = zeros(poll);
  result.ballots = ballots;
  for (const OptionCount& count : counts) add_to(result, count.option, count.count);
  return result;
}

} // namespace palabre::rules
