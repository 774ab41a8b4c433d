#include "widget/paint/motion.h"

#include <algorithm>

namespace palabre::paint {

namespace {

constexpr float hover_duration = 120; // milliseconds
constexpr float press_duration = 70;
constexpr float focus_duration = 120;
constexpr float appear_duration = 160;

bool at_rest(const Progress& progress) {
  return progress.hover <= 0 && progress.press <= 0 && progress.focus <= 0 && progress.appear >= 1;
}

} // namespace

void MotionTable::begin(float elapsed, bool instant) {
  const std::uint32_t last = frame_;
  entries_.erase(std::remove_if(entries_.begin(), entries_.end(),
                                [last](const Entry& entry) { return entry.frame != last || at_rest(entry.progress); }),
                 entries_.end());
  ++frame_;
  elapsed_ = elapsed;
  instant_ = instant;
  moving_ = false;
}

void MotionTable::approach(float& value, bool on, float duration) {
  const float target = on ? 1.0f : 0.0f;
  if (value == target) return;
  const float step = instant_ ? 1.0f : elapsed_ / duration;
  value = on ? std::min(1.0f, value + step) : std::max(0.0f, value - step);
  moving_ = moving_ || value != target;
}

Progress MotionTable::peek(std::uint32_t id) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), id,
                                      [](const Entry& e, std::uint32_t key) { return e.id < key; });
  return found != entries_.end() && found->id == id ? found->progress : Progress{};
}

Progress MotionTable::step(std::uint32_t id, const Targets& targets) {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), id,
                                      [](const Entry& e, std::uint32_t key) { return e.id < key; });
  const bool known = found != entries_.end() && found->id == id;
  const bool wanted = targets.hovered || targets.pressed || targets.focused || targets.fresh;
  if (!known && !wanted) return {};
  const auto entry = known ? found : entries_.insert(found, Entry{id, frame_, {}});
  if (!known && targets.fresh) entry->progress.appear = 0;
  entry->frame = frame_;
  approach(entry->progress.hover, targets.hovered, hover_duration);
  approach(entry->progress.press, targets.pressed, press_duration);
  approach(entry->progress.focus, targets.focused, focus_duration);
  approach(entry->progress.appear, true, appear_duration);
  return entry->progress;
}

} // namespace palabre::paint
