#include "shared/rules/number_run.h"

#include <algorithm>
#include <initializer_list>

namespace palabre::rules {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Bytes between two groups at `at`; 0: the run ends.
std::size_t separator_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 3 && std::string_view(" .-/()").find(text[end]) != std::string_view::npos) {
    ++end;
  }
  const std::string_view between = text.substr(at, end - at);
  if (end == at || end >= text.size() || !is_digit(text[end])) return 0;
  const bool bracket = between.find_first_of("()") != std::string_view::npos;
  return between.size() == 1 || bracket || between == " - " || between == ". " ? between.size() : 0;
}

bool grouped_as(const NumberRun& run, std::initializer_list<std::uint8_t> groups) {
  return run.group_count == groups.size() && std::equal(groups.begin(), groups.end(), run.groups.begin());
}

bool groups_are(const NumberRun& run, std::uint8_t length) {
  return std::all_of(run.groups.begin(), run.groups.begin() + static_cast<std::ptrdiff_t>(run.group_count),
                     [length](std::uint8_t group) { return group == length; });
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return sum % 10 == 0;
}

enum class Context : std::uint8_t { none, telephone, reference };

constexpr std::array<std::string_view, 26> telephone_words{
    "tel",   "telephone", "phone",   "mobile",   "portable", "call",      "text",    "sms",       "whatsapp",
    "appel", "appelez",   "appelle", "appeler",  "contact",  "contactez", "joindre", "joignable", "fax",
    "gsm",   "cell",      "fixe",    "telegram", "viber",    "signal",    "ring",    "dial"};
constexpr std::array<std::string_view, 28> reference_words{
    "order",  "commande", "reference", "ref",    "ticket",   "dossier", "facture", "invoice", "isbn",  "siret",
    "siren",  "parcel",   "colis",     "suivi",  "tracking", "id",      "numero",  "serial",  "serie", "article",
    "client", "contrat",  "contract",  "number", "ean",      "compte",  "version", "item"};

template <std::size_t size> bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What the last words before a number, up to four, say it is.
Context context_of(std::string_view before) {
  if (before.ends_with('#')) return Context::reference;
  Context context = Context::none;
  for (int count = 0; count < 4 && !before.empty(); ++count) {
    while (!before.empty() && !is_letter(before.back())) before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0 && before.size() - begin < 16 && is_letter(before[begin - 1])) --begin;
    const std::string_view word = before.substr(begin);
    if (holds(telephone_words, word)) return Context::telephone; // "numéro de téléphone": the telephone decides
    if (holds(reference_words, word)) context = Context::reference;
    before.remove_suffix(word.size());
  }
  return context;
}

bool is_french(const NumberRun& run) {
  const std::string_view digits = run.text();
  if (digits.size() != 10 || digits[0] != '0' || digits[1] == '0') return false;
  if (run.group_count == 1) return true;
  if (groups_are(run, 2) || (groups_are(run, 1) && !run.slashes)) return true;
  if (run.slashes) return false;
  return grouped_as(run, {4, 2, 2, 2}) || grouped_as(run, {4, 3, 3}) || grouped_as(run, {2, 4, 4}) ||
         grouped_as(run, {2, 2, 3, 3}) || grouped_as(run, {2, 3, 2, 3}) || grouped_as(run, {4, 6});
}

bool is_north_american(const NumberRun& run) {
  const std::string_view digits = run.text();
  const bool toll = digits.size() == 11 && digits[0] == '1';
  if (run.slashes || (digits.size() != 10 && !toll)) return false;
  if (digits[toll ? 1 : 0] < '2' || digits[toll ? 4 : 3] < '2') return false;
  return toll ? grouped_as(run, {1, 3, 3, 4}) : grouped_as(run, {3, 3, 4});
}

bool is_british(const NumberRun& run) {
  const std::string_view digits = run.text();
  if (run.slashes || digits.size() != 11 || digits[0] != '0') return false;
  if (std::string_view("12378").find(digits[1]) == std::string_view::npos) return false;
  return grouped_as(run, {5, 6}) || grouped_as(run, {5, 3, 3}) || grouped_as(run, {3, 4, 4}) ||
         grouped_as(run, {4, 3, 4}) || (run.group_count == 1 && digits[1] == '7');
}

