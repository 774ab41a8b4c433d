#include "server/storage/mark_row.h"

#include <charconv>
#include <map>

namespace palabre::storage {

void add_count(MarkTally& tally, const std::string& name, std::int64_t count) {
  if (name == up_vote) {
    tally.up = count;
  } else if (name == down_vote) {
    tally.down = count;
  } else {
    tally.reactions.push_back({name, count});
  }
}

std::string text_of_tally(const MarkTally& tally) {
  std::map<std::string_view, std::int64_t> counts;
  for (const ReactionCount& reaction : tally.reactions) counts[reaction.name] = reaction.count;
  if (tally.up > 0) counts[up_vote] = tally.up;
  if (tally.down > 0) counts[down_vote] = tally.down;
  std::string text;
  for (const auto& [name, count] : counts) {
    if (!text.empty()) text += ',';
    text.append(name).append(":").append(std::to_string(count));
  }
  return text;
}

MarkTally tally_of_text(const std::string& text) {
  MarkTally tally;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    const std::size_t colon = text.find(':', start);
    std::int64_t count = 0;
    if (colon < end) std::from_chars(text.data() + colon + 1, text.data() + end, count);
    if (count > 0) add_count(tally, text.substr(start, colon - start), count);
    start = end + 1;
  }
  return tally;
}

} // namespace palabre::storage
