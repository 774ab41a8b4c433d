// Web origins, as browsers send them in Origin: scheme://host[:port], lower case, no default port.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palabre::service {

// The origin of an http(s) address, `HTTPS://Example.org:443/a` → `https://example.org`; nullopt for anything else.
[[nodiscard]] std::optional<std::string> origin_of(std::string_view address);

// ^[a-z0-9][a-z0-9-]{0,62}$
[[nodiscard]] bool is_site_name(std::string_view name);

} // namespace palabre::service
