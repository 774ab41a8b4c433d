#include "shared/rules/draw.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "shared/rules/sha256.h"

namespace palabre::rules {
namespace {

// The numbers of a draw, in their order.
class Numbers {
public:
  Numbers(std::string_view seed, std::string_view list_hash)
      : begin_("palabre-draw-1\n" + std::string(seed) + "\n" + std::string(list_hash) + "\n") {}

  // 0 … bound - 1, each as likely as the others; bound > 0.
  std::uint64_t below(std::uint64_t bound) {
    for (;;) {
      if (const auto number = number_below(next(), bound)) return *number;
    }
  }

private:
  std::uint64_t next() {
    if (used_ == digest_.size()) {
      digest_ = sha256(begin_ + std::to_string(counter_++));
      used_ = 0;
    }
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest_[used_++];
    return number;
  }

  const std::string begin_;
  std::uint64_t counter_{0};
  Sha256Digest digest_{};
  std::size_t used_{digest_.size()};
};

bool is_list(const std::vector<std::string>& list) {
  std::int64_t before = 0;
  for (const std::string& line : list) {
    const auto number = number_of_line(line);
    if (!number || *number <= before) return false;
    before = *number;
  }
  return true;
}

bool are_of(const std::vector<std::string>& list, const std::vector<std::string>& winners) {
  const std::set<std::string_view> lines(list.begin(), list.end());
  return std::all_of(winners.begin(), winners.end(), [&](const std::string& one) { return lines.count(one) != 0; });
}

bool is_well_formed(const DrawProof& proof) {
  return is_lower_hexadecimal(proof.seed, seed_digits) && is_lower_hexadecimal(proof.seed_hash, 64) &&
         is_lower_hexadecimal(proof.list_hash, 64) && is_list(proof.list);
}

} // namespace

bool is_lower_hexadecimal(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string entry_line(std::int64_t number, std::string_view receipt, std::string_view name, std::string_view words) {
  const std::string digits = std::to_string(number);
  std::string marked = "palabre-entry-1\n";
  marked.append(receipt).append("\n").append(digits).append("\n").append(name).append("\n").append(words);
  return digits + "\t" + sha256_text(marked);
}

std::optional<std::int64_t> number_of_line(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || !is_lower_hexadecimal(line.substr(tab + 1), 64)) return std::nullopt;
  const auto number = Id<struct EntryTag>::parse(line.substr(0, tab));
  if (!number) return std::nullopt;
  return number->value;
}

std::optional<std::uint64_t> number_below(std::uint64_t number, std::uint64_t bound) {
  const std::uint64_t too_many = (std::uint64_t{0} - bound) % bound; // 2^64 modulo bound
  if (number > UINT64_MAX - too_many) return std::nullopt;
  return number % bound;
}

std::string hash_of_seed(std::string_view seed) {
  return sha256_text(seed);
}

std::string hash_of_list(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& line : list) {
    if (&line != &list.front()) text += '\n';
    text += line;
  }
  return sha256_text(text);
}

std::vector<std::size_t> draw_places(std::string_view seed, std::string_view list_hash, std::size_t lines,
                                     std::size_t winners) {
  std::vector<std::size_t> places(lines);
  std::iota(places.begin(), places.end(), std::size_t{0});
  const std::size_t wanted = std::min(lines, winners);
  Numbers numbers(seed, list_hash);
  for (std::size_t i = 0; i < wanted; ++i) {
    std::swap(places[i], places[i + static_cast<std::size_t>(numbers.below(lines - i))]);
  }
  places.resize(wanted);
  return places;
}

std::vector<std::string> draw_winners(std::string_view seed, const std::vector<std::string>& list,
                                      std::size_t winners) {
  std::vector<std::string> drawn;
  for (const std::size_t place : draw_places(seed, hash_of_list(list), list.size(), winners)) {
    drawn.push_back(list[place]);
  }
  return drawn;
}

std::string_view to_name(DrawFinding finding) {
  switch (finding) {
  case DrawFinding::right: return "right";
  case DrawFinding::not_drawn: return "not_drawn";
  case DrawFinding::malformed: return "malformed";
  case DrawFinding::wrong_seed: return "wrong_seed";
  case DrawFinding::wrong_list: return "wrong_list";
  case DrawFinding::wrong_number: return "wrong_number";
  case DrawFinding::foreign_winner: return "foreign_winner";
  case DrawFinding::wrong_winner: return "wrong_winner";
  }
  return "malformed";
}

DrawFinding verify_draw(const DrawProof& proof, std::size_t winners) {
  if (proof.seed.empty()) return DrawFinding::not_drawn;
  if (!is_well_formed(proof)) return DrawFinding::malformed;
  if (hash_of_seed(proof.seed) != proof.seed_hash) return DrawFinding::wrong_seed;
  if (hash_of_list(proof.list) != proof.list_hash) return DrawFinding::wrong_list;
  if (proof.winners.size() != std::min(winners, proof.list.size())) return DrawFinding::wrong_number;
  if (!are_of(proof.list, proof.winners)) return DrawFinding::foreign_winner;
  return draw_winners(proof.seed, proof.list, winners) == proof.winners ? DrawFinding::right
                                                                        : DrawFinding::wrong_winner;
}

} // namespace palabre::rules
