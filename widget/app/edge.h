// The session's door in JSON: what the host says and what it is told. Any bytes in; what is missing or wrong gets its
// default.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/dom/patch.h"

namespace palabre::widget {

enum class EventType : std::uint8_t {
  thread,
  adopt,
  mount,
  remember,
  click,
  submit,
  input,
  key,
  response,
  tick,
  select,
  locate,
  shown,
  hidden,
  rules,
  judged,
  staff
};

struct Event {
  EventType type{EventType::tick};
  std::optional<Instant> now;
  std::uint32_t id{0};              // of click, submit, input, key and select
  std::string value;                // of input: the field's value; of key: the key's name; of select: the words
  bool modified{false};             // of key: Ctrl or Command
  text::Selection selection;        // of click and key: in the text area of the same form
  std::optional<CommentId> comment; // of locate
  std::optional<ThreadPage> thread; // of thread and adopt; nullopt: it could not be read
  Remembered remembered;
  Answered answered;
  RulesLoaded rules;
  Judged judged;
};

struct ConfigAndClock {
  Config config;
  std::optional<Instant> now;
};

[[nodiscard]] ConfigAndClock decode_config(std::string_view json);
// nullopt: not understood.
[[nodiscard]] std::optional<Event> decode_event(std::string_view json);

// An effect whose target has been found: 0 for those without one.
struct PlacedEffect {
  Effect effect;
  std::uint32_t id{0};
};
[[nodiscard]] std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects);

} // namespace palabre::widget
