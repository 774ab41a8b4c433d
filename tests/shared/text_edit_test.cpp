// What the formatting buttons do.
#include <boost/test/unit_test.hpp>

#include "shared/text/markdown_edit.h"
#include "shared/text/utf8.h"
#include "tests/shared/random_tree.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using namespace palabre::test;
using text::Format;
using text::Selection;
using text::TextEdit;

namespace {

Format format_of(const std::string& name) {
  const std::vector<std::pair<std::string, Format>> names{{"bold", Format::bold}, {"italic", Format::italic},
                                                          {"link", Format::link}, {"quote", Format::quote},
                                                          {"code", Format::code}, {"list", Format::list}};
  for (const auto& [one, format] : names) {
    if (one == name) return format;
  }
  BOOST_FAIL("no format " << name);
  return Format::bold;
}

std::size_t byte_of(const std::string& text, std::size_t units) {
  std::size_t at = 0;
  while (at < text.size() && text::utf16_length(std::string_view(text).substr(0, at)) < units) ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
  return at;
}

struct Marked {
  std::string text;
  Selection selection;
};

// «…» is the selection.
Marked read_marked(std::string text) {
  const auto take = [&](const std::string& mark) {
    const std::size_t at = text.find(mark);
    BOOST_REQUIRE(at != std::string::npos);
    text.erase(at, mark.size());
    return text::utf16_length(std::string_view(text).substr(0, at));
  };
  const std::size_t from = take("«");
  const std::size_t to = take("»");
  return {text, {from, to}};
}

std::string applied(const std::string& text, const TextEdit& edit) {
  const std::size_t from = byte_of(text, edit.replaced.from);
  return text.substr(0, from) + edit.text + text.substr(byte_of(text, edit.replaced.to));
}

std::string shown(std::string text, Selection selection) {
  text.insert(byte_of(text, selection.to), "»");
  text.insert(byte_of(text, selection.from), "«");
  return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_edit)

BOOST_AUTO_TEST_CASE(buttons_do_what_the_vectors_say) {
  const auto& cases = member(load_vectors("markdown_edit.json"), "cases").children;
  BOOST_TEST(cases.size() > 40U);
  for (const wire::JsonValue& one : cases) {
    const Marked before = read_marked(text_of(one, "before"));
    const TextEdit edit = text::format_selection(before.text, before.selection, format_of(text_of(one, "format")));
    const std::string after = shown(applied(before.text, edit), edit.selected);
    BOOST_TEST(after == text_of(one, "after"), text_of(one, "format")
                                                   << " of " << text_of(one, "before") << " gave " << after);
  }
}

BOOST_AUTO_TEST_CASE(any_selection_of_any_text_gives_a_range_and_text) {
  const std::vector<std::string> pieces{"a",  " ", "\n", "*", "**", "`", "```", "> ",
                                        "- ", "[", "](", ")", "😀",  "é", "1. "};
  RandomTree random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t n = random.below(12); n > 0; --n) text += pieces[random.below(pieces.size())];
    const std::size_t length = text::utf16_length(text);
    const std::size_t from = random.below(length + 2);
    const Selection selection{from, from + random.below(length + 2)};
    const TextEdit edit = text::format_selection(text, selection, static_cast<Format>(random.below(6)));
    const std::string after = applied(text, edit);
    BOOST_REQUIRE(edit.replaced.from <= edit.replaced.to);
    BOOST_REQUIRE(edit.replaced.to <= length);
    BOOST_REQUIRE(text::is_valid_utf8(edit.text));
    BOOST_REQUIRE(edit.selected.from <= edit.selected.to);
    BOOST_REQUIRE(edit.selected.to <= text::utf16_length(after));
  }
}

BOOST_AUTO_TEST_CASE(pressed_twice_nothing_has_happened) {
  const std::vector<std::string> pieces{"a", " ", "word", "😀", "é"};
  RandomTree random(11);
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t n = 1 + random.below(8); n > 0; --n) text += pieces[random.below(pieces.size())];
    const std::size_t length = text::utf16_length(text);
    const std::size_t from = random.below(length);
    const Selection selection{from, from + random.below(length - from + 1)};
    const auto format = static_cast<Format>(random.below(6));
    const TextEdit once = text::format_selection(text, selection, format);
    const std::string marked = applied(text, once);
    BOOST_REQUIRE(marked != text);
    if (format == Format::link) continue; // afterwards its address is selected
    BOOST_REQUIRE_EQUAL(applied(marked, text::format_selection(marked, once.selected, format)), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
