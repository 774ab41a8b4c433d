// One-time links to the desk. What opens it stands behind '#', which browsers keep to themselves: no log sees it.
#pragma once

#include <string>
#include <string_view>

#include "shared/wire/desk.h"

namespace palabre::cli {

// `origin` is the server's, without a slash at its end.
[[nodiscard]] inline std::string desk_link(std::string_view origin, wire::InvitationKind kind, std::string_view token) {
  const std::string_view name = kind == wire::InvitationKind::invitation ? "invite" : wire::to_name(kind);
  return std::string(origin) + "/admin#" + std::string(name) + "=" + std::string(token);
}

} // namespace palabre::cli
