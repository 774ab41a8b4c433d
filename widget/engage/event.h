// What the host says, and how it is answered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "widget/dom/patch.h"
#include "widget/engage/model.h"

namespace palabre::widget::engage {

enum class EventType : std::uint8_t { begin, remember, own, click, submit, input, response, tick, shown, hidden };

struct Event {
  EventType type{EventType::tick};
  std::optional<Instant> now;
  std::uint32_t id{0};
  std::string value; // of input: the field's; of tick: the Wake's name
  // Of begin:
  std::string document;
  bool adopt{false};
  // Of remember:
  std::string reader;
  bool known{false};
  std::string name;
  std::string stored_posts;
  std::string stored_dismissed;
  // Of response and own:
  std::uint32_t request{0};
  int status{0}; // 0: none came
  std::string body;
  std::int64_t retry_after_s{0};
};

// Any bytes; nullopt: not understood.
[[nodiscard]] std::optional<Event> decode_event(std::string_view json);

// An effect whose target has been found: 0 for those without one.
struct PlacedEffect {
  Effect effect;
  std::uint32_t id{0};
};
[[nodiscard]] std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects);

} // namespace palabre::widget::engage
