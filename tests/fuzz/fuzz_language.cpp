// The language of any text: some known one with a confidence in range, the same each time.
#include "shared/text/language.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source = fuzz::as_text(data, size);
  if (!text::is_valid_utf8(source)) return 0;
  const text::Words words = text::split_words(source);
  const text::LanguageGuess guess = text::detect_language(words, source);
  fuzz::require(guess.confidence >= 0 && guess.confidence <= 1, "confidence is in range");
  fuzz::require((guess.language == text::Language::unknown) == (guess.confidence == 0), "unknown is not sure");
  fuzz::require(text::parse_language(text::to_name(guess.language)) == guess.language, "a language has a name");
  const text::LanguageGuess again = text::detect_language(words, source);
  fuzz::require(again.language == guess.language && again.confidence == guess.confidence, "the same each time");
  return 0;
}
