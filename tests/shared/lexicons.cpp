#include "tests/shared/lexicons.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace palabre::test {
namespace {

using rules::Section;

std::string bytes_of(text::Language language, std::string_view ending) {
  const std::string path =
      std::string(PALABRE_LEXICONS) + "/" + std::string(text::to_name(language)) + std::string(ending);
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!rules::find_section(bytes, Section::offence)) throw std::runtime_error(path + " is no lexicon");
  return bytes;
}

std::string only(const std::string& lexicon, std::initializer_list<Section> kept) {
  rules::LexiconWriter writer;
  for (const Section section : kept) writer.add(section, *rules::find_section(lexicon, section));
  return writer.bytes();
}

template <class Add> rules::Knowledge load(Add add) {
  rules::Knowledge knowledge;
  for (const text::Language language : {text::Language::en, text::Language::fr}) add(knowledge, language);
  return knowledge;
}

} // namespace

const rules::Knowledge& knowledge() {
  static const rules::Knowledge loaded = load([](rules::Knowledge& knowledge, text::Language language) {
    knowledge.add(language, bytes_of(language, ".words"));
    knowledge.add(language, bytes_of(language, ".feelings"));
  });
  return loaded;
}

const rules::Knowledge& knowledge_of_readers() {
  static const rules::Knowledge loaded = load([](rules::Knowledge& knowledge, text::Language language) {
    knowledge.add(language, bytes_of(language, ".words"));
  });
  return loaded;
}

const rules::Knowledge& knowledge_that_decides() {
  static const rules::Knowledge loaded = load([](rules::Knowledge& knowledge, text::Language language) {
    const std::string lexicon = bytes_of(language, ".words");
    knowledge.add(language, only(lexicon, {Section::offence, Section::promotion, Section::aim}));
  });
  return loaded;
}

} // namespace palabre::test
