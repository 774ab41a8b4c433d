// What people type about sites and networks, checked. An error's detail is a sentence for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"

namespace palabre::cli {

[[nodiscard]] Expected<void> check_site_name(const std::string& name);
// Web addresses to their origins: https://blog.example/about → https://blog.example. `null`, the origin of sandboxed
// frames, is itself.
[[nodiscard]] Expected<std::vector<std::string>> normalise_origins(const std::vector<std::string>& addresses);
// An IPv4 or IPv6 address, with a prefix length or without.
[[nodiscard]] bool is_network(std::string_view text);

} // namespace palabre::cli
