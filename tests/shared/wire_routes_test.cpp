#include <boost/test/unit_test.hpp>

#include <set>

#include "shared/wire/routes.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::optional_text;
using test::text_of;

BOOST_AUTO_TEST_SUITE(wire_routes)

BOOST_AUTO_TEST_CASE(the_table_names_every_route_once) {
  std::set<std::pair<std::string_view, std::string_view>> doors;
  std::size_t index = 0;
  for (const wire::RouteInfo& info : wire::routes()) {
    BOOST_TEST(static_cast<std::size_t>(info.route) == index++);
    BOOST_TEST(doors.insert({wire::to_name(info.method), info.path}).second, info.path);
    BOOST_TEST(info.path.front() == '/');
    BOOST_TEST(!info.summary.empty());
  }
  BOOST_TEST(wire::to_name(wire::Method::del) == "DELETE");
}

BOOST_AUTO_TEST_CASE(pages_go_through_paths_and_back) {
  const wire::JsonValue& vectors = load_vectors("routes.json");
  for (const wire::JsonValue& item : member(vectors, "pages").children) {
    const std::string& page = text_of(item, "page");
    const std::string path = wire::plain_thread_url("blog", page);
    BOOST_TEST(path == text_of(item, "path"));
    BOOST_TEST(wire::page_of_plain_path(path.substr(7)).value_or("refused") == page);
    BOOST_TEST(wire::feed_url("blog", page) == "/feed/blog" + path.substr(7));
  }
  for (const wire::JsonValue& item : member(vectors, "also").children) {
    BOOST_TEST(wire::page_of_plain_path(text_of(item, "raw")).value_or("refused") == text_of(item, "page"));
  }
  for (const wire::JsonValue& item : member(vectors, "refused").children) {
    BOOST_TEST(!wire::page_of_plain_path(item.text).has_value(), item.text);
  }
}

BOOST_AUTO_TEST_CASE(urls_of_the_interface) {
  for (const wire::JsonValue& item : member(load_vectors("routes.json"), "threads").children) {
    wire::ThreadQuery query;
    query.site = text_of(item, "site");
    query.page = text_of(item, "page");
    query.sort = parse_sort_order(optional_text(item, "sort")).value_or(SortOrder::newest);
    query.after = Cursor::parse(optional_text(item, "after"));
    query.lang = optional_text(item, "lang");
    query.html = !optional_text(item, "html").empty();
    BOOST_TEST(wire::thread_url(query) == text_of(item, "url"));
  }
  BOOST_TEST(wire::comments_url() == "/api/v1/comments");
  BOOST_TEST(wire::comment_url(CommentId{42}) == "/api/v1/comments/42");
}

BOOST_AUTO_TEST_CASE(every_byte_survives_percent_encoding) {
  std::string bytes;
  for (int value = 0; value < 256; ++value) bytes.push_back(static_cast<char>(value));
  BOOST_TEST(wire::percent_decode(wire::percent_encode(bytes)).value_or("refused") == bytes);
  BOOST_TEST(wire::percent_encode("AZaz09-._~ /+&=%é") == "AZaz09-._~%20%2F%2B%26%3D%25%C3%A9");
  BOOST_TEST(wire::percent_decode("a+b%2bc").value_or("refused") == "a+b+c");
  for (const char* text : {"%", "%1", "%g0", "%0g", "a%", "%%20"}) {
    BOOST_TEST(!wire::percent_decode(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
