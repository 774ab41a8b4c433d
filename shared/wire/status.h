#pragma once

#include <string_view>

namespace palabre::wire {

// The phrase that RFC 9110 and its registry give to an HTTP status, of those that Palabre answers with: in the status
// line, and as the title of a problem document. Others: "Status".
[[nodiscard]] std::string_view status_phrase(int status);

} // namespace palabre::wire
