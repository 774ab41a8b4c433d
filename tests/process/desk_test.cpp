// The owner's first way in: the link that the program prints.
#include <csignal>

#include <boost/test/unit_test.hpp>

#include "tests/process/client.h"
#include "tests/process/program.h"

namespace palabre::test {
namespace {

// What follows "#name=" in a line; empty when the line has none.
std::string token_in(const std::string& line, const std::string& name) {
  const std::string mark = "/admin#" + name + "=";
  const auto at = line.find(mark);
  if (at == std::string::npos) return {};
  const std::string rest = line.substr(at + mark.size());
  return rest.substr(0, rest.find_first_of(" \n"));
}

std::string link_url(const std::string& token) {
  return "/api/v1/admin/invitations/" + token;
}

int accept(int port, const std::string& token, const std::string& email) {
  const std::string body = R"({"name":"Ann","email":")" + email + R"(","password":"a long enough one"})";
  return ask(port, json_request("POST", link_url(token), body)).status;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk)

BOOST_AUTO_TEST_CASE(a_new_desk_is_set_up_once_by_the_printed_link) {
  const TemporaryDirectory data;
  std::string first;
  {
    Server server(data.path());
    const std::string line = server.program().read_line();
    first = token_in(line, "setup");
    BOOST_TEST(line ==
               "Set up your desk (once): http://127.0.0.1:" + std::to_string(server.port()) + "/admin#setup=" + first);
    BOOST_REQUIRE(first.size() == 43u);
    BOOST_TEST(server.stop() == 0);
    BOOST_TEST(server.program().error_output().find(first) == std::string::npos); // in no log
  }
  {
    Server server(data.path());
    const std::string second = token_in(server.program().read_line(), "setup");
    BOOST_TEST(second != first);
    BOOST_TEST(accept(server.port(), first, "ann@example.org") == 410);
    BOOST_TEST(accept(server.port(), second, "ann@example.org") == 200);
    BOOST_TEST(accept(server.port(), second, "eve@example.org") == 410);
    BOOST_TEST(server.stop() == 0);
    BOOST_TEST(server.program().error_output().find(second) == std::string::npos);
  }
  Server server(data.path());
  server.program().send(SIGTERM);
  BOOST_TEST(server.program().read_rest() == ""); // there is an owner: no link
  BOOST_TEST(server.program().wait() == 0);
}

BOOST_AUTO_TEST_CASE(the_command_line_lets_owners_in) {
  const TemporaryDirectory data;
  const auto owner = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "owner");
    words.insert(words.end(), {"--data", data.path()});
    return run(words);
  };
  const auto created = owner({"create", "--origin-of-server", "https://comments.example/somewhere"});
  BOOST_TEST(created.status == 0);
  BOOST_TEST(created.output.find("https://comments.example/admin#setup=") != std::string::npos, created.output);
  const std::string setup = token_in(owner({"create"}).output, "setup");
  BOOST_TEST(owner({"reset", "ann@example.org"}).status == 1); // nobody yet
  Server server(data.path());
  const std::string printed = token_in(server.program().read_line(), "setup");
  BOOST_TEST(accept(server.port(), setup, "ann@example.org") == 410); // the newest counts
  BOOST_TEST(accept(server.port(), printed, "ann@example.org") == 200);

  const std::string invitation = token_in(owner({"create"}).output, "invite");
  BOOST_TEST(ask(server.port(), get_request(link_url(invitation))).body.find("\"role\":\"owner\"") !=
             std::string::npos);
  BOOST_TEST(accept(server.port(), invitation, "zoe@example.org") == 200);
  const std::string reset = token_in(owner({"reset", "ANN@example.org"}).output, "reset");
  BOOST_TEST(ask(server.port(), get_request(link_url(reset))).body.find("ann@example.org") != std::string::npos);
  BOOST_TEST(accept(server.port(), reset, "") == 200);

  const auto unknown = owner({"reset", "nobody@example.org"});
  BOOST_TEST(unknown.status == 1);
  BOOST_TEST(unknown.error == "palabre: Nobody on the team has the address `nobody@example.org`.\n");
  const auto bad = owner({"create", "--origin-of-server", "comments"});
  BOOST_TEST(bad.status == 2);
  BOOST_TEST(bad.error.find("`comments`") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
