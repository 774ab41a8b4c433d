// The colours and measures that the painter takes from the page's style sheet.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <imgui.h>

namespace palabre::paint {

enum class Token : std::uint8_t {
  surface,
  line,
  shadow,
  field,
  field_line,
  button,
  button_line,
  accent,
  hover, // laid over whatever is below
  thread,
  quote,
  code,
  code_line,
  danger,
  highlight,
  ring, // around what has the focus: as the links, legible on the page whatever the accent
  good, // of the desk
  warning,
};
constexpr std::size_t token_count = 18;

// The custom properties that hold them, in the order of Token, separated by spaces.
constexpr std::string_view token_properties = "--p-surface --p-line --p-shadow --p-field --p-field-line --p-button "
                                              "--p-button-line --p-accent --p-hover --p-thread "
                                              "--p-quote --p-code --p-code-line --p-danger --p-highlight --p-link "
                                              "--p-good --p-warning";

struct Theme {
  std::array<ImU32, token_count> colours{}; // IM_COL32, straight alpha
  float radius{10};                         // CSS pixels
  float scale{1};                           // device pixels in a CSS pixel

  [[nodiscard]] ImU32 operator[](Token token) const { return colours[static_cast<std::size_t>(token)]; }
  [[nodiscard]] float px(float css) const { return css * scale; }
};

[[nodiscard]] ImU32 with_alpha(ImU32 colour, float factor);    // its alpha times `factor`
[[nodiscard]] ImU32 blend(ImU32 from, ImU32 to, float amount); // 0: from, 1: to
[[nodiscard]] ImU32 over(ImU32 top, ImU32 bottom, float amount);

} // namespace palabre::paint
