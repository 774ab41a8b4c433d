// Spellings that people try to get past filters with, by a seeded generator: each kind turns a word into one.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::test {

using Random = std::mt19937;

struct Disguise {
  std::string_view name;
  std::function<std::string(const std::string& word, Random& random)> apply; // of lower-case ASCII letters
};

[[nodiscard]] const std::vector<Disguise>& all_disguises();

} // namespace palabre::test
