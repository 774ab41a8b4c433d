// What a list of complaints says of a word; packed into the number that a WordTable keeps.
#pragma once

#include <cstdint>

namespace palabre::rules {

enum class ComplaintCue : std::uint8_t {
  none,     // begins a phrase, and is nothing by itself
  thing,    // what was bought: an order, a parcel, a subscription
  service,  // who should help: customer service, after-sales
  problem,  // broken, missing, overcharged
  waiting,  // still not here
  silence,  // no answer
  request,  // a refund, please
  whole,    // a complaint by itself: never delivered
  since,    // for, since, already: with a duration it is waiting
  duration, // weeks
  person,   // I, my
  negation, // no problem
  praise,   // arrived quickly
};
inline constexpr int complaint_cues = 13;

struct ComplaintWord {
  ComplaintCue cue{ComplaintCue::none};
  int weight{0}; // tenths, 0 … 10
  int phrase{0}; // the longest phrase that begins with this word has that many words; 0: none does
};

inline constexpr int longest_complaint_phrase = 7; // words

constexpr std::uint16_t pack(const ComplaintWord& word) {
  return static_cast<std::uint16_t>(static_cast<int>(word.cue) | (word.weight << 4) | (word.phrase << 8));
}

// Of any number: a broken list must do no harm.
constexpr ComplaintWord unpack_complaint(std::uint16_t value) {
  const int cue = value & 15;
  return {cue < complaint_cues ? static_cast<ComplaintCue>(cue) : ComplaintCue::none, (value >> 4) & 15,
          (value >> 8) & 7};
}

} // namespace palabre::rules
