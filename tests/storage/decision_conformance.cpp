// Decisions and what undoes them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <thread>

#include "tests/storage/deciding.h"

namespace palabre::test {
BOOST_AUTO_TEST_SUITE(decisions)

BOOST_DATA_TEST_CASE(a_decision_changes_the_comment_and_is_in_the_log, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_held(opened, "secret words");
  BOOST_TEST(bodies(opened.thread()) == "");
  auto what = one(wire::DeskAction::approve, id);
  what.note = "fine";
  const auto stored = decide(opened, what);
  BOOST_TEST(stored.decided.decision > 0);
  BOOST_TEST((stored.decided.items.at(0).outcome == wire::Outcome::done));
  BOOST_TEST((stored.decided.items.at(0).state == CommentState::published));
  BOOST_REQUIRE(stored.pages.size() == 1U);
  BOOST_TEST(stored.pages[0].page == page_key);
  BOOST_TEST(bodies(opened.thread()) == "secret words");
  BOOST_TEST((found(opened, id).decided_by == storage::Decider::moderator));
  const auto log = log_of(opened);
  BOOST_REQUIRE(log.size() == 1U);
  BOOST_TEST(log[0].id == stored.decided.decision);
  BOOST_TEST(log[0].by == "Ana");
  BOOST_TEST(log[0].action == "comment.approve");
  BOOST_TEST(log[0].site == "blog");
  BOOST_TEST(log[0].about == "comment " + id.text());
  BOOST_TEST(log[0].before == R"({"state":"held"})");
  BOOST_TEST(log[0].after == R"({"state":"published"})");
  BOOST_TEST(log[0].note == "fine");
}

BOOST_DATA_TEST_CASE(each_action_has_its_state_and_undo_brings_all_of_it_back, engines(), engine) {
  for (const wire::DeskAction action : wire::desk_actions) {
    const Opened opened(engine);
    const CommentId id = add_held(opened, "words", CommentState::hidden);
    const auto before = found(opened, id);
    const auto stored = decide(opened, one(action, id));
    BOOST_TEST((found(opened, id).comment.state == state_after(action)));
    const auto undone = undo(opened, stored.decided.decision);
    BOOST_TEST((undone.decided.items.at(0).outcome == wire::Outcome::done));
    const auto after = found(opened, id);
    BOOST_TEST((after.comment.state == before.comment.state));
    BOOST_TEST((after.decided_by == before.decided_by));
    BOOST_TEST((after.comment.reasons == before.comment.reasons), boost::test_tools::per_element());
    BOOST_TEST(bodies(opened.thread()) == "words");
    BOOST_TEST(opened.thread().total == 1);
    BOOST_TEST(failed_with(opened.store->decisions().undo(stored.decided.decision, bob, MemberRole::owner, now),
                           ErrorCode::unknown_decision));
    BOOST_TEST(log_of(opened).at(0).action == "decision.undo");
    // And the undoing can be undone.
    (void)undo(opened, undone.decided.decision);
    BOOST_TEST((found(opened, id).comment.state == state_after(action)));
  }
}

BOOST_DATA_TEST_CASE(the_second_moderator_is_told, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_held(opened, "words");
  const std::int64_t seen = decide(opened, one(wire::DeskAction::hold, id)).decided.items.at(0).revision;
  const auto first = decide(opened, one(wire::DeskAction::approve, id, seen), ana);
  BOOST_TEST(first.decided.items.at(0).revision > seen);
  const auto other = decide(opened, one(wire::DeskAction::spam, id, seen), bob);
  BOOST_TEST(other.decided.decision == 0);
  BOOST_TEST((other.decided.items.at(0).outcome == wire::Outcome::conflict));
  BOOST_TEST((other.decided.items.at(0).state == CommentState::published));
  BOOST_TEST(other.decided.items.at(0).by == "Ana");
  const auto same = decide(opened, one(wire::DeskAction::approve, id, seen), bob);
  BOOST_TEST((same.decided.items.at(0).outcome == wire::Outcome::done));
  BOOST_TEST(same.decided.decision == 0);
  BOOST_TEST(log_of(opened).size() == 2U);
}

BOOST_DATA_TEST_CASE(what_somebody_changed_since_is_not_undone, engines(), engine) {
  const Opened opened(engine);
  const CommentId a = add_held(opened, "a");
  const CommentId b = add_held(opened, "b");
  const auto both = decide(opened, decision(wire::DeskAction::approve, {{a, -1}, {b, -1}}));
  decide(opened, one(wire::DeskAction::spam, a), bob);
  const auto undone = undo(opened, both.decided.decision);
  BOOST_REQUIRE(undone.decided.items.size() == 2U);
  BOOST_TEST((undone.decided.items[0].outcome == wire::Outcome::conflict));
  BOOST_TEST(undone.decided.items[0].by == "Bob");
  BOOST_TEST((undone.decided.items[1].outcome == wire::Outcome::done));
  BOOST_TEST((found(opened, a).comment.state == CommentState::spam));
  BOOST_TEST((found(opened, b).comment.state == CommentState::held));
}

BOOST_DATA_TEST_CASE(two_connections_that_race_lose_nothing, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_held(opened, "raced");
  const std::int64_t seen = decide(opened, one(wire::DeskAction::hold, id)).decided.items.at(0).revision;
  std::vector<wire::Outcome> outcomes(8);
  std::vector<std::thread> moderators;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    moderators.emplace_back([&, i] {
      const auto store = opened.database->open();
      const auto action = i % 2 == 0 ? wire::DeskAction::spam : wire::DeskAction::approve;
      outcomes[i] = must(store->decisions().decide(one(action, id, seen), ana, now)).decided.items.at(0).outcome;
    });
  }
  for (std::thread& moderator : moderators) moderator.join();
  // All who wanted what the first one did are content, the others are told.
  const auto conflicts = std::count(outcomes.begin(), outcomes.end(), wire::Outcome::conflict);
  BOOST_TEST(conflicts == 4);
  BOOST_TEST(log_of(opened).size() == 2U);
}

