#include "widget/app/edge.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/wire/codec.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "widget/app/door.h"

namespace palabre::widget {
namespace {

using wire::JsonKind;
using wire::JsonValue;
using wire::JsonWriter;

std::optional<EventType> parse_type(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, EventType>, 18> types{{{"thread", EventType::thread},
                                                                          {"adopt", EventType::adopt},
                                                                          {"mount", EventType::mount},
                                                                          {"remember", EventType::remember},
                                                                          {"click", EventType::click},
                                                                          {"submit", EventType::submit},
                                                                          {"input", EventType::input},
                                                                          {"change", EventType::input},
                                                                          {"key", EventType::key},
                                                                          {"response", EventType::response},
                                                                          {"tick", EventType::tick},
                                                                          {"select", EventType::select},
                                                                          {"locate", EventType::locate},
                                                                          {"shown", EventType::shown},
                                                                          {"hidden", EventType::hidden},
                                                                          {"rules", EventType::rules},
                                                                          {"judged", EventType::judged},
                                                                          {"staff", EventType::staff}}};
  for (const auto& [one, type] : types) {
    if (one == name) return type;
  }
  return std::nullopt;
}

// What local storage held is the reader's own, but may be old or damaged.
Remembered read_remembered(const JsonValue& event) {
  Remembered remembered;
  if (const JsonValue* identity = event.find("identity"); identity != nullptr && identity->kind == JsonKind::object) {
    remembered.identity = Identity{text_in(identity, "name"), text_in(identity, "email"), text_in(identity, "website")};
  }
  if (const JsonValue* own = event.find("own"); own != nullptr && own->kind == JsonKind::array) {
    for (const JsonValue& one : own->children) {
      const std::optional<CommentId> id = CommentId::parse(text_in(&one, "id"));
      const std::optional<std::int64_t> until = integer_in(&one, "until");
      std::string token = text_in(&one, "token");
      if (id && until && !token.empty()) remembered.own.push_back({*id, std::move(token), Instant{*until}});
    }
  }
  if (const JsonValue* flags = event.find("flags"); flags != nullptr && flags->kind == JsonKind::array) {
    for (const JsonValue& one : flags->children) {
      if (const std::optional<CommentId> id = CommentId::parse(one.text)) remembered.flagged.insert(*id);
    }
  }
  remembered.reader = text_in(&event, "reader");
  remembered.known = flag_in(&event, "known");
  if (const JsonValue* drafts = event.find("drafts"); drafts != nullptr && drafts->kind == JsonKind::object) {
    for (const JsonValue& one : drafts->children) {
      if (one.kind == JsonKind::string) remembered.drafts.emplace(one.name, one.text);
    }
  }
  return remembered;
}

Answered read_answered(const JsonValue& event) {
  Answered answered;
  answered.request = number_in(&event, "request");
  answered.status = static_cast<int>(std::clamp<std::int64_t>(integer_in(&event, "status").value_or(0), 0, 999));
  answered.body = text_in(&event, "body");
  answered.etag = text_in(event.find("headers"), "etag");
  const std::string wait = text_in(event.find("headers"), "retry-after");
  const bool digits = !wait.empty() && wait.size() <= 6 && wait.find_first_not_of("0123456789") == std::string::npos;
  for (const char digit : digits ? wait : std::string()) {
    answered.retry_after_s = answered.retry_after_s * 10 + (digit - '0');
  }
  return answered;
}

std::optional<ThreadPage> read_thread(const JsonValue& event) {
  Expected<wire::ThreadDocument> document = wire::decode_thread(text_in(&event, "thread"));
  if (!document) return std::nullopt;
  return std::move(document->thread);
}

void write_optional(JsonWriter& writer, std::string_view name, const std::optional<std::string>& value) {
  writer.key(name);
  if (value) {
    writer.string(*value);
  } else {
    writer.null();
  }
}

struct EffectWriter {
  JsonWriter& writer;
  std::uint32_t id;

