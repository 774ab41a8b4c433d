// A page's identity: what the owner set (`data-page`), else the canonical link, else origin + path without tracking
// parameters.
#pragma once

#include <string>
#include <string_view>

namespace palabre {

// Of an absolute http(s) URL: "/path?query" without fragment, without tracking parameters (utm_*, fbclid, gclid, mc_*,
// igshid, ref and the like), remaining parameters in their order, trailing "index.html" and duplicate slashes removed,
// a trailing slash kept off except for "/". Text that is no URL is returned trimmed, as it stands.
[[nodiscard]] std::string page_key_of_url(std::string_view url);

} // namespace palabre
