// The queue against a slow recount of random lives, its search, changes and figures.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

using wire::QueueFilter;
using wire::QueueItem;
using wire::QueueTab;

bool has_rule(const QueueItem& item, const std::string& reason) {
  return std::any_of(item.verdict.reasons.begin(), item.verdict.reasons.end(), [&](const rules::Reason& one) {
    return one.rule == reason || one.rule.rfind(reason + ".", 0) == 0;
  });
}

bool is_in(const QueueItem& item, QueueTab tab) {
  const CommentState state = item.comment.state;
  const bool kept = state == CommentState::held || state == CommentState::hidden;
  if (state == CommentState::deleted) return false;
  switch (tab) {
  case QueueTab::waiting: return item.attention > 0;
  case QueueTab::held: return state == CommentState::held;
  case QueueTab::flagged: return item.flags > 0;
  case QueueTab::hidden: return state == CommentState::hidden;
  case QueueTab::spam:
    return state == CommentState::spam ||
           (kept && !item.verdict.reasons.empty() && item.verdict.reasons[0].rule.rfind("spam.", 0) == 0);
  case QueueTab::removed: return state == CommentState::removed;
  case QueueTab::all: return true;
  case QueueTab::unanswered: // nobody of the team answers here
    return (item.comment.question == QuestionState::open || item.verdict.complaint) &&
           (state == CommentState::published || state == CommentState::hidden);
  }
  return false;
}

bool meets(const QueueItem& item, const QueueFilter& filter) {
  return (filter.site.empty() || item.site == filter.site) && (filter.page.empty() || item.page == filter.page) &&
         (filter.author.empty() || item.author == filter.author) &&
         (filter.language.empty() || to_name(item.verdict.language) == filter.language) &&
         (filter.sentiment.empty() || to_name(item.verdict.sentiment.label) == filter.sentiment) &&
         (filter.reason.empty() || has_rule(item, filter.reason)) &&
         (filter.query.empty() || item.comment.body.find(filter.query) != std::string::npos);
}

std::vector<std::int64_t> ids(const std::vector<QueueItem>& items) {
  std::vector<std::int64_t> list;
  for (const QueueItem& item : items) list.push_back(item.comment.id.value);
  return list;
}

class Lives {
public:
  Lives(const Engine& engine, unsigned seed) : opened_(engine), random_(seed) {
    sites_ = {opened_.site, must(opened_.store->put_site("other", {}))};
  }

  void step() {
    switch (below(9)) {
    case 0: flag(); break;
    case 1: appeal(); break;
    case 2: decide(); break;
    case 3: edit(); break;
    case 4:
      if (any()) static_cast<void>(opened_.store->delete_comment(*any_, Instant{9}));
      break;
    default: add();
    }
  }

  void compare(const QueueFilter& filter) {
    const auto expected = recount(filter);
    std::vector<QueueItem> found;
    std::string after;
    do {
      const auto page = must(opened_.store->queue().read_queue(filter, after, 3));
      if (after.empty()) compare_counts(filter, page.counts);
      BOOST_TEST(page.counts.empty() == !after.empty());
      found.insert(found.end(), page.items.begin(), page.items.end());
      after = page.next;
    } while (!after.empty());
    BOOST_TEST(ids(found) == ids(expected), boost::test_tools::per_element());
  }

  std::vector<QueueItem> all() {
    std::vector<QueueItem> items;
    for (const CommentId id : ids_) items.push_back(must(opened_.store->queue().find_item(id)).value());
    return items;
  }
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

private:
  std::vector<QueueItem> recount(const QueueFilter& filter) {
    std::vector<QueueItem> items;
    for (QueueItem& item : all()) {
      if (is_in(item, filter.tab) && meets(item, filter)) items.push_back(std::move(item));
    }
    const bool waiting = filter.tab == QueueTab::waiting;
    std::sort(items.begin(), items.end(), [&](const QueueItem& a, const QueueItem& b) {
      const auto time = [](const QueueItem& one) {
        return std::pair(one.comment.created.milliseconds, one.comment.id.value);
      };
      if (filter.tab == QueueTab::unanswered) return time(a) < time(b);
      if (!waiting) return time(a) > time(b);
      return a.attention != b.attention ? a.attention > b.attention : time(a) < time(b);
    });
    return items;
  }

