// Figures of voting on this machine's disk: durable ballots a second as a service casts them, and what a tally costs
// with few and with many ballots.
//   ballot_bench [DIRECTORY]      default: a temporary directory; give one on the disk in question
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "server/service/desk_posts.h"
#include "server/service/polls.h"

namespace {

using namespace palabre;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

template <class T> T must(Expected<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "ballot_bench: %s %s\n", std::string(error_info(result.error().code).name).c_str(),
               result.error().detail.c_str());
  std::exit(1);
}

service::Visitor visitor(int number) {
  std::string token = "bench-" + std::to_string(number);
  token.append(43 - token.size(), 'A');
  return {token, "10." + std::to_string(number % 251) + "." + std::to_string(number / 251 % 251) + ".0/24"};
}

class Bench {
public:
  explicit Bench(const std::string& directory)
      : store_(must(storage::open_sqlite(directory))), site_(must(store_->put_site("blog", {}))),
        context_{*store_,
                 {},
                 must(store_->secret()),
                 [] {
                   const auto now = std::chrono::system_clock::now().time_since_epoch();
                   return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
                 },
                 {}} {}

  Post add(PollKind kind) {
    wire::PostDraft draft;
    draft.post.kind = PostKind::poll;
    draft.post.state = PostState::planned;
    draft.post.site = "blog";
    draft.post.title = "Which?";
    draft.post.poll = Poll{kind, {}, 1, 0};
    for (int i = 0; i < 8; ++i) draft.post.poll->options.push_back({0, "Option " + std::to_string(i)});
    return must(service::add_post(context_, site_, draft, {{}, "bench"}));
  }

  // What is limited to some thousands a second asks again.
  void cast(const Post& poll, int number, std::vector<std::uint32_t> choices) {
    const auto cast = service::cast_ballot(context_, site_, poll.id, {{std::move(choices), {}}, {}}, visitor(number));
    if (!cast) must<wire::BallotReceipt>(tl::unexpected(cast.error()));
  }

  void fill(const Post& poll, int from, int to, int callers) {
    std::vector<std::thread> threads;
    std::atomic<int> next{from};
    for (int t = 0; t < callers; ++t) {
      threads.emplace_back([&] {
        for (int n = next++; n < to; n = next++) cast(poll, n, choices_of(poll, n));
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

  double read_us(const Post& poll) {
    const auto start = Clock::now();
    int count = 0;
    for (; seconds_since(start) < 1; ++count) must(context_.polls->count(*store_, poll, service::Ballots::counted));
    return seconds_since(start) / count * 1e6;
  }

  void watch(bool on) { context_.counts_pace = on; }
  std::int64_t voters(const Post& poll) { return must(store_->posts().tally(poll.id)).counted; }

private:
  static std::vector<std::uint32_t> choices_of(const Post& poll, int n) {
    const auto first = static_cast<std::uint32_t>(n % 8 + 1);
    if (poll.poll->kind == PollKind::single) return {first};
    const auto second = static_cast<std::uint32_t>(n / 8 % 8 + 1);
    return second == first ? std::vector<std::uint32_t>{first} : std::vector<std::uint32_t>{first, second};
  }

  std::unique_ptr<storage::Store> store_;
  Site site_;
  service::Context context_;
};

void measure_casting(Bench& bench, bool watched) {
  constexpr int ballots = 10'000;
  bench.watch(watched);
  const Post poll = bench.add(PollKind::single);
  const auto start = Clock::now();
  bench.fill(poll, 0, ballots, 8);
  std::printf("%-58s %9.0f /s\n",
              watched ? "durable ballots, 8 clients, watched for stuffing" : "durable ballots, 8 clients",
              ballots / seconds_since(start));
}

void measure_tallies(Bench& bench, PollKind kind, const char* name) {
  bench.watch(false);
  const Post poll = bench.add(kind);
  bench.fill(poll, 0, 1'000, 64);
  const double few = bench.read_us(poll);
  bench.fill(poll, 1'000, 100'000, 64);
  const double many = bench.read_us(poll);
  std::printf("tally of %-10s  %6.0f us at 1,000; %6.0f us at %lld ballots; ratio %.2f\n", name, few, many,
              static_cast<long long>(bench.voters(poll)), many / few);
}

} // namespace

int main(int argc, char** argv) {
  std::string directory =
      argc > 1 ? argv[1] : (std::filesystem::temp_directory_path() / "ballot-bench-XXXXXX").string();
  if (argc == 1 && mkdtemp(directory.data()) == nullptr) return 1;
  Bench bench(directory);
  measure_casting(bench, false);
  measure_casting(bench, true);
  measure_tallies(bench, PollKind::single, "single");
  measure_tallies(bench, PollKind::multiple, "multiple");
  measure_tallies(bench, PollKind::ranked, "ranked");
  if (argc == 1) std::filesystem::remove_all(directory);
  return 0;
}
