#include "shared/model/instant.h"

namespace palabre {

namespace {

constexpr std::int64_t milliseconds_a_day = 86'400'000;
constexpr std::int64_t year_zero = -62'167'219'200'000;        // 0000-01-01T00:00:00.000Z
constexpr std::int64_t end_of_year_9999 = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

// Days since 1970-01-01 by 400-year eras that begin in March, so that leap days come last
// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
constexpr std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
  const std::int64_t shifted_year = month <= 2 ? year - 1 : year;
  const std::int64_t era = floor_divide(shifted_year, 400);
  const std::int64_t year_of_era = shifted_year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

constexpr bool is_leap(std::int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr unsigned days_in_month(std::int64_t year, unsigned month) {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

void append_digits(std::string& out, std::int64_t value, int width) {
  std::int64_t divisor = 1;
  for (int digit = 1; digit < width; ++digit) divisor *= 10;
  for (; divisor > 0; divisor /= 10) out.push_back(static_cast<char>('0' + value / divisor % 10));
}

// Takes text from the front; every `take` leaves the reader as it was when it fails.
class Reader {
public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_number(std::size_t width, unsigned& value) {
    if (rest_.size() < width) return false;
    unsigned sum = 0;
    for (const char digit : rest_.substr(0, width)) {
      if (digit < '0' || digit > '9') return false;
      sum = sum * 10 + static_cast<unsigned>(digit - '0');
    }
    rest_.remove_prefix(width);
    value = sum;
    return true;
  }

private:
  std::string_view rest_;
};

bool take_date(Reader& reader, CivilTime& civil) {
  unsigned year = 0;
  if (!reader.take_number(4, year) || !reader.take("-")) return false;
  if (!reader.take_number(2, civil.month) || !reader.take("-") || !reader.take_number(2, civil.day)) return false;
  civil.year = year;
  if (civil.month < 1 || civil.month > 12) return false;
  return civil.day >= 1 && civil.day <= days_in_month(civil.year, civil.month);
}

// A leap second (:60) counts as the next second, as POSIX time has no room for it. Decimals past the third are cut.
bool take_time(Reader& reader, CivilTime& civil) {
  if (!reader.take_number(2, civil.hour) || !reader.take(":")) return false;
  if (!reader.take_number(2, civil.minute) || !reader.take(":") || !reader.take_number(2, civil.second)) return false;
  if (civil.hour > 23 || civil.minute > 59 || civil.second > 60) return false;
  civil.millisecond = 0;
  if (!reader.take(".")) return true;
  unsigned scale = 100;
  int decimals = 0;
  for (unsigned digit = 0; reader.take_number(1, digit); ++decimals, scale /= 10) civil.millisecond += digit * scale;
  return decimals >= 1 && decimals <= 9;
}

// Milliseconds east of UTC.
std::optional<std::int64_t> take_offset(Reader& reader) {
  if (reader.take("Zz")) return 0;
  const bool west = reader.take("-");
  if (!west && !reader.take("+")) return std::nullopt;
  unsigned hours = 0;
  unsigned minutes = 0;
  if (!reader.take_number(2, hours) || !reader.take(":") || !reader.take_number(2, minutes)) return std::nullopt;
  if (hours > 23 || minutes > 59) return std::nullopt;
  const std::int64_t offset = std::int64_t{hours * 60 + minutes} * 60'000;
  return west ? -offset : offset;
}

} // namespace

CivilTime to_civil(Instant instant) {
  const std::int64_t days = floor_divide(instant.milliseconds, milliseconds_a_day);
  const std::int64_t remainder = instant.milliseconds % milliseconds_a_day;
  const std::int64_t of_day = remainder < 0 ? remainder + milliseconds_a_day : remainder;
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = floor_divide(shifted, 146'097);
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<unsigned>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  CivilTime civil{};
  civil.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  civil.month = month;
  civil.day = static_cast<unsigned>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  civil.hour = static_cast<unsigned>(of_day / 3'600'000);
  civil.minute = static_cast<unsigned>(of_day / 60'000 % 60);
  civil.second = static_cast<unsigned>(of_day / 1'000 % 60);
  civil.millisecond = static_cast<unsigned>(of_day % 1'000);
  return civil;
}

Instant from_civil(const CivilTime& civil) {
  const std::int64_t days = days_from_civil(civil.year, civil.month, civil.day);
  const std::int64_t seconds = (std::int64_t{civil.hour} * 60 + civil.minute) * 60 + civil.second;
  return Instant{days * milliseconds_a_day + seconds * 1'000 + civil.millisecond};
}

std::string to_rfc3339(Instant instant) {
  if (instant.milliseconds < year_zero) instant.milliseconds = year_zero;
  if (instant.milliseconds > end_of_year_9999) instant.milliseconds = end_of_year_9999;
  const CivilTime civil = to_civil(instant);
  std::string out;
  out.reserve(24);
  append_digits(out, civil.year, 4);
  out.push_back('-');
  append_digits(out, civil.month, 2);
  out.push_back('-');
  append_digits(out, civil.day, 2);
  out.push_back('T');
  append_digits(out, civil.hour, 2);
  out.push_back(':');
  append_digits(out, civil.minute, 2);
  out.push_back(':');
  append_digits(out, civil.second, 2);
  out.push_back('.');
  append_digits(out, civil.millisecond, 3);
  out.push_back('Z');
  return out;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  Reader reader(text);
  CivilTime civil{};
  if (!take_date(reader, civil) || !reader.take("Tt ") || !take_time(reader, civil)) return std::nullopt;
  const std::optional<std::int64_t> offset = take_offset(reader);
  if (!offset || !reader.at_end()) return std::nullopt;
  const Instant instant{from_civil(civil).milliseconds - *offset};
  if (instant.milliseconds < year_zero || instant.milliseconds > end_of_year_9999) return std::nullopt;
  return instant;
}

} // namespace palabre
