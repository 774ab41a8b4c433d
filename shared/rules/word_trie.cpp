#include "shared/rules/word_trie.h"

#include <algorithm>
#include <bit>

namespace palabre::rules {
namespace {

void append_symbols(std::string& out, std::string_view word) {
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      out += static_cast<char>(symbols::high + (byte >> 4) - 8);
      out += static_cast<char>(symbols::low + (byte & 15));
    } else if (byte >= 'a') {
      out += static_cast<char>(byte - 'a');
    } else {
      out += static_cast<char>(byte == ' ' ? symbols::space : symbols::digit + (byte - '0'));
    }
  }
}

struct Range {
  std::uint32_t node, begin, end, depth; // of words that share `depth` symbols
};

} // namespace

// Level by level, so that the children of a node lie side by side. The symbols sort as the words do only within a kind,
// so the words are sorted anew.
WordTrie::WordTrie(const std::vector<std::string>& words) : WordTrie() {
  std::string pool;
  struct Key {
    std::uint32_t begin, size, word;
  };
  std::vector<Key> keys;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(pool.size());
    append_symbols(pool, words[i]);
    keys.push_back({begin, static_cast<std::uint32_t>(pool.size()) - begin, static_cast<std::uint32_t>(i)});
  }
  const std::string_view all = pool;
  const auto text = [&](const Key& key) { return all.substr(key.begin, key.size); };
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) { return text(a) < text(b); });
  std::vector<Range> ranges{{0, 0, static_cast<std::uint32_t>(keys.size()), 0}};
  for (std::size_t next = 0; next < ranges.size(); ++next) {
    auto [node, begin, end, depth] = ranges[next];
    while (begin < end && keys[begin].size == depth) nodes_[node].word = keys[begin++].word + 1;
    nodes_[node].first = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const char symbol = all[keys[begin].begin + depth];
      std::uint32_t after = begin;
      while (after < end && all[keys[after].begin + depth] == symbol) ++after;
      nodes_[node].children |= std::uint64_t{1} << static_cast<unsigned>(symbol);
      ranges.push_back({static_cast<std::uint32_t>(nodes_.size()), begin, after, depth + 1});
      nodes_.push_back(Node{0, 0, 0, 0});
      begin = after;
    }
  }
  for (std::size_t node = nodes_.size(); node-- > 0;) { // children come after their parents
    std::uint32_t child = nodes_[node].first;
    for (std::uint64_t left = nodes_[node].children; left != 0; left &= left - 1) {
      const int symbol = std::countr_zero(left);
      if (symbol < symbols::letters) nodes_[node].below |= 1U << symbol;
      nodes_[node].below |= nodes_[child++].below;
    }
  }
}

} // namespace palabre::rules
