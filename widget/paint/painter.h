// Paints under the words: every item at the box that the browser laid out, with Dear ImGui's own widgets where there is
// one and its draw list for the rest. It knows no browser; the host hands it boxes and takes its ImDrawData.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "shared/view/node.h"
#include "widget/paint/theme.h"

struct ImDrawData;

namespace palabre::paint {

// Device pixels from the canvas's top left corner.
struct Box {
  float x{0};
  float y{0};
  float width{0};
  float height{0};
};

// What the browser knows of an item at this moment; bits, for they cross the host's flat edge as one number.
enum Mark : std::uint32_t {
  mark_none = 0,
  mark_focused = 1, // has the keyboard's focus, and the browser would show it
  mark_right_to_left = 2,
  mark_fresh = 4, // came into the page by a patch, and is painted for the first time
};

struct PlacedItem {
  std::uint32_t id{0};
  view::Paint paint;
  view::State state{view::State::none};
  std::uint32_t marks{mark_none};
  std::int32_t block{0};         // the comment it belongs to
  std::int32_t parent_block{-1}; // the comment which that one answers; -1: none
  Box box;
};

struct Pointer {
  float x{-1};
  float y{-1};
  bool inside{false};
  bool down{false};
};

enum class Motion : std::uint8_t { full, reduced };

struct Frame {
  float width{0}; // of the canvas, device pixels
  float height{0};
  double now{0}; // milliseconds, any origin, never going back
  Pointer pointer;
  Motion motion{Motion::full};
};

enum class NextFrame : std::uint8_t { not_needed, needed }; // needed: something is still moving

// Paints the kinds that only some modules have: readers download no charts.
struct Brush;
struct Progress;
using MoreKinds = void (*)(const Brush&, const Progress&);

class Painter {
public:
  explicit Painter(MoreKinds more = nullptr);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // Items in document order; draw_data() then holds them until the next call.
  NextFrame paint(const std::vector<PlacedItem>& items, const Theme& theme, const Frame& frame);
  // nullptr before the first paint.
  [[nodiscard]] ImDrawData* draw_data() const;
  // Every texture has to be made again: the drawing context was lost.
  void forget_textures();

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::paint
