#include "server/http/target.h"

#include <algorithm>

#include "shared/text/utf8.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

// URLs are one line: tab and line feed, which find_forbidden allows in text, are refused too.
Expected<void> check_text(std::string_view text, const std::string& field, Lines lines) {
  if (!text::is_valid_utf8(text)) return fail(ErrorCode::malformed_text, field);
  if (lines == Lines::allowed) return {};
  if (text::find_forbidden(text) || text.find_first_of("\t\r\n") != std::string_view::npos) {
    return fail(ErrorCode::forbidden_character, field);
  }
  return {};
}

// In queries and forms a plus is a space.
std::optional<std::string> decode_form_text(std::string_view encoded) {
  std::string text(encoded);
  std::replace(text.begin(), text.end(), '+', ' ');
  return wire::percent_decode(text);
}

Expected<void> add_parameter(std::string_view pair, Lines lines, Parameters& out) {
  const std::size_t equals = pair.find('=');
  auto name = decode_form_text(pair.substr(0, equals));
  if (!name || !check_text(*name, {}, Lines::refused)) {
    return fail(ErrorCode::malformed_request, {}, "a parameter's name is not percent-encoded UTF-8");
  }
  auto value = decode_form_text(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
  if (!value) return fail(ErrorCode::malformed_request, *name, "a '%' without two hexadecimal digits");
  if (auto checked = check_text(*value, *name, lines); !checked) return checked;
  out.add(*std::move(name), *std::move(value));
  return {};
}

} // namespace

const std::string* Parameters::find(std::string_view name) const {
  for (const auto& [key, value] : all_) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string Parameters::get(std::string_view name) const {
  const std::string* found = find(name);
  return found != nullptr ? *found : std::string();
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : all_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

Expected<Parameters> parse_parameters(std::string_view text, Lines lines) {
  Parameters parameters;
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('&');
    const std::string_view pair = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (pair.empty()) continue;
    if (++count > parameter_limit) return fail(ErrorCode::malformed_request, {}, "too many parameters");
    if (auto added = add_parameter(pair, lines, parameters); !added) return tl::unexpected(added.error());
  }
  return parameters;
}

std::optional<Parameters> match_path(std::string_view pattern, std::string_view path) {
  constexpr std::string_view rest_of_path = "/{page}";
  Parameters found;
  while (!pattern.empty()) {
    if (pattern == rest_of_path && (path.empty() || path.front() == '/')) {
      found.add("page", std::string(path));
      return found;
    }
    if (pattern.front() != '{') {
      if (path.empty() || path.front() != pattern.front()) return std::nullopt;
      pattern.remove_prefix(1);
      path.remove_prefix(1);
      continue;
    }
    const std::size_t close = pattern.find('}');
    if (close == std::string_view::npos) return std::nullopt;
    const char next = close + 1 < pattern.size() ? pattern[close + 1] : '/';
    const std::string_view value = path.substr(0, std::min(path.find('/'), path.find(next)));
    if (value.empty()) return std::nullopt;
    found.add(std::string(pattern.substr(1, close - 1)), std::string(value));
    pattern.remove_prefix(close + 1);
    path.remove_prefix(value.size());
  }
  if (!path.empty()) return std::nullopt;
  return found;
}

Expected<std::string> decode_path_text(std::string_view encoded, std::string_view field) {
  auto decoded = wire::percent_decode(encoded);
  if (!decoded) return fail(ErrorCode::malformed_request, std::string(field), "a '%' without two hexadecimal digits");
  if (auto checked = check_text(*decoded, std::string(field), Lines::refused); !checked) {
    return tl::unexpected(checked.error());
  }
  return *std::move(decoded);
}

} // namespace palabre::http
