#include "widget/paint/theme.h"

#include <algorithm>

namespace palabre::paint {

ImU32 with_alpha(ImU32 colour, float factor) {
  ImVec4 value = ImGui::ColorConvertU32ToFloat4(colour);
  value.w *= std::clamp(factor, 0.0f, 1.0f);
  return ImGui::ColorConvertFloat4ToU32(value);
}

// Mixed premultiplied, so that a transparent end lends its share of opacity but not its colour.
ImU32 blend(ImU32 from, ImU32 to, float amount) {
  const float t = std::clamp(amount, 0.0f, 1.0f);
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
  const float alpha = a.w + (b.w - a.w) * t;
  if (alpha <= 0.0f) return 0;
  const auto mix = [&](float x, float y) { return (x * a.w * (1.0f - t) + y * b.w * t) / alpha; };
  return ImGui::ColorConvertFloat4ToU32(ImVec4(mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), alpha));
}

ImU32 over(ImU32 top, ImU32 bottom, float amount) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(top);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(bottom);
  const float cover = a.w * std::clamp(amount, 0.0f, 1.0f);
  const float alpha = cover + b.w * (1.0f - cover);
  if (alpha <= 0.0f) return 0;
  const auto mix = [&](float x, float y) { return (x * cover + y * b.w * (1.0f - cover)) / alpha; };
  return ImGui::ColorConvertFloat4ToU32(ImVec4(mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), alpha));
}

} // namespace palabre::paint
