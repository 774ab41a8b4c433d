#pragma once

#include <string>
#include <vector>

#include "widget/admin/effect.h"
#include "widget/dom/patch.h"

namespace palabre::widget::desk {

// An effect whose target has been found: 0 for those without one.
struct PlacedEffect {
  Effect effect;
  std::uint32_t id{0};
};
[[nodiscard]] std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects);

} // namespace palabre::widget::desk
