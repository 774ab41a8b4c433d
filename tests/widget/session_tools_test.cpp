// The formatting buttons, the preview, and the room that is left.
#include <boost/test/unit_test.hpp>

#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

const view::Node& body(const Host& host) {
  return host.field("Your comment", composer(host));
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_tools)

BOOST_AUTO_TEST_CASE(a_button_formats_what_is_selected) {
  Host host;
  host.adopt(sample_thread());
  host.type(body(host), "é some words");
  host.click(host.button("Bold", &composer(host)), 2, 6);
  BOOST_TEST(host.value_of(body(host)) == "é **some** words");
  BOOST_TEST((host.selection() == std::pair<std::int64_t, std::int64_t>{4, 8}));
  BOOST_TEST(host.storage()["palabre:draft:demo:/article:new"] == "é **some** words");
  host.click(host.button("Bold", &composer(host)), 4, 8);
  BOOST_TEST(host.value_of(body(host)) == "é some words");
}

BOOST_AUTO_TEST_CASE(shortcuts_format_in_the_text_only) {
  Host host;
  host.adopt(sample_thread());
  host.type(body(host), "word");
  host.press(body(host), "i", true, 0, 4);
  BOOST_TEST(host.value_of(body(host)) == "*word*");
  host.press(body(host), "i", false, 0, 4);
  BOOST_TEST(host.effects("edit").empty());
  host.press(host.field("Name", composer(host)), "b", true, 0, 0);
  BOOST_TEST(host.effects("edit").empty());
}

BOOST_AUTO_TEST_CASE(the_preview_follows_the_words) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Preview", &composer(host)));
  BOOST_TEST((host.button("Preview", &composer(host)).state == view::State::pressed));
  BOOST_TEST(host.shows("Nothing to preview yet."));
  host.type(body(host), "a **b** c");
  const view::Node& preview = host.must_find(Role::group, "Preview", &composer(host));
  BOOST_TEST(words_in(preview) == "a b c");
  BOOST_REQUIRE(find_node(preview, [](const view::Node& node) { return node.role == Role::strong; }) != nullptr);
  host.click(host.button("Preview", &composer(host)));
  BOOST_TEST(host.find(Role::group, "Preview", &composer(host)) == nullptr);
}

BOOST_AUTO_TEST_CASE(the_room_is_told_near_its_end_and_then_seldom) {
  Host host;
  host.adopt(sample_thread());
  host.type(body(host), std::string(8'999, 'a'));
  BOOST_TEST(host.find_id("new-room") == nullptr);
  host.type(body(host), std::string(9'000, 'a'));
  BOOST_TEST(words_in(host.by_id("new-room")) == "1,000 characters left");
  BOOST_TEST(host.effects("announce").empty());
  host.type(body(host), std::string(9'501, 'a'));
  BOOST_TEST(host.one_effect("announce").find("text")->text == "499 characters left");
  host.type(body(host), std::string(9'502, 'a'));
  BOOST_TEST(host.effects("announce").empty());
  std::string accents;
  for (int i = 0; i < 9'999; ++i) accents += "é";
  host.type(body(host), accents); // code points, as the server counts
  BOOST_TEST(words_in(host.by_id("new-room")) == "1 character left");
  BOOST_TEST(!view::has(body(host).state, view::State::invalid));
  host.type(body(host), accents + "éé");
  BOOST_TEST(words_in(host.by_id("new-room")) == "1 character too many");
  BOOST_TEST(host.one_effect("announce").find("text")->text == "1 character too many");
  BOOST_TEST(view::has(body(host).state, view::State::invalid));
  host.name_as("Zoé", "Write a comment");
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.shows("Your comment is too long"));
}

BOOST_AUTO_TEST_SUITE_END()
