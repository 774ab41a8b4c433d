// The flat C edge of the posts' module; web/src/engage/module.ts is the other side. Texts and records cross it in two
// buffers, as in widget/host/host.cpp.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <emscripten.h>

#include "widget/engage/session.h"

using namespace palabre;

namespace {

struct ItemRecord { // 5 × 4 bytes, as in widget/host/host.cpp
  std::uint32_t id;
  std::uint32_t kind;
  float value;
  std::uint32_t seed;
  std::uint32_t state;
};
static_assert(sizeof(ItemRecord) == 20);

using widget::engage::Session;

std::vector<char> input;
std::string output;
std::vector<std::unique_ptr<Session>> sessions; // by handle; null: closed

std::uint32_t address(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::string_view input_text(std::uint32_t size) {
  return {input.data(), size <= input.size() ? size : 0};
}

Session* session_at(std::uint32_t handle) {
  return handle < sessions.size() ? sessions[handle].get() : nullptr;
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
  sessions.push_back(std::make_unique<Session>(input_text(size)));
  return static_cast<std::uint32_t>(sessions.size() - 1);
}
EMSCRIPTEN_KEEPALIVE void palabre_close(std::uint32_t handle) {
  if (handle < sessions.size()) sessions[handle].reset();
}

// In: an event. Out: patches and effects.
EMSCRIPTEN_KEEPALIVE void palabre_receive(std::uint32_t handle, std::uint32_t size) {
  Session* session = session_at(handle);
  output = session == nullptr ? std::string() : session->receive(input_text(size));
}
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_ids_given(std::uint32_t handle) {
  const Session* session = session_at(handle);
  return session == nullptr ? 0 : session->ids_given();
}

// Out: ItemRecords, in document order.
EMSCRIPTEN_KEEPALIVE void palabre_items(std::uint32_t handle) {
  const Session* session = session_at(handle);
  std::vector<ItemRecord> records;
  if (session != nullptr) {
    for (const widget::dom::PaintItem& item : session->paint_items()) {
      records.push_back({item.id, static_cast<std::uint32_t>(item.paint.kind), item.paint.value, item.paint.seed,
                         static_cast<std::uint32_t>(item.state)});
    }
  }
  output.assign(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(ItemRecord));
}

} // extern "C"
