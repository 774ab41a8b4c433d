// palabre_lexicon FOLDER OUT WORDS DIC: compiles the word lists of FOLDER, beside the dictionaries WORDS (a word a
// line) and DIC (hunspell's), into OUT/<language>.words (what decides) and OUT/<language>.feelings (sentiment, which
// decides nothing and readers never load).
#include <fstream>
#include <iostream>

#include "scripts/lexicon/sources.h"
#include "shared/rules/lexicon.h"

namespace {

using namespace palabre;

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) throw std::runtime_error(file.string() + " could not be written");
}

void compile(const lexicon::Sources& sources, const std::filesystem::path& out) {
  rules::LexiconWriter words;
  words.add(rules::Section::offence, compile_offence(sources));
  words.add(rules::Section::aim, compile_aim(sources));
  words.add(rules::Section::complaint, compile_complaint(sources));
  words.add(rules::Section::promotion, compile_promotion(sources));
  write(out / (sources.language + ".words"), words.bytes());
  rules::LexiconWriter feelings;
  feelings.add(rules::Section::sentiment, compile_sentiment(sources));
  write(out / (sources.language + ".feelings"), feelings.bytes());
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "palabre_lexicon FOLDER OUT WORDS DIC\n";
    return 2;
  }
  try {
    lexicon::Dictionary dictionary;
    dictionary.add_words(argv[3]);
    dictionary.add_hunspell(argv[4]);
    for (const char* language : {"en", "fr"}) compile({argv[1], language, dictionary}, argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "palabre_lexicon: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
