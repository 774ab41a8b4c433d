#include "shared/rules/contest.h"

#include <algorithm>

#include "shared/text/code_point.h"
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

bool is_combining(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || (value >= 0x1AB0 && value <= 0x1AFF) ||
         (value >= 0x20D0 && value <= 0x20FF);
}

// The code point there with the marks that stand on it.
std::string_view letter_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin + text::code_point_at(text, begin).size;
  while (end < text.size()) {
    const text::CodePoint next = text::code_point_at(text, end);
    if (!is_combining(next.value)) break;
    end += next.size;
  }
  return text.substr(begin, end - begin);
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
  const text::Words words = text::split_words(name);
  std::string initials;
  std::size_t count = 0;
  for (const text::Word& word : words.words) {
    if (word.kind == text::WordKind::symbol || (word.traits & text::elided) != 0) continue;
    if (count++ == most_initials) break;
    if (!initials.empty()) initials += ' ';
    initials.append(letter_at(name, words.source_begin(word))).append(".");
  }
  if (initials.empty() && !name.empty()) return std::string(letter_at(name, 0));
  return initials;
}

} // namespace palabre::rules
