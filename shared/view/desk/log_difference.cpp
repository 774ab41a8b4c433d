// Two JSON texts of the log in readable words.
#include <algorithm>

#include "shared/view/desk/log_state.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

using wire::JsonKind;
using wire::JsonValue;

constexpr std::size_t shown_lines = 40;
constexpr std::size_t shown_entries = 8;

struct Lines {
  std::vector<std::string> all;
  const Messages& messages;
};

std::string scalar(const JsonValue& value, const Messages& messages) {
  switch (value.kind) {
  case JsonKind::boolean: return messages.text(value.boolean ? "desk.yes" : "desk.no");
  case JsonKind::integer: return std::to_string(value.integer);
  case JsonKind::fraction: {
    const auto thousandths = static_cast<std::int64_t>(value.fraction * 1000 + 0.5);
    std::string digits = std::to_string(1000 + thousandths % 1000).substr(1);
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    return std::to_string(thousandths / 1000) + messages.text("desk.decimal_mark") + digits;
  }
  case JsonKind::string: {
    for (const char* kind : {"desk.role_", "desk.state_"}) {
      if (messages.knows(kind + value.text)) return messages.text(kind + value.text);
    }
    return value.text;
  }
  case JsonKind::null:
  case JsonKind::array:
  case JsonKind::object: break;
  }
  return "–";
}

// Lists are named as in the policy: "words.hold".
std::string name_in_words(const std::string& path, const Messages& messages) {
  const std::string name = path.substr(path.rfind('.') + 1); // npos + 1 is 0: all of it
  for (const char* kind : {"desk.policy_", "desk.list_", "desk.look_", "desk.log_", "desk.settings_"}) {
    if (messages.knows(kind + name)) return messages.text(kind + name);
  }
  const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
  return number ? messages.text("desk.log_comment", "id", name) : name;
}

std::vector<std::string> texts_in(const JsonValue* list) {
  std::vector<std::string> texts;
  if (list == nullptr) return texts;
  for (const JsonValue& one : list->children) texts.push_back(one.text);
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string some_of(const std::vector<std::string>& texts) {
  std::string said;
  for (std::size_t i = 0; i < texts.size() && i < shown_entries; ++i) said += (i == 0 ? "" : ", ") + texts[i];
  return texts.size() > shown_entries ? said + " …" : said;
}

void add_list(const std::string& name, const JsonValue* before, const JsonValue* after, Lines& lines) {
  const std::vector<std::string> old = texts_in(before);
  const std::vector<std::string> now = texts_in(after);
  const auto say = [&](const char* key, const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> only;
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(only));
    if (only.empty()) return;
    lines.all.push_back(name_in_words(name, lines.messages) + lines.messages.text("desk.colon") + " " +
                        lines.messages.plural(key, static_cast<std::int64_t>(only.size())) + " (" + some_of(only) +
                        ")");
  };
  say("desk.added", now, old);
  say("desk.taken_out", old, now);
}

void add_member(const std::string& name, const JsonValue* before, const JsonValue* after, Lines& lines);

void add_object(const JsonValue* before, const JsonValue* after, Lines& lines) {
  if (after != nullptr) {
    for (const JsonValue& one : after->children) {
      add_member(one.name, before != nullptr ? before->find(one.name) : nullptr, &one, lines);
    }
  }
  if (before == nullptr) return;
  for (const JsonValue& one : before->children) {
    if (after == nullptr || after->find(one.name) == nullptr) add_member(one.name, &one, nullptr, lines);
  }
}

void add_member(const std::string& name, const JsonValue* before, const JsonValue* after, Lines& lines) {
  if (lines.all.size() >= shown_lines) return;
  const JsonKind kind = after != nullptr ? after->kind : before->kind;
  if (kind == JsonKind::array) return add_list(name, before, after, lines);
  const JsonValue* gone = before != nullptr ? before->find("removed") : nullptr; // as in policy_difference.h
  const JsonValue* come = after != nullptr ? after->find("added") : nullptr;
  if (gone != nullptr || come != nullptr) return add_list(name, gone, come, lines);
  if (kind == JsonKind::object) return add_object(before, after, lines);
  const std::string old = before != nullptr ? scalar(*before, lines.messages) : "–";
  const std::string now = after != nullptr ? scalar(*after, lines.messages) : "–";
  if (old == now) return;
  if (name.empty()) {
    lines.all.push_back(before == nullptr ? now : after == nullptr ? old : old + " → " + now);
    return;
  }
  lines.all.push_back(lines.messages.text(
      "desk.change_line", {{"what", name_in_words(name, lines.messages)}, {"before", old}, {"after", now}}));
}

} // namespace

std::vector<std::string> log_difference(std::string_view before, std::string_view after, const Messages& messages) {
  const auto old = wire::parse_json(before);
  const auto now = wire::parse_json(after);
  Lines lines{{}, messages};
  if (old || now) add_member({}, old ? &*old : nullptr, now ? &*now : nullptr, lines);
  return std::move(lines.all);
}

std::string log_path(const LogState& state, std::string_view path) {
  std::string url(path);
  const auto append = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    url += url.find('?') == std::string::npos ? '?' : '&';
    url.append(name).append("=").append(wire::percent_encode(value));
  };
  append("site", state.site);
  append("member", state.member);
  append("action", state.action);
  return url;
}

} // namespace palabre::view::desk
