#include "widget/paint/avatar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "widget/paint/theme.h"

namespace palabre::paint {

namespace {

constexpr float pi = 3.14159265359f;
constexpr std::size_t head_points = 56;

struct Palette {
  ImU32 ground;
  ImU32 head;
  ImU32 ink;
};
constexpr ImU32 rgb(unsigned value) {
  return IM_COL32(value >> 16 & 255, value >> 8 & 255, value & 255, 255);
}

// The unpainted look has the same twelve hues, 30 degrees apart: web/styles/comment.css. In OKLCH the grounds are
// (93 %, 0.045), the heads (74 %, 0.125), the ink (30 %, 0.07).
constexpr std::array<Palette, 12> palettes{{
    {rgb(0xffdddb), rgb(0xef898a), rgb(0x4b1d1f)},
    {rgb(0xffe0ce), rgb(0xe9925f), rgb(0x492107)},
    {rgb(0xf8e5c7), rgb(0xd4a143), rgb(0x402900)},
    {rgb(0xe9ebc9), rgb(0xb0b14b), rgb(0x303000)},
    {rgb(0xd9f0d3), rgb(0x7fbe71), rgb(0x193612)},
    {rgb(0xcbf2e3), rgb(0x43c49f), rgb(0x003928)},
    {rgb(0xc6f2f4), rgb(0x08c2ca), rgb(0x00383c)},
    {rgb(0xcaeeff), rgb(0x43b9ea), rgb(0x00334a)},
    {rgb(0xd7e9ff), rgb(0x7cabf9), rgb(0x182d50)},
    {rgb(0xe7e3ff), rgb(0xaa9df4), rgb(0x2e274e)},
    {rgb(0xf6dffb), rgb(0xce90dc), rgb(0x3d2143)},
    {rgb(0xffdcec), rgb(0xe589b6), rgb(0x471d33)},
}};

// Takes one choice after another out of a seed.
class Choices {
public:
  explicit Choices(std::uint32_t seed) : rest_(seed * 2654435761u ^ seed >> 15) {}
  unsigned of(unsigned count) {
    rest_ ^= rest_ << 13;
    rest_ ^= rest_ >> 17;
    rest_ ^= rest_ << 5;
    return (rest_ >> 8) % count;
  }
  float between(float low, float high) { return low + (high - low) * static_cast<float>(of(1024)) / 1023.0f; }

private:
  std::uint32_t rest_;
};

struct Face {
  ImDrawList& list;
  ImVec2 centre; // of the head
  float radius;  // of the whole avatar
  float cosine;
  float sine;
  ImU32 ink;

