// The time where the owner is: the host says the zone's name and when its clocks change, as nothing here may ask.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/instant.h"

namespace palabre::view::desk {

struct LocalZone {
  struct Shift {
    Instant from;
    std::int32_t offset_min{0}; // east of UTC
  };
  std::string name{};          // "Europe/Paris"; empty: unknown
  std::int32_t offset_min{0};  // before the first shift
  std::vector<Shift> shifts{}; // ascending
};
// "Europe/Paris;60,1774746000000:120,…": the name, the offset before the first shift, and the shifts. Any bytes.
[[nodiscard]] LocalZone read_zone(std::string_view text);

[[nodiscard]] std::int32_t offset_at(const LocalZone& zone, Instant instant);
[[nodiscard]] CivilTime local_time(const LocalZone& zone, Instant instant);
// An hour that the clocks leave out is the one after; of one that they repeat it is the first.
[[nodiscard]] Instant instant_at(const LocalZone& zone, const CivilTime& local);

// As <input type="datetime-local"> has it: "2026-11-20T09:00".
[[nodiscard]] std::string to_field(const LocalZone& zone, Instant instant);
[[nodiscard]] std::optional<Instant> from_field(const LocalZone& zone,
                                                std::string_view text); // nullopt: no such moment
// "Europe/Paris, UTC+1", "UTC+5:30" where the name is not known.
[[nodiscard]] std::string zone_in_words(const LocalZone& zone, Instant at);

// Days since 1970-01-01, as the owner's calendar has them.
[[nodiscard]] std::int64_t local_day(const LocalZone& zone, Instant instant);
[[nodiscard]] Instant start_of_day(const LocalZone& zone, std::int64_t day);
[[nodiscard]] CivilTime date_of_day(std::int64_t day);
[[nodiscard]] std::int64_t day_of_date(std::int64_t year, unsigned month, unsigned day);
[[nodiscard]] unsigned weekday_of(std::int64_t day); // 1 Monday … 7 Sunday

} // namespace palabre::view::desk
