// What one policy has that another one has not, for the log and to take a change back.
#pragma once

#include <string>
#include <string_view>

#include "shared/model/error.h"
#include "shared/rules/policy.h"

namespace palabre::wire {

// JSON objects of the members that differ, named as in codec_policy.h, the lists as "words.hold" … with
// {"removed":[…]} in `before` and {"added":[…]} in `after`, complete. Both empty: nothing differs; the order of a list,
// and what stands in it twice, is no difference.
struct PolicyDifference {
  std::string before;
  std::string after;
};
[[nodiscard]] PolicyDifference difference(const rules::Policy& before, const rules::Policy& after);

// The present policy without that change, whatever else changed since: settings_changed when one of its members is no
// longer as the change left it. Any bytes may be read.
[[nodiscard]] Expected<rules::Policy> take_back(const rules::Policy& present, std::string_view before,
                                                std::string_view after);

} // namespace palabre::wire
