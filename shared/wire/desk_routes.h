// The desk's routes, once, as routes.h has the public ones: the server registers from this table, the desk builds its
// URLs with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/wire/desk.h"
#include "shared/wire/routes.h"

namespace palabre::wire {

inline constexpr std::string_view desk_root = "/api/v1/admin";
// The header that carries DeskSession::csrf.
inline constexpr std::string_view csrf_header = "X-Palabre-Desk";

// "/api/v1/admin/" + path, percent-encoding is the caller's for what stands in it.
[[nodiscard]] std::string desk_url(std::string_view path);
// With the filter's members as parameters; `after` may be empty.
[[nodiscard]] std::string queue_url(const QueueFilter& filter, std::string_view after);

} // namespace palabre::wire
