// How far each item has come in answering the pointer, from 0 to 1. Small, short, and switched off for who asks so.
#pragma once

#include <cstdint>
#include <vector>

namespace palabre::paint {

struct Progress {
  float hover{0};
  float press{0};
  float focus{0};
  float appear{1};
};

class MotionTable {
public:
  // Begins a frame: `elapsed` milliseconds since the last one. Entries that no frame asks for any more are dropped.
  void begin(float elapsed, bool instant);
  // Moves the item's progress towards what holds now.
  struct Targets {
    bool hovered{false};
    bool pressed{false};
    bool focused{false};
    bool fresh{false};
  };
  Progress step(std::uint32_t id, const Targets& targets);
  [[nodiscard]] Progress peek(std::uint32_t id) const; // where it stands now
  [[nodiscard]] bool moving() const { return moving_; }

private:
  struct Entry {
    std::uint32_t id;
    std::uint32_t frame;
    Progress progress;
  };
  void approach(float& value, bool on, float duration);

  std::vector<Entry> entries_; // sorted by id; only items that are not at rest
  float elapsed_{0};
  std::uint32_t frame_{0};
  bool instant_{false};
  bool moving_{false};
};

} // namespace palabre::paint
