// What is to be done to the page, as data. Ids are numbers given by the mounted tree; 0 is the host's container.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palabre::widget::dom {

enum class PatchKind : std::uint8_t {
  element, // make `id`, of tag `name`
  text,    // make text node `id` with the words `value`
  set,     // attribute `name` of `id` to `value`
  unset,   // attribute `name` of `id`
  words,   // of text node `id`
  value,   // the live value of field `id`
  insert,  // put `id` into `parent`, before `before` (0: at the end)
  remove,  // `id` with its whole subtree, for good
};

struct Patch {
  PatchKind kind{PatchKind::element};
  std::uint32_t id{0};
  std::string name{};
  std::string value{};
  std::uint32_t parent{0};
  std::uint32_t before{0};
};

using Patches = std::vector<Patch>;

} // namespace palabre::widget::dom
