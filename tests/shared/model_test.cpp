#include <boost/test/unit_test.hpp>

#include <limits>
#include <set>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/instant.h"
#include "shared/model/page_key.h"
#include "shared/model/thread.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::text_of;

BOOST_AUTO_TEST_SUITE(model)

BOOST_AUTO_TEST_CASE(reads_and_writes_rfc3339) {
  for (const wire::JsonValue& item : member(load_vectors("instant.json"), "parse").children) {
    const std::string& text = text_of(item, "text");
    const std::optional<Instant> instant = parse_rfc3339(text);
    const bool expected = member(item, "milliseconds").kind == wire::JsonKind::integer;
    BOOST_CHECK_MESSAGE(instant.has_value() == expected, text);
    if (!instant || !expected) continue;
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(instant->milliseconds == member(item, "milliseconds").integer);
      BOOST_TEST(to_rfc3339(*instant) == text_of(item, "canonical"));
    }
  }
}

BOOST_AUTO_TEST_CASE(civil_time_goes_there_and_back_over_eight_centuries) {
  CivilTime before = to_civil(Instant{-12'622'780'800'000}); // 1570
  for (std::int64_t day = -146'096; day < 146'097; ++day) {
    const Instant instant{day * 86'400'000 + (day * 7'919 % 86'400'000 + 86'400'000) % 86'400'000};
    const CivilTime civil = to_civil(instant);
    BOOST_REQUIRE(from_civil(civil) == instant);
    const bool next_day = civil.day == before.day + 1 && civil.month == before.month;
    const bool next_month =
        civil.day == 1 && (civil.month == before.month + 1 || (civil.month == 1 && before.month == 12));
    if (day > -146'096) BOOST_REQUIRE(next_day || next_month);
    before = civil;
  }
  BOOST_TEST(before.year == 2369);
}

BOOST_AUTO_TEST_CASE(instants_past_the_years_of_rfc3339_stay_readable) {
  for (const std::int64_t far : {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(),
                                 std::int64_t{253'402'300'800'000}, std::int64_t{-62'167'219'200'001}}) {
    const std::string text = to_rfc3339(Instant{far});
    BOOST_TEST(parse_rfc3339(text).has_value(), text);
    BOOST_TEST(text.size() == 24U);
  }
}

BOOST_AUTO_TEST_CASE(page_keys_of_urls) {
  for (const wire::JsonValue& item : member(load_vectors("page_key.json"), "cases").children) {
    const std::string key = page_key_of_url(text_of(item, "url"));
    BOOST_TEST(key == text_of(item, "key"), text_of(item, "url") << " gave " << key);
  }
}

BOOST_AUTO_TEST_CASE(ids_are_decimal_text_that_javascript_keeps) {
  BOOST_TEST(CommentId::parse("1")->value == 1);
  BOOST_TEST(CommentId::parse("9007199254740991")->value == 9007199254740991);
  for (const char* text : {"", "0", "01", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9007199254740992",
                           "99999999999999999999", "one", "١"}) {
    BOOST_TEST(!CommentId::parse(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(cursors_go_there_and_back) {
  for (const Cursor cursor : {Cursor{Instant{0}, {1}}, Cursor{Instant{-5}, {2}}, Cursor{Instant{1795173418123}, {42}},
                              Cursor{Instant{-5}, {2}, 0}, Cursor{Instant{1795173418123}, {42}, 17}}) {
    const std::optional<Cursor> read = Cursor::parse(cursor.text());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read->created == cursor.created && read->id == cursor.id));
  }
  BOOST_TEST((Cursor{Instant{-5}, {2}}).text() == "-5-2");
  for (const char* text : {"", "-", "1", "1-", "-1", "1-0", "1-01", "01-1", "-0-1", "1--1", "--1-1", "1-1-1", "1-x",
                           "x-1", " 1-1", "1-1 ", "9007199254740992-1", "99999999999999999999-1"}) {
    BOOST_TEST(!Cursor::parse(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(names_are_read_back) {
  for (const SortOrder order : sort_orders) {
    BOOST_TEST((parse_sort_order(to_name(order)) == order));
  }
  for (const CommentState state :
       {CommentState::published, CommentState::held, CommentState::hidden, CommentState::deleted}) {
    BOOST_TEST((parse_comment_state(to_name(state)) == state));
  }
  BOOST_TEST(!parse_sort_order("Newest").has_value());
  BOOST_TEST(!parse_comment_state("").has_value());
}

BOOST_AUTO_TEST_CASE(every_error_has_one_row) {
  std::set<std::string_view> names;
  for (int value = 0; value <= static_cast<int>(ErrorCode::internal); ++value) {
    const auto code = static_cast<ErrorCode>(value);
    const ErrorInfo& info = error_info(code);
    BOOST_TEST_CONTEXT(info.name) {
      BOOST_TEST((info.code == code));
      BOOST_TEST((error_from_name(info.name) == code));
      BOOST_TEST(info.message_key == "error." + std::string(info.name));
      const bool ours = code >= ErrorCode::storage_unavailable;
      BOOST_TEST((ours ? info.status >= 500 && info.status < 600 : info.status >= 400 && info.status < 500));
      BOOST_TEST(names.insert(info.name).second);
    }
  }
  BOOST_TEST((error_from_name("no_such_thing") == ErrorCode::internal));
  BOOST_TEST((error_info(static_cast<ErrorCode>(200)).code == ErrorCode::internal));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
