#include "widget/admin/event.h"

#include <array>
#include <utility>

#include "widget/app/door.h"

namespace palabre::widget::desk {
namespace {

std::optional<EventType> parse_type(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, EventType>, 11> types{{{"mount", EventType::mount},
                                                                          {"route", EventType::route},
                                                                          {"click", EventType::click},
                                                                          {"submit", EventType::submit},
                                                                          {"input", EventType::input},
                                                                          {"change", EventType::input},
                                                                          {"key", EventType::key},
                                                                          {"response", EventType::response},
                                                                          {"tick", EventType::tick},
                                                                          {"shown", EventType::shown},
                                                                          {"hidden", EventType::hidden}}};
  for (const auto& [known, type] : types) {
    if (known == name) return type;
  }
  return std::nullopt;
}

Answer read_answer(const wire::JsonValue& json) {
  Answer answer{number_in(&json, "request"), static_cast<int>(number_in(&json, "status")), text_in(&json, "body"), 0};
  const std::string wait = text_in(json.find("headers"), "retry-after");
  for (const char digit : wait) {
    if (digit < '0' || digit > '9' || answer.retry_after_s > 100'000) break;
    answer.retry_after_s = answer.retry_after_s * 10 + (digit - '0');
  }
  return answer;
}

} // namespace

std::optional<Event> decode_event(std::string_view json) {
  const auto parsed = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!parsed) return std::nullopt;
  const auto type = parse_type(text_in(&*parsed, "type"));
  if (!type) return std::nullopt;
  Event event;
  event.type = *type;
  event.now = clock_in(&*parsed);
  event.id = number_in(&*parsed, "id");
  event.value = text_in(&*parsed, "value");
  if (event.type == EventType::tick) event.value = text_in(&*parsed, "name");
  event.extended = flag_in(&*parsed, "shift");
  event.key = {text_in(&*parsed, "key"), flag_in(&*parsed, "mod"), event.extended, flag_in(&*parsed, "typing")};
  event.answer = read_answer(*parsed);
  if (const wire::JsonValue* stored = parsed->find("stored")) {
    for (const wire::JsonValue& one : stored->children) event.stored[one.name] = one.text;
  }
  return event;
}

} // namespace palabre::widget::desk
