#pragma once

#include <string>

namespace palabre::view::desk {

// What is around the screens.
struct FrameState {
  bool menu{false};          // unfolded, where the window is narrow
  std::string theme{"auto"}; // auto, light or dark
  std::string site{};        // that the address asks for; empty: all of them
};

} // namespace palabre::view::desk
