// What owners do about moderation at the command line.
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include "tests/process/client.h"
#include "tests/process/program.h"

namespace palabre::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Site {
  Site() { run({"site", "add", "blog", "--origin", "https://blog.example", "--data", data.path()}); }
  Finished policy(std::vector<std::string> more) {
    more.insert(more.begin(), {"site", "policy", "blog", "--data", data.path()});
    return run(more);
  }
  Finished decide(const std::string& comment, const std::string& option) {
    return run({"site", "decide", "blog", comment, option, "--data", data.path()});
  }
  TemporaryDirectory data;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(moderation, Site)

BOOST_AUTO_TEST_CASE(a_policy_is_set_shown_and_taken_back) {
  BOOST_TEST(contains(policy({}).output, "\"admission\":\"publish_all\""));
  BOOST_TEST(policy({"--preset", "locked_down"}).status == 0);
  BOOST_TEST(contains(policy({"--show"}).output, "\"admission\":\"hold_newcomers\""));
  const std::string file = write_file(data, "page.json", R"({"links_hold":17})");
  BOOST_TEST(policy({"--page", "/a", "--file", file}).status == 0);
  BOOST_TEST(contains(policy({"--page", "/a"}).output, "\"links_hold\":17"));
  BOOST_TEST(contains(policy({"--page", "/a"}).output, "\"admission\":\"hold_newcomers\""));
  BOOST_TEST(!contains(policy({}).output, "\"links_hold\":17"));
  BOOST_TEST(policy({"--page", "/a", "--remove"}).status == 0);
  BOOST_TEST(!contains(policy({"--page", "/a"}).output, "\"links_hold\":17"));
}

BOOST_AUTO_TEST_CASE(a_broken_policy_is_named_and_changes_nothing) {
  BOOST_TEST(policy({"--preset", "open"}).status == 0);
  const std::string before = policy({}).output;
  const std::vector<std::pair<std::string, std::string>> broken{
      {"{", "no JSON"},
      {"\xff", "no UTF-8"},
      {R"({"ofence_hold":1})", "`ofence_hold`"},
      {R"({"offence_hold":3})", "`offence_hold`: must be a number from 0 to 1"},
      {R"({"words":{"hold":["a",1]}})", "`words.hold.1` must be a text"},
      {R"({"links_hold":"many"})", "`links_hold`"},
      {R"({"links_hold":1,"links_hold":2})", "`links_hold` stands there twice"},
  };
  for (const auto& [json, words] : broken) {
    const auto refused = policy({"--file", write_file(data, "broken.json", json)});
    BOOST_TEST(refused.status == 2, json);
    BOOST_TEST(contains(refused.error, words), refused.error);
    BOOST_TEST(contains(refused.error, "broken.json"), refused.error);
    const auto judged = run({"moderate", "--policy", data.path() + "/broken.json"});
    BOOST_TEST(judged.status == 2, json);
    BOOST_TEST(contains(judged.error, words), judged.error);
  }
  BOOST_TEST(policy({}).output == before);
  BOOST_TEST(policy({"--file", data.path() + "/none"}).status == 2);
  BOOST_TEST(policy({"--preset", "strict"}).status == 2);
  BOOST_TEST(policy({"--preset", "open", "--show"}).status == 2);
  BOOST_TEST(policy({"--remove"}).status == 2);
  BOOST_TEST(run({"site", "policy", "nobody", "--data", data.path()}).status != 0);
}

BOOST_AUTO_TEST_CASE(a_running_server_follows_policies_and_decisions) {
  Server server(data.path());
  const auto published = post(server.port(), "first words");
  BOOST_TEST((published.comment.state == CommentState::published));
  BOOST_TEST(policy({"--file", write_file(data, "p.json", R"({"words":{"hold":["xyzzy"]}})")}).status == 0);
  CommentState state = CommentState::published;
  for (int i = 0; i < 400 && state == CommentState::published; ++i) {
    state = post(server.port(), "number " + std::to_string(i) + " xyzzy").comment.state;
    ::usleep(20'000);
  }
  BOOST_TEST((state == CommentState::held));
  const std::string id = published.comment.id.text();
  BOOST_TEST(decide(id, "--spam").status == 0);
  const auto has = [&](CommentId wanted) {
    for (const Comment& comment : read_thread(server.port()).comments) {
      if (comment.id == wanted) return true;
    }
    return false;
  };
  while (has(published.comment.id)) ::usleep(20'000);
  BOOST_TEST(decide(id, "--ham").status == 0);
  while (!has(published.comment.id)) ::usleep(20'000);
  BOOST_TEST(decide(id, "--hide").status == 0);
  BOOST_TEST(decide(id, "--hold").status == 0);
  BOOST_TEST(decide("999999", "--hide").status == 1);
  BOOST_TEST(decide("x", "--hide").status == 2);
  BOOST_TEST(run({"site", "decide", "blog", id, "--data", data.path()}).status == 2);
  BOOST_TEST(server.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
