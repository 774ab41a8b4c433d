// Bans, settings, what undoes them, and the log.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "tests/storage/deciding.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(desk_settings)

BOOST_DATA_TEST_CASE(bans_are_in_force_until_they_are_over_or_lifted, engines(), engine) {
  const Opened opened(engine);
  storage::DecisionStore& store = opened.store->decisions();
  const CommentId id = add_held(opened, "words");
  const auto version = must(opened.store->rules_version(opened.site.id));
  const auto stored = must(store.add_ban({id, wire::BanSubject::author, wire::BanEffect::mute, 1, "again"}, ana, now));
  BOOST_TEST(stored.hash == "reader hash");
  BOOST_TEST(stored.ban.by == "Ana");
  BOOST_TEST((stored.ban.until == Instant{now.milliseconds + 3'600'000}));
  BOOST_TEST(must(opened.store->rules_version(opened.site.id)).bans == version.bans + 1);
  BOOST_TEST(must(store.bans("", now)).size() == 1U);
  BOOST_TEST(must(store.bans("other", now)).empty());
  BOOST_TEST(must(store.bans("blog", Instant{now.milliseconds + 3'600'000})).empty());
  BOOST_TEST(must(opened.store->site_rules(opened.site.id)).bans.at(0).hash == "reader hash");
  must(store.lift_ban(stored.ban.id, bob, now));
  BOOST_TEST(must(store.bans("", now)).empty());
  BOOST_TEST(must(opened.store->site_rules(opened.site.id)).bans.empty());
  BOOST_TEST(failed_with(store.lift_ban(stored.ban.id, bob, now), ErrorCode::unknown_ban));
  const auto network = must(store.add_ban({id, wire::BanSubject::network, wire::BanEffect::ban, 0, ""}, ana, now));
  BOOST_TEST(network.hash == "network hash");
  BOOST_TEST(!network.ban.until);
  (void)undo(opened, network.ban.decision);
  BOOST_TEST(must(store.bans("", now)).empty());
  const CommentId nobodys = opened.add("without a reader", 1);
  BOOST_TEST(failed_with(store.add_ban({nobodys, wire::BanSubject::author, wire::BanEffect::ban, 0, ""}, ana, now),
                         ErrorCode::unknown_field_value));
}

BOOST_DATA_TEST_CASE(a_policy_is_changed_in_one_step_and_the_log_says_what_differs, engines(), engine) {
  const Opened opened(engine);
  storage::DecisionStore& store = opened.store->decisions();
  const auto block = [](const std::string& domain) {
    return [domain](rules::Policy policy) -> Expected<rules::Policy> {
      policy.blocked_domains.push_back(domain);
      return policy;
    };
  };
  const auto first =
      must(store.change_policy(opened.site.id, std::nullopt, block("a.example"), note("rule.add", opened)));
  const auto second =
      must(store.change_policy(opened.site.id, std::nullopt, block("b.example"), note("rule.add", opened)));
  BOOST_TEST(log_of(opened).at(0).after == R"({"blocked_domains":{"added":["b.example"]}})");
  BOOST_TEST(log_of(opened).at(0).before == "{}");
  const auto nothing = [](const rules::Policy& policy) -> Expected<rules::Policy> { return policy; };
  BOOST_TEST(must(store.change_policy(opened.site.id, std::nullopt, nothing, note("rule.add", opened))) == 0);
  BOOST_TEST(failed_with(store.change_policy(opened.site.id, 4711, block("c.example"), note("rule.add", opened)),
                         ErrorCode::settings_changed));
  // The first is taken back though the second came after it.
  (void)undo(opened, first);
  const std::string kept = must(opened.store->site_rules(opened.site.id)).policies.at(0).policy;
  BOOST_TEST(kept.find("a.example") == std::string::npos);
  BOOST_TEST(kept.find("b.example") != std::string::npos);
  (void)undo(opened, second);
  BOOST_TEST(failed_with(store.undo(second, ana, MemberRole::owner, now), ErrorCode::unknown_decision));
}

