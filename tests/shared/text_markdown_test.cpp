#include <boost/test/unit_test.hpp>

#include <ctime>

#include "shared/text/autolink.h"
#include "shared/text/markdown.h"
#include "shared/text/span_builder.h"
#include "shared/text/utf8.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::notation;
using test::text_of;
using text::Span;
using text::SpanKind;

// What parse_markdown promises of every tree; "" or the promise that is broken.
std::string broken_promise(const std::vector<Span>& spans, std::size_t depth, bool inside_link) {
  SpanKind before = SpanKind::rule;
  for (const Span& span : spans) {
    const bool holds_text =
        span.kind == SpanKind::text || span.kind == SpanKind::code || span.kind == SpanKind::code_block;
    if (span.kind == SpanKind::text && before == SpanKind::text) return "two texts side by side";
    if (holds_text && span.text.empty()) return "an empty text";
    if (holds_text && !span.children.empty()) return "a text with children";
    if (!holds_text && !span.text.empty()) return "words in a container";
    if (!text::is_valid_utf8(span.text)) return "no UTF-8";
    if (span.text.find('\r') != std::string::npos) return "a carriage return";
    if (span.kind == SpanKind::link && (inside_link || span.children.empty())) return "a link inside or around nothing";
    if (span.kind == SpanKind::link ? !text::is_safe_link(span.href) : !span.href.empty()) return "href " + span.href;
    if (!span.children.empty() && depth + 1 > text::nesting_limit) return "too deep";
    const std::string inside = broken_promise(span.children, depth + 1, inside_link || span.kind == SpanKind::link);
    if (!inside.empty()) return inside;
    before = span.kind;
  }
  return {};
}

std::string broken_promise(const std::vector<Span>& spans) {
  return broken_promise(spans, 0, false);
}

BOOST_AUTO_TEST_SUITE(text_markdown)

BOOST_AUTO_TEST_CASE(gives_the_trees_of_the_vectors) {
  for (const wire::JsonValue& item : member(load_vectors("markdown.json"), "cases").children) {
    const std::vector<Span> spans = text::parse_markdown(text_of(item, "source"));
    BOOST_TEST_CONTEXT(text_of(item, "source")) {
      BOOST_TEST(notation(spans) == text_of(item, "tree"));
      BOOST_TEST(broken_promise(spans) == "");
      if (item.find("words") != nullptr) BOOST_TEST(text::plain_text(spans) == text_of(item, "words"));
    }
  }
}

BOOST_AUTO_TEST_CASE(no_payload_gets_an_unsafe_link) {
  for (const std::string& payload : test::load_payloads()) {
    for (const std::string& source :
         {payload, "> " + payload, "- " + payload, "**" + payload + "**", "[a](" + payload + ")",
          "[" + payload + "](https://x.example)", "x " + payload + " y", text::normalise_body(payload)}) {
      BOOST_TEST(broken_promise(text::parse_markdown(source)) == "", source);
    }
  }
}

BOOST_AUTO_TEST_CASE(links_are_judged_as_the_vectors_say) {
  for (const wire::JsonValue& item : member(load_vectors("links.json"), "cases").children) {
    const std::string& href = text_of(item, "href");
    BOOST_TEST(text::is_safe_link(href) == member(item, "safe").boolean, href);
    BOOST_TEST(text::is_web_address(href) == member(item, "web").boolean, href);
  }
  BOOST_TEST(!text::is_safe_link("https://x.example/\xff"));
  BOOST_TEST(!text::is_safe_link(std::string_view("https://x.example/\0", 19)));
  BOOST_TEST(!text::is_web_address("https://" + std::string(254, 'a')));
}

// The longest wall that a person may send takes a few milliseconds of the processor's time (the clock on the wall
// counts what other programs do too); the bound leaves room for unoptimised builds and sanitizers, and is far below
// what a quadratic parser takes.
BOOST_AUTO_TEST_CASE(walls_of_markup_stay_cheap_and_shallow) {
  for (const std::string brick : {"[",
                                  "]",
                                  "![",
                                  "](",
                                  "[a](",
                                  "[[]",
                                  "[a][",
                                  "[a]: b\n",
                                  "*",
                                  "**",
                                  "_",
                                  "*a_ ",
                                  "a**b",
                                  "**x* ",
                                  "*_",
                                  "~",
                                  "~~a~",
                                  "> ",
                                  "\n> ",
                                  "- ",
                                  "+ ",
                                  "1. ",
                                  "- - - -",
                                  "- a\n",
                                  "#",
                                  "`",
                                  "`a``",
                                  "``` \n",
                                  "|",
                                  "|-",
                                  "<",
                                  "<a",
                                  "<a@b",
                                  "<!--",
                                  "&",
                                  "&#1;",
                                  "\\",
                                  "\t",
                                  "x\n\n",
                                  "!",
                                  "'\"(",
                                  "www.a ",
                                  "www.",
                                  "http://a ",
                                  "http://a.b(",
                                  "https://x.example/)",
                                  "a@b.c ",
                                  "a@",
                                  "@",
                                  "https://",
                                  "a.b-c_d",
                                  "é",
                                  "\xE2\x80\x99",
                                  "😀"}) {
    std::string wall;
    while (wall.size() < 10'000) wall += brick;
    const std::clock_t begin = std::clock();
    const std::vector<Span> spans = text::parse_markdown(wall);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    BOOST_TEST(broken_promise(spans) == "", brick);
    BOOST_TEST(seconds < 0.5, "a wall of " << brick);
  }
}

BOOST_AUTO_TEST_CASE(text_past_every_limit_is_shown_as_it_stands) {
  const std::vector<Span> spans = text::parse_markdown(std::string(50'000, '*') + "\n\nhttps://x.example");
  BOOST_REQUIRE_EQUAL(spans.size(), 1U);
  BOOST_TEST(broken_promise(spans) == "");
  const std::vector<Span>& children = spans.front().children;
  BOOST_REQUIRE_EQUAL(children.size(), 4U);
  BOOST_TEST(children[0].text.size() == 50'000U);
  BOOST_TEST(notation({children.begin() + 1, children.end()}) == "br br a<https://x.example>(\"https://x.example\")");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
