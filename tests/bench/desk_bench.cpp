// Figures of moderators' actions on a site with 100,000 comments that wait.
//   desk_bench [DIRECTORY]      default: a temporary directory
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

#include "server/service/audit.h"
#include "server/service/desk_decisions.h"
#include "server/service/desk_settings.h"
#include "server/service/moderation.h"

namespace {

using namespace palabre;
using Clock = std::chrono::steady_clock;

constexpr int comments = 100'000;
const storage::Actor ana{MemberId{1}, "Ana"};

template <class T> T must(Expected<T> result) {
  if (!result) {
    std::fprintf(stderr, "desk_bench: %s %s\n", std::string(error_info(result.error().code).name).c_str(),
                 result.error().detail.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// The median and the slowest of several runs, in milliseconds.
void measure(const char* what, int runs, const std::function<void(int)>& action) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto start = Clock::now();
    action(i);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("%-44s median %8.1f ms, slowest %8.1f ms\n", what, times[times.size() / 2], times.back());
}

void fill(storage::Store& store, const Site& site) {
  std::vector<std::thread> writers;
  for (int w = 0; w < 8; ++w) {
    writers.emplace_back([&, w] {
      for (int i = w; i < comments; i += 8) {
        storage::NewComment comment;
        comment.site = site.id;
        comment.page = "/page/" + std::to_string(i % 100);
        comment.author.name = "Zoe " + std::to_string(i % 977);
        comment.body = "Comment " + std::to_string(i) + " of usual length, see https://host" + std::to_string(i % 500) +
                       ".example/x " + std::string(150, 'x');
        comment.state = CommentState::held;
        comment.created = Instant{1'700'000'000'000 + i * 1000};
        comment.reader = "reader" + std::to_string(i % 5000);
        comment.network = "network" + std::to_string(i % 3000);
        comment.verdict.reasons.push_back({"spam.links", rules::Severity::mild, rules::Decision::hold});
        must(store.add_comment(comment));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
}

wire::Decide decision(wire::DeskAction action, int first, int count) {
  wire::Decide message{action, {}, "", true};
  for (int i = 0; i < count; ++i) {
    message.items.push_back({CommentId{first + i}, storage::DecisionStore::any_revision});
  }
  return message;
}

void run(const std::string& directory) {
  const auto store = must(storage::open_sqlite(directory));
  const Site site = must(store->put_site("blog", {"https://blog.example"}));
  fill(*store, site);
  service::Context context{*store, {}, must(store->secret()), [] { return Instant{1'800'000'000'000}; }, {}};
  std::vector<std::function<void()>> later;
  context.later = [&](std::function<void()> work) { later.push_back(std::move(work)); };
  std::vector<std::int64_t> decided;
  measure("decide on one", 50,
          [&](int i) { must(service::decide(context, decision(wire::DeskAction::approve, 1 + i * 7, 1), ana)); });
  measure("decide on 500", 10, [&](int i) {
    const auto what = decision(wire::DeskAction::spam, 1000 + i * 500, 500);
    decided.push_back(must(service::decide(context, what, ana)).decision);
  });
  measure("teach the filter 500 (after the answer)", 1, [&](int) { later[0](); });
  measure("undo 500", 10, [&](int i) {
    must(service::undo(context, decided[static_cast<std::size_t>(i)], ana, MemberRole::moderator));
  });
  measure("a domain becomes a rule", 5, [&](int i) {
    must(service::make_rule(context, site,
                            {"blog", wire::RuleKind::hold_domain, "host" + std::to_string(i) + ".example"}, ana));
  });
  measure("a word becomes a rule", 5, [&](int i) {
    must(service::make_rule(context, site, {"blog", wire::RuleKind::hold_word, "word" + std::to_string(i)}, ana));
  });
  measure("ban", 10, [&](int i) {
    must(service::add_ban(context, {CommentId{1 + i}, wire::BanSubject::author, wire::BanEffect::ban, 0, ""}, ana));
  });
  measure("sites with their numbers", 5, [&](int) { must(service::list_sites(context)); });
  std::vector<std::thread> writers;
  for (int w = 0; w < 8; ++w) {
    writers.emplace_back([&] {
      for (int i = 0; i < comments / 8; ++i) must(store->decisions().add_note({ana, Instant{i}, "comment.hide"}));
    });
  }
  for (std::thread& writer : writers) writer.join();
  measure("first page of 100,000 lines of the log", 5, [&](int) { must(service::read_audit(context, {}, "")); });
  measure("the same, of a member who is not in it", 3, [&](int) {
    must(service::read_audit(context, {"", "Bob", ""}, ""));
  });
  measure("100,000 lines of the log as CSV", 2,
          [&](int) { must(service::export_audit(context, {}, service::AuditFormat::csv)); });
}

} // namespace

int main(int argc, char** argv) {
  if (argc > 1) {
    run(argv[1]);
    return 0;
  }
  std::string directory = (std::filesystem::temp_directory_path() / "desk_bench_XXXXXX").string();
  if (::mkdtemp(directory.data()) == nullptr) return 1;
  run(directory);
  std::filesystem::remove_all(directory);
  return 0;
}
