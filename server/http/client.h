// Who asks: the address behind trusted proxies, and how often it may write.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/service/limiter.h"
#include "shared/rules/rate_limit.h"

namespace palabre::http {

// IPv4 as IPv6 does it: ::ffff:a.b.c.d.
struct Address {
  std::array<unsigned char, 16> bytes{};
  [[nodiscard]] bool is_v4() const;
  // What one client surely owns: a whole IPv4 address, the first 64 bits of an IPv6 one.
  [[nodiscard]] Address network() const;
  // A neighbourhood, as text: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one.
  [[nodiscard]] std::string prefix() const;
};
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);

struct Network {
  Address address;
  unsigned bits{128}; // 0 … 128, of the IPv6 form
  [[nodiscard]] bool contains(const Address& other) const;
};
// "10.0.0.0/8", "fd00::/8", or an address alone.
[[nodiscard]] std::optional<Network> parse_network(std::string_view text);

// The connection's other end, or, when that is a trusted proxy, the rightmost address of X-Forwarded-For that is not.
[[nodiscard]] Address client_address(const Request& request, const std::vector<Network>& trusted);

// Token buckets by network.
class WriteLimiter {
public:
  WriteLimiter(rules::RateLimit limit, std::size_t client_limit) : limiter_(limit, client_limit) {}
  // rate_limited with retry_after_s.
  [[nodiscard]] Expected<void> take(const Address& client, Instant now);

private:
  service::Limiter limiter_;
};

// Whether the client speaks TLS to the proxy: X-Forwarded-Proto of a trusted one, whose word is the last.
[[nodiscard]] bool is_over_tls(const Request& request, const std::vector<Network>& trusted);

} // namespace palabre::http
