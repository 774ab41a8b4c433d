// Sites, counts and what is new.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "tests/storage/engines.h"

namespace palabre::test {

using Names = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(sites)

BOOST_DATA_TEST_CASE(a_site_keeps_its_id_and_takes_new_origins, engines(), engine) {
  const Opened opened(engine);
  const Site again =
      must(opened.store->put_site("blog", {"https://b.example", "https://a.example", "https://b.example"}));
  BOOST_TEST((again.id == opened.site.id));
  must(opened.store->put_site("none", {}));
  const auto sites = must(opened.store->sites());
  BOOST_TEST(sites.size() == 2u);
  BOOST_TEST(sites.at(0).name == "blog");
  BOOST_TEST((sites.at(0).origins == Names{"https://b.example", "https://a.example"})); // in the order given, once
  BOOST_TEST((sites.at(0).origins == again.origins));
  BOOST_TEST(sites.at(1).name == "none");
  BOOST_TEST(sites.at(1).origins.empty());
}

BOOST_DATA_TEST_CASE(a_site_of_another_process_is_seen, engines(), engine) {
  const Opened opened(engine);
  const auto other = opened.database->open();
  must(other->put_site("later", {"https://later.example"}));
  BOOST_TEST(must(opened.store->sites()).size() == 2u);
  BOOST_TEST((must(other->secret()) == must(opened.store->secret())));
}

BOOST_DATA_TEST_CASE(counts_come_in_the_order_asked, engines(), engine) {
  const Opened opened(engine);
  const auto top = opened.add("a", 1);
  opened.add("b", 2, top);
  auto draft = opened.draft("c", 3);
  draft.page = "/other";
  must(opened.store->add_comment(draft));
  const auto counts =
      must(opened.store->count_comments(opened.site.id, {"/none", "/other", page_key, "/none", page_key}));
  BOOST_TEST(counts.size() == 5u);
  const std::vector<std::int64_t> expected{0, 1, 2, 0, 2};
  for (std::size_t i = 0; i < counts.size(); ++i) BOOST_TEST(counts.at(i).comments == expected.at(i));
  BOOST_TEST(counts.at(1).page == "/other");
  const Site other = must(opened.store->put_site("other", {}));
  BOOST_TEST(must(opened.store->count_comments(other.id, {page_key})).at(0).comments == 0);
}

BOOST_DATA_TEST_CASE(the_newest_published_come_first, engines(), engine) {
  const Opened opened(engine);
  const auto first = opened.add("first", 10);
  opened.add("reply", 40, first);
  auto elsewhere = opened.draft("elsewhere", 20);
  elsewhere.page = "/other";
  elsewhere.url = "https://blog.example/other";
  elsewhere.title = "Other";
  must(opened.store->add_comment(elsewhere));
  for (const auto state : {CommentState::held, CommentState::hidden}) {
    auto unseen = opened.draft("unseen", 50);
    unseen.state = state;
    must(opened.store->add_comment(unseen));
  }
  const auto gone = opened.add("gone", 60);
  must(opened.store->delete_comment(gone, Instant{61}));

  const auto texts = [](const std::vector<storage::FeedEntry>& entries) {
    Names out;
    for (const auto& entry : entries) out.push_back(entry.comment.body);
    return out;
  };
  const SiteId site = opened.site.id;
  BOOST_TEST(
      (texts(must(opened.store->recent_comments(site, std::nullopt, 10))) == Names{"reply", "elsewhere", "first"}));
  BOOST_TEST((texts(must(opened.store->recent_comments(site, std::nullopt, 2))) == Names{"reply", "elsewhere"}));
  BOOST_TEST((texts(must(opened.store->recent_comments(site, page_key, 10))) == Names{"reply", "first"}));
  BOOST_TEST(must(opened.store->recent_comments(site, "/none", 10)).empty());
  const auto entry = must(opened.store->recent_comments(site, "/other", 10)).at(0);
  BOOST_TEST(entry.page == "/other");
  BOOST_TEST(entry.url == "https://blog.example/other");
  BOOST_TEST(entry.title == "Other");
  const Site other = must(opened.store->put_site("other", {}));
  BOOST_TEST(must(opened.store->recent_comments(other.id, std::nullopt, 10)).empty());
  BOOST_TEST(must(opened.store->recent_comments(other.id, page_key, 10)).empty());
}

BOOST_DATA_TEST_CASE(a_comment_for_a_site_that_is_not_there_is_refused, engines(), engine) {
  const Opened opened(engine);
  auto draft = opened.draft("x", 1);
  draft.site = SiteId{4711};
  BOOST_TEST(!opened.store->add_comment(draft).has_value());
  opened.add("the store still works", 2);
  must(opened.store->ping());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
