// Decisions that teach, rules in one click, bans, answers, the log as a file, settings.
#include "server/service/audit.h"
#include "server/service/desk_decisions.h"
#include "server/service/desk_settings.h"
#include "server/service/moderation.h"
#include "shared/wire/codec_desk.h"
#include "tests/service/world.h"

namespace palabre::test {
namespace {

const storage::Actor ana{MemberId{1}, "Ana"};

service::Visitor reader(char letter = 'r') {
  return {std::string(24, letter), "192.0.2.0/24"};
}

wire::PostedComment post_as(World& world, const service::Visitor& visitor, const std::string& body) {
  return must(service::post_comment(world.context, world.site, world.message(body), {}, visitor));
}

wire::Decided decide(const World& world, wire::DeskAction action, std::vector<CommentId> ids) {
  wire::Decide message{action, {}, "", true};
  for (const CommentId id : ids) message.items.push_back({id, storage::DecisionStore::any_revision});
  return must(service::decide(world.context, message, ana));
}

std::size_t taught(const World& world) {
  return rules::SpamFilter::read(must(world.context.store.site_rules(world.site.id)).filter).decisions();
}

wire::MadeRule make_rule(const World& world, wire::RuleKind kind, const std::string& value) {
  return must(service::make_rule(world.context, world.site, {"blog", kind, value}, ana));
}

std::string refused_rule(const World& world, wire::RuleKind kind, const std::string& value) {
  return outcome(service::make_rule(world.context, world.site, {"blog", kind, value}, ana));
}

rules::Policy policy_of(const World& world) {
  return must(service::find_policy(world.context, world.site.id));
}

std::string put_policy(const World& world, const std::string& json) {
  return outcome(service::change_policy(world.context, world.site, json, ana));
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk)

BOOST_AUTO_TEST_CASE(decisions_teach_the_filter_and_undoing_unlearns) {
  World world;
  std::vector<CommentId> ids;
  for (int i = 0; i < 30; ++i) ids.push_back(world.post("cheap watches number " + std::to_string(i)).comment.id);
  world.changes.clear();
  const auto decided = decide(world, wire::DeskAction::spam, ids);
  BOOST_TEST(taught(world) == 30U);
  BOOST_TEST(world.changes.size() == 1U); // one page, told once
  (void)must(service::undo(world.context, decided.decision, ana, MemberRole::moderator));
  BOOST_TEST(taught(world) == 0U);
  decide(world, wire::DeskAction::approve, {ids[0]});
  BOOST_TEST(taught(world) == 1U);
  decide(world, wire::DeskAction::hide, {ids[0]});
  BOOST_TEST(taught(world) == 0U);
}

BOOST_AUTO_TEST_CASE(many_lessons_are_learned_after_the_answer) {
  World world;
  std::vector<std::function<void()>> waiting;
  world.context.later = [&](std::function<void()> work) { waiting.push_back(std::move(work)); };
  std::vector<CommentId> ids;
  for (int i = 0; i < 9; ++i) ids.push_back(world.post("words " + std::to_string(i)).comment.id);
  decide(world, wire::DeskAction::approve, ids);
  BOOST_TEST(taught(world) == 0U);
  BOOST_REQUIRE(waiting.size() == 1U);
  waiting[0]();
  BOOST_TEST(taught(world) == 9U);
}

BOOST_AUTO_TEST_CASE(a_domain_becomes_a_rule_in_one_click) {
  World world;
  const auto held = world.post("look https://www.evil.example/a and https://evil.example/b");
  BOOST_TEST((held.comment.state == CommentState::held));
  const auto made = make_rule(world, wire::RuleKind::hold_domain, "https://www.evil.example/a?b#c");
  BOOST_TEST(made.decision > 0);
  BOOST_TEST(made.waiting == 1);
  BOOST_TEST(policy_of(world).blocked_domains == std::vector<std::string>{"evil.example"},
             boost::test_tools::per_element());
  BOOST_TEST((world.post("again https://sub.evil.example").comment.state == CommentState::held));
  BOOST_TEST(make_rule(world, wire::RuleKind::hold_domain, "EVIL.example").decision == 0); // it was there
  (void)make_rule(world, wire::RuleKind::trust_domain, "evil.example"); // the last word is the moderator's
  BOOST_TEST(policy_of(world).blocked_domains.empty());
  const auto again = make_rule(world, wire::RuleKind::hold_domain, "evil.example");
  (void)must(service::undo(world.context, again.decision, ana, MemberRole::moderator));
  BOOST_TEST(policy_of(world).blocked_domains.empty());
  BOOST_TEST(policy_of(world).trusted_domains.size() == 1U);
  BOOST_TEST(refused_rule(world, wire::RuleKind::hold_domain, "no domain") == "unknown_field_value value");
  BOOST_TEST(refused_rule(world, wire::RuleKind::hold_domain, "https://") == "unknown_field_value value");
}

BOOST_AUTO_TEST_CASE(domains_are_taken_as_people_paste_them) {
  BOOST_TEST(service::domain_of("https://User@Blog.Evil.Example:8443/x", true) == "evil.example");
  BOOST_TEST(service::domain_of("blog.evil.example", true) == "blog.evil.example");
  BOOST_TEST(service::domain_of("www.evil.example", true) == "evil.example");
  BOOST_TEST(service::domain_of("https://me.pages.example/x", false) == "me.pages.example");
  BOOST_TEST(service::domain_of("http://192.0.2.7/x", true) == "192.0.2.7");
  BOOST_TEST(service::domain_of("evil.example.", true) == "evil.example");
}

BOOST_AUTO_TEST_CASE(words_become_rules) {
  World world;
  must(world.context.store.put_policy(world.site.id, "", R"({"admission":"hold_all"})"));
  world.context.rules->forget(world.site.id);
  (void)world.post("buy a frobnicator");
  (void)world.post("nothing of that");
  BOOST_TEST(make_rule(world, wire::RuleKind::hold_word, " frobnicator ").waiting == 1);
  BOOST_TEST(policy_of(world).words.hold.at(0) == "frobnicator");
  (void)make_rule(world, wire::RuleKind::allow_word, "Frobnicator");
  BOOST_TEST(policy_of(world).words.hold.empty());
  BOOST_TEST(refused_rule(world, wire::RuleKind::reject_word, "*") == "unknown_field_value value");
  BOOST_TEST(refused_rule(world, wire::RuleKind::reject_word, " ") == "unknown_field_value value");
  BOOST_TEST(refused_rule(world, wire::RuleKind::reject_word, std::string(201, 'x')) == "unknown_field_value value");
}

BOOST_AUTO_TEST_CASE(the_banned_are_refused_and_the_muted_wait_without_being_told) {
  World world;
  const auto first = post_as(world, reader(), "first words");
  const auto ban = must(
      service::add_ban(world.context, {first.comment.id, wire::BanSubject::author, wire::BanEffect::ban, 2, ""}, ana));
  const auto again = [&](const service::Visitor& who) {
    return outcome(service::post_comment(world.context, world.site, world.message("more words"), {}, who));
  };
  BOOST_TEST(again(reader()) == "banned");
  BOOST_TEST(again(reader('o')) == "ok");
  BOOST_TEST(outcome(service::edit_comment(world.context, first.comment.id, {"edited"}, first.edit_token)) == "banned");
  world.now = world.now + Duration::minutes(121);
  BOOST_TEST(again(reader()) == "ok"); // it is over
  must(service::add_ban(world.context, {first.comment.id, wire::BanSubject::network, wire::BanEffect::mute, 0, ""},
                        ana));
  const auto muted = post_as(world, reader('o'), "quiet words");
  BOOST_TEST((muted.comment.state == CommentState::held));
  BOOST_REQUIRE(!muted.verdict.reasons.empty());
  BOOST_TEST(muted.verdict.reasons[0].rule == "policy.waits"); // what the writer is told …
  const auto stored = must(world.context.store.find_comment(muted.comment.id)).value();
  BOOST_TEST(stored.verdict.reasons.at(0).rule == "policy.muted"); // … and what the desk knows
  const auto bans = must(world.context.store.decisions().bans("blog", world.now));
  BOOST_REQUIRE(bans.size() == 1U);
  BOOST_TEST(outcome(service::lift_ban(world.context, bans[0].id, ana)) == "ok");
  BOOST_TEST((post_as(world, reader('o'), "free words").comment.state == CommentState::published));
  BOOST_TEST(outcome(service::lift_ban(world.context, ban.id, ana)) == "unknown_ban");
}

BOOST_AUTO_TEST_CASE(staff_answer_in_the_page) {
  World world;
  const auto question = world.post("A question?");
  const CommentId id =
      must(service::post_reply(world.context, {question.comment.id, "See https://a.example https://b.example"}, {ana}))
          .comment;
  const auto thread = world.thread();
  BOOST_REQUIRE(thread.comments.size() == 2U);
  BOOST_TEST((thread.comments[1].id == id));
  BOOST_TEST((thread.comments[1].parent == question.comment.id));
  BOOST_TEST(thread.comments[1].author.name == "Ana");
  BOOST_TEST((thread.comments[1].state == CommentState::published));
  const auto log = must(service::read_audit(world.context, {}, ""));
  BOOST_TEST(log.entries.at(0).action == "comment.reply");
  const auto refused = [&](CommentId parent, const std::string& body, std::optional<SiteId> only) {
    return outcome(service::post_reply(world.context, {parent, body}, {ana}, only));
  };
  BOOST_TEST(refused(CommentId{99}, "x", std::nullopt) == "unknown_parent parent");
  BOOST_TEST(refused(question.comment.id, " ", std::nullopt) == "field_empty body");
  BOOST_TEST(refused(question.comment.id, "x", SiteId{99}) == "unknown_parent parent");
}

BOOST_AUTO_TEST_CASE(removed_words_live_for_thirty_days) {
  World world;
  const CommentId id = world.post("words to go").comment.id;
  decide(world, wire::DeskAction::remove, {id});
  world.now = world.now + Duration::minutes(30 * 24 * 60 - 1);
  BOOST_TEST(must(service::wipe_removed(world.context)) == 0U);
  world.now = world.now + Duration::minutes(1);
  BOOST_TEST(must(service::wipe_removed(world.context)) == 1U);
  BOOST_TEST(must(world.context.store.find_comment(id)).value().comment.body == "");
}

BOOST_AUTO_TEST_CASE(the_exported_log_is_no_formula_and_keeps_its_quotes) {
  World world;
  storage::DecisionStore& store = world.context.store.decisions();
  must(store.add_note({{std::nullopt, "=cmd|' /C calc'!A0"},
                       Instant{0},
                       "comment.hide",
                       world.site.id,
                       "comment 1",
                       R"({"a":"b"})",
                       "",
                       "two\nlines, \"quoted\""}));
  must(store.add_note({{std::nullopt, " +1"}, Instant{0}, "@sum"}));
  const std::string csv = must(service::export_audit(world.context, {}, service::AuditFormat::csv));
  BOOST_TEST(csv.substr(0, 8) == "\xEF\xBB\xBF\"id\",");
  BOOST_TEST(csv.find("\"'=cmd|' /C calc'!A0\"") != std::string::npos);
  BOOST_TEST(csv.find("\"' +1\",\"'@sum\"") != std::string::npos);
  BOOST_TEST(csv.find(R"("{""a"":""b""}")") != std::string::npos);
  BOOST_TEST(csv.find("\"two\nlines, \"\"quoted\"\"\"\r\n") != std::string::npos);
  const std::string lines = must(service::export_audit(world.context, {}, service::AuditFormat::json_lines));
  BOOST_TEST(std::count(lines.begin(), lines.end(), '\n') == 2);
  BOOST_TEST(lines.find(R"("by":"=cmd|' /C calc'!A0")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(broken_settings_change_nothing) {
  World world;
  const auto settings = must(service::read_settings(world.context, world.site));
  BOOST_TEST(settings.site.origins.at(0) == "https://blog.example");
  const std::string version = R"({"version":)" + std::to_string(settings.version) + R"(,"policy":)";
  BOOST_TEST(put_policy(world, version + R"({"links_hold":-1}})") == "unknown_field_value policy.links_hold");
  BOOST_TEST(put_policy(world, version + R"({"words":{"hold":["ok",""]}}})") ==
             "unknown_field_value policy.words.hold.1");
  BOOST_TEST(put_policy(world, "{") == "malformed_json");
  BOOST_TEST((must(service::read_settings(world.context, world.site)).version == settings.version));
  BOOST_TEST(put_policy(world, version + R"({"links_hold":9}})") == "ok");
  BOOST_TEST(policy_of(world).links_hold == 9U);
  BOOST_TEST(put_policy(world, version + R"({"links_hold":3}})") == "settings_changed"); // somebody was faster
  BOOST_TEST(policy_of(world).links_hold == 9U);
  const auto now = must(service::read_settings(world.context, world.site)).version;
  const auto origins = [&](std::vector<std::string> addresses) {
    return outcome(service::change_origins(world.context, world.site, {now, std::move(addresses)}, ana));
  };
  BOOST_TEST(origins({"https://a.example", "nonsense"}) == "malformed_address origins.1");
  BOOST_TEST(origins({}) == "field_empty origins");
  BOOST_TEST(origins({"https://A.example/page"}) == "ok");
  BOOST_TEST(must(service::read_settings(world.context, world.site)).site.origins.at(0) == "https://a.example");
  BOOST_TEST(outcome(service::add_site(world.context, {"No Name", {"https://a.example"}}, ana)) ==
             "unknown_field_value name");
  BOOST_TEST(outcome(service::add_site(world.context, {"blog", {"https://a.example"}}, ana)) ==
             "unknown_field_value name");
  BOOST_TEST(outcome(service::add_site(world.context, {"second", {"https://a.example"}}, ana)) == "ok");
}

BOOST_AUTO_TEST_CASE(lists_of_fifty_thousand_entries_are_set_and_logged_whole) {
  World world;
  const auto settings = must(service::read_settings(world.context, world.site));
  wire::ChangePolicy change{settings.version, settings.policy};
  for (int i = 0; i < 50'000; ++i) change.policy.words.hold.push_back("word" + std::to_string(i));
  BOOST_TEST(put_policy(world, wire::encode(change)) == "ok");
  BOOST_TEST(policy_of(world).words.hold.size() == 50'000U);
  const auto line = must(service::read_audit(world.context, {}, "")).entries.at(0);
  BOOST_TEST(line.after.find("\"word49999\"") != std::string::npos);
  (void)must(service::undo(world.context, line.id, ana, MemberRole::owner));
  BOOST_TEST(policy_of(world).words.hold.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
