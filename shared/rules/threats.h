// Threats and wishes of death, at whoever reads.
#pragma once

#include <vector>

#include "shared/rules/aim.h"
#include "shared/rules/scene.h"

namespace palabre::rules {

void find_threats(const Scene& scene, std::vector<Offence>& offences);

} // namespace palabre::rules
