// Reading what word lists are compiled from: our overlays (<folder>/<language>/*.txt) and npm packages
// (<folder>/node_modules). A file that is missing or wrong ends the build with a sentence.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "scripts/lexicon/dictionary.h"

namespace palabre::lexicon {

struct Sources {
  std::filesystem::path folder;
  std::string language;         // "fr"
  const Dictionary& dictionary; // of all languages: a comment's own is not always known

  [[nodiscard]] std::string text(const std::filesystem::path& file) const;
  // Tab-separated columns of each line that is not blank; `#` begins a comment.
  [[nodiscard]] std::vector<std::vector<std::string>> rows(const std::filesystem::path& file) const;
  [[nodiscard]] nlohmann::json json(const std::filesystem::path& file) const;
  [[nodiscard]] std::filesystem::path own(std::string_view name) const { return folder / language / name; }
  [[nodiscard]] std::filesystem::path package(std::string_view name) const { return folder / "node_modules" / name; }
};

// The entries of a line, parted by commas, spelled out: `(a|b)` stands for each of its alternatives, `(s)` for with it
// and without.
[[nodiscard]] std::vector<std::string> entries_of(const std::string& line);

// A section's bytes each; empty: nothing for this language.
[[nodiscard]] std::string compile_offence(const Sources& sources);
[[nodiscard]] std::string compile_aim(const Sources& sources);
[[nodiscard]] std::string compile_sentiment(const Sources& sources);
[[nodiscard]] std::string compile_complaint(const Sources& sources);
[[nodiscard]] std::string compile_promotion(const Sources& sources);

} // namespace palabre::lexicon
