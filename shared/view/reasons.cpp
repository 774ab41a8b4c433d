#include "shared/view/reasons.h"

namespace palabre::view {

std::string reason_text(const Messages& messages, std::string_view rule, std::int64_t count) {
  const std::string key = "reason." + std::string(rule);
  if (count > 0 && messages.knows(key + ".other")) return messages.plural(key, count);
  if (messages.knows(key)) return messages.text(key);
  const std::string axis = key.substr(0, key.find('.', std::string_view("reason.").size()));
  return messages.text(messages.knows(axis) ? axis : "reason.any");
}

std::string reasons_text(const Messages& messages, const std::vector<std::string>& rules) {
  std::string all;
  for (const std::string& rule : rules) {
    const std::string text = reason_text(messages, rule);
    if (all.find(text) != std::string::npos) continue;
    all += (all.empty() ? "" : " ") + text;
  }
  return all;
}

} // namespace palabre::view
