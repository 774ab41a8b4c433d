#include <boost/test/unit_test.hpp>

#include "shared/text/code_point.h"
#include "shared/text/utf8.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::from_hex;
using test::load_vectors;
using test::member;
using test::text_of;

BOOST_AUTO_TEST_SUITE(text_utf8)

BOOST_AUTO_TEST_CASE(knows_valid_from_invalid) {
  const wire::JsonValue& vectors = load_vectors("utf8.json");
  for (const wire::JsonValue& item : member(vectors, "valid").children) {
    const std::string bytes = from_hex(item.text);
    BOOST_TEST(text::is_valid_utf8(bytes), item.text);
    BOOST_TEST(text::replace_invalid_utf8(bytes) == bytes);
  }
  for (const wire::JsonValue& item : member(vectors, "invalid").children) {
    const std::string bytes = from_hex(text_of(item, "bytes"));
    BOOST_TEST(!text::is_valid_utf8(bytes), text_of(item, "bytes"));
    BOOST_TEST(text::replace_invalid_utf8(bytes) == text_of(item, "replaced"), text_of(item, "bytes"));
  }
}

// The eight-byte steps must see a bad byte wherever it stands.
BOOST_AUTO_TEST_CASE(finds_a_bad_byte_at_every_place) {
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string bytes(size, 'a');
      BOOST_REQUIRE(text::is_valid_utf8(bytes));
      bytes[place] = '\x80';
      BOOST_REQUIRE(!text::is_valid_utf8(bytes));
      if (place + 1 == size) continue;
      bytes[place] = '\xC3';
      bytes[place + 1] = '\xA9';
      BOOST_REQUIRE(text::is_valid_utf8(bytes));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_scalar_value_is_written_and_read) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string bytes;
    text::append_utf8(bytes, value);
    BOOST_REQUIRE(text::is_valid_utf8(bytes));
    const text::CodePoint point = text::code_point_at(bytes, 0);
    BOOST_REQUIRE((point.value == value && point.size == bytes.size()));
    BOOST_REQUIRE_EQUAL(text::code_point_count(bytes), 1U);
  }
}

BOOST_AUTO_TEST_CASE(counts_and_cuts_by_code_points) {
  const std::string text = "aé€😀z";
  BOOST_TEST(text::code_point_count(text) == 5U);
  BOOST_TEST(text::prefix_of(text, 0) == "");
  BOOST_TEST(text::prefix_of(text, 1) == "a");
  BOOST_TEST(text::prefix_of(text, 2) == "aé");
  BOOST_TEST(text::prefix_of(text, 3) == "aé€");
  BOOST_TEST(text::prefix_of(text, 4) == "aé€😀");
  BOOST_TEST(text::prefix_of(text, 5) == text);
  BOOST_TEST(text::prefix_of(text, 500) == text);
}

BOOST_AUTO_TEST_CASE(finds_forbidden_characters) {
  for (const wire::JsonValue& item : member(load_vectors("utf8.json"), "forbidden").children) {
    const std::optional<std::size_t> offset = text::find_forbidden(from_hex(text_of(item, "bytes")));
    const wire::JsonValue& expected = member(item, "offset");
    BOOST_TEST_CONTEXT(text_of(item, "bytes")) {
      BOOST_TEST(offset.has_value() == (expected.kind == wire::JsonKind::integer));
      if (offset) BOOST_TEST(*offset == static_cast<std::size_t>(expected.integer));
    }
  }
}

BOOST_AUTO_TEST_CASE(normalises_lines_and_bodies) {
  const wire::JsonValue& vectors = load_vectors("utf8.json");
  for (const wire::JsonValue& item : member(vectors, "lines").children) {
    const std::string line = text::normalise_line(text_of(item, "text"));
    BOOST_TEST(line == text_of(item, "line"));
    BOOST_TEST(text::normalise_line(line) == line);
  }
  for (const wire::JsonValue& item : member(vectors, "bodies").children) {
    const std::string body = text::normalise_body(text_of(item, "text"));
    BOOST_TEST(body == text_of(item, "body"));
    BOOST_TEST(text::normalise_body(body) == body);
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
