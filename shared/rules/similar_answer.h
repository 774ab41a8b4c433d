// Whether the team says the same again: readers notice.
#pragma once

#include <string_view>

namespace palabre::rules {

struct Answer {
  std::string_view body; // Markdown
  std::string_view to;   // whom it answers: the name says nothing
  std::string_view by;   // who signed it
};

// Nearly the same words in nearly the same order, names and signatures aside. Of a few words never: "Merci !" may be
// said twice.
[[nodiscard]] bool is_same_answer(const Answer& a, const Answer& b);

} // namespace palabre::rules
