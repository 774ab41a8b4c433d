#include "shared/view/dates.h"

namespace palabre::view {
namespace {

std::string two_digits(unsigned n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string date_of(const CivilTime& civil, const Messages& messages) {
  const std::string month = messages.text("month." + std::to_string(civil.month));
  const std::string year = std::to_string(civil.year);
  std::string day = std::to_string(civil.day);
  if (civil.day == 1 && messages.language() == Language::fr) day += "er";
  return messages.text("comment.date", {{"day", day}, {"month", month}, {"year", year}});
}

} // namespace

std::string date_in_words(Instant instant, const Messages& messages) {
  return date_of(to_civil(instant), messages);
}

std::string date_and_time_in_words(Instant instant, const Messages& messages) {
  const CivilTime civil = to_civil(instant);
  const std::string time = two_digits(civil.hour) + ":" + two_digits(civil.minute);
  return messages.text("comment.time", {{"date", date_of(civil, messages)}, {"time", time}});
}

} // namespace palabre::view
