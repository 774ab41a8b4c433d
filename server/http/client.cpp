#include "server/http/client.h"

#include <algorithm>

#include <arpa/inet.h>

namespace palabre::http {
namespace {

constexpr std::array<unsigned char, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned v4_prefix_bits = 96;

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<unsigned> parse_bits(std::string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  unsigned bits = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    bits = bits * 10 + static_cast<unsigned>(digit - '0');
  }
  return bits;
}

bool is_trusted(const Address& address, const std::vector<Network>& trusted) {
  return std::any_of(trusted.begin(), trusted.end(), [&](const Network& one) { return one.contains(address); });
}

} // namespace

bool Address::is_v4() const {
  return std::equal(v4_prefix.begin(), v4_prefix.end(), bytes.begin());
}

Address Address::network() const {
  Address prefix = *this;
  if (!is_v4()) std::fill(prefix.bytes.begin() + 8, prefix.bytes.end(), static_cast<unsigned char>(0));
  return prefix;
}

std::string Address::prefix() const {
  const std::size_t whole = is_v4() ? v4_prefix.size() + 3 : 6;
  std::string hex;
  for (std::size_t i = 0; i < whole; ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    hex += {digits[bytes[i] >> 4], digits[bytes[i] & 15U]};
  }
  return hex;
}

std::optional<Address> parse_address(std::string_view text) {
  const std::string terminated(text);
  Address address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
  std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + v4_prefix.size()) == 1) return address;
  return std::nullopt;
}

bool Network::contains(const Address& other) const {
  const std::size_t whole = bits / 8;
  if (!std::equal(address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                  other.bytes.begin())) {
    return false;
  }
  if (bits % 8 == 0) return true;
  const auto mask = static_cast<unsigned char>(0xff << (8 - bits % 8));
  return (address.bytes[whole] & mask) == (other.bytes[whole] & mask);
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  const unsigned offset = address->is_v4() && text.find(':') == std::string_view::npos ? v4_prefix_bits : 0;
  if (slash == std::string_view::npos) return Network{*address, 128};
  const auto bits = parse_bits(text.substr(slash + 1));
  if (!bits || *bits + offset > 128) return std::nullopt;
  return Network{*address, *bits + offset};
}

Address client_address(const Request& request, const std::vector<Network>& trusted) {
  Address client = parse_address(request.peer).value_or(Address{});
  for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
    if (!equal_ignoring_case(header->name, "X-Forwarded-For")) continue;
    std::string_view list = header->value;
    while (is_trusted(client, trusted)) {
      const std::size_t comma = list.rfind(',');
      const auto next = parse_address(trim(comma == std::string_view::npos ? list : list.substr(comma + 1)));
      if (!next) return client;
      client = *next;
      if (comma == std::string_view::npos) break;
      list = list.substr(0, comma);
    }
  }
  return client;
}

Expected<void> WriteLimiter::take(const Address& client, Instant now) {
  const Address network = client.network();
  return limiter_.take({reinterpret_cast<const char*>(network.bytes.data()), network.bytes.size()}, now);
}

bool is_over_tls(const Request& request, const std::vector<Network>& trusted) {
  const auto peer = parse_address(request.peer);
  if (!peer || !is_trusted(*peer, trusted)) return false;
  std::string_view said;
  for (const HeaderView& one : request.headers) {
    if (equal_ignoring_case(one.name, "X-Forwarded-Proto")) said = one.value;
  }
  const std::size_t comma = said.rfind(',');
  return equal_ignoring_case(trim(comma == std::string_view::npos ? said : said.substr(comma + 1)), "https");
}

} // namespace palabre::http
