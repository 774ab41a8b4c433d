// The owner's own time at the desk: offsets, summer time, days and weeks.
#include <boost/test/unit_test.hpp>

#include "shared/view/desk/local_time.h"
#include "shared/view/desk/plan_state.h"

using namespace palabre;
using namespace palabre::view::desk;

namespace {

// Paris: winter until 2027-03-28 01:00 UTC, summer until 2027-10-31 01:00 UTC.
const LocalZone paris = read_zone("Europe/Paris;60,1806195600000:120,1824944400000:60");

std::string utc(std::optional<Instant> instant) {
  return instant ? to_rfc3339(*instant) : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_local_time)

BOOST_AUTO_TEST_CASE(a_zone_is_read_from_any_text) {
  BOOST_TEST(paris.name == "Europe/Paris");
  BOOST_TEST(paris.offset_min == 60);
  BOOST_REQUIRE(paris.shifts.size() == 2U);
  BOOST_TEST(paris.shifts[1].offset_min == 60);
  for (const char* text :
       {"", ";", "A", "A;x", "A;1,", "A;-99999", "A;0,5", "A;0,:", "A;0,5:x,4:1,99999999999999999:1"}) {
    const LocalZone zone = read_zone(text);
    BOOST_TEST(zone.offset_min <= 14 * 60);
    BOOST_TEST(zone.shifts.empty() == (std::string(text).find("4:1") == std::string::npos));
  }
  BOOST_TEST(read_zone("A;0,5:1,4:2").shifts.size() == 1U); // they ascend
}

BOOST_AUTO_TEST_CASE(a_field_says_local_time_and_is_read_as_such) {
  BOOST_TEST(utc(from_field(paris, "2027-01-20T09:00")) == "2027-01-20T08:00:00.000Z");
  BOOST_TEST(utc(from_field(paris, "2027-07-20T09:00")) == "2027-07-20T07:00:00.000Z");
  BOOST_TEST(utc(from_field(paris, "2027-07-20T09:00:30")) == "2027-07-20T07:00:00.000Z");
  BOOST_TEST(to_field(paris, *parse_rfc3339("2027-07-20T07:00:00Z")) == "2027-07-20T09:00");
  for (const char* text :
       {"", "2027-07-20", "2027-02-30T09:00", "2027-13-01T09:00", "2027-01-01T24:00", "2027-01-01x09:00",
        "0027-01-01T09:00", "2027-01-0-T09:00", "2027-00-10T09:00", "+027-01-01T09:00"}) {
    BOOST_TEST(utc(from_field(paris, text)) == "none", text);
  }
}

BOOST_AUTO_TEST_CASE(an_hour_left_out_is_the_next_and_one_repeated_the_first) {
  BOOST_TEST(utc(from_field(paris, "2027-03-28T01:59")) == "2027-03-28T00:59:00.000Z");
  BOOST_TEST(utc(from_field(paris, "2027-03-28T02:30")) == "2027-03-28T01:30:00.000Z"); // 03:30 there
  BOOST_TEST(utc(from_field(paris, "2027-03-28T03:00")) == "2027-03-28T01:00:00.000Z");
  BOOST_TEST(utc(from_field(paris, "2027-10-31T02:30")) == "2027-10-31T00:30:00.000Z");
  BOOST_TEST(utc(from_field(paris, "2027-10-31T03:00")) == "2027-10-31T02:00:00.000Z");
}

BOOST_AUTO_TEST_CASE(what_a_field_says_is_read_back_at_every_half_hour_of_a_year) {
  Instant at = *parse_rfc3339("2027-01-01T00:00:00Z");
  const Instant end = *parse_rfc3339("2028-01-01T00:00:00Z");
  const Instant repeated = *parse_rfc3339("2027-10-31T01:00:00Z");
  for (; at < end; at = at + Duration::minutes(30)) {
    const bool second = !(at < repeated) && at < repeated + Duration::minutes(60); // the hour that is there twice
    const Instant expected = second ? Instant{at.milliseconds - 3'600'000} : at;
    BOOST_REQUIRE_EQUAL(utc(from_field(paris, to_field(paris, at))), to_rfc3339(expected));
  }
}

BOOST_AUTO_TEST_CASE(days_and_weeks) {
  BOOST_TEST(local_day(paris, *parse_rfc3339("2027-01-15T23:30:00Z")) == day_of_date(2027, 1, 16));
  BOOST_TEST(local_day({}, Instant{-1}) == -1);
  BOOST_TEST(weekday_of(day_of_date(2027, 1, 15)) == 5U);
  BOOST_TEST(weekday_of(0) == 4U);
  BOOST_TEST(weekday_of(-4) == 7U);
  BOOST_TEST(utc(start_of_day(paris, day_of_date(2027, 6, 1))) == "2027-05-31T22:00:00.000Z");
  const DayRange february = days_shown(2027 * 12 + 1); // the 1st is a Monday, the 28th a Sunday
  BOOST_TEST(february.end - february.first == 28);
  const DayRange may = days_shown(2027 * 12 + 4);
  BOOST_TEST(may.end - may.first == 42);
  BOOST_TEST(month_name(2027 * 12) == "2027-01");
}

BOOST_AUTO_TEST_CASE(the_zone_is_said) {
  BOOST_TEST(zone_in_words(paris, *parse_rfc3339("2027-01-15T00:00:00Z")) == "Europe/Paris, UTC+1");
  BOOST_TEST(zone_in_words(read_zone(";-210"), Instant{}) == "UTC−3:30");
  BOOST_TEST(zone_in_words({}, Instant{}) == "UTC");
}

BOOST_AUTO_TEST_SUITE_END()
