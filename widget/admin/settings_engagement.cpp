// What the owner writes about votes, reactions, the welcome and levels.
#include <algorithm>
#include <utility>

#include "shared/rules/engagement.h"
#include "shared/wire/codec_engagement.h"
#include "widget/admin/settings_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::SettingsDraft;
using view::desk::SettingsState;

// nullopt: no whole number that may stand there.
std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t largest) {
  std::uint32_t number = 0;
  if (text.empty() || text.size() > 6) return std::nullopt;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return number <= largest ? std::optional(number) : std::nullopt;
}

// "marks.reactions.2.symbol": the member that it names; nullptr: none.
std::string* reaction_member(Engagement& engagement, std::string_view field) {
  constexpr std::string_view start = "marks.reactions.";
  if (field.substr(0, start.size()) != start) return nullptr;
  field.remove_prefix(start.size());
  const auto dot = std::min(field.find('.'), field.size());
  const auto index = read_number(field.substr(0, dot), most_reactions);
  if (!index || *index >= engagement.marks.reactions.size()) return nullptr;
  Reaction& reaction = engagement.marks.reactions[*index];
  return field.substr(dot) == ".symbol" ? &reaction.symbol : field.substr(dot) == ".label" ? &reaction.label : nullptr;
}

Shown shown_of(const std::string& value) {
  return value == "on" ? Shown::yes : Shown::no;
}

Engagement& draft_of(SettingsState& state, SettingsDraft& draft) {
  if (!draft.engagement) draft.engagement = state.saved->engagement;
  return *draft.engagement;
}

// A name that none had before it, so that nobody's old reactions come back under another sign.
std::string new_name(const SettingsState& state, const std::vector<Reaction>& reactions) {
  const std::string start = "r" + std::to_string(state.saved->version) + "-";
  for (std::size_t number = 1;; ++number) {
    const std::string name = start + std::to_string(number);
    if (std::none_of(reactions.begin(), reactions.end(), [&](const Reaction& one) { return one.name == name; })) {
      return name;
    }
  }
}

void forget_if_saved(SettingsState& state, SettingsDraft& draft) {
  if (draft.engagement && *draft.engagement == state.saved->engagement) draft.engagement.reset();
}

} // namespace

bool write_engagement(SettingsState& state, SettingsDraft& draft, std::string_view field, const std::string& value) {
  Engagement next = draft_of(state, draft);
  if (field == "votes") {
    next.marks.votes = parse_vote_rule(value).value_or(next.marks.votes);
  } else if (field == "on_page") {
    next.marks.on_page = shown_of(value);
  } else if (field == "standing") {
    next.standing = shown_of(value);
  } else if (field == "welcome") {
    next.welcome = value;
  } else if (field == "scores_from") {
    draft.scores_from = value;
    next.marks.scores_from = read_number(value, rules::most_scores_from).value_or(next.marks.scores_from);
  } else if (std::string* member = reaction_member(next, field)) {
    *member = value;
  } else {
    forget_if_saved(state, draft);
    return false;
  }
  draft.engagement = std::move(next);
  if (!draft.scores_from) forget_if_saved(state, draft);
  return true;
}

void press_reaction(Model& model, const Verb& verb, Effects& effects) {
  SettingsState& state = model.state.settings;
  if (!state.saved) return;
  SettingsDraft& draft = settings_draft(model);
  std::vector<Reaction>& all = draft_of(state, draft).marks.reactions;
  const std::size_t index = read_number(verb.argument, most_reactions).value_or(most_reactions);
  if (verb.name == "reaction_add" && all.size() < most_reactions) {
    all.push_back({new_name(state, all), {}, {}});
    effects.push_back(Focus{"field-marks.reactions." + std::to_string(all.size() - 1) + ".symbol"});
  } else if (verb.name == "reaction_up" && index > 0 && index < all.size()) {
    std::swap(all[index - 1], all[index]);
  } else if (verb.name == "reaction_down" && index + 1 < all.size()) {
    std::swap(all[index], all[index + 1]);
  } else if (verb.name == "reaction_drop" && index < all.size()) {
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
    effects.push_back(Focus{"title"});
  }
  draft.refused.reset();
  forget_if_saved(state, draft);
}

Expected<std::string> engagement_to_send(const SettingsState& state, const SettingsDraft& draft) {
  if (draft.scores_from && !read_number(*draft.scores_from, rules::most_scores_from)) {
    return fail(ErrorCode::unknown_field_value, "marks.scores_from");
  }
  const auto checked = rules::check_engagement(*draft.engagement);
  if (!checked) return tl::unexpected(checked.error());
  return wire::encode(wire::ChangeEngagement{state.saved->version, *checked});
}

} // namespace palabre::widget::desk
