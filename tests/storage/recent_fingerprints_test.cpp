// What happens between the steps of a reading.
#include <boost/test/unit_test.hpp>

#include "server/storage/recent_fingerprints.h"

using namespace palabre;
using storage::FingerprintRow;
using storage::RecentFingerprints;

namespace {

constexpr std::int64_t now = 1'000'000'000;
const storage::HistoryQuery query{SiteId{1}, "/page", "reader", "", Instant{now}};

void add(RecentFingerprints& recent, std::int64_t id, std::int64_t created) {
  storage::NewComment comment;
  comment.site = query.site;
  comment.fingerprint = static_cast<std::uint64_t>(id);
  recent.add(comment, CommentId{id}, Instant{created});
}

std::string known(const RecentFingerprints& recent, std::int64_t until = now) {
  storage::HistoryQuery asked = query;
  asked.until = Instant{until};
  const auto rows = recent.newest(asked);
  if (!rows) return "unknown";
  std::string text;
  for (const auto& row : *rows) text += std::to_string(row.fingerprint) + " ";
  return text;
}

// The newest first, one each millisecond up to now.
std::vector<FingerprintRow> rows(std::size_t count) {
  std::vector<FingerprintRow> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = static_cast<std::int64_t>(count - i);
    rows.push_back({id, Instant{now - static_cast<std::int64_t>(i)}, static_cast<std::uint64_t>(id), 0, 0});
  }
  return rows;
}

} // namespace

BOOST_AUTO_TEST_SUITE(recent_fingerprint_readings)

BOOST_AUTO_TEST_CASE(a_write_during_a_reading_is_kept) {
  RecentFingerprints recent;
  const auto reading = recent.begin(query);
  add(recent, 3, now);
  BOOST_TEST(known(recent) == "unknown");
  recent.fill(reading, rows(2));
  BOOST_TEST(known(recent) == "3 2 1 ");
}

BOOST_AUTO_TEST_CASE(what_is_gone_from_the_database_is_gone_after_a_reading) {
  RecentFingerprints recent;
  recent.fill(recent.begin(query), rows(3));
  recent.fill(recent.begin(query), rows(2));
  BOOST_TEST(known(recent) == "2 1 ");
}

BOOST_AUTO_TEST_CASE(a_reading_older_than_a_change_is_not_kept) {
  RecentFingerprints recent;
  const auto reading = recent.begin(query);
  recent.forget(query.site);
  recent.fill(reading, rows(2));
  BOOST_TEST(known(recent) == "unknown");
}

BOOST_AUTO_TEST_CASE(what_lies_before_the_rows_kept_is_unknown) {
  RecentFingerprints recent;
  recent.fill(recent.begin(query), rows(RecentFingerprints::kept));
  BOOST_TEST(known(recent) != "unknown");
  BOOST_TEST(known(recent, now - 100) != "unknown"); // the rest fills a history
  BOOST_TEST(known(recent, now - 101) == "unknown");
  add(recent, 1'000, now + 1);
  BOOST_TEST(known(recent, now - 100) == "unknown");
  add(recent, 1'001, now - 5'000); // before what is known
  BOOST_TEST(known(recent, now).find("1001") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_clock_behind_the_others_does_not_hide_what_lies_before) {
  RecentFingerprints recent;
  storage::HistoryQuery behind = query;
  behind.until = Instant{now - 200};
  recent.fill(recent.begin(behind), rows(RecentFingerprints::kept));
  BOOST_TEST(known(recent, now - 200) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
