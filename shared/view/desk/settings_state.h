#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/desk/list_reading.h"
#include "shared/view/thread_view.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

enum class SettingsTab : std::uint8_t { policy, lists, engagement, origins, appearance, embed };
inline constexpr std::array<std::pair<std::string_view, SettingsTab>, 6> settings_tabs{
    {{"policy", SettingsTab::policy},
     {"lists", SettingsTab::lists},
     {"engagement", SettingsTab::engagement},
     {"origins", SettingsTab::origins},
     {"appearance", SettingsTab::appearance},
     {"embed", SettingsTab::embed}}};

enum class OwnerListKind : std::uint8_t { hold, reject, allow, blocked_domains, trusted_domains };
// In the address and in catalogues; `field` as the server's errors have it.
struct OwnerListName {
  OwnerListKind kind;
  std::string_view name;
  std::string_view field;
};
inline constexpr std::array<OwnerListName, 5> owner_lists{
    {{OwnerListKind::hold, "hold", "words.hold"},
     {OwnerListKind::reject, "reject", "words.reject"},
     {OwnerListKind::allow, "allow", "words.allow"},
     {OwnerListKind::blocked_domains, "blocked_domains", "blocked_domains"},
     {OwnerListKind::trusted_domains, "trusted_domains", "trusted_domains"}}};

// A list as it is written; one that was only looked at changes nothing.
struct ListDraft {
  std::string text; // as written
  ListReading reading;
  ListChange change; // of what is saved
};

// What is not saved yet. It outlives leaving the screen.
struct SettingsDraft {
  std::map<std::string, std::string> written; // members of the policy that were touched, as their controls have them
  std::map<OwnerListKind, ListDraft> lists;
  std::optional<ListDraft> origins;
  std::optional<wire::Appearance> appearance;
  std::optional<Engagement> engagement;
  std::optional<std::string> scores_from; // of it, as written
  std::optional<Error> refused;           // why the last saving failed; `field` as in codec_policy.h
};

struct SettingsState {
  LoadState load{LoadState::loading};
  std::optional<Error> error;
  std::vector<wire::SiteSummary> sites;
  std::string site; // name; empty: the list of sites
  SettingsTab tab{SettingsTab::policy};
  OwnerListKind list{OwnerListKind::hold};
  std::string wanted; // letters to be found in the list
  std::optional<wire::SiteSettings> saved;
  std::map<std::string, SettingsDraft> drafts; // by site
  bool saving{false};
  // A new site
  std::string new_name;
  std::string new_origins; // one a line
  std::optional<Error> new_refused;
};

// ---- What a policy is in controls
// ------------------------------------------------------------------------------------

enum class ControlKind : std::uint8_t { threshold, count, admission, decision, mask };
struct PolicyControl {
  std::string_view name;  // of the member, in JSON and in catalogues
  std::string_view group; // of the controls that stand together
  ControlKind kind;
  std::int64_t largest{0}; // of a count
};
inline constexpr std::array<PolicyControl, 14> policy_controls{{
    {"admission", "who", ControlKind::admission},
    {"trusted_after", "who", ControlKind::count, 1'000'000},
    {"offence_hold", "offence", ControlKind::threshold},
    {"offence_hide", "offence", ControlKind::threshold},
    {"mask_profanity", "offence", ControlKind::mask},
    {"spam_hold", "spam", ControlKind::threshold},
    {"spam_unsure", "spam", ControlKind::threshold},
    {"promotion_hide", "spam", ControlKind::threshold},
    {"links_hold", "spam", ControlKind::count, 1'000'000},
    {"newcomer_links", "spam", ControlKind::count, 1'000'000},
    {"personal_data", "people", ControlKind::decision},
    {"hold_after_flags", "people", ControlKind::count, 1'000'000},
    {"slow_mode_seconds", "pace", ControlKind::count, 86'400},
    {"close_after_days", "pace", ControlKind::count, 36'500},
}};
// A member as its control has it: "0.7", "never", "2", "hold_all", "on" or "off".
[[nodiscard]] std::string control_text(const rules::Policy& policy, std::string_view name);
// The saved policy with what is written in its place; the error's field is the member.
[[nodiscard]] Expected<rules::Policy> written_policy(const rules::Policy& saved,
                                                     const std::map<std::string, std::string>& written);
[[nodiscard]] const std::vector<std::string>& list_of(const rules::Policy& policy, OwnerListKind kind);
[[nodiscard]] std::vector<std::string>& list_of(rules::Policy& policy, OwnerListKind kind);

[[nodiscard]] FaultOf fault_of(OwnerListKind kind);
// The draft of a text, compared with what is saved.
[[nodiscard]] ListDraft list_draft(std::string text, const std::vector<std::string>& saved, FaultOf fault_of);

// Against a light and a dark page, 1 … 21; nullopt: no #rrggbb.
struct Contrast {
  double light{0};
  double dark{0};
};
[[nodiscard]] std::optional<Contrast> contrast_of(std::string_view accent);

} // namespace palabre::view::desk
