// The site's policy, the writer's history, flags, appeals, decisions and what they teach.
#include "server/service/moderation.h"

#include "tests/service/world.h"

namespace palabre::test {
namespace {

const std::string reader_token(24, 'r');
const std::string other_token(24, 'o');

struct Moderated : World {
  void set(const std::string& json, const std::string& page = {}) {
    must(service::set_policy(context, site.id, page, json));
  }
  Expected<wire::PostedComment> post_as(const std::string& token, const std::string& body,
                                        const std::string& key = {}) {
    return service::post_comment(context, site, message(body), key, {token, "network of " + token, false});
  }
  std::string flag(CommentId id, const std::string& token) {
    return outcome(
        service::flag_comment(context, id, {wire::FlagReason::spam, ""}, {token, "network of " + token, false}));
  }
  wire::OwnComments own(const std::string& token) {
    return must(service::own_comments(context, site, "/a", {token, ""}));
  }
  std::string own_hash(CommentId id) { return must(context.store.find_comment(id)).value().reader; }
  CommentState state(CommentId id) { return must(context.store.find_comment(id)).value().comment.state; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(moderation, Moderated)

BOOST_AUTO_TEST_CASE(the_policy_decides_and_its_verdict_is_kept) {
  set(R"({"admission":"hold_all"})");
  const auto posted = must(post_as(reader_token, "hello"));
  BOOST_TEST((posted.comment.state == CommentState::held));
  BOOST_TEST((posted.verdict.decision == rules::Decision::hold));
  BOOST_TEST(posted.verdict.reasons.at(0).rule == "policy.hold_all");
  BOOST_TEST(thread().comments.empty());
  BOOST_TEST(own(reader_token).comments.at(0).verdict.reasons.at(0).rule == "policy.hold_all");
  BOOST_TEST(own(reader_token).comments.at(0).edit_token == posted.edit_token);
  BOOST_TEST(own(other_token).comments.empty());
  set(R"({"preset":"careful"})");
  BOOST_TEST((must(post_as(reader_token, "hello again")).comment.state == CommentState::published));
  BOOST_TEST(own(reader_token).published == 1U);
}

BOOST_AUTO_TEST_CASE(another_process_changes_the_policy) {
  post("one");
  must(context.store.put_policy(site.id, "", R"({"admission":"hold_all"})"));
  now = now + Duration::seconds(3);
  BOOST_TEST((post("two").comment.state == CommentState::held));
  must(context.store.put_policy(site.id, "", R"({"of_a_later_program":1})"));
  now = now + Duration::seconds(3);
  BOOST_TEST((post("three").comment.state == CommentState::published)); // as a new site
}

BOOST_AUTO_TEST_CASE(a_page_may_have_rules_of_its_own) {
  set(R"({"words":{"hold":["xyzzy"]}})");
  set(R"({"admission":"hold_all"})", "/a");
  BOOST_TEST((post("hello").comment.state == CommentState::held));
  auto elsewhere = message("hello");
  elsewhere.page = "/b";
  BOOST_TEST((must(post(elsewhere)).comment.state == CommentState::published));
  must(service::set_policy(context, site.id, "/a", ""));
  BOOST_TEST((post("hello there").comment.state == CommentState::published));
}

BOOST_AUTO_TEST_CASE(a_broken_policy_leaves_the_old_one) {
  set(R"({"admission":"hold_all"})");
  BOOST_TEST(outcome(service::set_policy(context, site.id, "", R"({"admision":"x"})")) ==
             "unknown_field_value admision");
  BOOST_TEST(outcome(service::set_policy(context, site.id, "/a", "{")) == "malformed_json");
  BOOST_TEST((must(service::find_policy(context, site.id)).admission == rules::Admission::hold_all));
}

BOOST_AUTO_TEST_CASE(a_rejected_comment_is_not_stored_and_says_why) {
  set(R"({"words":{"reject":["xyzzy"]}})");
  const auto refused = post_as(reader_token, "oh xyzzy");
  BOOST_TEST(outcome(refused) == "rejected_by_rules body");
  BOOST_REQUIRE(!refused.error().reasons.empty());
  BOOST_TEST(refused.error().reasons.at(0) == "offence.owner_word");
  BOOST_TEST(thread().version == 0);
  BOOST_TEST(own(reader_token).comments.empty());
}

BOOST_AUTO_TEST_CASE(newcomers_wait_until_one_of_theirs_is_published) {
  set(R"({"admission":"hold_newcomers"})");
  const auto first = must(post_as(reader_token, "my first words here"));
  BOOST_TEST((first.comment.state == CommentState::held));
  must(service::decide_comment(context, first.comment.id, wire::DeskAction::approve));
  BOOST_TEST((must(post_as(reader_token, "and now some other ones")).comment.state == CommentState::published));
  BOOST_TEST((must(post_as(other_token, "somebody else writes")).comment.state == CommentState::held));
  BOOST_TEST((must(post_as("", "no token at all")).comment.state == CommentState::held));
  BOOST_TEST((must(post_as("short", "no token either")).comment.state == CommentState::held));
}

// Without script there is no browser's token.
BOOST_AUTO_TEST_CASE(newcomers_without_script_wait_once_too) {
  set(R"({"admission":"hold_newcomers"})");
  const auto first = must(post_as("", "my first words here"));
  BOOST_TEST((first.comment.state == CommentState::held));
  must(service::decide_comment(context, first.comment.id, wire::DeskAction::approve));
  const auto second = must(post_as("", "and now some other ones"));
  BOOST_TEST((second.comment.state == CommentState::published));
  auto another = message("the same network, another name");
  another.draft.name = "Somebody Else";
  BOOST_TEST((must(service::post_comment(context, site, another, {}, {"", "network of ", false})).comment.state ==
              CommentState::held));
  const auto newcomer = [&](CommentId id) { return must(context.store.queue().find_item(id)).value().newcomer; };
  BOOST_TEST(newcomer(first.comment.id));
  BOOST_TEST(!newcomer(second.comment.id));
}

BOOST_AUTO_TEST_CASE(slow_mode_and_closed_pages_are_told_before_anything_else) {
  set(R"({"slow_mode_seconds":60,"close_after_days":2})");
  must(post_as(reader_token, "first"));
  now = now + Duration::seconds(20);
  const auto early = post_as(reader_token, "second");
  BOOST_TEST(outcome(early) == "rate_limited");
  BOOST_TEST(early.error().retry_after_s == 40);
  BOOST_TEST(outcome(post_as(other_token, "another")) == "ok");
  now = now + Duration::seconds(40);
  BOOST_TEST(outcome(post_as(reader_token, "second")) == "ok");
  BOOST_TEST(must(service::page_policy(context, site, "/a")).open);
  now = now + Duration::minutes(2 * 24 * 60);
  BOOST_TEST(outcome(post_as(reader_token, "late")) == "thread_closed page");
  BOOST_TEST(!must(service::page_policy(context, site, "/a")).open);
  BOOST_TEST(thread().closed);
  BOOST_TEST(!thread("/b").closed);
  const service::Visitor staff{reader_token, "network of staff", true};
  BOOST_TEST(outcome(service::post_comment(context, site, message("staff may"), {}, staff)) == "ok");
}

BOOST_AUTO_TEST_CASE(a_repeated_request_is_not_judged_again) {
  set(R"({"slow_mode_seconds":60,"admission":"hold_all"})");
  const auto first = must(post_as(reader_token, "once", "key"));
  const auto again = must(post_as(reader_token, "once", "key"));
  BOOST_TEST((again.comment.id == first.comment.id));
  BOOST_TEST((again.verdict.decision == rules::Decision::hold));
  BOOST_TEST(again.verdict.reasons.at(0).rule == "policy.hold_all");
}

BOOST_AUTO_TEST_CASE(an_edit_is_judged_too) {
  set(R"({"words":{"hold":["xyzzy"],"reject":["plugh"]}})");
  const auto posted = must(post_as(reader_token, "fine"));
  const auto edit = [&](const std::string& body) {
    return service::edit_comment(context, posted.comment.id, {body}, posted.edit_token);
  };
  BOOST_TEST((must(edit("oh xyzzy")).comment.state == CommentState::held));
  BOOST_TEST(thread().comments.empty());
  BOOST_TEST(outcome(edit("plugh")) == "rejected_by_rules body");
  BOOST_TEST((must(edit("fine again")).comment.state == CommentState::published));
  must(service::decide_comment(context, posted.comment.id, wire::DeskAction::hide));
  const auto hidden = must(edit("as innocent as can be"));
  BOOST_TEST((hidden.comment.state == CommentState::hidden));
}

BOOST_AUTO_TEST_CASE(a_moderators_choice_is_told_to_readers) {
  const CommentId id = must(post_as(reader_token, "words")).comment.id;
  changes.clear();
  must(service::decide_comment(context, id, wire::DeskAction::hide));
  BOOST_TEST(thread().comments.at(0).reasons == std::vector<std::string>{"policy.moderator"},
             boost::test_tools::per_element());
  BOOST_TEST(changes.size() == 1U);
  BOOST_TEST(must(service::recent_comments(context, site, std::nullopt)).empty()); // no feed has it
  BOOST_TEST(outcome(service::decide_comment(context, CommentId{4711}, wire::DeskAction::hide)) == "unknown_comment");
}

BOOST_AUTO_TEST_CASE(spam_looks_held_to_its_author_and_removed_is_gone_for_everybody) {
  const auto spam = must(post_as(reader_token, "first thing", "key-of-the-first"));
  const auto removed = must(post_as(reader_token, "something else entirely", "key-of-the-second"));
  must(context.store.decide_comment(spam.comment.id, {CommentState::spam}));
  must(context.store.decide_comment(removed.comment.id, {CommentState::removed}));
  BOOST_TEST(thread().comments.empty());
  BOOST_TEST(thread().total == 0);
  BOOST_TEST(must(context.store.recent_comments(site.id, std::nullopt, 9)).empty());
  BOOST_TEST(must(context.store.count_comments(site.id, {"/a"})).at(0).comments == 0);
  const auto mine = own(reader_token).comments;
  BOOST_REQUIRE(mine.size() == 1U);
  BOOST_TEST((mine.at(0).comment.state == CommentState::held));
  BOOST_TEST(mine.at(0).comment.body == "first thing");
  BOOST_TEST(must(context.store.history_of({site.id, "/a", own_hash(spam.comment.id), "", now})).refused == 2U);
  // The same request again, as after a lost answer.
  BOOST_TEST((must(post_as(reader_token, "first thing", "key-of-the-first")).comment.state == CommentState::held));
  const auto again = must(post_as(reader_token, "something else entirely", "key-of-the-second"));
  BOOST_TEST((again.comment.state == CommentState::deleted));
  BOOST_TEST(again.comment.body == "");
  BOOST_TEST(outcome(service::edit_comment(context, removed.comment.id, {"x"}, removed.edit_token)) ==
             "unknown_comment");
  BOOST_TEST(outcome(service::appeal(context, removed.comment.id, {"x"}, removed.edit_token)) == "unknown_comment");
  BOOST_TEST(outcome(service::appeal(context, spam.comment.id, {"x"}, spam.edit_token)) == "ok");
  const auto edited = must(service::edit_comment(context, spam.comment.id, {"better"}, spam.edit_token));
  BOOST_TEST((edited.comment.state == CommentState::held));
  BOOST_TEST(outcome(service::delete_comment(context, removed.comment.id, removed.edit_token)) == "ok");
}

BOOST_AUTO_TEST_CASE(flags_hold_when_the_owner_says_so) {
  set(R"({"hold_after_flags":2})");
  const CommentId id = must(post_as(reader_token, "words")).comment.id;
  BOOST_TEST(flag(id, reader_token) == "ok");
  BOOST_TEST(flag(id, reader_token) == "ok");
  BOOST_TEST((state(id) == CommentState::published));
  changes.clear();
  BOOST_TEST(flag(id, other_token) == "ok");
  BOOST_TEST((state(id) == CommentState::held));
  BOOST_TEST(changes.size() == 1U);
  BOOST_TEST(flag(id, "") == "unknown_comment");
  BOOST_TEST(flag(CommentId{4711}, "") == "unknown_comment");
  const CommentId other = post("more words").comment.id;
  BOOST_TEST(outcome(service::flag_comment(context, other, {wire::FlagReason::other, std::string(501, 'x')}, {})) ==
             "field_too_long note");
}

BOOST_AUTO_TEST_CASE(appeals_are_for_authors_of_what_was_kept_back) {
  set(R"({"admission":"hold_all"})");
  const auto held = must(post_as(reader_token, "held"));
  now = now + Duration::minutes(600); // the edit window is long over
  const auto appeal = [&](const std::string& words, const std::string& token) {
    return outcome(service::appeal(context, held.comment.id, {words}, token));
  };
  BOOST_TEST(appeal("please", "") == "missing_token Authorization");
  BOOST_TEST(appeal("please", "x") == "wrong_token Authorization");
  BOOST_TEST(appeal(" ", held.edit_token) == "field_empty message");
  BOOST_TEST(appeal(std::string(501, 'x'), held.edit_token) == "field_too_long message");
  BOOST_TEST(appeal("please", held.edit_token) == "ok");
  BOOST_TEST(appeal("please!", held.edit_token) == "ok");
  BOOST_TEST(own(reader_token).comments.at(0).appealed);
  must(service::decide_comment(context, held.comment.id, wire::DeskAction::approve));
  BOOST_TEST(appeal("thanks", held.edit_token) == "nothing_to_appeal");
}

BOOST_AUTO_TEST_CASE(only_a_readers_token_shows_their_own_comments) {
  BOOST_TEST(outcome(service::own_comments(context, site, "/a", {})) == "missing_token Authorization");
  for (const std::string& bad : {std::string(21, 'a'), std::string(65, 'a'), std::string(30, '=')}) {
    BOOST_TEST(outcome(service::own_comments(context, site, "/a", {bad, ""})) == "wrong_token Authorization");
  }
}

BOOST_AUTO_TEST_CASE(decisions_teach_the_sites_own_filter) {
  const CommentId id = must(post_as(reader_token, "zebra lamps glow in the cellar every night")).comment.id;
  const auto spam_score = [&] {
    now = now + Duration::minutes(3 * 24 * 60); // nothing recent to compare with
    return must(post_as(other_token, "zebra lamps glow in the cellar every day")).verdict.scores.spam;
  };
  const float before = spam_score();
  must(service::decide_comment(context, id, wire::DeskAction::spam));
  must(service::decide_comment(context, id, wire::DeskAction::spam));
  BOOST_TEST(spam_score() > before);
  must(service::decide_comment(context, id, wire::DeskAction::hold)); // says nothing about spam
  BOOST_TEST(rules::SpamFilter::read(must(context.store.site_rules(site.id)).filter).decisions() == 0U);
}

BOOST_AUTO_TEST_CASE(pace_counts_unless_it_is_switched_off) {
  const auto burst = [&] {
    for (int i = 0; i < 40; ++i) must(post_as(reader_token, "message number " + std::to_string(i)));
    return state(must(post_as(reader_token, "and the last of them all")).comment.id);
  };
  BOOST_TEST((burst() == CommentState::published));
  context.counts_pace = true;
  BOOST_TEST((state(must(post_as(reader_token, "one more of those")).comment.id) == CommentState::held));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
