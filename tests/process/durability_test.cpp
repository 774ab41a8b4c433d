// What was acknowledged is there, however the process ends.
#include <csignal>
#include <map>

#include <unistd.h>

#include <poll.h>
#include <sys/socket.h>

#include <boost/test/unit_test.hpp>

#include "tests/process/client.h"
#include "tests/process/program.h"

namespace palabre::test {
namespace {

void add_site(const std::string& data) {
  BOOST_REQUIRE(run({"site", "add", "blog", "--origin", "https://blog.example", "--data", data}).status == 0);
}

using Acknowledged = std::map<std::int64_t, std::string>; // body by id

// 1,000 posts at once, each on a connection of its own; the server is killed when `kill_after` of them were answered.
struct Storm {
  Acknowledged acknowledged;
  int refused{0};    // answered, but not with 201
  int unanswered{0}; // the kill came first

  Storm(Server& server, int round, int kill_after) {
    std::vector<Connection> connections;
    for (int i = 0; i < 1'000; ++i) connections.emplace_back(server.port());
    for (int i = 0; i < 1'000; ++i) {
      const auto index = static_cast<std::size_t>(i);
      connections[index].send(post_request(message(std::to_string(round) + "." + std::to_string(i))));
    }
    std::vector<pollfd> waiting;
    for (const Connection& connection : connections) waiting.push_back({connection.socket(), POLLIN, 0});
    std::size_t open = waiting.size();
    while (open > 0) {
      if (::poll(waiting.data(), waiting.size(), 30'000) <= 0) BOOST_FAIL("the server neither answers nor hangs up");
      for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
        take(connections[i].receive());
        waiting[i].fd = -1;
        --open;
        if (static_cast<int>(acknowledged.size()) == kill_after) server.program().send(SIGKILL);
      }
    }
  }

private:
  void take(const Answer& answer) {
    if (answer.status == 0) {
      ++unanswered;
      return;
    }
    const auto posted = wire::decode_posted_comment(answer.body);
    if (answer.status == 201 && posted)
      acknowledged.emplace(posted->comment.id.value, posted->comment.body);
    else
      ++refused;
  }
};

void check_all_there(const ThreadPage& thread, const Acknowledged& acknowledged) {
  Acknowledged present;
  for (const Comment& comment : thread.comments) {
    BOOST_TEST(present.emplace(comment.id.value, comment.body).second); // once
  }
  std::size_t lost = 0;
  for (const auto& [id, body] : acknowledged) {
    const auto found = present.find(id);
    if (found == present.end() || found->second != body) ++lost;
  }
  BOOST_TEST(lost == 0u);
  BOOST_TEST(thread.total == static_cast<std::int64_t>(thread.comments.size()));
  BOOST_TEST(thread.version == thread.total);
}

} // namespace

BOOST_AUTO_TEST_SUITE(durability)

BOOST_AUTO_TEST_CASE(kill_9_during_a_thousand_posts_loses_nothing_acknowledged) {
  const TemporaryDirectory data;
  add_site(data.path());
  Acknowledged acknowledged;
  int round = 0;
  for (const int kill_after : {1, 100, 500}) {
    Server server(data.path());
    const Storm storm(server, ++round, kill_after);
    BOOST_TEST(server.program().wait() == 128 + SIGKILL);
    BOOST_TEST(storm.refused == 0);
    BOOST_TEST(storm.unanswered > 0); // or the kill came too late to prove anything
    BOOST_TEST(static_cast<int>(storm.acknowledged.size()) >= kill_after);
    acknowledged.insert(storm.acknowledged.begin(), storm.acknowledged.end());
  }
  Server again(data.path());
  check_all_there(read_thread(again.port()), acknowledged);
  post(again.port(), "and it still takes comments");
}

BOOST_AUTO_TEST_CASE(a_thousand_posts_at_once_are_all_answered) {
  const TemporaryDirectory data;
  add_site(data.path());
  Server server(data.path());
  const Storm storm(server, 1, -1);
  BOOST_TEST(storm.refused == 0);
  BOOST_TEST(storm.unanswered == 0);
  BOOST_TEST(storm.acknowledged.size() == 1'000u);
  check_all_there(read_thread(server.port()), storm.acknowledged);
  BOOST_TEST(server.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_restart_keeps_everything) {
  const TemporaryDirectory data;
  add_site(data.path());
  std::string document;
  wire::PostedComment kept;
  const auto with_token = [](const wire::PostedComment& posted) {
    return "Authorization: Bearer " + posted.edit_token + "\r\n";
  };
  {
    Server server(data.path());
    kept = post(server.port(), "Crêpes *à volonté* 🥞");
    const auto gone = post(server.port(), "gone");
    const auto url = wire::comment_url(kept.comment.id);
    BOOST_TEST(ask(server.port(), json_request("PATCH", url, R"({"body":"Edited é"})", with_token(kept))).status ==
               200);
    BOOST_TEST(
        ask(server.port(), json_request("DELETE", wire::comment_url(gone.comment.id), "", with_token(gone))).status <
        300);
    document = ask(server.port(), get_request("/api/v1/thread?site=blog&page=/page")).body;
    BOOST_TEST(server.stop() == 0);
  }
  Server server(data.path());
  BOOST_TEST(ask(server.port(), get_request("/api/v1/thread?site=blog&page=/page")).body == document);
  BOOST_TEST(document.find("Edited é") != std::string::npos);
  // The edit token holds across a restart.
  const auto url = wire::comment_url(kept.comment.id);
  BOOST_TEST(ask(server.port(), json_request("PATCH", url, R"({"body":"Again"})", with_token(kept))).status == 200);
  BOOST_TEST(read_thread(server.port()).comments.at(0).body == "Again");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(stopping)

BOOST_AUTO_TEST_CASE(a_request_under_way_is_answered_before_the_end) {
  for (const int signal : {SIGTERM, SIGINT}) {
    const TemporaryDirectory data;
    add_site(data.path());
    Server server(data.path());
    // "100 Continue" says that the server has taken the request and waits for its body.
    const std::string body = wire::encode(message("under way"));
    Connection connection(server.port());
    const std::string whole = json_request("POST", wire::comments_url(), body, "Expect: 100-continue\r\n");
    BOOST_TEST(connection.send(whole.substr(0, whole.size() - body.size())));
    BOOST_REQUIRE(connection.receive_interim().status == 100);
    server.program().send(signal);
    while (server.program().error_output().find("event=stopping") == std::string::npos) ::usleep(1'000);
    BOOST_TEST(connection.send(body));
    BOOST_TEST(connection.receive().status == 201);
    BOOST_TEST(server.program().wait() == 0);
    Server again(data.path());
    BOOST_TEST(read_thread(again.port()).total == 1);
  }
}

BOOST_AUTO_TEST_CASE(idle_connections_do_not_hold_it_up) {
  const TemporaryDirectory data;
  Server server(data.path());
  std::vector<Connection> idle;
  for (int i = 0; i < 50; ++i) {
    idle.emplace_back(server.port());
    if (i % 2 == 0) {
      idle.back().send(get_request("/healthz"));
      BOOST_TEST(idle.back().receive().status == 200);
    }
  }
  BOOST_TEST(server.stop() == 0);
}

BOOST_AUTO_TEST_CASE(posts_around_the_end_are_either_acknowledged_and_there_or_not) {
  const TemporaryDirectory data;
  add_site(data.path());
  Acknowledged acknowledged;
  {
    Server server(data.path());
    std::vector<Connection> connections;
    for (int i = 0; i < 100; ++i) connections.emplace_back(server.port());
    for (Connection& connection : connections) connection.send(post_request(message("x")));
    server.program().send(SIGTERM);
    for (Connection& connection : connections) {
      const auto posted = wire::decode_posted_comment(connection.receive().body);
      if (posted) acknowledged.emplace(posted->comment.id.value, posted->comment.body);
    }
    BOOST_TEST(server.program().wait() == 0);
  }
  Server again(data.path());
  check_all_there(read_thread(again.port()), acknowledged);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
