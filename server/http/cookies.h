// What a request's Cookie headers say.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace palabre::http {

// Empty when there is none of this name, or when several disagree, as somebody may have planted one of them.
[[nodiscard]] std::string find_cookie(const Request& request, std::string_view name);

} // namespace palabre::http