BOOST_DATA_TEST_CASE(settings_are_for_owners_to_undo_and_never_over_a_later_change, engines(), engine) {
  const Opened opened(engine);
  storage::DecisionStore& store = opened.store->decisions();
  const auto links = [](std::uint32_t count) {
    return [count](rules::Policy policy) -> Expected<rules::Policy> {
      policy.links_hold = count;
      return policy;
    };
  };
  const auto first = must(store.change_policy(opened.site.id, std::nullopt, links(5), note("policy.change", opened)));
  BOOST_TEST(log_of(opened).at(0).before == R"({"links_hold":2})");
  BOOST_TEST(log_of(opened).at(0).after == R"({"links_hold":5})");
  BOOST_TEST(failed_with(store.undo(first, ana, MemberRole::moderator, now), ErrorCode::not_allowed));
  must(store.change_policy(opened.site.id, std::nullopt, links(6), note("policy.change", opened)));
  BOOST_TEST(failed_with(store.undo(first, ana, MemberRole::owner, now), ErrorCode::settings_changed));
  const auto version = must(opened.store->rules_version(opened.site.id)).policy;
  must(
      store.change_appearance(opened.site.id, version, {"dark", "#a0b1c2", "", ""}, note("appearance.change", opened)));
  BOOST_TEST(must(store.appearance(opened.site.id)).theme == "dark");
  BOOST_TEST(must(opened.store->site_rules(opened.site.id)).look.accent == "#a0b1c2");
  BOOST_TEST(failed_with(store.change_appearance(opened.site.id, version, {}, note("appearance.change", opened)),
                         ErrorCode::settings_changed));
  must(store.undo(log_of(opened).at(0).id, ana, MemberRole::owner, now));
  BOOST_TEST((must(store.appearance(opened.site.id)) == wire::Appearance{}));
  must(store.change_origins(opened.site.id, std::nullopt, {"https://new.example"}, note("origins.change", opened)));
  BOOST_TEST(must(opened.store->sites()).at(0).origins.at(0) == "https://new.example");
  must(store.undo(log_of(opened).at(0).id, ana, MemberRole::owner, now));
  BOOST_TEST(must(opened.store->sites()).at(0).origins.at(0) == "https://blog.example");
  BOOST_TEST(must(store.add_site("second", {"https://second.example"}, note("site.add", opened))).name == "second");
  BOOST_TEST(failed_with(store.add_site("second", {}, note("site.add", opened)), ErrorCode::unknown_field_value));
  BOOST_TEST(must(store.site_summaries()).size() == 2U);
}

BOOST_DATA_TEST_CASE(the_log_is_read_in_pages_and_by_what_it_is_about, engines(), engine) {
  const Opened opened(engine);
  storage::DecisionStore& store = opened.store->decisions();
  for (int i = 0; i < 5; ++i) must(store.add_note({i % 2 == 0 ? ana : bob, Instant{i}, "comment.reply"}));
  must(store.add_note({ana, Instant{9}, "commentary", opened.site.id}));
  const auto page = must(store.read_audit({}, "", 4));
  BOOST_TEST(page.entries.size() == 4U);
  BOOST_TEST(page.entries[0].action == "commentary");
  const auto rest = must(store.read_audit({}, page.next, 4));
  BOOST_TEST(rest.entries.size() == 2U);
  BOOST_TEST(rest.next == "");
  BOOST_TEST(must(store.read_audit({"", "Bob", ""}, "", 9)).entries.size() == 2U);
  BOOST_TEST(must(store.read_audit({"", "", "comment"}, "", 9)).entries.size() == 5U);
  BOOST_TEST(must(store.read_audit({"blog", "", ""}, "", 9)).entries.size() == 1U);
  BOOST_TEST(failed_with(store.read_audit({}, "x", 9), ErrorCode::bad_cursor));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