BOOST_DATA_TEST_CASE(criticism_is_held_back_until_it_is_confirmed, engines(), engine) {
  const Opened opened(engine);
  auto draft = opened.draft("I waited three weeks and nobody answers", 1);
  draft.verdict.complaint = true;
  const CommentId id = must(opened.store->add_comment(draft)).comment.id;
  for (const wire::DeskAction action :
       {wire::DeskAction::hide, wire::DeskAction::hold, wire::DeskAction::spam, wire::DeskAction::remove}) {
    const auto asked = decide(opened, one(action, id));
    BOOST_TEST((asked.decided.items.at(0).outcome == wire::Outcome::needs_confirmation));
    BOOST_TEST((found(opened, id).comment.state == CommentState::published));
  }
  auto sure = one(wire::DeskAction::hide, id);
  sure.confirmed = true;
  BOOST_TEST((decide(opened, sure).decided.items.at(0).outcome == wire::Outcome::done));
  BOOST_TEST((decide(opened, one(wire::DeskAction::approve, id)).decided.items.at(0).outcome == wire::Outcome::done));
}

BOOST_DATA_TEST_CASE(what_is_gone_or_of_another_site_is_gone, engines(), engine) {
  const Opened opened(engine);
  const CommentId deleted = add_held(opened, "deleted");
  must(opened.store->delete_comment(deleted, now));
  const CommentId there = add_held(opened, "there");
  const auto outcome = [&](CommentId id, std::optional<SiteId> only) {
    return must(opened.store->decisions().decide(one(wire::DeskAction::approve, id), ana, now, only))
        .decided.items.at(0)
        .outcome;
  };
  BOOST_TEST((outcome(deleted, std::nullopt) == wire::Outcome::gone));
  BOOST_TEST((outcome(CommentId{4711}, std::nullopt) == wire::Outcome::gone));
  BOOST_TEST((outcome(there, SiteId{99}) == wire::Outcome::gone));
  BOOST_TEST((outcome(there, opened.site.id) == wire::Outcome::done));
  const std::int64_t last = log_of(opened).at(0).id;
  BOOST_TEST(failed_with(opened.store->decisions().undo(last, ana, MemberRole::owner, now, SiteId{99}),
                         ErrorCode::unknown_decision));
}

BOOST_DATA_TEST_CASE(decisions_leave_lessons_and_undoing_takes_them_back, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_held(opened, "words");
  const auto approved = decide(opened, one(wire::DeskAction::approve, id));
  BOOST_TEST(lessons(opened) == id.text() + "ham ");
  const auto spam = decide(opened, one(wire::DeskAction::spam, id));
  BOOST_TEST(lessons(opened) == id.text() + "spam ");
  (void)undo(opened, spam.decided.decision);
  BOOST_TEST(lessons(opened) == id.text() + "ham "); // what it had taught before
  decide(opened, one(wire::DeskAction::hide, id));
  BOOST_TEST(lessons(opened) == id.text() + "- ");
  must(opened.store->decisions().drop_lessons(must(opened.store->decisions().lessons(10))));
  BOOST_TEST(lessons(opened) == "");
  (void)approved;
}

BOOST_DATA_TEST_CASE(removed_words_are_wiped_after_their_time, engines(), engine) {
  const Opened opened(engine);
  const CommentId kept = add_held(opened, "kept");
  const CommentId gone = add_held(opened, "gone");
  const auto both = decide(opened, decision(wire::DeskAction::remove, {{kept, -1}, {gone, -1}}));
  decide(opened, one(wire::DeskAction::approve, kept));
  BOOST_TEST(must(opened.store->decisions().wipe_removed(Instant{now.milliseconds - 1}, 10, now)) == 0U);
  BOOST_TEST(found(opened, gone).comment.body == "gone");
  BOOST_TEST(must(opened.store->decisions().wipe_removed(now, 10, now)) == 1U);
  BOOST_TEST(found(opened, gone).comment.body == "");
  BOOST_TEST(found(opened, kept).comment.body == "kept");
  BOOST_TEST(must(opened.store->decisions().wipe_removed(now, 10, now)) == 0U);
  BOOST_TEST(log_of(opened).at(0).action == "comment.wipe");
  const auto undone = undo(opened, both.decided.decision);
  BOOST_TEST((undone.decided.items.at(1).outcome == wire::Outcome::gone));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
