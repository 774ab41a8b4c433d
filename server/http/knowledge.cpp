#include "server/http/knowledge.h"

#include "server/assets/assets.h"

namespace palabre::http {
namespace {

rules::Knowledge read_all() {
  rules::Knowledge knowledge;
  for (const text::Language language : text::known_languages) {
    const std::string name = "rules/" + std::string(to_name(language));
    for (const char* ending : {".words", ".feelings"}) {
      if (const assets::Asset* asset = assets::find(name + ending)) knowledge.add(language, asset->identity);
    }
  }
  return knowledge;
}

} // namespace

const rules::Knowledge& built_in_knowledge() {
  static const rules::Knowledge knowledge = read_all();
  return knowledge;
}

} // namespace palabre::http
