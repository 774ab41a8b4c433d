// Reactions and votes: one ledger, tallies that follow it, and the orders that follow them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

#include "tests/storage/deciding.h"

namespace palabre::test {
namespace {

Engagement offering(VoteRule votes, std::uint32_t scores_from = 0) {
  Engagement engagement;
  engagement.marks = {votes, {{"heart", "♥", ""}, {"sad", ":(", ""}}, Shown::yes, scores_from};
  return engagement;
}

void offer(const Opened& opened, const Engagement& engagement) {
  must(opened.store->marks().change_engagement(opened.site.id, std::nullopt, engagement,
                                               note("engagement.change", opened)));
}

storage::NewMark mark(const Opened& opened, std::optional<CommentId> comment, const std::string& name,
                      const std::string& reader) {
  return {{opened.site.id, comment, page_key}, name, reader, "network", now};
}

storage::StoredMark put(const Opened& opened, std::optional<CommentId> comment, const std::string& name,
                        const std::string& reader) {
  return must(opened.store->marks().put_mark(mark(opened, comment, name, reader)));
}

storage::StoredMark drop(const Opened& opened, std::optional<CommentId> comment, const std::string& name,
                         const std::string& reader) {
  return must(opened.store->marks().drop_mark(mark(opened, comment, name, reader)));
}

void vote(const Opened& opened, CommentId comment, int up, int down) {
  for (int i = 0; i < up + down; ++i) put(opened, comment, i < up ? "up" : "down", "reader " + std::to_string(i));
}

using Names = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(marks)

BOOST_DATA_TEST_CASE(a_mark_counts_once_however_often_it_is_put_or_dropped, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId id = opened.add("words", 1);
  const auto first = put(opened, id, "heart", "a");
  BOOST_TEST(first.changed);
  BOOST_TEST(first.page == page_key);
  BOOST_TEST((first.tally.reactions == std::vector<ReactionCount>{{"heart", 1}}));
  BOOST_TEST(!put(opened, id, "heart", "a").changed);
  BOOST_TEST((put(opened, id, "heart", "b").tally.reactions == std::vector<ReactionCount>{{"heart", 2}}));
  const auto both = put(opened, id, "sad", "a");
  BOOST_TEST(both.mine == (Names{"heart", "sad"}), boost::test_tools::per_element());
  const auto dropped = drop(opened, id, "heart", "a");
  BOOST_TEST(dropped.changed);
  BOOST_TEST((dropped.tally.reactions == std::vector<ReactionCount>{{"heart", 1}, {"sad", 1}}));
  BOOST_TEST(!drop(opened, id, "heart", "a").changed);
  BOOST_TEST((opened.thread().comments.at(0).marks.reactions == std::vector<ReactionCount>{{"heart", 1}, {"sad", 1}}));
}

BOOST_DATA_TEST_CASE(one_vote_takes_the_place_of_the_other, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId id = opened.add("words", 1);
  put(opened, id, "up", "a");
  const auto turned = put(opened, id, "down", "a");
  BOOST_TEST(turned.tally.up == 0);
  BOOST_TEST(turned.tally.down == 1);
  BOOST_TEST(turned.mine == Names{"down"}, boost::test_tools::per_element());
  BOOST_TEST(drop(opened, id, "down", "a").tally.empty());
  BOOST_TEST(opened.thread().comments.at(0).marks.empty());
}

BOOST_DATA_TEST_CASE(marks_are_refused_where_readers_see_nothing_and_votes_for_oneself, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up));
  auto draft = opened.draft("mine", 1);
  draft.reader = "writer";
  const CommentId mine = must(opened.store->add_comment(draft)).comment.id;
  const CommentId held = add_held(opened, "waits");
  auto& store = opened.store->marks();
  BOOST_TEST(failed_with(store.put_mark(mark(opened, mine, "up", "writer")), ErrorCode::own_comment));
  BOOST_TEST(put(opened, mine, "heart", "writer").changed);
  BOOST_TEST(put(opened, mine, "up", "another").changed);
  BOOST_TEST(failed_with(store.put_mark(mark(opened, held, "heart", "a")), ErrorCode::unknown_comment));
  BOOST_TEST(failed_with(store.put_mark(mark(opened, CommentId{4711}, "heart", "a")), ErrorCode::unknown_comment));
  const Site other = must(opened.store->put_site("other", {"https://other.example"}));
  auto elsewhere = mark(opened, mine, "heart", "a");
  elsewhere.target.site = other.id;
  BOOST_TEST(failed_with(store.put_mark(elsewhere), ErrorCode::unknown_comment));
}

