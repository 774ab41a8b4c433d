// Figures of the store on this machine's disk: durable comments per second, beside what the disk takes at most, and
// the reads of a site with 100,000 comments.
//   store_bench [DIRECTORY]      default: a temporary directory; give one on the disk in question
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "server/storage/store.h"

namespace {

using namespace palabre;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void stop_on(const Error& error) {
  std::fprintf(stderr, "store_bench: %s\n", error.detail.c_str());
  std::exit(1);
}

template <class T> T must(Expected<T> result) {
  if (!result) stop_on(result.error());
  return *std::move(result);
}

storage::NewComment draft(const Site& site, int number, const std::string& page) {
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = page;
  comment.title = "A page";
  comment.url = "https://blog.example" + page;
  comment.author = Author{"Zoé " + std::to_string(number % 97), "https://zoe.example"};
  comment.email = "zoe@example.org";
  comment.body = "A comment of usual length, with *emphasis*, an é and a 🎉. " + std::string(200, 'x');
  comment.created = Instant{1'700'000'000'000 + number};
  return comment;
}

// Appends 4 KiB and waits for the disk, one after the other: the most that single commits can do.
double disk_flushes_per_second(const std::string& directory) {
  const std::string path = directory + "/flush";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const std::string block(4096, 'x');
  const auto start = Clock::now();
  int count = 0;
  for (; seconds_since(start) < 2; ++count) {
    if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) break;
  }
  const double rate = count / seconds_since(start);
  ::close(file);
  return rate;
}

struct Writing {
  double per_second;
  double p50_ms;
  double p99_ms;
};

Writing write_with(storage::Store& store, const Site& site, int callers, double seconds) {
  std::vector<std::vector<double>> latencies(static_cast<std::size_t>(callers));
  std::vector<std::thread> threads;
  std::atomic<int> number{0};
  const auto start = Clock::now();
  for (auto& mine : latencies) {
    threads.emplace_back([&] {
      while (seconds_since(start) < seconds) {
        const auto before = Clock::now();
        const int n = number++;
        must(store.add_comment(draft(site, n, "/written/" + std::to_string(n % 20))));
        mine.push_back(seconds_since(before) * 1000);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const double elapsed = seconds_since(start);
  std::vector<double> all;
  for (const auto& mine : latencies) all.insert(all.end(), mine.begin(), mine.end());
  std::sort(all.begin(), all.end());
  return {static_cast<double>(all.size()) / elapsed, all[all.size() / 2], all[all.size() * 99 / 100]};
}

void fill(storage::Store& store, const Site& site, int comments) {
  std::vector<std::thread> threads;
  std::atomic<int> next{0};
  for (int t = 0; t < 64; ++t) {
    threads.emplace_back([&] {
      for (int n = next++; n < comments; n = next++) {
        must(store.add_comment(draft(site, n, n % 2 == 0 ? "/big" : "/page/" + std::to_string(n % 999))));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

void measure_read(const char* name, const std::function<void()>& read) {
  read();
  const auto start = Clock::now();
  int count = 0;
  for (; seconds_since(start) < 1; ++count) read();
  std::printf("%-58s %9.0f us\n", name, seconds_since(start) / count * 1e6);
}

void measure_reads(storage::Store& store, const Site& site) {
  const auto page_of = [&](SortOrder sort, std::optional<Cursor> after) {
    return must(store.read_thread(site, "/big", sort, after, 100));
  };
  const Cursor middle{Instant{1'700'000'050'000}, CommentId{1}};
  measure_read("thread: first 100 of 50,000 top-level", [&] { page_of(SortOrder::newest, std::nullopt); });
  measure_read("thread: 100 from the middle, oldest first", [&] { page_of(SortOrder::oldest, middle); });
  measure_read("recent 50 of a site with 100,000", [&] { must(store.recent_comments(site.id, std::nullopt, 50)); });
  measure_read("recent 50 of a page with 50,000", [&] { must(store.recent_comments(site.id, "/big", 50)); });
  std::vector<std::string> pages;
  for (int i = 0; i < 200; ++i) pages.push_back("/page/" + std::to_string(i));
  measure_read("counts of 200 pages", [&] { must(store.count_comments(site.id, pages)); });
  measure_read("find a comment", [&] { must(store.find_comment(CommentId{5'000})); });
}

} // namespace

int main(int argc, char** argv) {
  std::string directory = argc > 1 ? argv[1] : (std::filesystem::temp_directory_path() / "store-bench-XXXXXX").string();
  if (argc == 1 && mkdtemp(directory.data()) == nullptr) return 1;
  std::printf("%-58s %9.0f /s\n", "disk: 4 KiB appended and flushed, one by one", disk_flushes_per_second(directory));
  const auto store = must(storage::open_sqlite(directory));
  const Site site = must(store->put_site("blog", {}));
  for (const int callers : {1, 8, 64}) {
    const Writing writing = write_with(*store, site, callers, 4);
    std::printf("durable add_comment, %2d callers %36.0f /s  p50 %.2f ms  p99 %.2f ms\n", callers, writing.per_second,
                writing.p50_ms, writing.p99_ms);
  }
  fill(*store, site, 100'000);
  measure_reads(*store, site);
  std::error_code ignored;
  if (argc == 1) std::filesystem::remove_all(directory, ignored);
}
