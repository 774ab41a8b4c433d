// What an entry of an owner's list may be; one check for the server, which refuses, and the desk, which says it while
// the list is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palabre::rules {

inline constexpr std::size_t owner_entry_limit = 200; // code points

enum class EntryFault : std::uint8_t { none, empty, too_long, matches_everything, no_domain, no_origin, forbidden };

// Of OwnerList's lists.
[[nodiscard]] EntryFault fault_of_word(std::string_view entry);
// Of Policy::blocked_domains and trusted_domains.
[[nodiscard]] EntryFault fault_of_domain(std::string_view entry);
// Of Site::origins: http:// or https://, a host, a port at most.
[[nodiscard]] EntryFault fault_of_origin(std::string_view entry);

} // namespace palabre::rules
