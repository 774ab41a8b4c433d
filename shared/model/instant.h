// A point in time and a length of time, both whole milliseconds. `shared` reads no clock: instants come in as
// arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palabre {

struct Duration {
  std::int64_t milliseconds{0};

  [[nodiscard]] static constexpr Duration seconds(std::int64_t n) { return {n * 1000}; }
  [[nodiscard]] static constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }

  friend bool operator==(Duration a, Duration b) { return a.milliseconds == b.milliseconds; }
  friend bool operator<(Duration a, Duration b) { return a.milliseconds < b.milliseconds; }
};

struct Instant {
  std::int64_t milliseconds{0}; // since 1970-01-01T00:00:00Z

  friend bool operator==(Instant a, Instant b) { return a.milliseconds == b.milliseconds; }
  friend bool operator!=(Instant a, Instant b) { return a.milliseconds != b.milliseconds; }
  friend bool operator<(Instant a, Instant b) { return a.milliseconds < b.milliseconds; }
  friend bool operator<=(Instant a, Instant b) { return a.milliseconds <= b.milliseconds; }
  friend Instant operator+(Instant a, Duration d) { return {a.milliseconds + d.milliseconds}; }
  friend Duration operator-(Instant a, Instant b) { return {a.milliseconds - b.milliseconds}; }
};

struct CivilTime {
  std::int64_t year;
  unsigned month; // 1 … 12
  unsigned day;   // 1 … 31
  unsigned hour;  // 0 … 23
  unsigned minute;
  unsigned second;
  unsigned millisecond;
};

[[nodiscard]] CivilTime to_civil(Instant instant);        // proleptic Gregorian, UTC
[[nodiscard]] Instant from_civil(const CivilTime& civil); // years within ± 200,000,000

// RFC 3339 in UTC with milliseconds: 2026-11-20T11:16:58.123Z. What lies outside the years 0000 … 9999 is moved to
// their nearest end, so that parse_rfc3339 always reads it.
[[nodiscard]] std::string to_rfc3339(Instant instant);
// Accepts `Z` or a numeric offset and 0 … 9 decimals (cut to milliseconds), a blank for the `T`, a leap second (taken
// as the next second); years 0000 … 9999 in UTC; nullopt for anything else.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

} // namespace palabre
