// A module's flat C edge, the only file that knows Emscripten. Texts and records cross it in two buffers: what comes
// in is written at palabre_input(size), what goes out lies at palabre_output() until the next call.
// web/src/glue/module.ts is the other side.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <emscripten.h>

#include "widget/host/door.h"
#include "widget/host/draw_record.h"
#include "widget/paint/painter.h"

using namespace palabre;

namespace {

struct ItemRecord { // 5 × 4 bytes
  std::uint32_t id;
  std::uint32_t kind;
  float value;
  std::uint32_t seed;
  std::uint32_t state;
};
static_assert(sizeof(ItemRecord) == 20);

struct PlaceRecord { // 8 × 4 bytes; `item` is an index into the items of the last palabre_items()
  std::uint32_t item;
  float x;
  float y;
  float width;
  float height;
  std::uint32_t marks;
  std::int32_t block;
  std::int32_t parent_block;
};
static_assert(sizeof(PlaceRecord) == 32);

struct FrameRecord { // one double, then words of 4 bytes
  double now;
  float width;
  float height;
  float pointer_x;
  float pointer_y;
  float radius;
  float scale;
  std::uint32_t flags; // 1: pointer inside, 2: pressed, 4: reduced motion
  std::uint32_t places;
  std::array<std::uint32_t, paint::token_count> colours;
};
static_assert(sizeof(FrameRecord) % 8 == 0 && sizeof(FrameRecord) == 8 + (8 + paint::token_count) * 4);

std::vector<char> input;
std::string output;
struct Thread {
  std::unique_ptr<host::Door> session;
  std::vector<widget::dom::PaintItem> items{}; // of the last palabre_items()
  // By pane, made by its first frame: what moves, and what is on a canvas, is this pane's own.
  std::vector<std::unique_ptr<paint::Painter>> painters{};
};
constexpr std::uint32_t most_panes = 64;
std::vector<std::unique_ptr<Thread>> threads; // by handle; null: closed

std::uint32_t address(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::string_view input_text(std::uint32_t size) {
  return {input.data(), size <= input.size() ? size : 0};
}

Thread* thread_at(std::uint32_t handle) {
  return handle < threads.size() ? threads[handle].get() : nullptr;
}

host::Door* session_at(std::uint32_t handle) {
  Thread* thread = thread_at(handle);
  return thread == nullptr ? nullptr : thread->session.get();
}

paint::Painter* painter_at(Thread& thread, std::uint32_t pane) {
  return pane < thread.painters.size() ? thread.painters[pane].get() : nullptr;
}

// The outputs of all records are read as 32-bit words.
template <class Record> void put_records(const std::vector<Record>& records) {
  output.assign(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(Record));
}

std::vector<paint::PlacedItem> read_places(const std::vector<widget::dom::PaintItem>& items, const char* from,
                                           std::uint32_t count) {
  std::vector<paint::PlacedItem> placed;
  placed.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i, from += sizeof(PlaceRecord)) {
    PlaceRecord place;
    std::memcpy(&place, from, sizeof place);
    if (place.item >= items.size()) continue;
    const widget::dom::PaintItem& item = items[place.item];
    placed.push_back({item.id,
                      item.paint,
                      item.state,
                      place.marks,
                      place.block,
                      place.parent_block,
                      {place.x, place.y, place.width, place.height}});
  }
  return placed;
}

} // namespace

