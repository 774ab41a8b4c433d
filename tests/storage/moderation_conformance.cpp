// Verdicts, decisions, flags, appeals, histories, policies and filters.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <thread>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

storage::NewComment judged(const Opened& opened, const std::string& body, std::int64_t created) {
  auto draft = opened.draft(body, created);
  draft.reader = "reader";
  draft.network = "network";
  draft.fingerprint = 0xFFFF'0000'FFFF'0001U;
  draft.verdict.reasons.push_back(
      {"promotion.self", rules::Severity::mild, rules::Decision::hide, rules::Field::body, 0, 2, 3});
  draft.verdict.reasons.push_back({"offence.profanity", rules::Severity::mild, rules::Decision::publish});
  draft.verdict.scores = {0.25F, 0.5F, 1};
  draft.verdict.sentiment = {rules::SentimentLabel::negative, -0.125F, 0.75F};
  draft.verdict.complaint = true;
  draft.verdict.language = text::Language::fr;
  draft.masks = {"put\"ain", "é\n"};
  return draft;
}

CommentId add_with_state(const Opened& opened, const std::string& body, std::int64_t created, CommentState state,
                         std::optional<CommentId> parent = std::nullopt) {
  auto draft = judged(opened, body, created);
  draft.state = state;
  draft.parent = parent;
  return must(opened.store->add_comment(draft)).comment.id;
}

storage::NewFlag flag_of(CommentId comment, const std::string& who, std::uint32_t hold_after) {
  storage::NewFlag flag;
  flag.comment = comment;
  flag.flagger = "reader of " + who;
  flag.network = who;
  flag.reason = "spam";
  flag.created = Instant{5};
  flag.hold_after = hold_after;
  flag.held_for = {"policy.flagged", rules::Severity::mild, rules::Decision::hold};
  return flag;
}

rules::History history(const Opened& opened, const std::string& reader, const std::string& network,
                       std::int64_t until) {
  return must(opened.store->history_of({opened.site.id, page_key, reader, network, Instant{until}}));
}

} // namespace

BOOST_AUTO_TEST_SUITE(moderation)

BOOST_DATA_TEST_CASE(a_verdict_comes_back_as_it_was_given, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_with_state(opened, "éa word", 1, CommentState::hidden);
  const auto found = must(opened.store->find_comment(id)).value();
  BOOST_TEST((found.verdict.decision == rules::Decision::hide));
  BOOST_REQUIRE(found.verdict.reasons.size() == 2U);
  BOOST_TEST(found.verdict.reasons[0].rule == "promotion.self");
  BOOST_TEST((found.verdict.reasons[0].decision == rules::Decision::hide));
  BOOST_TEST(found.verdict.reasons[0].end == 2U);
  BOOST_TEST(found.verdict.reasons[0].count == 3);
  BOOST_TEST(found.verdict.scores.offence == 0.25F);
  BOOST_TEST(found.verdict.scores.promotion == 1.0F);
  BOOST_TEST((found.verdict.sentiment.label == rules::SentimentLabel::negative));
  BOOST_TEST(found.verdict.sentiment.score == -0.125F);
  BOOST_TEST(found.verdict.complaint);
  BOOST_TEST((found.verdict.language == text::Language::fr));
  BOOST_TEST(found.reader == "reader");
  const Comment shown = opened.thread().comments.at(0);
  BOOST_TEST(shown.reasons == std::vector<std::string>{"promotion.self"}, boost::test_tools::per_element());
  BOOST_TEST((shown.masks == std::vector<std::string>{"put\"ain", "é\n"}));
  // A published comment says nothing of what the rules thought.
  const CommentId published = add_with_state(opened, "b", 2, CommentState::published);
  BOOST_TEST(must(opened.store->find_comment(published)).value().comment.reasons.empty());
}

BOOST_DATA_TEST_CASE(a_held_comment_leaves_the_thread_and_comes_back, engines(), engine) {
  const Opened opened(engine);
  const CommentId top = opened.add("top", 1);
  const CommentId reply = opened.add("reply", 2, top);
  opened.add("below", 3, reply);
  must(opened.store->decide_comment(reply, {CommentState::held}));
  BOOST_TEST(bodies(opened.thread()) == "top - below");
  BOOST_TEST(opened.thread().comments.at(1).author.name == "");
  BOOST_TEST((opened.thread().comments.at(1).state == CommentState::deleted)); // a placeholder tells nothing
  BOOST_TEST(opened.thread().total == 2);
  must(opened.store->decide_comment(top, {CommentState::held}));
  BOOST_TEST(bodies(opened.thread()) == "- - below");
  must(opened.store->decide_comment(top, {CommentState::published}));
  must(opened.store->decide_comment(reply, {CommentState::hidden}));
  BOOST_TEST(bodies(opened.thread()) == "top reply below");
  BOOST_TEST(opened.thread().total == 3);
}

