// The first line is a list of entries, parted by commas, or the bytes of a compiled one; the rest is searched. Matches
// are in order; what is written is read again to find the same.
#include <algorithm>

#include "shared/rules/offence_words.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;
using rules::OffenceWords;

namespace {

OffenceWords compile(std::string_view line) {
  std::vector<OffenceWords::Entry> entries;
  std::vector<std::string> innocent;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(','), line.size());
    const std::string entry = text::replace_invalid_utf8(line.substr(0, end));
    if (entry.starts_with('-')) {
      innocent.push_back(entry.substr(1));
    } else {
      entries.push_back({entry, rules::WordClass::insult, 0, 1, static_cast<std::uint16_t>(entry.size() * 77)});
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return OffenceWords(entries, innocent);
}

std::vector<rules::WordMatch> find(const OffenceWords& listed, const text::Words& words) {
  std::vector<rules::WordMatch> found;
  listed.find(words, found);
  std::uint32_t end = 0;
  for (const rules::WordMatch& match : found) {
    fuzz::require(end <= match.begin && match.begin < match.end, "matches are in order and not empty");
    end = match.end;
  }
  fuzz::require(end <= words.folded.text.size(), "matches are in the text");
  return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const text::Words words = text::split_words(text::replace_invalid_utf8(bytes.substr(line)));
  (void)find(OffenceWords::read(bytes.substr(0, line)), words);

  const OffenceWords listed = compile(bytes.substr(0, line));
  const OffenceWords again = OffenceWords::read(listed.write());
  const auto found = find(listed, words);
  const auto found_again = find(again, words);
  fuzz::require(found.size() == found_again.size(), "what is read finds as much as what was written");
  for (std::size_t i = 0; i < found.size(); ++i) {
    fuzz::require(found[i].begin == found_again[i].begin && found[i].end == found_again[i].end &&
                      found[i].disguised == found_again[i].disguised && found[i].weight == found_again[i].weight,
                  "and the same");
  }
  return 0;
}
