// A friendly face for a name: the same seed gives the same face everywhere.
#pragma once

#include <cstdint>

#include "widget/paint/shapes.h"

namespace palabre::paint {

void draw_avatar(ImDrawList& list, const Rect& rect, std::uint32_t seed, float opacity);

} // namespace palabre::paint