BOOST_DATA_TEST_CASE(placeholders_go_with_the_last_held_reply_and_come_back_with_it, engines(), engine) {
  const Opened opened(engine);
  const CommentId top = opened.add("top", 1);
  const CommentId reply = opened.add("reply", 2, top);
  must(opened.store->delete_comment(top, Instant{3}));
  BOOST_TEST(bodies(opened.thread()) == "- reply");
  must(opened.store->decide_comment(reply, {CommentState::held}));
  BOOST_TEST(bodies(opened.thread()) == "");
  BOOST_TEST(opened.thread().total == 0);
  must(opened.store->decide_comment(reply, {CommentState::published}));
  BOOST_TEST(bodies(opened.thread()) == "- reply");
  BOOST_TEST(opened.thread().total == 1);
}

BOOST_DATA_TEST_CASE(the_score_counts_published_replies_only, engines(), engine) {
  const Opened opened(engine);
  opened.add("lonely", 1);
  const CommentId top = opened.add("answered", 0);
  const CommentId reply = opened.add("reply", 3, top);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "answered reply lonely");
  must(opened.store->decide_comment(reply, {CommentState::hidden}));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "lonely answered reply");
  must(opened.store->decide_comment(reply, {CommentState::published}));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "answered reply lonely");
}

BOOST_DATA_TEST_CASE(an_edit_is_judged_but_never_undoes_a_decision, engines(), engine) {
  const Opened opened(engine);
  const CommentId held = add_with_state(opened, "held", 1, CommentState::held);
  const auto edit = [&](CommentId id, CommentState state) {
    storage::Revision revision{"edited", Instant{9}, state};
    revision.verdict.reasons.push_back({"spam.links", rules::Severity::mild, rules::Decision::hold});
    return must(opened.store->edit_comment(id, revision)).comment.state;
  };
  BOOST_TEST((edit(held, CommentState::published) == CommentState::published)); // the rules held it, the rules free it
  BOOST_TEST(must(opened.store->find_comment(held)).value().verdict.reasons.at(0).rule == "spam.links");
  must(opened.store->decide_comment(
      held, {CommentState::hidden, rules::Reason{"policy.moderator", rules::Severity::note, rules::Decision::hide}}));
  BOOST_TEST((edit(held, CommentState::published) == CommentState::hidden));
  BOOST_TEST((edit(held, CommentState::held) == CommentState::held));
  BOOST_TEST((edit(held, CommentState::hidden) == CommentState::held));
  must(opened.store->delete_comment(held, Instant{9}));
  BOOST_TEST(failed_with(opened.store->decide_comment(held, {CommentState::published}), ErrorCode::unknown_comment));
  BOOST_TEST(
      failed_with(opened.store->decide_comment(CommentId{4711}, {CommentState::held}), ErrorCode::unknown_comment));
}

BOOST_DATA_TEST_CASE(flags_of_enough_networks_hold_a_comment, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = opened.add("flagged", 1);
  const auto state_after = [&](const storage::NewFlag& flag) {
    return must(opened.store->add_flag(flag)).comment.state;
  };
  BOOST_TEST((state_after(flag_of(id, "a", 2)) == CommentState::published));
  BOOST_TEST((state_after(flag_of(id, "a", 2)) == CommentState::published)); // the same again
  auto same_network = flag_of(id, "a", 2);
  same_network.flagger = "another token";
  BOOST_TEST((state_after(same_network) == CommentState::published));
  BOOST_TEST((state_after(flag_of(id, "b", 0)) == CommentState::published)); // 0: never
  BOOST_TEST((state_after(flag_of(id, "c", 3)) == CommentState::held));
  const auto found = must(opened.store->find_comment(id)).value();
  BOOST_TEST(found.verdict.reasons.at(0).rule == "policy.flagged");
  BOOST_TEST((found.decided_by == storage::Decider::flags));
  BOOST_TEST(failed_with(opened.store->add_flag(flag_of(id, "d", 0)), ErrorCode::unknown_comment));
  must(opened.store->decide_comment(id, {CommentState::published}));
  BOOST_TEST((state_after(flag_of(id, "e", 1)) == CommentState::published)); // a moderator has looked
  BOOST_TEST(failed_with(opened.store->add_flag(flag_of(CommentId{4711}, "a", 0)), ErrorCode::unknown_comment));
}

