#include "shared/view/dates.h"

namespace palabre::view {
namespace {

std::string two_digits(unsigned n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string date_of(const CivilTime& civil, const Messages& messages) {
  const std::string month = messages.text("month." + std::to_string(civil.month));
  const std::string day = std::to_string(civil.day);
  const std::string year = std::to_string(civil.year);
  if (messages.language() == Language::fr) return (civil.day == 1 ? "1er" : day) + " " + month + " " + year;
  return month + " " + day + ", " + year;
}

} // namespace

std::string date_in_words(Instant instant, const Messages& messages) {
  return date_of(to_civil(instant), messages);
}

std::string date_and_time_in_words(Instant instant, const Messages& messages) {
  const CivilTime civil = to_civil(instant);
  const Messages& m = messages;
  const std::string time = two_digits(civil.hour) + ":" + two_digits(civil.minute);
  const std::string with_time = m.text("comment.time", "time", time);
  const std::string place = "{date}";
  const std::size_t at = with_time.find(place);
  return at == std::string::npos ? with_time : std::string(with_time).replace(at, place.size(), date_of(civil, m));
}

} // namespace palabre::view
