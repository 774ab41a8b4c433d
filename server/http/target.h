// Request targets: percent-decoding, query parameters, and paths matched against the patterns of wire::routes().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/model/error.h"

namespace palabre::http {

// Names and values, decoded; valid UTF-8 without control characters.
class Parameters {
public:
  void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
  [[nodiscard]] const std::string* find(std::string_view name) const; // the first; nullptr: not there
  [[nodiscard]] std::string get(std::string_view name) const;         // empty when not there
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

private:
  std::vector<std::pair<std::string, std::string>> all_;
};

// Line feeds are allowed in forms (text areas), nowhere in URLs.
enum class Lines : std::uint8_t { refused, allowed };
// "a=1&b=2". malformed_request, malformed_text or forbidden_character with the parameter's name as field; at most
// `parameter_limit` parameters.
[[nodiscard]] Expected<Parameters> parse_parameters(std::string_view text, Lines lines);
inline constexpr std::size_t parameter_limit = 512;

// "/api/v1/comments/{id}" against a path still encoded. A parameter matches one segment that is not empty, but a
// pattern's last "/{page}" matches all that is left with its slashes, be it nothing; wire::page_of_plain_path reads it.
// nullopt: another path.
[[nodiscard]] std::optional<Parameters> match_path(std::string_view pattern, std::string_view path);
// Decoded text of a path parameter, with the errors of parse_parameters.
[[nodiscard]] Expected<std::string> decode_path_text(std::string_view encoded, std::string_view field);

} // namespace palabre::http
