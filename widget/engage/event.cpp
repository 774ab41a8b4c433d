#include "widget/engage/event.h"

#include <algorithm>
#include <array>
#include <utility>

#include "widget/app/door.h"

namespace palabre::widget::engage {
namespace {

std::optional<EventType> parse_type(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, EventType>, 11> types{{{"begin", EventType::begin},
                                                                          {"remember", EventType::remember},
                                                                          {"own", EventType::own},
                                                                          {"click", EventType::click},
                                                                          {"submit", EventType::submit},
                                                                          {"input", EventType::input},
                                                                          {"change", EventType::input},
                                                                          {"response", EventType::response},
                                                                          {"tick", EventType::tick},
                                                                          {"shown", EventType::shown},
                                                                          {"hidden", EventType::hidden}}};
  for (const auto& [known, type] : types) {
    if (known == name) return type;
  }
  return std::nullopt;
}

std::int64_t seconds_in(std::string_view text) {
  std::int64_t seconds = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9' || seconds > 100'000) break;
    seconds = seconds * 10 + (digit - '0');
  }
  return seconds;
}

struct EffectWriter {
  wire::JsonWriter& writer;
  std::uint32_t id;

  void operator()(const Fetch& fetch) const {
    writer.member("kind", "fetch");
    writer.member("request", static_cast<std::int64_t>(fetch.request));
    writer.member("method", wire::to_name(fetch.method));
    writer.member("url", fetch.url);
    optional("body", fetch.body);
    optional("token", fetch.token);
  }
  void operator()(const Store& store) const {
    writer.member("kind", "store");
    writer.member("key", store.key);
    optional("value", store.value);
  }
  void operator()(const Focus&) const {
    writer.member("kind", "focus");
    writer.member("id", static_cast<std::int64_t>(id));
  }
  void operator()(const Announce& said) const {
    writer.member("kind", "announce");
    writer.member("text", said.text);
    writer.key("assertive");
    writer.boolean(said.urgency == Urgency::assertive);
  }
  void operator()(const Wake& wake) const {
    writer.member("kind", "wake");
    writer.member("after", std::max<std::int64_t>(wake.after.milliseconds, 0));
    writer.member("name", wake.name);
  }
  void operator()(const Compose&) const { writer.member("kind", "compose"); }

private:
  void optional(std::string_view name, const std::optional<std::string>& value) const {
    writer.key(name);
    if (value)
      writer.string(*value);
    else
      writer.null();
  }
};

} // namespace

std::optional<Event> decode_event(std::string_view json) {
  const auto parsed = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!parsed) return std::nullopt;
  const wire::JsonValue* object = &*parsed;
  const auto type = parse_type(text_in(object, "type"));
  if (!type) return std::nullopt;
  Event event;
  event.type = *type;
  event.now = clock_in(object);
  event.id = number_in(object, "id");
  event.value = text_in(object, event.type == EventType::tick ? "name" : "value");
  event.document = text_in(object, "document");
  event.adopt = flag_in(object, "adopt");
  event.reader = text_in(object, "reader");
  event.known = flag_in(object, "known");
  event.name = text_in(object, "name");
  event.stored_posts = text_in(object->find("stored"), "posts");
  event.stored_dismissed = text_in(object->find("stored"), "dismissed");
  event.request = number_in(object, "request");
  event.status = static_cast<int>(number_in(object, "status"));
  event.body = text_in(object, "body");
  event.retry_after_s = seconds_in(text_in(object->find("headers"), "retry-after"));
  return event;
}

std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects) {
  return write_reply<EffectWriter>(patches, effects);
}

} // namespace palabre::widget::engage
