// What people type, and what they are told.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>

#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/process/client.h"
#include "tests/process/program.h"

namespace palabre::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// It ends with this status and exactly one line on stderr that holds `words`.
void check_complaint(const Finished& finished, int status, const std::string& words) {
  BOOST_TEST(finished.status == status, words);
  BOOST_TEST(finished.output == "", words);
  BOOST_TEST(contains(finished.error, words), finished.error + " lacks " + words);
  BOOST_TEST(finished.error.rfind("palabre: ", 0) == 0u, finished.error);
  BOOST_TEST(std::count(finished.error.begin(), finished.error.end(), '\n') == 1, finished.error);
}

} // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(version_and_help) {
  const auto version = run({"--version"});
  BOOST_TEST(version.status == 0);
  BOOST_TEST(version.output.rfind("palabre ", 0) == 0u);
  BOOST_TEST(run({"--help"}).status == 0);
  for (const char* option :
       {"--host", "--port", "--data", "--database", "--demo", "--config", "--trusted-proxy", "--no-rate-limits"}) {
    BOOST_TEST(contains(run({"serve", "--help"}).output, option), option);
  }
}

BOOST_AUTO_TEST_CASE(mistakes_are_named_in_one_sentence) {
  const TemporaryDirectory directory;
  const std::string& data = directory.path();
  const std::string file = write_file(directory, "file", "");
  check_complaint(run({}), 2, "subcommand");
  check_complaint(run({"sevre"}), 2, "sevre");
  check_complaint(run({"serve", "--prot", "1"}), 2, "--prot");
  check_complaint(run({"serve", "--port", "65536"}), 2, "--port");
  check_complaint(run({"serve", "--port", "http"}), 2, "--port");
  check_complaint(run({"serve", "--database", "postgresql://localhost/x"}), 2, "PostgreSQL comes with a later version");
  check_complaint(run({"serve", "--trusted-proxy", "10.0.0.0/33"}), 2, "10.0.0.0/33");
  check_complaint(run({"serve", "--demo", data + "/none"}), 2, data + "/none");
  check_complaint(run({"serve", "--config", data + "/none"}), 2, data + "/none");
  check_complaint(run({"serve", "--port", "0", "--data", file}), 1, file);
  check_complaint(run({"serve", "--port", "0", "--data", "/proc/palabre"}), 1, "/proc/palabre");
  check_complaint(run({"site", "add", "Blog", "--origin", "https://b.example", "--data", data}), 2, "`Blog`");
  check_complaint(run({"site", "add", "blog", "--origin", "b.example", "--data", data}), 2, "`b.example`");
  check_complaint(run({"site", "add", "blog", "--data", data}), 2, "--origin");
}

BOOST_AUTO_TEST_CASE(a_port_in_use_is_named) {
  const TemporaryDirectory one;
  const TemporaryDirectory two;
  Server server(one.path());
  const std::string port = std::to_string(server.port());
  check_complaint(run({"serve", "--port", port, "--data", two.path()}), 1, port);
}

BOOST_AUTO_TEST_CASE(two_servers_on_one_directory_are_one_too_many) {
  const TemporaryDirectory data;
  Server first(data.path());
  check_complaint(run({"serve", "--port", "0", "--data", data.path()}), 1, data.path());
  BOOST_TEST(ask(first.port(), get_request("/healthz")).status == 200);
  first.program().send(SIGKILL);
  first.program().wait();
  Server next(data.path()); // nothing is left behind that would stop it
  BOOST_TEST(ask(next.port(), get_request("/healthz")).status == 200);
}

BOOST_AUTO_TEST_CASE(a_site_may_list_the_origin_of_sandboxed_frames) {
  const TemporaryDirectory data;
  const auto added =
      run({"site", "add", "blog", "--origin", "https://blog.example", "--origin", "null", "--data", data.path()});
  BOOST_TEST(added.status == 0);
  BOOST_TEST(added.output == "blog https://blog.example null\n");
}

