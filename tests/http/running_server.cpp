#include "tests/http/running_server.h"

#include "server/http/knowledge.h"
#include "tests/support/must.h"

namespace palabre::test {

RunningServer::RunningServer(const std::function<void(http::ServerOptions&)>& adjust)
    : store_(must(storage::open_sqlite(directory()))) {
  (void)must(store_->put_site("blog", {origin}));
  (void)must(store_->put_site("other", {"https://other.example"}));
  service::Context context{*store_,
                           {},
                           must(store_->secret()),
                           [this] { return Instant{now}; },
                           {},
                           std::make_shared<service::RuleBook>(http::built_in_knowledge())};
  http::ServerOptions options;
  options.port = 0;
  options.rate_limits = http::RateLimits::off;
  if (adjust) adjust(options);
  server_ = std::make_unique<http::Server>(std::move(context), options);
  port_ = must(server_->bind());
  thread_ = std::thread([this] { server_->run(); });
}

RunningServer::~RunningServer() {
  stop();
  server_.reset();
  store_.reset();
}

void RunningServer::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

Reply RunningServer::ask(std::string_view method, std::string_view target, const Headers& headers,
                         std::string_view body) const {
  RawClient client(port_);
  if (!client.send(request_text(method, target, headers, body))) throw std::runtime_error("cannot send");
  auto reply = client.receive(method == "HEAD");
  if (!reply) throw std::runtime_error("no reply to " + std::string(method) + " " + std::string(target));
  return *std::move(reply);
}

Reply RunningServer::get(std::string_view target, const Headers& headers) const {
  return ask("GET", target, headers);
}

Reply RunningServer::post_json(std::string_view target, std::string_view json, Headers headers) const {
  headers.emplace_back("Content-Type", "application/json");
  return ask("POST", target, headers, json);
}

nlohmann::json RunningServer::post(const std::string& page, const std::string& body) const {
  const Reply reply = post_json("/api/v1/comments", comment_json(page, body));
  BOOST_REQUIRE_EQUAL(reply.status, 201);
  return nlohmann::json::parse(reply.body);
}

void RunningServer::check_alive() const {
  BOOST_TEST(get("/healthz").status == 200);
}

std::string comment_json(const std::string& page, const std::string& body, const std::string& site) {
  return nlohmann::json{{"site", site}, {"page", page}, {"author", {{"name", "Zoé"}}}, {"body", body}}.dump();
}

void check_problem(const Reply& reply, int status, const std::string& code, const std::string& field) {
  BOOST_TEST_INFO(reply.body);
  BOOST_TEST(reply.status == status);
  BOOST_TEST(reply.header("content-type") == "application/problem+json");
  const auto document = nlohmann::json::parse(reply.body, nullptr, false);
  BOOST_REQUIRE(document.is_object());
  BOOST_TEST(document.value("status", 0) == status);
  BOOST_TEST(document.value("code", "") == code);
  BOOST_TEST(document.value("field", "") == field);
}

} // namespace palabre::test
