// Digits in groups, as people write telephone and card numbers; and what such a number can be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palabre::rules {

struct NumberRun {
  static constexpr std::size_t digit_limit = 24; // further digits are counted and not kept
  std::size_t begin{0}, end{0};                  // bytes of the text; an opening bracket or plus sign included
  std::array<char, digit_limit> digits{};
  std::array<std::uint8_t, digit_limit> groups{}; // lengths
  std::size_t digit_count{0}, group_count{0};
  bool plus{false};
  bool slashes{false}; // between groups, as in dates
  bool dashes{false};
  bool glued{false}; // a letter, a point or the like touches it: part of a code, a version, a fraction

  [[nodiscard]] std::string_view text() const {
    return {digits.data(), digit_count < digit_limit ? digit_count : digit_limit};
  }
};

// `at`: a digit, `+` or `(`. Groups are separated by one blank, point, hyphen or slash, or by brackets.
[[nodiscard]] NumberRun read_number_run(std::string_view text, std::size_t at);

// Thirteen to nineteen digits of a card's issuer, in a card's groups, with a right check digit (Luhn).
[[nodiscard]] bool is_card_number(const NumberRun& run);
// French, international and English shapes. The words before tell an order's number from a telephone's.
[[nodiscard]] bool is_phone_number(const NumberRun& run, std::string_view text);

// `at` is the first digit: of an IBAN whose country stands before it, its end; 0: it is none.
[[nodiscard]] std::size_t iban_end(std::string_view text, std::size_t at, std::size_t limit);

} // namespace palabre::rules
