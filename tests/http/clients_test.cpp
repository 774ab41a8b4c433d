// Who may write how often, and whose address counts.
#include "server/http/client.h"
#include "tests/http/running_server.h"

using namespace palabre;
using namespace palabre::test;

namespace {

void limited(http::ServerOptions& options) {
  options.rate_limits = http::RateLimits::on;
}

Reply write(const RunningServer& server, const std::string& forwarded = {}) {
  Headers headers;
  if (!forwarded.empty()) headers.emplace_back("X-Forwarded-For", forwarded);
  return server.post_json("/api/v1/comments", comment_json("/a", "quick"), headers);
}

std::string client_of(const std::string& peer, const std::vector<std::string>& forwarded,
                      const std::vector<std::string>& trusted) {
  http::Request request;
  request.peer = peer;
  for (const std::string& value : forwarded) request.headers.push_back({"X-Forwarded-For", value});
  std::vector<http::Network> networks;
  for (const std::string& text : trusted) networks.push_back(*http::parse_network(text));
  const http::Address found = http::client_address(request, networks);
  for (const char* known : {"1.1.1.1", "2.2.2.2", "10.0.0.1", "127.0.0.1", "2001:db8::1"}) {
    if (http::parse_address(known)->bytes == found.bytes) return known;
  }
  return "?";
}

} // namespace

BOOST_AUTO_TEST_SUITE(clients)

BOOST_AUTO_TEST_CASE(after_twenty_writes_at_once_one_waits) {
  RunningServer server(limited);
  for (int i = 0; i < 20; ++i) BOOST_TEST(write(server).status == 201);
  const Reply refused = write(server);
  check_problem(refused, 429, "rate_limited");
  BOOST_TEST(refused.header("retry-after") == "3");
  BOOST_TEST(server.get("/api/v1/thread?site=blog&page=/a").status == 200); // reading goes on
  check_problem(server.ask("DELETE", "/api/v1/comments/1", {{"Authorization", "Bearer x"}}), 429, "rate_limited");
  server.now += 3'000;
  BOOST_TEST(write(server).status == 201);
  BOOST_TEST(write(server).status == 429);
  BOOST_TEST(server.get("/metrics").body.find("palabre_rate_limited_total 3\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_header_from_anybody_does_not_make_another_client) {
  RunningServer server(limited);
  for (int i = 0; i < 20; ++i) (void)write(server, "1.2.3." + std::to_string(i));
  BOOST_TEST(write(server, "9.9.9.9").status == 429);
}

BOOST_AUTO_TEST_CASE(behind_a_trusted_proxy_clients_are_told_apart) {
  RunningServer server([](http::ServerOptions& options) {
    limited(options);
    options.trusted_proxies = {"127.0.0.0/8"};
  });
  for (int i = 0; i < 20; ++i) BOOST_TEST(write(server, "6.6.6.6, 1.2.3.4").status == 201);
  BOOST_TEST(write(server, "7.7.7.7, 1.2.3.4").status == 429); // the rightmost counts, the rest is hearsay
  BOOST_TEST(write(server, "6.6.6.6, 1.2.3.5").status == 201);
}

BOOST_AUTO_TEST_CASE(the_rightmost_untrusted_address_is_the_client) {
  BOOST_TEST(client_of("10.0.0.1", {"1.1.1.1, 2.2.2.2"}, {"10.0.0.0/8"}) == "2.2.2.2");
  BOOST_TEST(client_of("10.0.0.1", {"1.1.1.1, 10.9.9.9"}, {"10.0.0.0/8"}) == "1.1.1.1");
  BOOST_TEST(client_of("10.0.0.1", {"1.1.1.1", "2.2.2.2"}, {"10.0.0.0/8"}) == "2.2.2.2");
  BOOST_TEST(client_of("127.0.0.1", {"1.1.1.1"}, {"10.0.0.0/8"}) == "127.0.0.1");
  BOOST_TEST(client_of("10.0.0.1", {"1.1.1.1, nonsense"}, {"10.0.0.0/8"}) == "10.0.0.1");
  BOOST_TEST(client_of("10.0.0.1", {","}, {"10.0.0.0/8"}) == "10.0.0.1");
  BOOST_TEST(client_of("::ffff:10.0.0.1", {"2001:db8::1"}, {"10.0.0.0/8"}) == "2001:db8::1");
  BOOST_TEST(client_of("10.0.0.1", {}, {"10.0.0.0/8"}) == "10.0.0.1");
}

BOOST_AUTO_TEST_CASE(networks_are_parsed_strictly) {
  for (const char* text : {"10.0.0.0/8", "0.0.0.0/0", "::/0", "fd00::/8", "127.0.0.1", "::1"}) {
    BOOST_TEST(http::parse_network(text).has_value(), text);
  }
  for (const char* text : {"", "/", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/8x", "10.0.0/8", "localhost"}) {
    BOOST_TEST(!http::parse_network(text).has_value(), text);
  }
  const auto network = *http::parse_network("10.1.2.0/23");
  BOOST_TEST(network.contains(*http::parse_address("10.1.3.255")));
  BOOST_TEST(!network.contains(*http::parse_address("10.1.4.0")));
}

BOOST_AUTO_TEST_CASE(one_ipv6_network_is_one_client) {
  http::WriteLimiter limiter({2, 1}, 100);
  const Instant now{0};
  BOOST_TEST(limiter.take(*http::parse_address("2001:db8:0:1::1"), now).has_value());
  BOOST_TEST(limiter.take(*http::parse_address("2001:db8:0:1:ffff::2"), now).has_value());
  BOOST_TEST(!limiter.take(*http::parse_address("2001:db8:0:1::3"), now).has_value());
  BOOST_TEST(limiter.take(*http::parse_address("2001:db8:0:2::1"), now).has_value());
}

// However many clients come, none is refused its first write, and one that is limited stays so while there is room.
BOOST_AUTO_TEST_CASE(many_clients_share_a_bounded_memory) {
  http::WriteLimiter limiter({1, 0.001}, 1'000);
  const auto address = [](int i) {
    return *http::parse_address("10." + std::to_string(i / 65536) + "." + std::to_string(i / 256 % 256) + "." +
                                std::to_string(i % 256));
  };
  for (int i = 0; i < 100'000; ++i) BOOST_REQUIRE(limiter.take(address(i), Instant{i}).has_value());
  BOOST_TEST(!limiter.take(address(99'999), Instant{100'000}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
