// Where a text names people of a protected group.
#pragma once

#include <vector>

#include "shared/rules/scene.h"

namespace palabre::rules {

struct GroupMention {
  std::size_t first, last; // items, both inside
  bool subject;            // stands where its sentence's subject does
  bool partly;             // some of them
  bool pronoun;            // they, them: those named in this sentence or the one before or after it
};

[[nodiscard]] std::vector<GroupMention> find_groups(const Scene& scene);

} // namespace palabre::rules