BOOST_DATA_TEST_CASE(a_page_takes_marks_before_anybody_wrote_there, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::none));
  BOOST_TEST(!drop(opened, std::nullopt, "heart", "a").changed);
  BOOST_TEST(opened.thread().version == 0);
  BOOST_TEST(put(opened, std::nullopt, "heart", "a").changed);
  put(opened, std::nullopt, "heart", "b");
  const ThreadPage thread = opened.thread();
  BOOST_TEST((thread.page_marks.reactions == std::vector<ReactionCount>{{"heart", 2}}));
  BOOST_TEST(thread.total == 0);
  BOOST_TEST(thread.version > 0);
  const auto own = must(opened.store->marks().own_marks(opened.site.id, page_key, "a"));
  BOOST_REQUIRE(own.size() == 1U);
  BOOST_TEST(!own[0].comment);
}

BOOST_DATA_TEST_CASE(a_reader_finds_their_own_marks_of_a_page_again, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId first = opened.add("first", 1);
  const CommentId second = opened.add("second", 2);
  put(opened, second, "up", "a");
  put(opened, second, "heart", "a");
  put(opened, first, "down", "b");
  put(opened, std::nullopt, "sad", "a");
  const auto own = must(opened.store->marks().own_marks(opened.site.id, page_key, "a"));
  BOOST_REQUIRE(own.size() == 2U);
  BOOST_TEST(own[0].names == Names{"sad"}, boost::test_tools::per_element());
  BOOST_TEST((own[1].comment == second));
  BOOST_TEST(own[1].names == (Names{"heart", "up"}), boost::test_tools::per_element());
  BOOST_TEST(must(opened.store->marks().own_marks(opened.site.id, "/another", "a")).empty());
  must(opened.store->delete_comment(second, now));
  BOOST_TEST(must(opened.store->marks().own_marks(opened.site.id, page_key, "a")).size() == 1U);
}

BOOST_DATA_TEST_CASE(a_network_has_so_many_votes_for_a_comment_and_a_refused_one_changes_nothing, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId id = opened.add("words", 1);
  const auto capped = [&](const std::string& name, const std::string& reader, const std::string& network) {
    auto one = mark(opened, id, name, reader);
    one.network = network;
    one.network_cap = 2;
    return opened.store->marks().put_mark(one);
  };
  must(capped("up", "a", "n"));
  must(capped("up", "b", "n"));
  BOOST_TEST(failed_with(capped("up", "c", "n"), ErrorCode::rate_limited));
  BOOST_TEST(must(capped("heart", "c", "n")).changed);        // reactions are counted apart
  BOOST_TEST(must(capped("down", "a", "n")).tally.down == 1); // who voted may turn round
  BOOST_TEST(must(capped("up", "c", "another")).tally.up == 2);
  const auto thread = opened.thread();
  BOOST_TEST(thread.comments.at(0).marks.up == 2);
  BOOST_TEST(thread.comments.at(0).marks.down == 1);
}