BOOST_DATA_TEST_CASE(only_held_and_hidden_comments_can_be_appealed, engines(), engine) {
  const Opened opened(engine);
  const CommentId held = add_with_state(opened, "held", 1, CommentState::held);
  const CommentId published = opened.add("published", 2);
  const auto own = [&] { return must(opened.store->own_comments(opened.site.id, page_key, "reader", 10)); };
  BOOST_TEST(!own().at(0).appealed);
  must(opened.store->put_appeal(held, "why?", Instant{3}));
  must(opened.store->put_appeal(held, "why, please?", Instant{4}));
  BOOST_TEST(own().at(0).appealed);
  BOOST_TEST(own().at(0).stored.verdict.reasons.size() == 2U);
  BOOST_TEST(failed_with(opened.store->put_appeal(published, "x", Instant{3}), ErrorCode::nothing_to_appeal));
  must(opened.store->delete_comment(held, Instant{5}));
  BOOST_TEST(own().empty());
  BOOST_TEST(failed_with(opened.store->put_appeal(held, "x", Instant{6}), ErrorCode::unknown_comment));
  BOOST_TEST(must(opened.store->own_comments(opened.site.id, page_key, "", 10)).empty());
  BOOST_TEST(must(opened.store->own_comments(opened.site.id, "/other", "reader", 10)).empty());
}