  // From head units (radius 1, upright) to the canvas.
  [[nodiscard]] ImVec2 at(float x, float y) const {
    return {centre.x + (x * cosine - y * sine) * radius, centre.y + (x * sine + y * cosine) * radius};
  }
};

// Between a circle (0) and a superellipse of the fourth degree, nearly a rounded square (1).
float head_reach(float angle, float squareness, float tall) {
  const float c = std::cos(angle);
  const float s = std::sin(angle) / tall;
  const float round = c * c + s * s;
  const float square = c * c * c * c + s * s * s * s;
  const float circle = 1.0f / std::sqrt(round);
  return circle + (1.0f / std::sqrt(std::sqrt(square)) - circle) * squareness;
}

// The head, cut off at the avatar's edge. Both are convex and the avatar's centre lies in both, so taking the nearer
// edge in each direction is the exact intersection.
void draw_head(ImDrawList& list, const ImVec2& middle, float radius, const Face& face, float size, float squareness,
               ImU32 colour) {
  std::array<ImVec2, head_points> points;
  for (std::size_t i = 0; i < head_points; ++i) {
    const float angle = 2.0f * pi * static_cast<float>(i) / static_cast<float>(head_points);
    const float reach = head_reach(angle, squareness, 1.06f) * size;
    const ImVec2 edge = face.at(std::cos(angle) * reach, std::sin(angle) * reach);
    const float x = edge.x - middle.x;
    const float y = edge.y - middle.y;
    const float limit = std::min(1.0f, radius / std::max(0.001f, std::sqrt(x * x + y * y)));
    points[i] = {middle.x + x * limit, middle.y + y * limit};
  }
  list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
}

void draw_arc(const Face& face, float x, float y, float reach, float from, float to, float width) {
  constexpr int steps = 10;
  for (int i = 0; i <= steps; ++i) {
    const float angle = from + (to - from) * static_cast<float>(i) / steps;
    face.list.PathLineTo(face.at(x + std::cos(angle) * reach, y + std::sin(angle) * reach));
  }
  face.list.PathStroke(face.ink, 0, width * face.radius);
}

void draw_eyes(const Face& face, unsigned kind, float apart, float y) {
  for (const float x : {-apart, apart}) {
    if (kind == 0) face.list.AddCircleFilled(face.at(x, y), 0.1f * face.radius, face.ink, 12);
    if (kind == 1) face.list.AddCircleFilled(face.at(x, y), 0.14f * face.radius, face.ink, 16);
    if (kind == 2) draw_arc(face, x, y + 0.05f, 0.12f, pi * 1.1f, pi * 1.9f, 0.09f);
    if (kind == 1) face.list.AddCircleFilled(face.at(x + 0.04f, y - 0.045f), 0.04f * face.radius, IM_COL32_WHITE, 8);
  }
}

void draw_mouth(const Face& face, unsigned kind, float y) {
  if (kind == 0) draw_arc(face, 0, y - 0.12f, 0.24f, pi * 0.18f, pi * 0.82f, 0.09f);
  if (kind == 1) {
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i) {
      const float angle = pi * static_cast<float>(i) / steps;
      face.list.PathLineTo(face.at(std::cos(angle) * 0.2f, y - 0.06f + std::sin(angle) * 0.19f));
    }
    face.list.PathFillConvex(face.ink);
  }
  if (kind == 2) draw_arc(face, 0.03f, y - 0.3f, 0.36f, pi * 0.36f, pi * 0.6f, 0.09f);
  if (kind == 3) face.list.AddCircleFilled(face.at(0, y), 0.09f * face.radius, face.ink, 12);
}

void draw_extra(const Face& face, unsigned kind, float apart, float eye_y, ImU32 tint) {
  if (kind == 0) {
    for (const float x : {-apart - 0.14f, apart + 0.14f}) {
      face.list.AddCircleFilled(face.at(x, eye_y + 0.2f), 0.1f * face.radius, tint, 12);
    }
  }
  if (kind == 1) {
    for (const float x : {-apart, apart})
      face.list.AddCircle(face.at(x, eye_y), 0.2f * face.radius, face.ink, 18, 0.05f * face.radius);
    face.list.AddLine(face.at(-apart + 0.2f, eye_y), face.at(apart - 0.2f, eye_y), face.ink, 0.05f * face.radius);
  }
}

} // namespace

void draw_avatar(ImDrawList& list, const Rect& rect, std::uint32_t seed, float opacity, Ground ground) {
  const Palette& palette = palettes[seed % palettes.size()];
  Choices choices(seed);
  const ImVec2 middle = rect.centre();
  const float radius = std::min(rect.width(), rect.height()) * 0.5f;
  const float tilt = choices.between(-0.38f, 0.38f);
  const ImVec2 centre{middle.x + choices.between(-0.16f, 0.16f) * radius,
                      middle.y + choices.between(0.2f, 0.36f) * radius};
  const Face face{list, centre, radius, std::cos(tilt), std::sin(tilt), with_alpha(palette.ink, opacity)};
  const ImU32 behind = ground == Ground::dark ? blend(palette.head, palette.ink, 0.6f) : palette.ground;
  list.AddCircleFilled(middle, radius, with_alpha(behind, opacity), 0);
  const float size = choices.between(0.8f, 0.92f);
  const float squareness = choices.between(0.0f, 0.9f);
  draw_head(list, middle, radius, face, size, squareness, with_alpha(palette.head, opacity));
  const float apart = choices.between(0.28f, 0.38f);
  const float eye_y = choices.between(-0.22f, -0.1f);
  draw_eyes(face, choices.of(3), apart, eye_y);
  draw_mouth(face, choices.of(4), eye_y + 0.38f);
  draw_extra(face, choices.of(4), apart, eye_y, with_alpha(IM_COL32(255, 255, 255, 110), opacity));
}

} // namespace palabre::paint
