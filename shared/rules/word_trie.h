// The tree of letters that offensive words are found by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::rules {

// What the edges of the tree are labelled with. Other bytes than these are two symbols each, half a byte at a time.
namespace symbols {
inline constexpr std::uint8_t letters = 26; // a … z
inline constexpr std::uint8_t space = 26;   // between the words of a phrase
inline constexpr std::uint8_t digit = 27;   // 0 … 9
inline constexpr std::uint8_t high = 37;    // 8 … 15
inline constexpr std::uint8_t low = 45;     // 0 … 15
inline constexpr std::uint8_t count = 61;
} // namespace symbols

class WordTrie {
public:
  struct Node {
    std::uint64_t children; // bit n: there is an edge for symbol n
    std::uint32_t first;    // node of the lowest; the others follow it
    std::uint32_t word;     // 1 + index of the word that ends here; 0: none
    std::uint32_t below;    // bit n: the letter 'a' + n is somewhere below
  };
  static constexpr std::uint32_t none = 0; // as a child: the root is nobody's

  WordTrie() : nodes_{Node{0, 0, 0, 0}} {}
  // Sorted, each of letters, digits, single inner spaces and bytes beyond ASCII.
  explicit WordTrie(const std::vector<std::string>& words);

  [[nodiscard]] const Node& node(std::uint32_t index) const { return nodes_[index]; }
  [[nodiscard]] std::uint32_t child(std::uint32_t index, std::uint32_t symbol) const {
    const Node& node = nodes_[index];
    const std::uint64_t bit = std::uint64_t{1} << symbol;
    if ((node.children & bit) == 0) return none;
    return node.first + count_bits(node.children & (bit - 1));
  }
  [[nodiscard]] std::uint32_t child_of_byte(std::uint32_t index, unsigned char byte) const {
    const std::uint32_t middle = child(index, symbols::high + (byte >> 4) - 8U);
    return middle == none ? none : child(middle, symbols::low + (byte & 15U));
  }

private:
  // std::popcount is a call where the processor need not have the instruction.
  static std::uint32_t count_bits(std::uint64_t value) {
    value -= (value >> 1) & 0x5555555555555555U;
    value = (value & 0x3333333333333333U) + ((value >> 2) & 0x3333333333333333U);
    value = (value + (value >> 4)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<std::uint32_t>((value * 0x0101010101010101U) >> 56);
  }

  std::vector<Node> nodes_;
};

} // namespace palabre::rules