  void operator()(const Fetch& fetch) const {
    writer.member("kind", "fetch");
    writer.member("request", static_cast<std::int64_t>(fetch.request));
    writer.member("method", wire::to_name(fetch.method));
    writer.member("url", fetch.url);
    write_optional(writer, "body", fetch.body);
    write_optional(writer, "token", fetch.token);
    write_optional(writer, "key", fetch.key);
    if (!fetch.etag.empty()) writer.member("etag", fetch.etag);
    if (fetch.quiet) {
      writer.key("quiet");
      writer.boolean(true);
    }
  }
  void operator()(const Store& store) const {
    writer.member("kind", "store");
    writer.member("key", store.key);
    write_optional(writer, "value", store.value);
  }
  void operator()(const Focus&) const { write_place("focus"); }
  void operator()(const Reveal&) const { write_place("reveal"); }
  void operator()(const Point&) const { write_place("point"); }
  void operator()(const Announce& said) const {
    writer.member("kind", "announce");
    writer.member("text", said.text);
  }
  void operator()(const Wake& wake) const {
    writer.member("kind", "wake");
    writer.member("after", std::max<std::int64_t>(wake.after.milliseconds, 0));
    if (!wake.name.empty()) writer.member("name", wake.name);
  }
  void operator()(const Edit& effect) const {
    const text::TextEdit& edit = effect.edit;
    write_place("edit");
    writer.member("from", static_cast<std::int64_t>(edit.replaced.from));
    writer.member("to", static_cast<std::int64_t>(edit.replaced.to));
    writer.member("text", edit.text);
    writer.key("select");
    writer.begin_array();
    writer.integer(static_cast<std::int64_t>(edit.selected.from));
    writer.integer(static_cast<std::int64_t>(edit.selected.to));
    writer.end_array();
  }
  void operator()(const AskVerdict& judge) const {
    writer.member("kind", "judge");
    writer.member("composer", judge.composer);
    writer.member("request", judge.request);
  }
  void operator()(const Count& count) const {
    writer.member("kind", "count");
    writer.member("comments", count.comments);
  }

private:
  void write_place(std::string_view kind) const {
    writer.member("kind", kind);
    writer.member("id", static_cast<std::int64_t>(id));
  }
};

} // namespace

ConfigAndClock decode_config(std::string_view json) {
  const Expected<JsonValue> parsed = wire::parse_json(json, wire::ControlCharacters::kept);
  const JsonValue* object = parsed ? &*parsed : nullptr;
  return {{text_in(object, "site"), text_in(object, "page"), text_in(object, "url"), text_in(object, "title"),
           messages_in(object), text_in(object, "seed")},
          clock_in(object)};
}

std::optional<Event> decode_event(std::string_view json) {
  const Expected<JsonValue> parsed = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!parsed) return std::nullopt;
  const std::optional<EventType> type = parse_type(text_in(&*parsed, "type"));
  if (!type) return std::nullopt;
  Event event;
  event.type = *type;
  event.now = clock_in(&*parsed);
  event.id = number_in(&*parsed, "id");
  event.value = text_in(&*parsed, event.type == EventType::key ? "key" : "value");
  if (event.type == EventType::select) event.value = text_in(&*parsed, "text");
  event.modified = flag_in(&*parsed, "mod");
  event.selection = {number_in(&*parsed, "from"), number_in(&*parsed, "to")};
  if (event.type == EventType::thread || event.type == EventType::adopt) event.thread = read_thread(*parsed);
  event.comment = CommentId::parse(text_in(&*parsed, "comment"));
  if (event.type == EventType::remember) event.remembered = read_remembered(*parsed);
  event.rules.open = parsed->find("open") == nullptr || flag_in(&*parsed, "open");
  event.judged = {text_in(&*parsed, "composer"), text_in(&*parsed, "verdict")};
  if (event.type == EventType::response) event.answered = read_answered(*parsed);
  return event;
}

std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects) {
  return write_reply<EffectWriter>(patches, effects);
}

} // namespace palabre::widget
