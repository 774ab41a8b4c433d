// Any bytes at this edge: a problem document with its code and field, or a closed connection, and a server that goes
// on serving.
#include "tests/http/running_server.h"

using namespace palabre;
using namespace palabre::test;

namespace {

struct BadBody {
  const char* what;
  std::string json;
  int status;
  const char* code;
  const char* field;
};

std::string with(const std::string& name, const std::string& value) {
  return R"({"site":"blog","page":"/a","author":{"name":"Zoé"},"body":"b",")" + name + "\":" + value + "}";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

const std::vector<BadBody>& bad_bodies() {
  static const std::string bom = "\xef\xbb\xbf";
  static const std::vector<BadBody> all{
      {"nothing", "", 400, "malformed_json", ""},
      {"no JSON", "hello", 400, "malformed_json", ""},
      {"half of it", R"({"site":"blog")", 400, "malformed_json", ""},
      {"two documents", comment_json("/a", "x") + comment_json("/a", "x"), 400, "malformed_json", ""},
      {"a list", "[]", 400, "wrong_type", ""},
      {"null", "null", 400, "wrong_type", ""},
      {"invalid UTF-8", with("proof", "\"\xff\xfe\""), 400, "malformed_text", ""},
      {"an overlong slash", with("proof", "\"\xc0\xaf\""), 400, "malformed_text", ""},
      {"a raw surrogate", with("proof", "\"\xed\xa0\x80\""), 400, "malformed_text", ""},
      {"a lone escaped surrogate", R"({"site":"blog","page":"/a","author":{"name":"Z"},"body":"\ud800"})", 400,
       "malformed_json", ""},
      {"a raw NUL", std::string("{\"site\":\"blog\0\"}", 16), 400, "malformed_json", ""},
      {"an escaped NUL in the body", R"({"site":"blog","page":"/a","author":{"name":"Z"},"body":"a\u0000b"})", 422,
       "forbidden_character", "body"},
      {"an escaped NUL in the name", R"({"site":"blog","page":"/a","author":{"name":"\u0000"},"body":"b"})", 422,
       "forbidden_character", "author.name"},
      {"deep nesting", repeated("[", 50'000), 400, "too_deep", ""},
      {"deep objects", repeated("{\"a\":", 10'000), 400, "too_deep", ""},
      {"duplicate keys", R"({"site":"blog","site":"other"})", 400, "duplicate_key", "site"},
      {"a number for text", R"({"site":"blog","page":7,"author":{"name":"Z"},"body":"b"})", 400, "wrong_type", "page"},
      {"text for an object", R"({"site":"blog","page":"/a","author":"Z","body":"b"})", 400, "wrong_type", "author"},
      {"no author", R"({"site":"blog","page":"/a","body":"b"})", 400, "missing_field", "author"},
      {"no body", R"({"site":"blog","page":"/a","author":{"name":"Z"}})", 400, "missing_field", "body"},
      {"an empty body", R"({"site":"blog","page":"/a","author":{"name":"Z"},"body":" \n\t "})", 422, "field_empty",
       "body"},
      {"a long body", comment_json("/a", std::string(10'001, 'x')), 422, "field_too_long", "body"},
      {"a long page", comment_json(std::string(1'001, 'p'), "b"), 422, "field_too_long", "page"},
      {"an empty page", comment_json("", "b"), 422, "field_empty", "page"},
      {"an unknown site", comment_json("/a", "b", "nobody"), 404, "unknown_site", "site"},
      {"an enormous number", with("parent", "1e999999"), 400, "malformed_json", ""},
  };
  return all;
}

// Sends bytes on a connection of their own; nullopt: the server closed without a word.
std::optional<Reply> send_raw(const RunningServer& server, const std::string& bytes) {
  RawClient client(server.port());
  (void)client.send(bytes); // the server may answer and close before all is sent
  return client.receive();
}

} // namespace

BOOST_AUTO_TEST_SUITE(bad_input)

BOOST_AUTO_TEST_CASE(bad_bodies_are_problems) {
  RunningServer server;
  for (const BadBody& bad : bad_bodies()) {
    BOOST_TEST_CONTEXT(bad.what) {
      const Reply reply = server.post_json("/api/v1/comments", bad.json);
      BOOST_TEST_INFO(reply.body);
      BOOST_TEST(reply.status == bad.status);
      const auto document = nlohmann::json::parse(reply.body, nullptr, false);
      BOOST_TEST(document.value("code", "") == bad.code);
      if (bad.field[0] != '\0') BOOST_TEST(document.value("field", "") == bad.field);
    }
  }
  server.check_alive();
  BOOST_TEST(nlohmann::json::parse(server.get("/api/v1/thread?site=blog&page=/a").body)["total"] == 0);
}

BOOST_AUTO_TEST_CASE(a_json_bomb_is_refused_for_its_size) {
  RunningServer server;
  check_problem(server.post_json("/api/v1/comments", with("x", "[" + repeated("{},", 60'000) + "{}]")), 413,
                "payload_too_large");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(other_media_types_are_refused) {
  RunningServer server;
  const std::string body = comment_json("/a", "x");
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "",
                           "application/jsonp"}) {
    BOOST_TEST_CONTEXT(type) {
      check_problem(server.ask("POST", "/api/v1/comments", {{"Content-Type", type}}, body), 415,
                    "unsupported_media_type", "Content-Type");
    }
  }
  const Headers charset{{"Content-Type", "Application/JSON; charset=utf-8"}};
  BOOST_TEST(server.ask("POST", "/api/v1/comments", charset, body).status == 201);
  const Headers packed{{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}};
  check_problem(server.ask("POST", "/api/v1/comments", packed, body), 415, "unsupported_media_type");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(bad_queries_are_problems) {
  RunningServer server;
  const std::string thread = "/api/v1/thread?site=blog&page=a";
  check_problem(server.get("/api/v1/thread"), 400, "missing_field", "site");
  check_problem(server.get("/api/v1/thread?site=blog"), 400, "missing_field", "page");
  check_problem(server.get(thread + "&sort=loudest"), 400, "unknown_field_value", "sort");
  check_problem(server.get(thread + "&html=yes"), 400, "unknown_field_value", "html");
  check_problem(server.get(thread + "&after=1"), 400, "bad_cursor", "after");
  check_problem(server.get(thread + "&after=99999999999999999999999-1"), 400, "bad_cursor", "after");
  check_problem(server.get("/api/v1/thread?site=blog&page=%ff"), 400, "malformed_text", "page");
  check_problem(server.get("/api/v1/thread?site=blog&page=%ed%a0%80"), 400, "malformed_text", "page");
  check_problem(server.get("/api/v1/thread?site=blog&page=a%00b"), 422, "forbidden_character", "page");
  check_problem(server.get("/api/v1/thread?site=blog&page=%zz"), 400, "malformed_request", "page");
  check_problem(server.get("/api/v1/thread?site=blog&page=%4"), 400, "malformed_request", "page");
  check_problem(server.get("/api/v1/thread?%ff=1"), 400, "malformed_request");
  check_problem(server.get("/api/v1/thread?site=blog&page=" + std::string(1'001, 'p')), 422, "field_too_long", "page");
  std::string many = "/api/v1/thread?";
  for (int i = 0; i < 600; ++i) many += "a&";
  check_problem(server.get(many), 400, "malformed_request");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(ten_megabytes_are_refused_however_they_come) {
  RunningServer server;
  const std::string body(10'000'000, 'x');
  check_problem(server.post_json("/api/v1/comments", body), 413, "payload_too_large");
  const std::string start = "POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  std::string chunked = start + "Transfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 100; ++i) chunked += "186a0\r\n" + body.substr(0, 100'000) + "\r\n";
  const auto reply = send_raw(server, chunked + "0\r\n\r\n");
  BOOST_REQUIRE(reply.has_value());
  check_problem(*reply, 413, "payload_too_large");
  const auto forms = send_raw(server, "POST /t/blog/a HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n"
                                      "Content-Type: application/x-www-form-urlencoded\r\n\r\n" +
                                          body);
  BOOST_REQUIRE(forms.has_value());
  check_problem(*forms, 413, "payload_too_large");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(one_asks_before_sending_and_is_told) {
  RunningServer server;
  const std::string head = "POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                           "Expect: 100-continue\r\nContent-Length: ";
  const auto refused = send_raw(server, head + "10000000\r\n\r\n");
  BOOST_REQUIRE(refused.has_value());
  check_problem(*refused, 413, "payload_too_large");
  RawClient client(server.port());
  const std::string body = comment_json("/a", "patient");
  (void)client.send(head + std::to_string(body.size()) + "\r\n\r\n");
  const auto go_on = client.receive();
  BOOST_REQUIRE(go_on.has_value());
  BOOST_TEST(go_on->status == 100);
  (void)client.send(body);
  const auto reply = client.receive();
  BOOST_REQUIRE(reply.has_value());
  BOOST_TEST(reply->status == 201);
  const auto odd = send_raw(server, "GET / HTTP/1.1\r\nHost: x\r\nExpect: a pony\r\n\r\n");
  BOOST_REQUIRE(odd.has_value());
  check_problem(*odd, 400, "malformed_request", "Expect");
}

BOOST_AUTO_TEST_CASE(chunks_are_read_and_bad_ones_refused) {
  RunningServer server([](http::ServerOptions& options) { options.time_limits.body = std::chrono::milliseconds(300); });
  const std::string start = "POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n";
  const std::string body = comment_json("/a", "in pieces");
  std::string pieces = start;
  for (const char c : body) pieces += std::string("1\r\n") + c + "\r\n";
  const auto good = send_raw(server, pieces + "0\r\n\r\n");
  BOOST_REQUIRE(good.has_value());
  BOOST_TEST(good->status == 201);
  for (const char* bad : {"zz\r\nabc\r\n0\r\n\r\n", "-5\r\nabc\r\n0\r\n\r\n", "ffffffffffffffffff\r\nabc\r\n"}) {
    const auto reply = send_raw(server, start + bad);
    BOOST_TEST_CONTEXT(bad) {
      if (reply) {
        BOOST_TEST(reply->status >= 400);
        BOOST_TEST(reply->status < 500);
      }
    }
    server.check_alive();
  }
}

struct BadHead {
  const char* what;
  std::string bytes;
  int status;
  const char* code;
};

BOOST_AUTO_TEST_CASE(bad_heads_are_problems) {
  RunningServer server;
  const std::string post = "POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  const std::vector<BadHead> all{
      {"garbage", "\x16\x03\x01\x02garbage\r\n\r\n", 400, "malformed_request"},
      {"no version", "GET /\r\n\r\n", 400, "malformed_request"},
      {"another version", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 400, "malformed_request"},
      {"no host", "GET /healthz HTTP/1.1\r\n\r\n", 400, "malformed_request"},
      {"two hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "malformed_request"},
      {"no colon", "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n", 400, "malformed_request"},
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400, "malformed_request"},
      {"a folded header", "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n", 400, "malformed_request"},
      {"NUL in a header", std::string("GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n", 34), 400, "malformed_request"},
      {"NUL in the target", std::string("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 28), 400, "malformed_request"},
      {"bytes in the target", "GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed_request"},
      {"no path", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed_request"},
      {"a bare CR in a value", "GET / HTTP/1.1\r\nHost: x\rX: y\r\n\r\n", 400, "malformed_request"},
      {"length and chunks", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "malformed_request"},
      {"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400, "malformed_request"},
      {"a negative length", post + "Content-Length: -5\r\n\r\nhello", 400, "malformed_request"},
      {"a length that overflows", post + "Content-Length: 99999999999999999999\r\n\r\n", 400, "malformed_request"},
      {"a length in words", post + "Content-Length: 5 bytes\r\n\r\nhello", 400, "malformed_request"},
      {"another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400, "malformed_request"},
      {"a body for a GET", "GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 400,
       "malformed_request"},
      {"a long target", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414, "uri_too_long"},
      {"an endless target", "GET /" + std::string(100'000, 'a'), 414, "uri_too_long"},
      {"a long header", "GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n", 431,
       "headers_too_large"},
      {"many headers", "GET / HTTP/1.1\r\nHost: x\r\n" + repeated("A: b\r\n", 200) + "\r\n", 431, "headers_too_large"},
      {"endless headers", "GET / HTTP/1.1\r\nHost: x\r\n" + repeated("Abc: def\r\n", 100'000), 431,
       "headers_too_large"},
  };
  for (const BadHead& bad : all) {
    BOOST_TEST_CONTEXT(bad.what) {
      RawClient client(server.port());
      (void)client.send(bad.bytes);
      const auto reply = client.receive();
      BOOST_REQUIRE(reply.has_value());
      BOOST_TEST(reply->status == bad.status);
      BOOST_TEST(nlohmann::json::parse(reply->body).value("code", "") == bad.code);
      BOOST_TEST(reply->header("connection") == "close");
      BOOST_TEST(client.closed());
      server.check_alive();
    }
  }
}

// A head that lies about its body must not make the next request's bytes its own, nor its own bytes the next request.
BOOST_AUTO_TEST_CASE(a_length_that_lies_cannot_smuggle_a_request) {
  RunningServer server([](http::ServerOptions& options) { options.time_limits.head = std::chrono::milliseconds(300); });
  RawClient client(server.port());
  const std::string body = comment_json("/a", "x");
  (void)client.send("POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                    std::to_string(body.size() - 5) + "\r\n\r\n" + body);
  const auto first = client.receive();
  BOOST_REQUIRE(first.has_value());
  check_problem(*first, 400, "malformed_json");
  const auto rest = client.receive(); // five bytes that are no request
  BOOST_REQUIRE(rest.has_value());
  check_problem(*rest, 408, "request_timeout");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(requests_in_a_row_are_answered_in_a_row) {
  RunningServer server;
  RawClient client(server.port());
  const std::string body = comment_json("/a", "pipelined");
  (void)client.send(request_text("GET", "/healthz") +
                    request_text("POST", "/api/v1/comments", {{"Content-Type", "application/json"}}, body) +
                    request_text("DELETE", "/api/v1/comments/77") + request_text("GET", "/nothing") +
                    request_text("GET", "/api/v1/thread?site=blog&page=/a"));
  for (const int status : {200, 201, 404, 404, 200}) {
    const auto reply = client.receive();
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(reply->status == status);
  }
}

// Cut every good request short at every byte: whatever arrives, the server goes on.
BOOST_AUTO_TEST_CASE(truncated_requests_end_with_their_connection) {
  RunningServer server;
  const std::string whole =
      request_text("POST", "/api/v1/comments", {{"Content-Type", "application/json"}}, comment_json("/a", "truncated"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    RawClient client(server.port());
    (void)client.send(whole.substr(0, size));
  }
  server.check_alive();
  BOOST_TEST(nlohmann::json::parse(server.get("/api/v1/thread?site=blog&page=/a").body)["total"] == 0);
}

BOOST_AUTO_TEST_SUITE_END()