BOOST_AUTO_TEST_CASE(a_site_that_is_added_shows_up_in_a_running_server) {
  const TemporaryDirectory data;
  Server server(data.path());
  const std::string request = get_request("/api/v1/thread?site=blog&page=/page");
  BOOST_TEST(ask(server.port(), request).status == 404);
  const auto added = run({"site", "add", "blog", "--origin", "HTTPS://Blog.Example/about", "--origin",
                          "http://localhost:3000", "--data", data.path()});
  BOOST_TEST(added.status == 0);
  BOOST_TEST(added.output == "blog https://blog.example http://localhost:3000\n");
  BOOST_TEST(run({"site", "list"}, {"PALABRE_DATA=" + data.path()}).output == added.output);
  while (ask(server.port(), request).status == 404) ::usleep(20'000);
  BOOST_TEST(ask(server.port(), request).status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(configuration)

BOOST_AUTO_TEST_CASE(a_broken_file_is_named_with_its_line) {
  const TemporaryDirectory directory;
  const std::vector<std::pair<std::string, std::string>> broken{
      {"port = ", "palabre.toml:1: "},
      {"host = \"127.0.0.1\"\nport = \"8080\"", ":2: `port` must be a number"},
      {"port = 70000", ":1: `port`"},
      {"port = 1.5", ":1: `port`"},
      {"host = \"\"", ":1: `host`"},
      {"data = 3", ":1: `data`"},
      {"\n\nprot = 1", ":3: unknown setting `prot`"},
      {"trusted_proxies = \"10.0.0.0/8\"", ":1: `trusted_proxies` must be a list"},
      {"trusted_proxies = [\"10.0.0.0/99\"]", "`10.0.0.0/99`"},
      {"[site]\nname = \"blog\"", "[[site]]"},
      {"[[site]]\nname = \"Blog\"\norigins = [\"https://b.example\"]", ":2: `Blog`"},
      {"[[site]]\nname = \"blog\"\norigins = [\"b.example\"]", ":3: `b.example`"},
      {"[[site]]\nname = \"blog\"\norigins = [1]", ":3: `origins`"},
      {"[[site]]\nname = \"blog\"", "needs origins"},
      {"[[site]]\norigins = [\"https://b.example\"]", "needs a name"},
      {"[[site]]\nname = \"blog\"\norigin = [\"https://b.example\"]", ":3: unknown setting `origin`"},
      {"host = \"\xff\"", "palabre.toml:1: "},
  };
  for (const auto& [content, words] : broken) {
    const auto file = write_file(directory, "palabre.toml", content);
    const auto finished = run({"serve", "--port", "0", "--data", directory.path() + "/data", "--config", file});
    check_complaint(finished, 2, words);
    check_complaint(finished, 2, file + ":");
  }
}

BOOST_AUTO_TEST_CASE(the_file_sets_and_the_command_line_stands_above_it) {
  const TemporaryDirectory directory;
  const std::string data = directory.path() + "/from file";
  const auto file = write_file(directory, "palabre.toml",
                               "host = \"999.999.999.999\"\nport = 1\ndata = '" + data +
                                   "'\n[[site]]\nname = \"blog\"\norigins = [\"https://b.example\"]\n");
  Program program({"serve", "--config", file, "--host", "127.0.0.1", "--port", "0"});
  const std::string line = program.read_line();
  BOOST_REQUIRE(line.rfind("listening on http://127.0.0.1:", 0) == 0u);
  BOOST_TEST(ask(std::stoi(line.substr(30)), get_request("/api/v1/thread?site=blog&page=/page")).status == 200);
  program.send(SIGTERM);
  BOOST_TEST(program.wait() == 0);
  BOOST_TEST(run({"site", "list", "--data", data}).output == "blog https://b.example\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(demo)

BOOST_AUTO_TEST_CASE(samples_come_once_and_only_under_demo) {
  const TemporaryDirectory directory;
  const TemporaryDirectory examples;
  const std::string data = directory.path() + "/data";
  const std::string page = "/demo/articles/pain-au-levain.html";
  std::int64_t samples = 0;
  {
    Server server(data, {"--demo", examples.path()});
    const auto thread = read_thread(server.port(), "demo", page);
    samples = thread.total;
    BOOST_TEST(samples >= 3);
    BOOST_TEST(std::any_of(thread.comments.begin(), thread.comments.end(),
                           [](const Comment& c) { return c.parent.has_value(); }));
    auto own = message("mine");
    own.site = "demo";
    own.page = page;
    BOOST_TEST(ask(server.port(), post_request(own)).status == 201);
    const std::string origin = "Origin: http://localhost:" + std::to_string(server.port()) + "\r\n";
    BOOST_TEST(ask(server.port(), json_request("POST", wire::comments_url(), wire::encode(own), origin)).status == 201);
    BOOST_TEST(server.stop() == 0);
  }
  {
    Server server(data, {"--demo", examples.path()});
    BOOST_TEST(read_thread(server.port(), "demo", page).total == samples + 2);
  }
  const TemporaryDirectory other;
  Server server(other.path());
  BOOST_TEST(ask(server.port(), get_request("/api/v1/thread?site=demo&page=" + page)).status == 404);
}

BOOST_AUTO_TEST_CASE(no_rate_limits_says_so_in_the_log_and_the_log_is_structured) {
  const TemporaryDirectory data;
  Server server(data.path());
  BOOST_TEST(server.stop() == 0);
  const std::string log = server.program().error_output();
  BOOST_TEST(contains(log, "level=warning event=rate_limits_off"));
  BOOST_TEST(contains(log, "level=info event=listening"));
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) BOOST_TEST(line.rfind("time=20", 0) == 0u, line);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
