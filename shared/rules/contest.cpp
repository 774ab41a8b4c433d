#include "shared/rules/contest.h"

#include <algorithm>

#include "shared/rules/initials.h"
#include "shared/text/utf8.h"
#include "shared/text/words.h"

namespace palabre::rules {
namespace {

constexpr std::size_t most_initials = 4;

// What is left of a text for comparing.
std::string essence_of(std::string_view source) {
  const text::Words words = text::split_words(source);
  std::string essence;
  for (const text::Word& word : words.words) {
    for (const char c : words.text(word)) {
      if (c != '\'') essence += c;
    }
  }
  return essence;
}

Expected<std::string> check_length(std::string text, std::size_t most) {
  if (text.empty()) return fail(ErrorCode::field_empty, "text");
  if (text::code_point_count(text) <= most) return text;
  return fail(ErrorCode::field_too_long, "text", "at most " + std::to_string(most) + " characters");
}

} // namespace

std::string_view suspicion_of(const EntryPace& pace) {
  if (pace.in_burst > most_entries_in_a_burst) return "contest.burst";
  if (pace.in_all > most_entries_of_a_network) return "contest.network";
  return {};
}

bool is_right_answer(std::string_view given, const std::vector<std::string>& answers) {
  const std::string essence = essence_of(given);
  if (essence.empty()) return false;
  return std::any_of(answers.begin(), answers.end(),
                     [&](const std::string& answer) { return essence_of(answer) == essence; });
}

Expected<std::string> check_entry_text(ContestKind kind, std::string_view text) {
  switch (kind) {
  case ContestKind::giveaway: return std::string();
  case ContestKind::caption: return check_length(text::normalise_line(text), most_caption);
  case ContestKind::question: return check_length(text::normalise_line(text), most_answer);
  case ContestKind::challenge: break;
  }
  return check_length(text::normalise_body(text), most_telling);
}

std::string initials_of(std::string_view name) {
  std::string initials = initials_in(name, most_initials).text;
  return initials.empty() && !name.empty() ? std::string(letter_at(name, 0)) : initials;
}

} // namespace palabre::rules
