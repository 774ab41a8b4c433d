#pragma once

#include <string>
#include <vector>

#include "shared/model/id.h"

namespace palabre {

struct Site {
  SiteId id;
  std::string name;                 // ^[a-z0-9][a-z0-9-]{0,62}$
  std::vector<std::string> origins; // as browsers send them: scheme://host[:port], lower case
};

} // namespace palabre
