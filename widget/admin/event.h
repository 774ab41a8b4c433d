// What the host says to the desk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "shared/model/instant.h"

namespace palabre::widget::desk {

enum class EventType : std::uint8_t { mount, route, click, submit, input, key, response, tick, shown, hidden };

struct Answer { // to a Fetch
  std::uint32_t request{0};
  int status{0}; // 0: none came
  std::string body;
  std::int64_t retry_after_s{0};
};
struct Key {
  std::string name;     // as KeyboardEvent.key
  bool modified{false}; // Ctrl or Command
  bool shifted{false};
  bool typing{false}; // in a field
  std::string on{};   // Action::target of the button that has the focus
};

struct Event {
  EventType type{EventType::tick};
  std::optional<Instant> now;
  std::uint32_t id{0}; // of click, submit, input and key
  std::string
      value; // of tick: the Wake's name; of input: the field's, "on" or "" of a check box; of mount and route: the hash
  bool extended{false}; // of click and input: with Shift
  Key key;
  Answer answer;
  std::map<std::string, std::string> stored; // of mount: what this browser keeps
};

// Any bytes; nullopt: not understood.
[[nodiscard]] std::optional<Event> decode_event(std::string_view json);

} // namespace palabre::widget::desk
