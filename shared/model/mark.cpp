#include "shared/model/mark.h"

#include "shared/model/named.h"

namespace palabre {

std::string_view to_name(VoteRule rule) {
  switch (rule) {
  case VoteRule::none: return "none";
  case VoteRule::up: return "up";
  case VoteRule::up_and_down: return "up_and_down";
  }
  return "none";
}

std::optional<VoteRule> parse_vote_rule(std::string_view name) {
  return named<VoteRule>(name, {VoteRule::none, VoteRule::up, VoteRule::up_and_down});
}

} // namespace palabre
