// Marks of emphasis are no letters; stars inside of words may be.
#include <boost/test/unit_test.hpp>

#include "shared/text/emphasis.h"

namespace palabre {
namespace {

std::string blanked(std::string text) {
  text::blank_emphasis(text);
  return text;
}

BOOST_AUTO_TEST_SUITE(text_emphasis)

BOOST_AUTO_TEST_CASE(marks_around_words_become_blanks) {
  BOOST_TEST(blanked("we **had** it") == "we   had   it");
  BOOST_TEST(blanked("*you*, and _the_ ~~rest~~.") == " you , and  the    rest  .");
  BOOST_TEST(blanked("**more than one word!**") == "  more than one word!  ");
  BOOST_TEST(blanked("***all*** **both *ends***") == "   all      both  ends   ");
}

BOOST_AUTO_TEST_CASE(stars_for_letters_stay) {
  for (const char* text : {"f**k", "f***", "a**hole and b**ch", "***hole", "what the ****", "5 * 3 * 2",
                           "snake_case_name", "*one\nline*", "** no words **", "^_^ *_*"}) {
    BOOST_TEST(blanked(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(a_wall_of_marks_takes_linear_time) {
  std::string wall;
  for (int i = 0; i < 200'000; ++i) wall += "*a ";
  BOOST_TEST(blanked(wall) == wall);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
