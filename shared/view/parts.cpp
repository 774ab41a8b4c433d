#include "shared/view/parts.h"

#include "shared/view/reasons.h"

namespace palabre::view {
namespace {

std::string message_of(const Error& error, const Messages& messages) {
  const std::string key(error_info(error.code).message_key);
  const std::string of_field = key + "." + error.field;
  if (!error.field.empty() && messages.knows(of_field)) return messages.text(of_field);
  if (error.code == ErrorCode::rate_limited && error.retry_after_s > 0) {
    return messages.plural("error.rate_limited_for", error.retry_after_s);
  }
  return messages.text(key);
}

} // namespace

Attribute style(std::string_view names) {
  return {Attr::style, std::string(names)};
}

NodePtr button(std::string key, PaintKind kind, std::string text, Action action, std::vector<Attribute> more,
               State state) {
  const std::string_view names = kind == PaintKind::primary_button ? "p-button p-button-primary"
                                 : kind == PaintKind::quiet_button ? "p-button p-button-quiet"
                                                                   : "p-button";
  more.insert(more.begin(), style(names));
  return element(Role::button,
                 {.key = std::move(key),
                  .attributes = std::move(more),
                  .state = state,
                  .action = std::move(action),
                  .paint = {kind, 0, 0}},
                 {words(std::move(text))});
}

std::string own_link(const ThreadState& state, const std::string& query) {
  if (state.asked_language.empty()) return "?" + query;
  return "?" + query + (query.empty() ? "lang=" : "&lang=") + state.asked_language;
}

std::string error_text(const Error& error, const Messages& messages) {
  const std::string why = reasons_text(messages, error.reasons);
  return message_of(error, messages) + (why.empty() ? "" : " " + why);
}

} // namespace palabre::view
