#include "tests/shared/lexicons.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace palabre::test {
namespace {

void add(rules::Knowledge& knowledge, text::Language language, std::string_view ending) {
  const std::string path =
      std::string(PALABRE_LEXICONS) + "/" + std::string(text::to_name(language)) + std::string(ending);
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!knowledge.add(language, bytes)) throw std::runtime_error(path + " is no lexicon");
}

rules::Knowledge load(bool feelings) {
  rules::Knowledge knowledge;
  for (const text::Language language : {text::Language::en, text::Language::fr}) {
    add(knowledge, language, ".words");
    if (feelings) add(knowledge, language, ".feelings");
  }
  return knowledge;
}

} // namespace

const rules::Knowledge& knowledge() {
  static const rules::Knowledge loaded = load(true);
  return loaded;
}

const rules::Knowledge& knowledge_of_readers() {
  static const rules::Knowledge loaded = load(false);
  return loaded;
}

} // namespace palabre::test
