// Policies as JSON: what an owner's file says, what the store keeps, and what a reader's browser needs to judge alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/rules/owner_entry.h"
#include "shared/rules/policy.h"

namespace palabre::wire {

// Entries of one list, and the code points of an entry, at most.
inline constexpr std::size_t policy_list_limit = 100'000;
inline constexpr std::size_t policy_entry_limit = rules::owner_entry_limit;

// `json` names what differs from `base`: {"preset"?,"admission"?,"offence_hold"?,"offence_hide"?,"spam_hold"?,
// "spam_unsure"?,"promotion_hide"?,"links_hold"?,"newcomer_links"?,"trusted_after"?,"personal_data"?,"mask_profanity"?,
// "slow_mode_seconds"?,"close_after_days"?,"hold_after_flags"?,"words"?:{"hold"?,"reject"?,"allow"?},
// "blocked_domains"?,"trusted_domains"?}. With "preset" ("open", "careful", "locked_down") it differs from that preset
// instead, but for the owner's lists. A threshold is 0 … 1 or "never". Beside the codec's usual errors:
// unknown_field_value with the member's name as field and a sentence for the owner as detail, also of a member that
// there is none of.
[[nodiscard]] Expected<rules::Policy> decode_policy(std::string_view json, const rules::Policy& base);
// Only what differs from `base`, for decode_policy(…, base) to give `policy` again. A list that differs is whole.
[[nodiscard]] std::string encode_difference(const rules::Policy& policy, const rules::Policy& base);
// Every member, no preset.
[[nodiscard]] std::string encode(const rules::Policy& policy);

// GET policy: what a reader's browser judges with before sending. The owner's lists are not in it.
struct PagePolicy {
  rules::Policy policy;
  bool open{true};                    // whether the page takes comments
  std::vector<std::string> languages; // that there are word lists of
};
// {"policy":{…},"open","languages"}; members of the policy that nobody knows are ignored.
[[nodiscard]] Expected<PagePolicy> decode_page_policy(std::string_view json);
[[nodiscard]] std::string encode(const PagePolicy& message);

} // namespace palabre::wire
