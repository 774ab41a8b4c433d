// Clients who take their time, connections beyond the limit, and stopping.
#include <atomic>

#include "tests/http/running_server.h"

using namespace palabre;
using namespace palabre::test;
using namespace std::chrono_literals;

namespace {

void hurry(http::ServerOptions& options) {
  options.time_limits = {300ms, 300ms, 300ms, 300ms};
}

// Sends a byte every 20 ms until the server has had enough; true: it ended by itself.
bool dribble(RawClient& client, const std::string& bytes) {
  for (const char c : bytes) {
    if (!client.send(std::string_view(&c, 1))) return true;
    std::this_thread::sleep_for(20ms); // the client's pace, not a wait for the server
  }
  return false;
}

} // namespace

BOOST_AUTO_TEST_SUITE(slow_clients)

BOOST_AUTO_TEST_CASE(a_head_that_dribbles_is_cut) {
  RunningServer server(hurry);
  RawClient client(server.port());
  BOOST_TEST(dribble(client, "GET /healthz HTTP/1.1\r\nHost: x\r\n" + std::string(400, 'A')));
  RawClient again(server.port());
  (void)again.send("GET /healthz HTTP/1.1\r\nHost: ");
  const auto reply = again.receive();
  BOOST_REQUIRE(reply.has_value());
  check_problem(*reply, 408, "request_timeout");
  BOOST_TEST(again.closed());
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(a_body_that_dribbles_is_cut) {
  RunningServer server(hurry);
  for (const char* framing : {"Content-Length: 500\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1f4\r\n"}) {
    RawClient client(server.port());
    (void)client.send("POST /api/v1/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                      std::string(framing) + "{\"site\"");
    const auto reply = client.receive();
    BOOST_REQUIRE(reply.has_value());
    check_problem(*reply, 408, "request_timeout");
    BOOST_TEST(client.closed());
  }
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed) {
  RunningServer server(hurry);
  RawClient silent(server.port());
  BOOST_TEST(silent.closed());
  RawClient client(server.port());
  (void)client.send(request_text("GET", "/healthz"));
  BOOST_TEST(client.receive()->status == 200);
  BOOST_TEST(client.closed());
}

// A client that asks for much and reads nothing loses its connection, and nobody else loses anything.
BOOST_AUTO_TEST_CASE(a_client_that_does_not_read_is_cut) {
  RunningServer server([](http::ServerOptions& options) {
    hurry(options);
    options.max_connections = 2;
  });
  for (int i = 0; i < 100; ++i) (void)server.post("/a", std::string(9'000, 'x'));
  RawClient greedy(server.port());
  std::string many;
  for (int i = 0; i < 40; ++i) many += request_text("GET", "/api/v1/thread?site=blog&page=/a");
  (void)greedy.send(many);
  RawClient greedy_too(server.port());
  (void)greedy_too.send(many);
  // Both threads are taken until their clients are given up.
  for (int attempt = 0; attempt < 1000; ++attempt) {
    if (server.get("/healthz").status == 200) return;
    std::this_thread::sleep_for(20ms);
  }
  BOOST_FAIL("the threads never came back");
}

BOOST_AUTO_TEST_CASE(idle_connections_make_room_for_new_ones) {
  RunningServer server([](http::ServerOptions& options) { options.max_connections = 4; });
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    (void)clients.back()->send(request_text("GET", "/healthz"));
    BOOST_TEST(clients.back()->receive()->status == 200);
  }
  (void)clients[0]->send("GET /healthz HT"); // a head that dribbles does not keep its place either
  for (int i = 0; i < 20; ++i) {
    const auto reply = server.get("/healthz");
    BOOST_TEST(reply.status == 200);
  }
  BOOST_TEST(clients[0]->closed());
}

// Four connections whose requests are being read: nobody can be sent away for a fifth.
BOOST_AUTO_TEST_CASE(connections_beyond_the_limit_are_told_so) {
  RunningServer server([](http::ServerOptions& options) { options.max_connections = 4; });
  std::vector<std::unique_ptr<RawClient>> clients;
  const std::string body = comment_json("/a", "x");
  const std::string request = request_text("POST", "/api/v1/comments",
                                           {{"Content-Type", "application/json"}, {"Expect", "100-continue"}}, body);
  for (int i = 0; i < 4; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    (void)clients.back()->send(request.substr(0, request.size() - 1));
    BOOST_TEST(clients.back()->receive()->status == 100); // its head has been read
  }
  RawClient fifth(server.port());
  const auto refused = fifth.receive();
  BOOST_REQUIRE(refused.has_value());
  check_problem(*refused, 503, "overloaded");
  BOOST_TEST(refused->header("retry-after") == "1");
  for (const auto& client : clients) {
    (void)client->send("}");
    BOOST_TEST(client->receive()->status == 201);
  }
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(two_hundred_and_fifty_six_connections_are_all_served) {
  RunningServer server;
  (void)server.post("/a", "for everybody");
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 256; ++i) clients.push_back(std::make_unique<RawClient>(server.port()));
  for (int round = 0; round < 3; ++round) {
    for (const auto& client : clients) (void)client->send(request_text("GET", "/api/v1/thread?site=blog&page=/a"));
    for (const auto& client : clients) {
      const auto reply = client->receive();
      BOOST_REQUIRE(reply.has_value());
      BOOST_TEST(reply->status == 200);
    }
  }
}

BOOST_AUTO_TEST_CASE(stopping_ends_idle_connections_at_once) {
  RunningServer server; // idle connections may stay 15 s
  RawClient idle(server.port());
  (void)idle.send(request_text("GET", "/healthz"));
  BOOST_TEST(idle.receive()->status == 200);
  RawClient silent(server.port());
  const auto start = std::chrono::steady_clock::now();
  server.stop();
  BOOST_TEST((std::chrono::steady_clock::now() - start < 5s));
  BOOST_TEST(idle.closed());
}

BOOST_AUTO_TEST_CASE(stopping_twice_and_before_running_is_fine) {
  RunningServer server;
  server.stop();
  server.stop();
}

// Every write that was answered with 201 is there, though the server was stopped among them.
BOOST_AUTO_TEST_CASE(requests_under_way_are_answered_before_the_end) {
  RunningServer server;
  std::atomic<int> posted{0};
  std::vector<std::thread> writers;
  for (int i = 0; i < 4; ++i) {
    writers.emplace_back([&server, &posted] {
      try {
        while (server.post_json("/api/v1/comments", comment_json("/a", "under way")).status == 201) ++posted;
      } catch (const std::exception&) { // the server no longer listens
      }
    });
  }
  while (posted < 20) std::this_thread::yield();
  server.stop();
  for (std::thread& writer : writers) writer.join();
  const auto site = server.store().sites()->front();
  BOOST_TEST(server.store().read_thread(site, "/a", SortOrder::newest, {}, 1)->total >= posted);
}

BOOST_AUTO_TEST_SUITE_END()
