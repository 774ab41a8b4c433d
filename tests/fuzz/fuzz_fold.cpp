// What folding and splitting promise for any text: valid offsets, words in order, the same again when folded twice.
#include "shared/text/utf8.h"
#include "shared/text/words.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source = text::replace_invalid_utf8(fuzz::as_text(data, size));
  const text::Words words = text::split_words(source);
  const text::Folded& folded = words.folded;
  fuzz::require(folded.at.size() == folded.text.size() + 1, "an offset for each byte, and the end");
  fuzz::require(folded.traits.size() == folded.text.size(), "traits for each byte");
  fuzz::require(folded.at.back() == source.size(), "the last offset is the end");
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    fuzz::require(folded.at[i] <= folded.at[i + 1] && folded.at[i] < source.size(), "offsets rise");
    fuzz::require((static_cast<unsigned char>(source[folded.at[i]]) & 0xC0U) != 0x80, "offsets begin characters");
    const char byte = folded.text[i];
    fuzz::require(!(byte >= 'A' && byte <= 'Z') && byte != '\t' && byte != '\r', "lower case, plain spaces");
  }
  fuzz::require(text::is_valid_utf8(folded.text), "folded text is valid");

  std::uint32_t end = 0;
  for (std::size_t i = 0; i < words.words.size(); ++i) {
    const text::Word& word = words.words[i];
    fuzz::require(end <= word.begin && word.begin < word.end, "words are in order and not empty");
    fuzz::require(text::is_valid_utf8(words.text(word)), "words begin and end with characters");
    fuzz::require(words.source_begin(word) <= words.source_end(word), "spans are those of the source");
    end = word.end;
    (void)words.before(i);
  }
  fuzz::require(end <= folded.text.size(), "words are in the text");
  (void)words.before(words.words.size());
  return 0;
}
