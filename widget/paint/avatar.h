// A friendly face for a name: the same seed gives the same face everywhere.
#pragma once

#include <cstdint>

#include "widget/paint/shapes.h"

namespace palabre::paint {

// On a dark page the ground behind the face is quieter.
enum class Ground : std::uint8_t { light, dark };

void draw_avatar(ImDrawList& list, const Rect& rect, std::uint32_t seed, float opacity, Ground ground);

} // namespace palabre::paint
