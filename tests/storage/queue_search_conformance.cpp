// How much of a search is counted.
#include <boost/test/data/test_case.hpp>

#include <atomic>
#include <thread>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

using wire::QueueTab;

// Half of them on another site, together, as that is fast.
void add_common(const Opened& opened, int comments) {
  const Site other = must(opened.store->put_site("other", {}));
  std::atomic<int> next{0};
  std::atomic<int> failed{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 16; ++t) {
    threads.emplace_back([&] {
      for (int n = next++; n < comments; n = next++) {
        auto draft = opened.draft(n == 0 ? "common rare" : "common", n);
        draft.site = n % 2 == 0 ? opened.site.id : other.id;
        if (!opened.store->add_comment(draft)) ++failed;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_REQUIRE_EQUAL(failed.load(), 0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(queue_search)

BOOST_DATA_TEST_CASE(what_is_nearly_everywhere_is_found_but_not_counted, engines(), engine) {
  const Opened opened(engine);
  add_common(opened, 1'001);
  const auto read = [&](const std::string& query, const std::string& site = {}) {
    wire::QueueFilter filter;
    filter.tab = QueueTab::all;
    filter.query = query;
    filter.site = site;
    return must(opened.store->queue().read_queue(filter, "", 50));
  };
  const auto common = read("common");
  BOOST_TEST(common.items.size() == 50U);
  BOOST_TEST(!common.next.empty());
  BOOST_TEST(common.counts.empty());
  BOOST_TEST(read("common", "blog").counts.at(QueueTab::all) == 501);
  BOOST_TEST(read("rare").counts.at(QueueTab::all) == 1);
  BOOST_TEST(read("absent").counts.at(QueueTab::all) == 0);
  must(opened.store->delete_comment(common.items.front().comment.id, Instant{5'000}));
  BOOST_TEST(read("common").counts.at(QueueTab::all) == 1'000);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