extern "C" {

// Room for `size` bytes.
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_input(std::uint32_t size) {
  if (input.size() < size) input.resize(size);
  return address(input.data());
}
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_output() {
  return address(output.data());
}
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_output_size() {
  return static_cast<std::uint32_t>(output.size());
}

// In: the configuration. Answers a handle.
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_open(std::uint32_t size) {
  threads.push_back(std::unique_ptr<Thread>(new Thread{host::open_door(input_text(size))}));
  return static_cast<std::uint32_t>(threads.size() - 1);
}
EMSCRIPTEN_KEEPALIVE void palabre_close(std::uint32_t handle) {
  if (handle < threads.size()) threads[handle].reset();
}

// In: an event. Out: patches and effects.
EMSCRIPTEN_KEEPALIVE void palabre_receive(std::uint32_t handle, std::uint32_t size) {
  host::Door* session = session_at(handle);
  output = session == nullptr ? std::string() : session->receive(input_text(size));
}

EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_ids_given(std::uint32_t handle) {
  const host::Door* session = session_at(handle);
  return session == nullptr ? 0 : session->ids_given();
}

// Out: ItemRecords, in document order.
EMSCRIPTEN_KEEPALIVE void palabre_items(std::uint32_t handle) {
  Thread* thread = thread_at(handle);
  if (thread == nullptr) return output.clear();
  thread->items = thread->session->paint_items();
  std::vector<ItemRecord> records;
  records.reserve(thread->items.size());
  for (const widget::dom::PaintItem& item : thread->items) {
    records.push_back({item.id, static_cast<std::uint32_t>(item.paint.kind), item.paint.value, item.paint.seed,
                       static_cast<std::uint32_t>(item.state)});
  }
  put_records(records);
}

// In: ItemRecords that another module shows. They are painted in place of the session's own, until the next
// palabre_items().
EMSCRIPTEN_KEEPALIVE void palabre_take_items(std::uint32_t handle, std::uint32_t size) {
  Thread* thread = thread_at(handle);
  if (thread == nullptr || size > input.size()) return;
  thread->items.clear();
  for (std::uint32_t at = 0; at + sizeof(ItemRecord) <= size; at += sizeof(ItemRecord)) {
    ItemRecord record;
    std::memcpy(&record, input.data() + at, sizeof record);
    thread->items.push_back({record.id,
                             {static_cast<view::PaintKind>(record.kind), record.value, record.seed},
                             static_cast<view::State>(record.state)});
  }
}

// Out: the names of the custom properties whose colours a frame wants, in that order.
EMSCRIPTEN_KEEPALIVE void palabre_theme() {
  output.assign(paint::token_properties);
}

// A session may be painted in several panes, numbered from 0, each on a canvas of its own.
// In: a FrameRecord and its PlaceRecords. Out: what to draw, see draw_record.h. Answers 1 when another frame is needed.
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_paint(std::uint32_t handle, std::uint32_t pane, std::uint32_t size) {
  Thread* thread = thread_at(handle);
  FrameRecord record;
  if (thread == nullptr || pane >= most_panes || size < sizeof record || size > input.size()) return 0;
  std::memcpy(&record, input.data(), sizeof record);
  if (record.places > (size - sizeof record) / sizeof(PlaceRecord)) return 0;
  if (pane >= thread->painters.size()) thread->painters.resize(pane + 1);
  std::unique_ptr<paint::Painter>& painter = thread->painters[pane];
  if (!painter) painter = host::make_painter();
  paint::Theme theme;
  theme.radius = record.radius;
  theme.scale = record.scale;
  std::copy(record.colours.begin(), record.colours.end(), theme.colours.begin());
  paint::Frame frame;
  frame.width = record.width;
  frame.height = record.height;
  frame.now = record.now;
  frame.pointer = {record.pointer_x, record.pointer_y, (record.flags & 1) != 0, (record.flags & 2) != 0};
  frame.motion = (record.flags & 4) != 0 ? paint::Motion::reduced : paint::Motion::full;
  const auto placed = read_places(thread->items, input.data() + sizeof record, record.places);
  const paint::NextFrame next = painter->paint(placed, theme, frame);
  put_records(host::draw_words(*painter->draw_data()));
  return next == paint::NextFrame::needed ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void palabre_forget_textures(std::uint32_t handle, std::uint32_t pane) {
  Thread* thread = thread_at(handle);
  paint::Painter* painter = thread == nullptr ? nullptr : painter_at(*thread, pane);
  if (painter != nullptr) painter->forget_textures();
}

} // extern "C"
