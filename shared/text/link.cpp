// Which addresses a reader may be sent to. Own and strict: what it lets through, every browser reads in the same way.
#include <optional>

#include "shared/text/code_point.h"
#include "shared/text/markdown.h"
#include "shared/text/utf8.h"

namespace palabre::text {

namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The rest after `scheme` and its colon; nullopt when the scheme is another.
std::optional<std::string_view> after_scheme(std::string_view href, std::string_view scheme) {
  if (href.size() <= scheme.size() || href[scheme.size()] != ':') return std::nullopt;
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    const char c = href[i] >= 'A' && href[i] <= 'Z' ? static_cast<char>(href[i] - 'A' + 'a') : href[i];
    if (c != scheme[i]) return std::nullopt;
  }
  return href.substr(scheme.size() + 1);
}

// Valid UTF-8 in which nothing can end an attribute, break a line or turn the words around it.
bool has_safe_characters(std::string_view href) {
  if (!is_valid_utf8(href)) return false;
  for (std::size_t offset = 0; offset < href.size();) {
    const CodePoint point = code_point_at(href, offset);
    if (is_white_space(point.value) || is_forbidden(point.value)) return false;
    if (is_direction_embedding(point.value) || is_direction_mark(point.value)) return false;
    if (point.value < 0x80 && std::string_view("\\<>\"`").find(href[offset]) != std::string_view::npos) return false;
    offset += point.size;
  }
  return true;
}

bool is_port(std::string_view port) {
  if (port.empty() || port.size() > 5) return false;
  unsigned value = 0;
  for (const char c : port) {
    if (!is_digit(c)) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value <= 65'535;
}

bool is_ipv6_literal(std::string_view inside_brackets) {
  for (const char c : inside_brackets) {
    const bool hexadecimal = is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!hexadecimal && c != ':' && c != '.') return false;
  }
  return inside_brackets.find(':') != std::string_view::npos && inside_brackets.size() <= 45;
}

bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.') return false;
  if (host.find("..") != std::string_view::npos) return false;
  for (std::size_t offset = 0; offset < host.size();) {
    const CodePoint point = code_point_at(host, offset);
    const char c = host[offset];
    const bool allowed = point.value < 0x80 ? is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_'
                                            : !is_invisible(point.value);
    if (!allowed) return false;
    offset += point.size;
  }
  return true;
}

bool is_authority(std::string_view authority) {
  if (!authority.empty() && authority.front() == '[') {
    const std::size_t close = authority.find(']');
    if (close == std::string_view::npos || !is_ipv6_literal(authority.substr(1, close - 1))) return false;
    const std::string_view rest = authority.substr(close + 1);
    return rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
  }
  const std::size_t colon = authority.find(':');
  if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return false;
  return is_host_name(authority.substr(0, colon));
}

// name@host, as far as a link needs it; what follows a question mark only fills in the letter.
bool is_mail_target(std::string_view target) {
  const std::string_view address = target.substr(0, target.find('?'));
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  if (address.substr(0, at).find_first_of("@/:,;") != std::string_view::npos) return false;
  return is_host_name(address.substr(at + 1));
}

} // namespace

bool is_web_address(std::string_view href) {
  std::optional<std::string_view> rest = after_scheme(href, "https");
  if (!rest) rest = after_scheme(href, "http");
  if (!rest || rest->substr(0, 2) != "//" || !has_safe_characters(href)) return false;
  const std::string_view after_slashes = rest->substr(2);
  return is_authority(after_slashes.substr(0, after_slashes.find_first_of("/?#")));
}

bool is_safe_link(std::string_view href) {
  if (is_web_address(href)) return true;
  const std::optional<std::string_view> target = after_scheme(href, "mailto");
  return target && has_safe_characters(href) && is_mail_target(*target);
}

} // namespace palabre::text
