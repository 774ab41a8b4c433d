#include "tests/journeys/village.h"

#include <deque>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <httplib.h>
#include <spdlog/spdlog.h>

#include "server/http/knowledge.h"
#include "server/service/moderation.h"
#include "shared/view/html.h"
#include "tests/support/must.h"
#include "tests/widget/samples.h"

namespace palabre::test {
namespace {

constexpr const char* origin = "https://blog.example";

httplib::Headers headers_of(const wire::JsonValue& fetch) {
  httplib::Headers headers{{"Origin", origin}};
  if (fetch.find("token")->kind == wire::JsonKind::string) {
    headers.emplace("Authorization", "Bearer " + fetch.find("token")->text);
  }
  if (fetch.find("key")->kind == wire::JsonKind::string) headers.emplace("Idempotency-Key", fetch.find("key")->text);
  return headers;
}

httplib::Result send(int port, const wire::JsonValue& fetch) {
  httplib::Client client("127.0.0.1", port);
  httplib::Request request;
  request.method = fetch.find("method")->text;
  request.path = fetch.find("url")->text;
  request.headers = headers_of(fetch);
  if (fetch.find("body")->kind == wire::JsonKind::string) {
    request.body = fetch.find("body")->text;
    request.headers.emplace("Content-Type", "application/json");
  }
  return client.send(request);
}

std::string word_lists(const std::string& language) {
  std::ifstream file(PALABRE_LEXICONS "/" + language + ".words", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

Village::Village() {
  spdlog::set_level(spdlog::level::warn);
  start();
}

Village::~Village() {
  stop();
}

void Village::start() {
  store_ = must(storage::open_sqlite(directory_.path()));
  (void)must(store_->put_site("demo", {origin}));
  rules_ = std::make_shared<service::RuleBook>(http::built_in_knowledge());
  http::ServerOptions options;
  options.port = 0;
  options.rate_limits = http::RateLimits::off;
  server_ = std::make_unique<http::Server>(context(), options);
  port_ = must(server_->bind());
  thread_ = std::thread([this] { server_->run(); });
}

service::Context Village::context() {
  return {*store_, {}, must(store_->secret()), [this] { return Instant{now}; }, {}, rules_};
}

void Village::set_policy(const std::string& json) {
  const Site site = must(store_->sites()).front();
  BOOST_REQUIRE(service::set_policy(context(), site.id, {}, json).has_value());
}

void Village::set_engagement(const Engagement& engagement) {
  const Site site = must(store_->sites()).front();
  must(store_->marks().change_engagement(site.id, std::nullopt, engagement,
                                         {{std::nullopt, "command line"}, Instant{now}, "engagement.change"}));
  rules_->forget(site.id);
  restart(); // no cached document outlives it
}

void Village::decide(CommentId comment, wire::DeskAction action) {
  BOOST_REQUIRE(service::decide_comment(context(), comment, action).has_value());
  restart(); // no cached document outlives it
}

void Village::stop() {
  server_->stop();
  thread_.join();
  server_.reset();
  store_.reset();
}

void Village::hear(const std::string& page, const std::string& body) {
  wire::PostComment message;
  message.site = "demo";
  message.page = page;
  message.draft = {"Somebody", "", "", body};
  httplib::Client client("127.0.0.1", port_);
  const auto response =
      client.Post(wire::comments_url(), {{"Origin", origin}}, wire::encode(message), "application/json");
  if (!response || response->status != 201) throw std::runtime_error("the comment was not taken");
}

void Village::restart() {
  stop();
  start();
}

Reader::Reader(Village& village, std::string page) : village_(village), page_(std::move(page)) {
  static int readers = 0;
  seed_ = "reader" + std::to_string(++readers);
}

void Reader::open(const std::string& language) {
  if (host_) storage_ = host_->storage();
  HostOptions options;
  options.page = page_;
  options.language = language;
  options.seed = seed_ + "-" + std::to_string(++visits_);
  host_ = std::make_unique<Host>(options);
  host_->reader_token = "reader-token-of-" + seed_ + "-0123456789";
  judge_.reset();
  host_->storage() = storage_;
  host_->now = village_.now;
}

void Reader::visit(const std::string& language) {
  open(language);
  wire::ThreadQuery query;
  query.site = "demo";
  query.page = page_;
  query.lang = language;
  query.html = true;
  httplib::Client client("127.0.0.1", village_.port());
  const auto response = client.Get(wire::thread_url(query), {{"Origin", origin}});
  BOOST_REQUIRE(response);
  BOOST_REQUIRE_EQUAL(response->status, 200);
  const Expected<wire::ThreadDocument> document = wire::decode_thread(response->body);
  BOOST_REQUIRE(document.has_value());
  // What the server printed is what the widget will take for its own.
  const view::NodePtr first =
      view::thread_view(view::first_state(document->thread, view::built_in_messages(view::language_of(language))));
  BOOST_TEST(document->html == view::to_html(*first));
  host_->adopt(document->thread, view::language_of(language));
  host_->remember();
}

void Reader::visit_bare() {
  open("en");
  host_->mount();
  settle();
  host_->remember();
}

void Reader::write(const std::string& body, const std::string& name) {
  const auto form = [&]() -> const view::Node& { return host_->form("Write a comment"); };
  host_->type(host_->field("Your comment", form()), body);
  host_->name_as(name, "Write a comment");
  host_->submit(form());
  settle();
}

void Reader::reply_to(const std::string& name, const std::string& body, const std::string& own_name) {
  click("Reply to " + name);
  const auto form = [&]() -> const view::Node& { return host_->form("Write a reply"); };
  host_->type(host_->field("Your comment", form()), body);
  host_->name_as(own_name, "Write a reply");
  host_->submit(form());
  settle();
}

void Reader::click(const std::string& name, const view::Node* within) {
  host_->click(host_->button(name, within));
  settle();
}

void Reader::edit(const std::string& words, const std::string& body) {
  click("Edit", &host_->article(words));
  host_->type(host_->field("Your comment", host_->form("Edit your comment")), body);
  host_->submit(host_->form("Edit your comment"));
  settle();
}

void Reader::remove(const std::string& words) {
  click("Delete", &host_->article(words));
  wait(5'000);
}

void Reader::wait(std::int64_t milliseconds) {
  village_.now += milliseconds;
  host_->now = village_.now;
  host_->tick();
  settle();
}

void Reader::sort(const std::string& order) {
  host_->type(host_->by_id("sort"), order);
  settle();
}

void Reader::begin_to_write() {
  httplib::Client client("127.0.0.1", village_.port());
  const auto policy = client.Get(wire::policy_url("demo", page_), {{"Origin", origin}});
  BOOST_REQUIRE(policy);
  BOOST_REQUIRE_EQUAL(policy->status, 200);
  judge_ = std::make_unique<widget::Judge>();
  for (const std::string language : {"en", "fr"}) BOOST_REQUIRE(judge_->load(language, word_lists(language)));
  BOOST_REQUIRE_EQUAL(judge_->policy(policy->body), "");
  host_->send(std::string("\"type\":\"rules\",\"open\":") +
              (wire::parse_json(policy->body)->find("open")->boolean ? "true" : "false"));
  settle();
}

void Reader::write_words(const std::string& body, const std::string& form) {
  host_->type(host_->field("Your comment", host_->form(form)), body);
  settle();
}

std::string Reader::outlook(const std::string& composer) const {
  return words_in(host_->by_id(composer + "-outlook"));
}

void Reader::settle() {
  std::deque<wire::JsonValue> waiting;
  const auto take = [&] {
    for (const char* kind : {"fetch", "judge"}) {
      for (const wire::JsonValue* effect : host_->effects(kind)) waiting.push_back(*effect);
    }
  };
  for (take(); !waiting.empty(); take()) {
    const wire::JsonValue effect = waiting.front();
    waiting.pop_front();
    if (effect.find("kind")->text == "fetch") {
      perform(effect);
    } else {
      judge(effect);
    }
  }
}

void Reader::judge(const wire::JsonValue& effect) {
  BOOST_REQUIRE(judge_);
  host_->send("\"type\":\"judged\",\"composer\":" + json_text(effect.find("composer")->text) +
              ",\"verdict\":" + json_text(judge_->judge(effect.find("request")->text)));
}

void Reader::perform(const wire::JsonValue& fetch) {
  host_->now = village_.now;
  const std::int64_t number = fetch.find("request")->integer;
  if (network == Network::down) return host_->respond(number, 0);
  const httplib::Result result = send(village_.port(), fetch);
  if (!result || network == Network::one_way) return host_->respond(number, 0);
  host_->respond(number, result->status, result->body, result->get_header_value("Retry-After"));
}

} // namespace palabre::test
