// Framing that another server might read otherwise than ours: refused, so that a proxy in front and we never see
// different requests in the same bytes.
#include "server/http/chunk_framing.h"
#include "tests/http/running_server.h"

using namespace palabre;
using namespace palabre::test;
using namespace std::chrono_literals;

namespace {

const std::string chunked_post = "POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\n";

std::string in_hex(std::size_t number) {
  constexpr const char* digits = "0123456789abcdef";
  std::string out;
  for (; number > 0; number /= 16) out.insert(out.begin(), digits[number % 16]);
  return out;
}

// Time limits beyond a test's patience: what is refused is refused at once, and not for its slowness.
void be_patient(http::ServerOptions& options) {
  options.time_limits.head = options.time_limits.body = 120s;
}

void check_refused(const RunningServer& server, const std::string& bytes) {
  RawClient client(server.port());
  (void)client.send(bytes); // the server may answer and close before all is sent
  const auto reply = client.receive();
  BOOST_REQUIRE(reply.has_value());
  check_problem(*reply, 400, "malformed_request");
  BOOST_TEST(client.closed());
  server.check_alive();
}

bool accepts(std::string_view bytes) {
  http::ChunkFraming framing;
  return framing.accept(bytes);
}

} // namespace

BOOST_AUTO_TEST_SUITE(smuggling)

BOOST_AUTO_TEST_CASE(chunk_sizes_are_hexadecimal_digits_and_nothing_else) {
  RunningServer server(be_patient);
  const std::string body = comment_json("/a", "smuggled");
  const std::string size = in_hex(body.size());
  const std::string rest = "\r\n" + body + "\r\n0\r\n\r\n";
  for (const std::string& odd : {"0x" + size, "+" + size, " " + size, size + " ", size + "g", "-" + size, "\t" + size,
                                 "00000000" + size, size + "\n", std::string("ffffffffffffffff")}) {
    BOOST_TEST_CONTEXT(odd) {
      check_refused(server, chunked_post + odd + rest);
    }
  }
  check_refused(server, chunked_post + size + "\n" + body + "\n0\n\n");
  check_refused(server, chunked_post + size + "\r\n" + body + "XX0\r\n\r\n");
  BOOST_TEST(nlohmann::json::parse(server.get("/api/v1/thread?site=blog&page=/a").body)["total"] == 0);
}

BOOST_AUTO_TEST_CASE(extensions_and_trailers_are_read_over_within_bounds) {
  RunningServer server(be_patient);
  const std::string body = comment_json("/a", "extended");
  const std::string chunk = in_hex(body.size()) + ";name=\"value\"\r\n" + body + "\r\n";
  RawClient client(server.port());
  (void)client.send(chunked_post + chunk + "0\r\nChecksum: none\r\n\r\n" + request_text("GET", "/healthz"));
  BOOST_TEST(client.receive().value_or(Reply{}).status == 201);
  BOOST_TEST(client.receive().value_or(Reply{}).status == 200); // the trailer was no part of the next request
  std::string endless = chunked_post + chunk + "0\r\n";
  for (int i = 0; i < 10'000; ++i) endless += "Name: value\r\n";
  check_refused(server, endless);
  check_refused(server, chunked_post + "5;" + std::string(100'000, 'x') + "\r\nhello\r\n");
}

BOOST_AUTO_TEST_CASE(framing_is_the_same_in_pieces) {
  const std::string good = "5;a=b\r\nhel\r\n\r\n1\r\nx\r\n00\r\nName: value\r\n\r\nGET / HTTP/1.1";
  BOOST_TEST(accepts(good));
  http::ChunkFraming pieces;
  for (const char byte : good) BOOST_TEST(pieces.accept({&byte, 1}));
  for (const char* bad :
       {"\r\n", ";\r\n", "5\r\nhelloX", "5\r\nhello\rX", "1\rx", "0\r\nName: value\rX", "0\r\n\x01", "\n"}) {
    BOOST_TEST_CONTEXT(bad) {
      BOOST_TEST(!accepts(bad));
      http::ChunkFraming framing;
      bool accepted = true;
      for (const char* at = bad; *at != '\0'; ++at) accepted = framing.accept({at, 1});
      BOOST_TEST(!accepted);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_can_be_no_request_is_told_at_once) {
  RunningServer server(be_patient);
  check_refused(server, "GET /healthz HTTP/1.1\nHost: x\n\n");
  check_refused(server, "GET /healthz HTTP/1.1\r\nHost: x\n");
  check_refused(server, std::string("\x16\x03\x01\x02\x00\x01", 6)); // TLS to a plain port
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += "\r\n";
  check_refused(server, lines);
  RawClient client(server.port());
  (void)client.send("\r\n\r\n" + request_text("GET", "/healthz")); // a few may be left of the request before
  BOOST_TEST(client.receive().value_or(Reply{}).status == 200);
}

BOOST_AUTO_TEST_CASE(an_absolute_target_is_its_path) {
  RunningServer server;
  for (const char* target : {"http://elsewhere/healthz", "HTTP://elsewhere:80/healthz?a", "https://u@[::1]/healthz"}) {
    BOOST_TEST(server.ask("GET", target).status == 200);
  }
  check_problem(server.ask("GET", "http://elsewhere"), 404, "unknown_route");
  check_problem(server.ask("GET", "http://elsewhere?a=/healthz"), 400, "malformed_request");
}

BOOST_AUTO_TEST_SUITE_END()
