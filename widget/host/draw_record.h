// ImDrawData as a row of 32-bit words, so that the browser's side needs to know no ImGui type:
//
//   textures, lists,
//   per texture: id, width, height, address of its RGBA pixels (0: delete it)
//   per list: address and count of vertices (20 bytes each: x, y, u, v as floats, RGBA bytes), address and count of
//     indices (16 bits), commands,
//     per command: clip x1, y1, x2, y2 as floats, texture, first vertex, first index, indices
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace palabre::host {

// Lists only textures that are new or changed, and takes note that the browser's side has seen them.
[[nodiscard]] std::vector<std::uint32_t> draw_words(ImDrawData& data);

} // namespace palabre::host