  void compare_counts(const QueueFilter& filter, std::map<QueueTab, std::int64_t> counts) {
    const auto items = all();
    for (const QueueTab tab : wire::queue_tabs) {
      const auto expected = std::count_if(
          items.begin(), items.end(), [&](const QueueItem& item) { return is_in(item, tab) && meets(item, filter); });
      BOOST_TEST(counts[tab] == expected, to_name(tab));
    }
  }

  bool any() {
    if (ids_.empty()) return false;
    any_ = ids_[static_cast<std::size_t>(below(static_cast<int>(ids_.size())))];
    return true;
  }

  rules::Verdict verdict() {
    static const std::vector<std::string> rules{"spam.links", "offence.insult", "policy.hold_all",
                                                "personal_data.phone", "offence.threat"};
    rules::Verdict verdict;
    for (const std::string& rule : rules) {
      if (below(4) == 0) verdict.reasons.push_back({rule, static_cast<rules::Severity>(below(4))});
    }
    verdict.scores.spam = below(4) == 0 ? 0.97F : 0.2F;
    verdict.sentiment.label = static_cast<rules::SentimentLabel>(below(4));
    verdict.complaint = below(3) == 0;
    verdict.language = below(2) == 0 ? text::Language::fr : text::Language::en;
    return verdict;
  }
  CommentState first_state() {
    const int chance = below(5);
    return chance < 2 ? CommentState::held : chance == 2 ? CommentState::hidden : CommentState::published;
  }

  void add() {
    auto draft = opened_.draft(below(2) == 0 ? "alpha words" : "beta words", below(10));
    draft.site = sites_[static_cast<std::size_t>(below(2))].id;
    draft.page = below(2) == 0 ? "/a" : "/b";
    draft.reader = below(3) == 0 ? "" : "reader" + std::to_string(below(3));
    draft.network = below(4) == 0 ? "" : "network" + std::to_string(below(2));
    draft.state = first_state();
    draft.verdict = verdict();
    draft.asks = below(4) == 0;
    ids_.push_back(must(opened_.store->add_comment(draft)).comment.id);
  }
  void flag() {
    if (!any()) return;
    storage::NewFlag flag;
    flag.comment = *any_;
    flag.flagger = flag.network = "flagger" + std::to_string(below(4));
    flag.reason = "spam";
    flag.hold_after = static_cast<std::uint32_t>(below(4));
    flag.held_for = {"policy.flagged", rules::Severity::mild, rules::Decision::hold};
    static_cast<void>(opened_.store->add_flag(flag));
  }
  void appeal() {
    if (any()) static_cast<void>(opened_.store->put_appeal(*any_, "please", Instant{5}));
  }
  void decide() {
    static const std::vector<CommentState> states{CommentState::published, CommentState::held, CommentState::hidden,
                                                  CommentState::spam, CommentState::removed};
    if (any()) static_cast<void>(opened_.store->decide_comment(*any_, {states[static_cast<std::size_t>(below(5))]}));
  }
  void edit() {
    if (!any()) return;
    storage::Revision revision{below(2) == 0 ? "alpha gamma" : "delta", Instant{7}, first_state()};
    revision.verdict = verdict();
    static_cast<void>(opened_.store->edit_comment(*any_, revision));
  }

  Opened opened_;
  std::vector<Site> sites_;
  std::mt19937 random_;
  std::vector<CommentId> ids_;
  std::optional<CommentId> any_;
};

std::vector<std::int64_t> found(const Opened& opened, const std::string& query) {
  QueueFilter filter;
  filter.tab = QueueTab::all;
  filter.query = query;
  return ids(must(opened.store->queue().read_queue(filter, "", 50)).items);
}

} // namespace

BOOST_AUTO_TEST_SUITE(queue)

BOOST_DATA_TEST_CASE(pages_and_counts_match_a_slow_recount, engines() * boost::unit_test::data::xrange(1u, 6u), engine,
                     seed) {
  Lives lives(engine, seed);
  for (int i = 0; i < 80; ++i) lives.step();
  for (const QueueTab tab : wire::queue_tabs) {
    QueueFilter filter;
    filter.tab = tab;
    lives.compare(filter);
    filter.site = "blog";
    lives.compare(filter);
    for (const std::string reason : {"spam", "offence", "offence.insult", "personal_data"}) {
      QueueFilter one = filter;
      one.reason = reason;
      lives.compare(one);
    }
    for (int round = 0; round < 4; ++round) {
      QueueFilter some = filter;
      if (lives.below(2) == 0) some.page = "/a";
      if (lives.below(2) == 0) some.language = "fr";
      if (lives.below(2) == 0) some.sentiment = "neg";
      if (lives.below(3) == 0) some.author = lives.all().front().author;
      if (lives.below(2) == 0) some.query = lives.below(2) == 0 ? "alpha" : "delta";
      lives.compare(some);
    }
  }
}

