#include "shared/view/outlook_view.h"

#include "shared/view/parts.h"
#include "shared/view/reasons.h"

namespace palabre::view {
namespace {

constexpr std::size_t most_reasons = 3; // a line, not a list

// “one” “two”, each apart from the words around it whatever script it is in.
NodePtr quoted(const Messages& messages, const std::string& text) {
  return element(Role::inline_group, {.attributes = {style("p-quoted"), {Attr::text_direction, "auto"}}},
                 {words(messages.text("outlook.words", "words", text))});
}

void append_reason(const Messages& messages, const OutlookReason& reason, std::vector<NodePtr>& parts) {
  parts.push_back(words(reason_text(messages, reason.rule, reason.count) + " "));
  for (const std::string& text : reason.words) {
    parts.push_back(quoted(messages, text));
    parts.push_back(words(" "));
  }
}

std::string_view consequence_of(rules::Decision decision) {
  switch (decision) {
  case rules::Decision::hide: return "outlook.hide";
  case rules::Decision::reject: return "outlook.reject";
  case rules::Decision::hold:
  case rules::Decision::publish: break;
  }
  return "outlook.hold";
}

} // namespace

bool has_outlook(const Outlook& outlook) {
  return outlook.decision != rules::Decision::publish;
}

NodePtr outlook_view(const Messages& messages, const std::string& id, const Outlook& outlook) {
  std::vector<NodePtr> parts;
  if (has_outlook(outlook)) {
    for (std::size_t i = 0; i < outlook.reasons.size() && i < most_reasons; ++i) {
      append_reason(messages, outlook.reasons[i], parts);
    }
    parts.push_back(element(Role::strong, {}, {words(messages.text(consequence_of(outlook.decision)))}));
  }
  return element(Role::status, {.key = "outlook", .attributes = {{Attr::id, id}, style("p-outlook")}},
                 std::move(parts));
}

std::vector<std::string> outlook_words(const Outlook& outlook) {
  std::vector<std::string> all;
  for (const OutlookReason& reason : outlook.reasons) all.insert(all.end(), reason.words.begin(), reason.words.end());
  return all;
}

} // namespace palabre::view
