// The HTML printer: a browser makes of the text exactly the tree that was printed.
#include <boost/test/unit_test.hpp>

#include "shared/view/html.h"
#include "tests/shared/html_reader.h"
#include "tests/shared/random_tree.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using namespace palabre::view;
using palabre::test::HtmlNode;

namespace {

const HtmlNode& only_child(const test::HtmlReading& reading) {
  BOOST_REQUIRE_EQUAL(reading.error, "");
  BOOST_REQUIRE_EQUAL(reading.root.children.size(), 1U);
  return reading.root.children.front();
}

// What a browser shows in place of NUL, which HTML cannot say.
std::string readable(std::string text) {
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
    text.replace(at, 1, "\uFFFD");
  return text;
}

void check_same(const Node& node, const HtmlNode& read) {
  if (node.role == Role::text) {
    BOOST_TEST(read.tag == "");
    BOOST_TEST(read.text == readable(node.text));
    return;
  }
  const HtmlElement element = to_element(node);
  BOOST_TEST(read.tag == element.tag);
  BOOST_REQUIRE_EQUAL(read.attributes.size(), element.attributes.size());
  for (std::size_t i = 0; i < element.attributes.size(); ++i) {
    BOOST_TEST(read.attributes[i].first == element.attributes[i].first);
    BOOST_TEST(read.attributes[i].second == readable(element.attributes[i].second));
  }
  if (node.role == Role::text_area) {
    const std::string* value = attribute(node, Attr::value);
    BOOST_TEST(test::words_of(read) == readable(value == nullptr ? "" : *value));
    return;
  }
  BOOST_REQUIRE_EQUAL(read.children.size(), node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) check_same(*node.children[i], read.children[i]);
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_html)

BOOST_AUTO_TEST_CASE(random_trees_are_read_back_as_they_were) {
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      const NodePtr tree = test::RandomTree(seed).root();
      check_same(*tree, only_child(test::read_html(to_html(*tree))));
    }
  }
}

BOOST_AUTO_TEST_CASE(special_characters_are_escaped_everywhere) {
  const NodePtr node = element(Role::link, {.attributes = {{Attr::href, "https://x.example/?a=1&b='\""}}},
                               {words("<script>alert('&')</script>")});
  BOOST_TEST(to_html(*node) == "<a href=\"https://x.example/?a=1&amp;b=&#39;&quot;\">"
                               "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>");
  BOOST_TEST(escape_html(std::string_view("a\0\r\n", 4)) == "a\uFFFD&#13;\n");
}

BOOST_AUTO_TEST_CASE(payloads_stay_words_in_text_and_attributes) {
  for (const std::string& payload : test::load_payloads()) {
    BOOST_TEST_CONTEXT(payload) {
      const NodePtr node =
          element(Role::paragraph, {.attributes = {{Attr::title, payload}, {Attr::label, payload}}}, {words(payload)});
      const test::HtmlReading reading = test::read_html(to_html(*node));
      check_same(*node, only_child(reading));
      const NodePtr area = element(Role::text_area, {.attributes = {{Attr::value, payload}}});
      check_same(*area, only_child(test::read_html(to_html(*area))));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_feed_at_the_start_survives_where_parsers_drop_one) {
  BOOST_TEST(to_html(*element(Role::code_block, {}, {words("\na")})) == "<pre>\n\na</pre>");
  BOOST_TEST(to_html(*element(Role::text_area, {.attributes = {{Attr::value, "\na"}}})) ==
             "<textarea>\n\na</textarea>");
}

BOOST_AUTO_TEST_CASE(neighbouring_words_become_one_text_and_empty_ones_none) {
  const NodePtr node = element(Role::paragraph, {}, {words("a"), nullptr, words(""), words("b")});
  BOOST_REQUIRE_EQUAL(node->children.size(), 1U);
  BOOST_TEST(node->children.front()->text == "ab");
}

BOOST_AUTO_TEST_CASE(ids_and_what_points_to_them_take_the_prefix) {
  const NodePtr field = element(Role::field, {.attributes = {{Attr::id, "new-name"}, {Attr::described_by, "a b"}}});
  BOOST_TEST(to_html(*field) == "<input id=\"palabre-new-name\" aria-describedby=\"palabre-a palabre-b\">");
}

BOOST_AUTO_TEST_CASE(states_take_the_form_that_the_element_knows) {
  BOOST_TEST(to_html(*element(Role::button, {.state = State::disabled | State::collapsed})) ==
             "<button type=\"button\" disabled=\"\" aria-expanded=\"false\"></button>");
  BOOST_TEST(to_html(*element(Role::group, {.state = State::disabled | State::busy})) ==
             "<div aria-disabled=\"true\" aria-busy=\"true\"></div>");
  BOOST_TEST(to_html(*element(Role::field, {.state = State::required | State::invalid})) ==
             "<input aria-invalid=\"true\" required=\"\">");
}

BOOST_AUTO_TEST_CASE(a_heading_without_a_sensible_level_is_a_second_one) {
  for (const std::string level : {"0", "7", "x", "12", ""}) {
    BOOST_TEST(to_element(*element(Role::heading, {.attributes = {{Attr::level, level}}})).tag == "h2");
  }
  BOOST_TEST(to_element(*element(Role::heading, {.attributes = {{Attr::level, "6"}}})).tag == "h6");
}

BOOST_AUTO_TEST_SUITE_END()