BOOST_DATA_TEST_CASE(cursors_and_names_that_nobody_gave_are_refused, engines(), engine) {
  const Opened opened(engine);
  opened.add("one", 1);
  QueueFilter filter;
  for (const std::string cursor :
       {"x", "w", "w1", "w1.2", "w1.2.", "w1.2.3.", "w1.2.3x", "t1.2", "w1.2.99999999999999999999"}) {
    BOOST_TEST(failed_with(opened.store->queue().read_queue(filter, cursor, 5), ErrorCode::bad_cursor), cursor);
  }
  filter.tab = QueueTab::all;
  BOOST_TEST(failed_with(opened.store->queue().read_queue(filter, "w1.2.3", 5), ErrorCode::bad_cursor));
  filter.site = "nobody";
  BOOST_TEST(failed_with(opened.store->queue().read_queue(filter, "", 5), ErrorCode::unknown_site));
  BOOST_TEST(failed_with(opened.store->queue().read_detail(CommentId{4711}), ErrorCode::unknown_comment));
  BOOST_TEST(!must(opened.store->queue().find_item(CommentId{4711})).has_value());
}

BOOST_DATA_TEST_CASE(words_are_found_whatever_they_are, engines(), engine) {
  const Opened opened(engine);
  const std::int64_t french = opened.add("Été à la plage, c'est l'été", 1).value;
  const std::int64_t japanese = opened.add("これは日本語です", 2).value;
  const std::int64_t mixed = opened.add("C++ \"quoted\" AND NOT (near) 100% a_b", 3).value;
  using List = std::vector<std::int64_t>;
  const auto finds = [&](const std::string& query, const List& expected) {
    BOOST_TEST(found(opened, query) == expected, query);
  };
  finds("ete", {french});
  finds("PLAGE", {french});
  finds("pla", {french}); // the last may be unfinished
  finds("pla ", {});      // it is finished
  finds("la été", {french});
  finds("zoe", {mixed, japanese, french}); // the name
  finds("日本", {japanese});
  finds("本語で", {japanese});
  finds("語本", {});
  finds("\"quoted\"", {mixed});
  finds("NOT", {mixed});
  finds("absent", {});
  for (const std::string odd : {"\"", "*", "a* OR", "NEAR(", "(", ")", "^a", "-", "body:a", "{a b}", "\xFF\xFE", "'",
                                ";", "!!!", "\\", "AND", "a\nb", "a\tb"}) {
    static_cast<void>(found(opened, odd)); // never an error
  }
  static_cast<void>(found(opened, std::string("a\0b", 3)));
  static_cast<void>(
      found(opened, std::string(5'000, '"') + std::string(3'000, ' ') + "a b c d e f g h i j k l m n o p"));
  must(opened.store->edit_comment(CommentId{french}, {"autre chose", Instant{4}}));
  finds("plage", {});
  finds("autre", {french});
  must(opened.store->delete_comment(CommentId{french}, Instant{5}));
  finds("autre", {});
}

BOOST_DATA_TEST_CASE(changes_come_in_their_order_and_know_when_there_are_more, engines(), engine) {
  const Opened opened(engine);
  const Site other = must(opened.store->put_site("other", {}));
  const CommentId first = opened.add("first", 1);
  QueueFilter filter;
  const std::int64_t since = must(opened.store->queue().read_queue(filter, "", 5)).change;
  BOOST_TEST(must(opened.store->queue().read_changes(since, filter, 5)).items.empty());
  const CommentId second = opened.add("second", 2);
  must(opened.store->decide_comment(first, {CommentState::hidden, std::nullopt, "Ada", Instant{3}}));
  auto draft = opened.draft("elsewhere", 3);
  draft.site = other.id;
  must(opened.store->add_comment(draft));
  must(opened.store->delete_comment(second, Instant{4}));
  const auto all = must(opened.store->queue().read_changes(since, filter, 5));
  BOOST_TEST(all.items.size() == 3U);
  BOOST_TEST(!all.more);
  filter.site = "blog";
  const auto changes = must(opened.store->queue().read_changes(since, filter, 5));
  BOOST_TEST((ids(changes.items) == std::vector<std::int64_t>{first.value, second.value}));
  BOOST_TEST(changes.items.at(0).decided_by == "Ada");
  BOOST_TEST(changes.items.at(0).revision == 2);
  BOOST_TEST((changes.items.at(1).comment.state == CommentState::deleted));
  BOOST_TEST(changes.items.at(1).comment.body == "");
  BOOST_TEST(changes.counts.at(QueueTab::all) == 1);
  BOOST_TEST(must(opened.store->queue().read_changes(since, filter, 1)).more);
  BOOST_TEST(must(opened.store->queue().read_changes(since + 1'000'000, filter, 1)).more);
}

BOOST_DATA_TEST_CASE(a_detail_has_what_stands_around_a_comment, engines(), engine) {
  const Opened opened(engine);
  auto draft = opened.draft("top", 1);
  draft.reader = "reader";
  draft.newcomer = true;
  const CommentId top = must(opened.store->add_comment(draft)).comment.id;
  draft = opened.draft("reply", 2, top);
  draft.reader = "reader";
  const CommentId reply = must(opened.store->add_comment(draft)).comment.id;
  const CommentId below = opened.add("below", 3, reply);
  storage::NewFlag flag;
  flag.comment = reply;
  flag.flagger = flag.network = "x";
  flag.reason = "offence";
  flag.note = "rude";
  must(opened.store->add_flag(flag));
  const auto detail = must(opened.store->queue().read_detail(reply));
  BOOST_TEST((detail.above.at(0).id == top));
  BOOST_TEST((detail.below.at(0).id == below));
  BOOST_TEST((detail.flags.at(0).reason == wire::FlagReason::offence));
  BOOST_TEST(detail.flags.at(0).note == "rude");
  BOOST_TEST(detail.item.flags == 1U);
  BOOST_TEST(detail.author.published == 2);
  BOOST_TEST((detail.author.first == Instant{1}));
  BOOST_TEST((ids(detail.author.recent) == std::vector<std::int64_t>{top.value}));
  BOOST_TEST(detail.author.recent.at(0).newcomer);
  BOOST_TEST(detail.can_ban_author);
  BOOST_TEST(!detail.can_ban_network);
  BOOST_TEST(!detail.appeal.has_value());
  must(opened.store->decide_comment(reply, {CommentState::hidden}));
  must(opened.store->put_appeal(reply, "why?", Instant{4}));
  BOOST_TEST(must(opened.store->queue().read_detail(reply)).appeal.value() == "why?");
}

BOOST_DATA_TEST_CASE(the_overview_counts_days_and_hours_where_the_owner_is, engines(), engine) {
  const Opened opened(engine);
  constexpr std::int64_t hour = 3'600'000;
  const std::int64_t monday = 1'699'833'600'000; // 2023-11-13T00:00Z
  opened.add("monday at one", monday + hour);
  auto held = opened.draft("sunday at eleven", monday - hour);
  held.state = CommentState::held;
  held.verdict.reasons.push_back({"spam.links", rules::Severity::mild, rules::Decision::hold});
  must(opened.store->add_comment(held));
  const Instant now{monday + 5 * hour};
  const auto read = [&](int offset) { return must(opened.store->queue().read_overview("", now, 3, offset)); };
  const auto there = read(0);
  BOOST_TEST((there.days == std::vector<std::int64_t>{0, 1, 1}));
  BOOST_TEST((there.held == std::vector<std::int64_t>{0, 1, 0}));
  BOOST_TEST(there.hours[0][1] == 1);
  BOOST_TEST(there.hours[6][23] == 1);
  BOOST_TEST(there.reasons.at("spam") == 1);
  BOOST_TEST(there.waiting == 1);
  BOOST_TEST((there.oldest_waiting == Instant{monday - hour}));
  BOOST_TEST((read(120).days == std::vector<std::int64_t>{0, 0, 2}));
  BOOST_TEST(read(120).hours[0][1] == 1);
  BOOST_TEST(there.decided_today == 0);
  must(opened.store->decide_comment(CommentId{1}, {CommentState::hidden, std::nullopt, "Ada", now}));
  BOOST_TEST(read(0).decided_today == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
