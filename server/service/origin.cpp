#include "server/service/origin.h"

#include <algorithm>

#include "shared/text/markdown.h"

namespace palabre::service {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// "host:port" split at the port's colon, which an IPv6 address in brackets has only behind them.
std::size_t port_colon(std::string_view authority) {
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) {
    return authority.size();
  }
  return colon;
}

} // namespace

std::optional<std::string> origin_of(std::string_view address) {
  if (!text::is_web_address(address)) return std::nullopt;
  std::string scheme(address.substr(0, address.find("://")));
  std::string_view rest = address.substr(scheme.size() + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  const std::size_t colon = port_colon(authority);
  std::string host(authority.substr(0, colon));
  std::string port(colon < authority.size() ? authority.substr(colon + 1) : std::string_view{});
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
  std::transform(host.begin(), host.end(), host.begin(), lower);
  // Browsers send a name with accents in its ASCII form only: in its other one it would match nothing, silently.
  if (!std::all_of(host.begin(), host.end(), is_ascii)) return std::nullopt;
  if (host.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return std::nullopt;
  if ((scheme == "http" && port == "80") || (scheme == "https" && port == "443")) port.clear();
  return scheme + "://" + host + (port.empty() ? "" : ":" + port);
}

bool is_site_name(std::string_view name) {
  const auto letter_or_digit = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); };
  if (name.empty() || name.size() > 63 || !letter_or_digit(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return letter_or_digit(c) || c == '-'; });
}

} // namespace palabre::service