BOOST_DATA_TEST_CASE(best_goes_by_votes_and_of_equals_by_replies, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId few = opened.add("few", 1);
  const CommentId many = opened.add("many", 2);
  const CommentId answered = opened.add("answered", 3);
  opened.add("reply", 4, answered);
  opened.add("quiet", 5);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "answered reply quiet many few");
  vote(opened, few, 2, 0);
  vote(opened, many, 30, 3);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "many few answered reply quiet");
  opened.add("more", 6, few); // replies keep their part of the score
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "many few more answered reply quiet");
  drop(opened, few, "up", "reader 0");
  drop(opened, few, "up", "reader 1");
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "many answered reply few more quiet");
}

BOOST_DATA_TEST_CASE(controversial_goes_by_even_votes_and_has_pages, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId loved = opened.add("loved", 1);
  const CommentId split = opened.add("split", 2);
  const CommentId little = opened.add("little", 3);
  vote(opened, loved, 20, 1);
  vote(opened, split, 6, 5);
  vote(opened, little, 1, 1);
  BOOST_TEST(bodies(opened.thread(SortOrder::controversial)) == "split little loved");
  auto page = must(opened.store->read_thread(opened.site, page_key, SortOrder::controversial, std::nullopt, 1));
  std::string read = bodies(page);
  while (page.next) {
    page = must(opened.store->read_thread(opened.site, page_key, SortOrder::controversial, page.next, 1));
    read += " " + bodies(page);
  }
  BOOST_TEST(read == "split little loved");
  BOOST_TEST(must(opened.store->count_through(opened.site, page_key, SortOrder::controversial, std::nullopt, little,
                                              10)) == 2U);
}

BOOST_DATA_TEST_CASE(votes_that_are_hidden_move_neither_orders_nor_versions_nor_cursors, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down, 3));
  opened.add("a", 1);
  const CommentId voted = opened.add("b", 2);
  opened.add("c", 3);
  const auto order = [&] { return bodies(opened.thread(SortOrder::best)); };
  const auto cursor = [&] {
    return must(opened.store->read_thread(opened.site, page_key, SortOrder::best, std::nullopt, 2)).next->text();
  };
  const std::string before = cursor();
  vote(opened, voted, 1, 0);
  const std::int64_t version = opened.thread().version; // that there are some is told
  vote(opened, voted, 2, 0);
  BOOST_TEST(order() == "c b a");
  BOOST_TEST(cursor() == before);
  BOOST_TEST(opened.thread().version == version);
  vote(opened, voted, 3, 0);
  BOOST_TEST(order() == "b c a");
  BOOST_TEST(opened.thread().version == version + 1);
  offer(opened, offering(VoteRule::up_and_down, 4));
  BOOST_TEST(order() == "c b a");
  must(opened.store->decisions().undo(log_of(opened).at(0).id, ana, MemberRole::owner, now));
  BOOST_TEST(order() == "b c a");
  offer(opened, offering(VoteRule::none, 3));
  BOOST_TEST(order() == "c b a");
}

BOOST_DATA_TEST_CASE(a_site_keeps_what_its_owner_said_of_engagement, engines(), engine) {
  const Opened opened(engine);
  auto& store = opened.store->marks();
  BOOST_TEST(!must(store.engagement(opened.site.id)).has_value());
  BOOST_TEST((must(opened.store->site_rules(opened.site.id)).engagement == Engagement{}));
  const auto version = must(opened.store->rules_version(opened.site.id));
  must(store.begin_engagement(opened.site.id, offering(VoteRule::up)));
  must(store.begin_engagement(opened.site.id, offering(VoteRule::none)));
  BOOST_TEST((must(opened.store->site_rules(opened.site.id)).engagement == offering(VoteRule::up)));
  BOOST_TEST(must(opened.store->rules_version(opened.site.id)).policy == version.policy + 1);
  Engagement next = offering(VoteRule::up_and_down);
  next.welcome = "Bonjour !\n\nHello.";
  next.standing = Shown::yes;
  BOOST_TEST(
      failed_with(store.change_engagement(opened.site.id, version.policy, next, note("engagement.change", opened)),
                  ErrorCode::settings_changed));
  const auto line =
      must(store.change_engagement(opened.site.id, version.policy + 1, next, note("engagement.change", opened)));
  BOOST_TEST((must(store.engagement(opened.site.id)) == next));
  BOOST_TEST(must(store.change_engagement(opened.site.id, std::nullopt, next, note("engagement.change", opened))) == 0);
  BOOST_TEST(log_of(opened).at(0).action == "engagement.change");
  BOOST_TEST(
      failed_with(opened.store->decisions().undo(line, ana, MemberRole::moderator, now), ErrorCode::not_allowed));
  must(opened.store->decisions().undo(line, ana, MemberRole::owner, now));
  BOOST_TEST((must(store.engagement(opened.site.id)) == offering(VoteRule::up)));
}