bool is_international(const NumberRun& run) {
  const std::string_view digits = run.text();
  if (run.slashes) return false;
  if (run.plus) return digits.size() >= 9 && digits.size() <= 16 && digits[0] != '0';
  return digits.starts_with("00") && digits[2] != '0' && digits.size() >= 11 && digits.size() <= 17 &&
         (run.group_count > 1 || digits.starts_with("0033"));
}

} // namespace

NumberRun read_number_run(std::string_view text, std::size_t at) {
  NumberRun run;
  run.begin = at;
  const char before = at > 0 ? text[at - 1] : ' ';
  const char earlier = at > 1 ? text[at - 2] : ' ';
  run.glued = is_letter(before) || before == '_' || before == '=' || before == '/' || before == '&' ||
              ((before == '.' || before == ',' || before == '-') && (is_digit(earlier) || is_letter(earlier)));
  if (text[at] == '(') ++at;
  if (at < text.size() && text[at] == '+') {
    run.plus = true;
    ++at;
  }
  while (true) {
    std::uint8_t length = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      if (run.digit_count < NumberRun::digit_limit) run.digits[run.digit_count] = text[at];
      ++run.digit_count;
      if (length < 255) ++length;
    }
    if (run.group_count < NumberRun::digit_limit) run.groups[run.group_count] = length;
    ++run.group_count;
    run.end = at;
    const std::size_t size = separator_size(text, at);
    if (size == 0) break;
    run.slashes = run.slashes || text.substr(at, size).find('/') != std::string_view::npos;
    run.dashes = run.dashes || text.substr(at, size).find('-') != std::string_view::npos;
    at += size;
  }
  if (run.end < text.size() && (is_letter(text[run.end]) || text[run.end] == '_')) run.glued = true;
  run.group_count = std::min(run.group_count, NumberRun::digit_limit);
  return run;
}

bool is_card_number(const NumberRun& run) {
  if (run.glued || run.plus || run.slashes || run.digit_count < 13 || run.digit_count > 19) return false;
  const std::string_view digits = run.text();
  if (digits[0] < '2' || digits[0] > '6' || digits.find_first_not_of(digits[0]) == std::string_view::npos) return false;
  const bool as_cards = run.group_count == 1 || groups_are(run, 4) || grouped_as(run, {4, 6, 5}) ||
                        grouped_as(run, {4, 4, 4, 4, 3}) || grouped_as(run, {4, 6, 4});
  return as_cards && passes_luhn(digits);
}

bool is_phone_number(const NumberRun& run, std::string_view text) {
  if (run.glued || run.digit_count < 9 || run.digit_count > 17) return false;
  const bool shaped = is_french(run) || is_north_american(run) || is_british(run) || is_international(run);
  const bool bare = run.group_count == 1 && !run.plus;
  if (shaped && !bare) return !text.substr(0, run.begin).ends_with('#');
  if (!shaped && !(bare && run.digit_count <= 12)) return false;
  const Context context = context_of(text.substr(0, run.begin));
  return context == Context::telephone || (shaped && context != Context::reference);
}

std::size_t iban_end(std::string_view text, std::size_t at, std::size_t limit) {
  if (at < limit + 2 || !is_letter(text[at - 1]) || !is_letter(text[at - 2])) return 0;
  if (at >= 3 && (is_letter(text[at - 3]) || is_digit(text[at - 3]))) return 0;
  std::array<char, 34> characters{};
  std::size_t count = 0;
  std::size_t end = at - 2;
  std::size_t next = end;
  for (; next < text.size() && count < characters.size(); ++next) {
    if (is_letter(text[next]) || is_digit(text[next])) {
      characters[count++] = text[next];
      end = next + 1;
    } else if (text[next] != ' ' || text[next - 1] == ' ' || (count % 4 != 0)) {
      break;
    }
  }
  // Letters after it may be the sentence's next words: the longest part with the right remainder counts.
  for (; count >= 15; --count) {
    int remainder = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = characters[(i + 4) % count];
      remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'a' + 10)) % 97;
    }
    const bool edge = end >= text.size() || (!is_letter(text[end]) && !is_digit(text[end]));
    if (remainder == 1 && edge && is_digit(characters[2]) && is_digit(characters[3])) return end;
    do --end;
    while (end > at && text[end - 1] == ' ');
  }
  return 0;
}

} // namespace palabre::rules
