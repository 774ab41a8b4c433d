// What is known of who writes, and of what the site got lately. Facts only; the rules weigh them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/model/instant.h"

namespace palabre::rules {

// A comment lately written on the site.
struct RecentComment {
  std::uint64_t fingerprint{0}; // rules/near_duplicate.h
  Instant created;
  bool same_author{false}; // by the reader's token, else by network prefix
};

struct Pace { // comments in the time before now, the present one not among them
  std::uint32_t in_minute{0};
  std::uint32_t in_hour{0};
};

struct History {
  bool staff{false};          // no rule applies
  std::uint32_t published{0}; // of this author on this site
  std::uint32_t refused{0};   // held and never let through, marked as spam, hidden
  Pace author;                // by the reader's token
  Pace network;               // by network prefix: /24 of IPv4, /48 of IPv6
  Pace site;
  double site_usual_per_hour{0};         // over the last week; 0: unknown
  std::optional<Instant> author_on_page; // the author's last comment on this page
  std::optional<Instant> page_began;     // the page's first comment
  std::vector<RecentComment> recent;     // newest first, some hundreds at most
  std::optional<Duration> writing;       // from the first keystroke to sending, as the page says
  bool trap{false};                      // a field that people do not see was filled in
};

} // namespace palabre::rules
