// What a site's owner wants. Plain values; wire/codec_policy.h reads and writes them as JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/instant.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

enum class Admission : std::uint8_t {
  publish_all,    // what no rule objects to
  hold_newcomers, // the first comment of whoever has none published yet waits
  hold_all,
};
[[nodiscard]] std::string_view to_name(Admission admission); // "publish_all" …
[[nodiscard]] std::optional<Admission> parse_admission(std::string_view name);

// An entry is a word, a phrase, or a word with `*` for any letters at an end: `foo*`, `*foo*`. Matched folded, whole
// words, disguises included.
struct OwnerList {
  std::vector<std::string> hold;
  std::vector<std::string> reject;
  std::vector<std::string> allow; // never an offence, whatever the lists say
};

struct Policy {
  Admission admission{Admission::publish_all};
  float offence_hold{0.7F}; // a score from here on holds; above 1: never
  float offence_hide{1.1F};
  float spam_hold{0.9F};
  float spam_unsure{1.1F}; // from here to spam_hold: held as well; above 1: unsure comments are published
  float promotion_hide{0.7F};
  std::uint32_t links_hold{2};            // links in a body that hold it, of somebody trusted: never; 0: no such limit
  std::uint32_t newcomer_links{1};        // more than that from a newcomer are held
  std::uint32_t trusted_after{3};         // published comments
  Decision personal_data{Decision::hold}; // publish: not looked for
  bool mask_profanity{true};              // coarse words are masked until the reader lifts it
  Duration slow_mode{};                   // at least that long between two comments of one author on a page; 0: off
  std::uint32_t close_after_days{0};      // after a page's first comment; 0: never
  std::uint32_t hold_after_flags{0};      // flags of different readers; 0: flags only tell the moderators
  OwnerList words;
  std::vector<std::string> blocked_domains; // links to them, or to a subdomain, are held
  std::vector<std::string> trusted_domains; // links to them count for nothing; the server adds the site's own
};

enum class Preset : std::uint8_t { open, careful, locked_down };
[[nodiscard]] std::string_view to_name(Preset preset); // "open", "careful", "locked_down"
[[nodiscard]] std::optional<Preset> parse_preset(std::string_view name);
[[nodiscard]] Policy policy_of(Preset preset); // the default of a new site is careful

} // namespace palabre::rules
