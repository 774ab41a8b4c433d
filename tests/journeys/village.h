// A server with the site "demo", and the readers who visit it. The clock is the test's.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

#include "server/http/server.h"
#include "tests/support/temporary_directory.h"
#include "tests/widget/host.h"
#include "widget/judge/judge.h"

namespace palabre::test {

class Village {
public:
  Village();
  ~Village();
  Village(const Village&) = delete;
  Village& operator=(const Village&) = delete;

  // Somebody else writes a comment, past any session.
  void hear(const std::string& page, const std::string& body);
  // Stops it, and starts it again on the same data.
  void restart();

  // As the owner says it: a preset, or what differs from one.
  void set_policy(const std::string& json);
  // As the owner says it at the desk.
  void set_engagement(const Engagement& engagement);
  // A moderator decides.
  void decide(CommentId comment, wire::DeskAction action);

  [[nodiscard]] int port() const { return port_; }
  std::atomic<std::int64_t> now{1'800'000'000'000}; // ms

private:
  void start();
  void stop();

  [[nodiscard]] service::Context context();

  TemporaryDirectory directory_;
  std::shared_ptr<service::RuleBook> rules_;
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
  int port_{0};
};

enum class Network : std::uint8_t {
  up,
  down,    // nothing arrives
  one_way, // requests arrive, answers are lost
};

// A browser on one page: its storage outlives its visits.
class Reader {
public:
  explicit Reader(Village& village, std::string page = "/article");

  // Opens the page: the words come with the page, then the widget adopts them and remembers.
  void visit(const std::string& language = "en");
  // The same without ready-made words.
  void visit_bare();

  void write(const std::string& body, const std::string& name);
  void reply_to(const std::string& name, const std::string& body, const std::string& own_name);
  void click(const std::string& name, const view::Node* within = nullptr);
  void edit(const std::string& words, const std::string& body);
  // And lets the time to undo go by.
  void remove(const std::string& words);
  void wait(std::int64_t milliseconds);
  void sort(const std::string& order);

  // The writing box gets the focus: the rules come, with the page's policy.
  void begin_to_write();
  void write_words(const std::string& body, const std::string& form = "Write a comment");
  // What is said below the words, once the writer pauses.
  [[nodiscard]] std::string outlook(const std::string& composer = "new") const;

  // Performs what the session asked of the network and of the rules, until it asks no more.
  void settle();

  [[nodiscard]] Host& host() { return *host_; }
  Network network{Network::up};

private:
  void open(const std::string& language);
  void perform(const wire::JsonValue& fetch);
  void judge(const wire::JsonValue& effect);

  Village& village_;
  std::string page_;
  std::unique_ptr<Host> host_;
  std::unique_ptr<widget::Judge> judge_;
  std::map<std::string, std::string> storage_;
  int visits_{0};
  std::string seed_;
};

} // namespace palabre::test
