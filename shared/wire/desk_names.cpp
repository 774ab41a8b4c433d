// The wire names of the desk's enums.
#include <utility>

#include "shared/wire/desk.h"

namespace palabre::wire {
namespace {

template <class Enum> using Names = std::initializer_list<std::pair<Enum, std::string_view>>;

template <class Enum> std::string_view name_in(Names<Enum> names, Enum value) {
  for (const auto& [one, name] : names) {
    if (one == value) return name;
  }
  return names.begin()->second;
}

template <class Enum> std::optional<Enum> value_in(Names<Enum> names, std::string_view name) {
  for (const auto& [one, known] : names) {
    if (known == name) return one;
  }
  return std::nullopt;
}

const Names<InvitationKind> invitation_kinds{
    {InvitationKind::setup, "setup"}, {InvitationKind::invitation, "invitation"}, {InvitationKind::reset, "reset"}};
const Names<QueueTab> tabs{{QueueTab::waiting, "waiting"}, {QueueTab::held, "held"},
                           {QueueTab::flagged, "flagged"}, {QueueTab::hidden, "hidden"},
                           {QueueTab::spam, "spam"},       {QueueTab::removed, "removed"},
                           {QueueTab::all, "all"},         {QueueTab::unanswered, "unanswered"}};
const Names<DeskAction> actions{{DeskAction::approve, "approve"},
                                {DeskAction::hide, "hide"},
                                {DeskAction::hold, "hold"},
                                {DeskAction::spam, "spam"},
                                {DeskAction::remove, "remove"}};
const Names<Outcome> outcomes{{Outcome::done, "done"},
                              {Outcome::conflict, "conflict"},
                              {Outcome::needs_confirmation, "needs_confirmation"},
                              {Outcome::gone, "gone"}};
const Names<RuleKind> rule_kinds{{RuleKind::hold_domain, "hold_domain"},
                                 {RuleKind::trust_domain, "trust_domain"},
                                 {RuleKind::hold_word, "hold_word"},
                                 {RuleKind::reject_word, "reject_word"},
                                 {RuleKind::allow_word, "allow_word"}};
const Names<BanEffect> ban_effects{{BanEffect::mute, "mute"}, {BanEffect::ban, "ban"}};
const Names<BanSubject> ban_subjects{{BanSubject::author, "author"}, {BanSubject::network, "network"}};

} // namespace

std::string_view to_name(InvitationKind kind) {
  return name_in(invitation_kinds, kind);
}
std::optional<InvitationKind> parse_invitation_kind(std::string_view name) {
  return value_in(invitation_kinds, name);
}
std::string_view to_name(QueueTab tab) {
  return name_in(tabs, tab);
}
std::optional<QueueTab> parse_queue_tab(std::string_view name) {
  return value_in(tabs, name);
}
std::string_view to_name(DeskAction action) {
  return name_in(actions, action);
}
std::optional<DeskAction> parse_desk_action(std::string_view name) {
  return value_in(actions, name);
}
CommentState state_after(DeskAction action) {
  switch (action) {
  case DeskAction::approve: return CommentState::published;
  case DeskAction::hide: return CommentState::hidden;
  case DeskAction::hold: return CommentState::held;
  case DeskAction::spam: return CommentState::spam;
  case DeskAction::remove: return CommentState::removed;
  }
  return CommentState::held;
}
std::string_view to_name(Outcome outcome) {
  return name_in(outcomes, outcome);
}
std::optional<Outcome> parse_outcome(std::string_view name) {
  return value_in(outcomes, name);
}
std::string_view to_name(RuleKind kind) {
  return name_in(rule_kinds, kind);
}
std::optional<RuleKind> parse_rule_kind(std::string_view name) {
  return value_in(rule_kinds, name);
}
std::string_view to_name(BanEffect effect) {
  return name_in(ban_effects, effect);
}
std::optional<BanEffect> parse_ban_effect(std::string_view name) {
  return value_in(ban_effects, name);
}
std::string_view to_name(BanSubject subject) {
  return name_in(ban_subjects, subject);
}
std::optional<BanSubject> parse_ban_subject(std::string_view name) {
  return value_in(ban_subjects, name);
}

} // namespace palabre::wire
