#include "shared/rules/marks.h"

#include <algorithm>

#include "shared/rules/ranking.h"

namespace palabre::rules {

bool is_vote(std::string_view name) {
  return name == up_vote || name == down_vote;
}

bool is_offered(std::string_view name, const MarkRules& rules, Shown on_page) {
  const bool of_page = on_page == Shown::yes;
  if (of_page && rules.on_page == Shown::no) return false;
  if (name == up_vote) return !of_page && rules.votes != VoteRule::none;
  if (name == down_vote) return !of_page && rules.votes == VoteRule::up_and_down;
  return std::any_of(rules.reactions.begin(), rules.reactions.end(),
                     [&](const Reaction& one) { return one.name == name; });
}

MarkTally shown_tally(const MarkTally& counted, const MarkRules& rules, Shown on_page) {
  MarkTally shown;
  if (is_offered(up_vote, rules, on_page)) {
    const Votes votes = counted_votes({counted.up, counted.down}, rules);
    shown.up = votes.up;
    shown.down = votes.down;
    const std::int64_t down = rules.votes == VoteRule::up_and_down ? counted.down : 0;
    shown.votes_hidden = counted.up + down > 0 && votes.up + votes.down == 0;
  }
  for (const Reaction& reaction : rules.reactions) {
    if (!is_offered(reaction.name, rules, on_page)) continue;
    const auto found = std::find_if(counted.reactions.begin(), counted.reactions.end(),
                                    [&](const ReactionCount& one) { return one.name == reaction.name; });
    if (found != counted.reactions.end() && found->count > 0) shown.reactions.push_back(*found);
  }
  return shown;
}

} // namespace palabre::rules