BOOST_DATA_TEST_CASE(all_of_a_long_site_is_ranked_again, engines(), engine) {
  const Opened opened(engine);
  const Site elsewhere = must(opened.store->put_site("elsewhere", {}));
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId first = opened.add("first", 1);
  for (int i = 0; i < 1'010; ++i) { // more than are ranked at once
    auto draft = opened.draft("elsewhere", 2);
    draft.site = elsewhere.id;
    must(opened.store->add_comment(draft));
  }
  const CommentId last = opened.add("last", 0);
  vote(opened, first, 1, 0);
  vote(opened, last, 3, 0);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "last first");
  offer(opened, offering(VoteRule::none));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "first last");
  offer(opened, offering(VoteRule::up_and_down));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "last first");
}

BOOST_DATA_TEST_CASE(a_page_begins_with_its_first_comment_and_not_with_a_reaction, engines(), engine) {
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const auto began = [&] {
    return must(opened.store->history_of({opened.site.id, page_key, "reader", "network", now})).page_began;
  };
  put(opened, std::nullopt, "heart", "a");
  BOOST_TEST(!began().has_value());
  opened.add("words", 700);
  BOOST_TEST(began().value().milliseconds == 700);
  opened.add("more words", 800);
  put(opened, std::nullopt, "sad", "a");
  BOOST_TEST(began().value().milliseconds == 700);
}

// As two servers on one database: the same readers vote for the same comment through both, and change their minds.
BOOST_DATA_TEST_CASE(two_servers_on_one_database_count_nobody_twice, engines(), engine) {
  constexpr int readers = 24;
  const Opened opened(engine);
  offer(opened, offering(VoteRule::up_and_down));
  const CommentId id = opened.add("words", 1);
  const auto other = opened.database->open();
  std::atomic<int> failures{0};
  const auto work = [&](storage::Store& store) {
    for (int reader = 0; reader < readers; ++reader) {
      const std::string name = "reader " + std::to_string(reader);
      for (const char* one : {"up", "heart", "down", "up"}) {
        if (!store.marks().put_mark(mark(opened, id, one, name))) ++failures;
      }
      if (reader % 3 == 0 && !store.marks().drop_mark(mark(opened, id, "up", name))) ++failures;
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&, i] { work(i % 2 == 0 ? *opened.store : *other); });
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(failures == 0);
  std::int64_t up = 0;
  for (int reader = 0; reader < readers; ++reader) {
    const auto own = must(other->marks().own_marks(opened.site.id, page_key, "reader " + std::to_string(reader)));
    const Names& names = own.at(0).names;
    BOOST_TEST(std::count(names.begin(), names.end(), "heart") == 1);
    BOOST_TEST(std::count(names.begin(), names.end(), "down") == 0);
    up += std::count(names.begin(), names.end(), "up");
  }
  const MarkTally tally = opened.thread().comments.at(0).marks;
  BOOST_TEST(tally.up == up);
  BOOST_TEST(tally.down == 0);
  BOOST_TEST((tally.reactions == std::vector<ReactionCount>{{"heart", readers}}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
