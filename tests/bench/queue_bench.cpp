// Figures of the desk's queue with 100,000 comments that wait: server time of its readings.
//   queue_bench [COMMENTS]
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "server/storage/store.h"

namespace {

using namespace palabre;
using Clock = std::chrono::steady_clock;
using wire::QueueFilter;
using wire::QueueTab;

template <class T> T must(Expected<T> result) {
  if (!result) {
    std::fprintf(stderr, "queue_bench: %s\n", result.error().detail.c_str());
    std::exit(1);
  }
  return *std::move(result);
}

storage::NewComment draft(const Site& site, int number) {
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = "/page/" + std::to_string(number % 500);
  comment.author = Author{"Zoé " + std::to_string(number % 97), ""};
  comment.body = "A comment of usual length number" + std::to_string(number) + " with some words, " +
                 (number % 1000 == 0 ? "rareword" : "common") + " ones too. " + std::string(100, 'x');
  comment.created = Instant{1'700'000'000'000 + number * 1000};
  comment.state = number % 10 == 0 ? CommentState::hidden : CommentState::held;
  comment.reader = "reader" + std::to_string(number % 5000);
  comment.verdict.reasons.push_back({number % 3 == 0 ? "spam.links" : "offence.insult", rules::Severity::mild});
  comment.verdict.language = number % 4 == 0 ? text::Language::fr : text::Language::en;
  comment.verdict.sentiment.label = number % 2 == 0 ? rules::SentimentLabel::negative : rules::SentimentLabel::neutral;
  return comment;
}

void fill(storage::Store& store, const Site& site, int comments) {
  std::vector<std::thread> threads;
  std::atomic<int> next{0};
  for (int t = 0; t < 64; ++t) {
    threads.emplace_back([&] {
      for (int n = next++; n < comments; n = next++) must(store.add_comment(draft(site, n)));
    });
  }
  for (std::thread& thread : threads) thread.join();
}

void measure(const char* name, const std::function<void()>& read) {
  read();
  const auto start = Clock::now();
  const std::clock_t busy = std::clock();
  int count = 0;
  while (count < 20 && Clock::now() - start < std::chrono::seconds(1)) {
    read();
    ++count;
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const double worked = static_cast<double>(std::clock() - busy) / CLOCKS_PER_SEC;
  std::printf("%-50s %9.2f ms %9.2f ms of a processor\n", name, seconds / count * 1e3, worked / count * 1e3);
}

void measure_pages(storage::QueueStore& queue) {
  const auto page = [&](const QueueFilter& filter, const std::string& after = {}) {
    return must(queue.read_queue(filter, after, 50));
  };
  QueueFilter filter;
  measure("waiting, first page with counts", [&] { page(filter); });
  const std::string middle = "w100.1700000050000000.50000";
  measure("waiting, from the middle", [&] { page(filter, middle); });
  filter.tab = QueueTab::all;
  measure("all, first page with counts", [&] { page(filter); });
  filter.tab = QueueTab::removed;
  measure("removed (none)", [&] { page(filter); });
  filter.tab = QueueTab::waiting;
  const auto with = [&](const char* name, const std::function<void(QueueFilter&)>& change) {
    QueueFilter changed = filter;
    change(changed);
    measure(name, [&] { page(changed); });
  };
  with("by language, with counts", [](QueueFilter& one) { one.language = "fr"; });
  with("by sentiment, with counts", [](QueueFilter& one) { one.sentiment = "neg"; });
  with("by rule, with counts", [](QueueFilter& one) { one.reason = "spam.links"; });
  with("by page, with counts", [](QueueFilter& one) { one.site = "blog", one.page = "/page/7"; });
  with("by author, with counts", [](QueueFilter& one) { one.author = "rreader7"; });
  with("search: a rare word", [](QueueFilter& one) { one.query = "rareword"; });
  with("search: a word of nearly all", [](QueueFilter& one) { one.query = "common"; });
  with("search: one letter, unfinished", [](QueueFilter& one) { one.query = "n"; });
}

} // namespace

int main(int argc, char** argv) {
  std::string directory = (std::filesystem::temp_directory_path() / "queue-bench-XXXXXX").string();
  if (mkdtemp(directory.data()) == nullptr) return 1;
  const auto store = must(storage::open_sqlite(directory));
  const Site site = must(store->put_site("blog", {}));
  fill(*store, site, argc > 1 ? std::atoi(argv[1]) : 100'000);
  storage::QueueStore& queue = store->queue();
  measure_pages(queue);
  measure("one comment's detail", [&] { must(queue.read_detail(CommentId{5'000})); });
  measure("changes", [&] { must(queue.read_changes(99'950, {}, 100)); });
  const Instant now{1'700'000'000'000 + 100'000 * 1000};
  measure("overview of 30 days", [&] { must(queue.read_overview("", now, 30, 60)); });
  std::error_code ignored;
  std::filesystem::remove_all(directory, ignored);
}