BOOST_DATA_TEST_CASE(a_history_counts_who_wrote_what_and_when, engines(), engine) {
  const Opened opened(engine);
  constexpr std::int64_t minute = 60'000;
  constexpr std::int64_t day = 24 * 60 * minute;
  const std::int64_t now = 10 * day;
  add_with_state(opened, "first", now - 3 * day, CommentState::published);
  add_with_state(opened, "old", now - 30 * minute, CommentState::held);
  add_with_state(opened, "new", now - 1'000, CommentState::hidden);
  auto other = judged(opened, "other", now - 2'000);
  other.reader = "somebody";
  must(opened.store->add_comment(other));

  const auto mine = history(opened, "reader", "network", now);
  BOOST_TEST(mine.published == 1U);
  BOOST_TEST(mine.refused == 2U);
  BOOST_TEST(mine.author.in_minute == 1U);
  BOOST_TEST(mine.author.in_hour == 2U);
  BOOST_TEST(mine.network.in_minute == 2U);
  BOOST_TEST(mine.network.in_hour == 3U);
  BOOST_TEST((mine.author_on_page == Instant{now - 1'000}));
  BOOST_TEST((mine.page_began == Instant{now - 3 * day}));
  BOOST_REQUIRE(mine.recent.size() == 3U); // of a day, the newest first
  BOOST_TEST(mine.recent[0].same_author);
  BOOST_TEST(!mine.recent[1].same_author);
  BOOST_TEST(mine.recent[0].fingerprint == 0xFFFF'0000'FFFF'0001U);

  const auto nobody = history(opened, "", "network", now);
  BOOST_TEST(nobody.published == 0U);
  BOOST_TEST(nobody.author.in_hour == 0U);
  BOOST_TEST(nobody.recent.at(1).same_author);
  BOOST_TEST(nobody.author_on_page.has_value());
  const auto stranger = history(opened, "", "", now);
  BOOST_TEST(!stranger.author_on_page.has_value());
  BOOST_TEST(stranger.network.in_hour == 0U);
  BOOST_TEST(!stranger.recent.at(0).same_author);

  BOOST_TEST(must(opened.store->pace_of_site(opened.site.id, Instant{now})).in_hour == 3U);
  BOOST_TEST(must(opened.store->usual_pace_of_site(opened.site.id, Instant{now})) > 0.02);
  BOOST_TEST(must(opened.store->history_of({SiteId{99}, page_key, "reader", "network", Instant{now}})).recent.empty());
}

BOOST_DATA_TEST_CASE(without_a_browser_network_and_name_are_the_author, engines(), engine) {
  const Opened opened(engine);
  const auto add = [&](const std::string& name, const std::string& reader, CommentState state) {
    auto draft = opened.draft("words", 1);
    draft.author.name = name;
    draft.reader = reader;
    draft.network = "network";
    draft.state = state;
    must(opened.store->add_comment(draft));
  };
  add("Zoé", "", CommentState::published);
  add("Zoé", "", CommentState::held);
  add("Zoé", "somebody", CommentState::published); // may be another Zoé
  add("Ada", "", CommentState::published);
  const auto known = [&](const std::string& reader, const std::string& network, const std::string& name) {
    const auto found =
        must(opened.store->history_of({opened.site.id, page_key, reader, network, Instant{9}, std::nullopt, name}));
    return std::to_string(found.published) + "/" + std::to_string(found.refused);
  };
  BOOST_TEST(known("", "network", "Zoé") == "1/1");
  BOOST_TEST(known("", "network", "Cem") == "0/0");
  BOOST_TEST(known("", "another", "Zoé") == "0/0");
  BOOST_TEST(known("", "", "Zoé") == "0/0");
  BOOST_TEST(known("", "network", "") == "0/0");
  BOOST_TEST(known("somebody", "network", "Zoé") == "1/0"); // a browser is told apart
}

BOOST_DATA_TEST_CASE(the_history_of_a_comment_leaves_itself_out, engines(), engine) {
  const Opened opened(engine);
  add_with_state(opened, "before", 100, CommentState::published);
  const CommentId id = add_with_state(opened, "itself", 200, CommentState::published);
  add_with_state(opened, "after", 200, CommentState::published);
  const auto before = must(opened.store->history_of({opened.site.id, page_key, "reader", "network", Instant{200}, id}));
  BOOST_TEST(before.published == 1U);
  BOOST_TEST(before.recent.size() == 1U);
  BOOST_TEST(history(opened, "reader", "network", 200).published == 3U);
}

BOOST_DATA_TEST_CASE(a_repeated_key_finds_its_comment, engines(), engine) {
  const Opened opened(engine);
  auto draft = judged(opened, "once", 1);
  draft.idempotency_key = "k";
  const CommentId id = must(opened.store->add_comment(draft)).comment.id;
  BOOST_TEST((must(opened.store->find_repeated(opened.site.id, "k")).value().comment.id == id));
  BOOST_TEST(!must(opened.store->find_repeated(opened.site.id, "other")).has_value());
  BOOST_TEST(!must(opened.store->find_repeated(SiteId{99}, "k")).has_value());
}

BOOST_DATA_TEST_CASE(policies_and_filters_are_kept_with_their_versions, engines(), engine) {
  const Opened opened(engine);
  const SiteId site = opened.site.id;
  const auto first = must(opened.store->rules_version(site));
  must(opened.store->put_policy(site, "", "{\"a\":1}"));
  must(opened.store->put_policy(site, "/p", "{\"b\":1}"));
  must(opened.store->put_policy(site, "/p", "{\"b\":2}"));
  const std::string bytes("\0\xff\x80 any", 7);
  must(opened.store->change_filter(site, [&](const std::string& present) {
    BOOST_TEST(present == "");
    return bytes;
  }));
  const auto other = opened.database->open(); // as another process sees it
  const auto rules = must(other->site_rules(site));
  BOOST_TEST((rules.version == must(other->rules_version(site))));
  BOOST_TEST(rules.version.policy == first.policy + 3);
  BOOST_TEST(rules.version.filter == first.filter + 1);
  BOOST_REQUIRE(rules.policies.size() == 2U);
  BOOST_TEST(rules.policies[0].page == "");
  BOOST_TEST(rules.policies[1].policy == "{\"b\":2}");
  BOOST_TEST((rules.filter == bytes));
  must(opened.store->put_policy(site, "/p", ""));
  BOOST_TEST(must(other->site_rules(site)).policies.size() == 1U);
  must(opened.store->change_filter(site, [](const std::string&) { return std::string(); }));
  BOOST_TEST((must(other->site_rules(site)).filter == bytes)); // an empty answer changes nothing
  BOOST_TEST(must(other->site_rules(SiteId{99})).policies.empty());
}

BOOST_DATA_TEST_CASE(filters_lose_no_change_among_several_writers, engines(), engine) {
  const Opened opened(engine);
  std::vector<std::thread> writers;
  for (int w = 0; w < 4; ++w) {
    writers.emplace_back([&] {
      const auto store = opened.database->open();
      for (int i = 0; i < 20; ++i) {
        must(store->change_filter(opened.site.id, [](const std::string& present) { return present + "x"; }));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  BOOST_TEST(must(opened.store->site_rules(opened.site.id)).filter.size() == 80U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
