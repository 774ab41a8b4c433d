#include "shared/model/page_key.h"

#include <array>

namespace palabre {

namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case_prefix) {
  if (text.size() < lower_case_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_case_prefix.size(); ++i) {
    if (lower(text[i]) != lower_case_prefix[i]) return false;
  }
  return true;
}

// Names that say where a visit came from, never which page it is. A final '*' stands for any ending.
constexpr std::array<std::string_view, 38> tracking_names{
    "utm_*",   "mc_*",     "mtm_*",     "pk_*",       "piwik_*",     "matomo_*", "hsa_*",  "at_*",
    "ref",     "ref_src",  "ref_url",   "referrer",   "fbclid",      "gclid",    "gclsrc", "dclid",
    "gbraid",  "wbraid",   "srsltid",   "msclkid",    "yclid",       "ysclid",   "twclid", "ttclid",
    "igshid",  "igsh",     "li_fat_id", "mkt_tok",    "_ga",         "_gl",      "_hsenc", "_hsmi",
    "vero_id", "wickedid", "xtor",      "oly_enc_id", "oly_anon_id", "epik"};

bool is_tracking(std::string_view name) {
  for (const std::string_view known : tracking_names) {
    if (known.back() == '*') {
      if (starts_with_ignoring_case(name, known.substr(0, known.size() - 1))) return true;
    } else if (name.size() == known.size() && starts_with_ignoring_case(name, known)) {
      return true;
    }
  }
  return false;
}

std::string_view trim_ascii(std::string_view text) {
  constexpr std::string_view white = " \t\n\r\f\v";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

// What follows scheme and authority; npos when `url` is no absolute http(s) URL with a host.
std::size_t path_offset(std::string_view url) {
  std::size_t authority = std::string_view::npos;
  if (starts_with_ignoring_case(url, "http://")) authority = 7;
  if (starts_with_ignoring_case(url, "https://")) authority = 8;
  if (authority == std::string_view::npos) return authority;
  const std::size_t end = url.find_first_of("/?#", authority);
  const std::size_t offset = end == std::string_view::npos ? url.size() : end;
  return offset == authority ? std::string_view::npos : offset;
}

// As browsers write addresses: tabs and line ends dropped, blanks and other controls percent-encoded.
std::string encode_white_space(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20) {
      out.push_back(c);
    } else if (c != '\t' && c != '\n' && c != '\r') {
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 15U]);
    }
  }
  return out;
}

std::string clean_path(std::string_view path) {
  std::string out = "/";
  for (const char c : path) {
    if (c != '/' || out.back() != '/') out.push_back(c);
  }
  // Until nothing changes, so that the key of a key is itself.
  constexpr std::string_view index = "/index.html";
  while (true) {
    if (out.size() > 1 && out.back() == '/') out.pop_back();
    if (out.size() < index.size() || out.compare(out.size() - index.size(), index.size(), index) != 0) return out;
    out.resize(out.size() - index.size() + 1);
  }
}

std::string clean_query(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view parameter = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    if (parameter.empty() || is_tracking(parameter.substr(0, parameter.find('=')))) continue;
    out.push_back(out.empty() ? '?' : '&');
    out.append(parameter);
  }
  return out;
}

} // namespace

std::string page_key_of_url(std::string_view url) {
  const std::string_view trimmed = trim_ascii(url);
  const std::size_t offset = path_offset(trimmed);
  if (offset == std::string_view::npos) return std::string(trimmed);
  const std::string encoded = encode_white_space(trimmed.substr(offset));
  const std::string_view rest = std::string_view(encoded).substr(0, encoded.find('#'));
  const std::size_t question = rest.find('?');
  const std::string_view path = rest.substr(0, question);
  const std::string_view query = question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1);
  return clean_path(path) + clean_query(query);
}

} // namespace palabre
