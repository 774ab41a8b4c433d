#include "shared/view/desk/local_time.h"

#include <algorithm>

namespace palabre::view::desk {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day_length = 86'400'000;
constexpr std::int32_t furthest_offset = 14 * 60; // minutes
constexpr std::size_t most_shifts = 64;

std::int64_t floor_day(std::int64_t milliseconds) {
  const std::int64_t day = milliseconds / day_length;
  return milliseconds % day_length < 0 ? day - 1 : day;
}

// "-120"; nullopt for what is no number of at most 15 digits.
std::optional<std::int64_t> read_number(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return negative ? -number : number;
}

std::optional<std::int32_t> read_offset(std::string_view text) {
  const auto number = read_number(text);
  if (!number || *number > furthest_offset || *number < -furthest_offset) return std::nullopt;
  return static_cast<std::int32_t>(*number);
}

void read_shift(std::string_view text, LocalZone& zone) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || zone.shifts.size() >= most_shifts) return;
  const auto from = read_number(text.substr(0, colon));
  const auto offset = read_offset(text.substr(colon + 1));
  if (!from || !offset) return;
  if (!zone.shifts.empty() && Instant{*from} <= zone.shifts.back().from) return;
  zone.shifts.push_back({Instant{*from}, *offset});
}

// Two digits at `at`, at most `largest`.
std::optional<unsigned> two_at(std::string_view text, std::size_t at, unsigned largest) {
  const auto number = read_number(text.substr(at, 2));
  if (!number || *number < 0 || *number > largest) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

LocalZone read_zone(std::string_view text) {
  LocalZone zone;
  const std::size_t mark = text.find(';');
  if (mark == std::string_view::npos) return zone;
  zone.name = std::string(text.substr(0, std::min<std::size_t>(mark, 64)));
  text.remove_prefix(mark + 1);
  for (bool first = true; !text.empty(); first = false) {
    const std::string_view one = text.substr(0, text.find(','));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    if (first)
      zone.offset_min = read_offset(one).value_or(0);
    else
      read_shift(one, zone);
  }
  return zone;
}

std::int32_t offset_at(const LocalZone& zone, Instant instant) {
  std::int32_t offset = zone.offset_min;
  for (const LocalZone::Shift& shift : zone.shifts) {
    if (instant < shift.from) break;
    offset = shift.offset_min;
  }
  return offset;
}

CivilTime local_time(const LocalZone& zone, Instant instant) {
  return to_civil(Instant{instant.milliseconds + offset_at(zone, instant) * minute});
}

// Two offsets may be in force around it; the earlier moment that shows this time is taken.
Instant instant_at(const LocalZone& zone, const CivilTime& local) {
  const std::int64_t shown = from_civil(local).milliseconds;
  const std::int32_t before = offset_at(zone, Instant{shown - day_length});
  const std::int32_t after = offset_at(zone, Instant{shown + day_length});
  for (const std::int32_t offset : {std::max(before, after), std::min(before, after)}) {
    const Instant instant{shown - offset * minute};
    if (offset_at(zone, instant) == offset) return instant;
  }
  return Instant{shown - before * minute};
}

std::string to_field(const LocalZone& zone, Instant instant) {
  const CivilTime at = local_time(zone, instant);
  if (at.year < 1000 || at.year > 9999) return {};
  return std::to_string(at.year) + "-" + two_digits(at.month) + "-" + two_digits(at.day) + "T" + two_digits(at.hour) +
         ":" + two_digits(at.minute);
}

std::optional<Instant> from_field(const LocalZone& zone, std::string_view text) {
  if (text.size() < 16 || text.size() > 23) return std::nullopt; // browsers may add seconds
  if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') return std::nullopt;
  const auto year = read_number(text.substr(0, 4));
  const auto month = two_at(text, 5, 12);
  const auto day = two_at(text, 8, 31);
  const auto hour = two_at(text, 11, 23);
  const auto minutes = two_at(text, 14, 59);
  if (!year || *year < 1000 || !month || !day || !hour || !minutes || *month == 0 || *day == 0) return std::nullopt;
  const CivilTime local{*year, *month, *day, *hour, *minutes, 0, 0};
  const CivilTime again = to_civil(from_civil(local));
  if (again.day != *day || again.month != *month) return std::nullopt; // 30 February
  return instant_at(zone, local);
}

std::string zone_in_words(const LocalZone& zone, Instant at) {
  const std::int32_t offset = offset_at(zone, at);
  const std::int32_t minutes = offset < 0 ? -offset : offset;
  std::string words = "UTC";
  if (offset != 0) words += (offset < 0 ? "−" : "+") + std::to_string(minutes / 60);
  if (minutes % 60 != 0) words += ":" + two_digits(minutes % 60);
  return zone.name.empty() || zone.name == "UTC" ? words : zone.name + ", " + words;
}

std::int64_t local_day(const LocalZone& zone, Instant instant) {
  return floor_day(instant.milliseconds + offset_at(zone, instant) * minute);
}

Instant start_of_day(const LocalZone& zone, std::int64_t day) {
  return instant_at(zone, date_of_day(day));
}

CivilTime date_of_day(std::int64_t day) {
  return to_civil(Instant{day * day_length});
}

std::int64_t day_of_date(std::int64_t year, unsigned month, unsigned day) {
  return floor_day(from_civil({year, month, day, 0, 0, 0, 0}).milliseconds);
}

unsigned weekday_of(std::int64_t day) {
  const std::int64_t since_monday = (day + 3) % 7; // 1970-01-01 was a Thursday
  return static_cast<unsigned>(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

} // namespace palabre::view::desk
