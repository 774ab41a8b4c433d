// The flat C edge of the rules' module; web/src/rules/main.ts is the other side. Texts cross it in two buffers, as in
// widget/host/host.cpp.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <emscripten.h>

#include "widget/judge/judge.h"

using namespace palabre;

namespace {

std::vector<char> input;
std::string output;

widget::Judge& judge() {
  static widget::Judge only;
  return only;
}

std::uint32_t address(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::string_view input_text(std::uint32_t size) {
  return {input.data(), size <= input.size() ? size : 0};
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

// Input: two letters of the language, then the bytes of its word lists. 1: taken.
EMSCRIPTEN_KEEPALIVE std::uint32_t palabre_load(std::uint32_t size) {
  const std::string_view given = input_text(size);
  return given.size() > 2 && judge().load(given.substr(0, 2), given.substr(2)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void palabre_policy(std::uint32_t size) {
  output = judge().policy(input_text(size));
}
EMSCRIPTEN_KEEPALIVE void palabre_judge(std::uint32_t size) {
  output = judge().judge(input_text(size));
}
EMSCRIPTEN_KEEPALIVE void palabre_backtest(std::uint32_t size) {
  output = judge().backtest(input_text(size));
}

} // extern "C"
