// A site's settings at the desk: what is written, what is sent, and what the server says to it.
#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "shared/view/desk/list_reading.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_policy.h"
#include "tests/support/must.h"
#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

wire::SiteSettings sample_settings() {
  wire::SiteSettings settings;
  settings.site = {SiteId{1}, "demo", {"https://demo.example"}};
  settings.policy.words.hold = {"casino", "poker"};
  settings.version = 7;
  return settings;
}

void open(DeskHost& host, const std::string& tab, const wire::SiteSettings& settings = sample_settings(),
          MemberRole role = MemberRole::owner) {
  host.enter("#/settings/demo/" + tab, role);
  host.answer("GET", "sites/demo", 200, wire::encode(settings));
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_settings)

BOOST_AUTO_TEST_CASE(saving_sends_only_what_differs_with_the_version) {
  DeskHost host;
  open(host, "policy");
  BOOST_TEST(host.value_of("links_hold") == "2");
  host.type(host.field("links_hold"), "5");
  host.type(host.field("offence_hold"), "never");
  BOOST_TEST(host.shows("Links in a comment that hold it: 2 → 5"));
  host.click(host.button("Save"));
  const DeskRequest& sent = host.asked("PUT", "sites/demo/policy");
  BOOST_TEST(sent.body == R"({"version":7,"policy":{"offence_hold":"never","links_hold":5}})");
  BOOST_TEST(sent.csrf == "mark");
  wire::SiteSettings saved = sample_settings();
  saved.policy.links_hold = 5;
  saved.policy.offence_hold = 1.1F;
  saved.version = 8;
  host.answer("PUT", "sites/demo/policy", 200, wire::encode(saved));
  BOOST_TEST(!host.shows("Not saved yet"));
  BOOST_TEST(host.announced == "Saved.");
}

BOOST_AUTO_TEST_CASE(reactions_are_added_moved_taken_away_and_sent_whole) {
  DeskHost host;
  wire::SiteSettings settings = sample_settings();
  settings.engagement = rules::engagement_of_new_site();
  open(host, "engagement", settings);
  BOOST_TEST(host.value_of("votes") == "up_and_down");
  host.click(host.button("Move 🙏 up"));
  host.click(host.button("Take 😢 away"));
  host.click(host.button("Add a reaction"));
  host.click(host.button("Save")); // it has no sign yet: nothing is sent
  host.type(host.field("marks.reactions.4.symbol"), "oh yes");
  host.type(host.field("votes"), "up");
  host.type(host.field("scores_from"), "5");
  host.type(host.field("standing"), "on");
  host.click(host.button("Save"));
  const auto sent = must(wire::decode_change_engagement(host.asked("PUT", "sites/demo/engagement").body));
  BOOST_TEST(sent.version == 7);
  const MarkRules& marks = sent.engagement.marks;
  BOOST_REQUIRE(marks.reactions.size() == 5U);
  BOOST_TEST(marks.reactions[0].name == "thanks");
  BOOST_TEST(marks.reactions[4].name == "r7-1");
  BOOST_TEST(marks.reactions[4].symbol == "oh yes");
  BOOST_TEST((marks.votes == VoteRule::up));
  BOOST_TEST(marks.scores_from == 5U);
  BOOST_TEST((sent.engagement.standing == Shown::yes));
  settings.engagement = sent.engagement;
  settings.version = 8;
  host.answer("PUT", "sites/demo/engagement", 200, wire::encode(settings));
  BOOST_TEST(!host.shows("Not saved yet"));
}

BOOST_AUTO_TEST_CASE(a_value_written_back_is_no_change) {
  DeskHost host;
  open(host, "policy");
  host.type(host.field("links_hold"), "5");
  host.type(host.field("links_hold"), "2");
  BOOST_TEST(!host.shows("Not saved yet"));
}

BOOST_AUTO_TEST_CASE(a_number_that_is_none_is_said_at_its_field_and_nothing_is_sent) {
  DeskHost host;
  open(host, "policy");
  for (const char* wrong : {"", "-1", "2.5", "many", "99999999999999999999", "86401"}) {
    host.type(host.field("slow_mode_seconds"), wrong);
    host.click(host.button("Save"));
    BOOST_TEST(host.waiting() == 0U, wrong);
    BOOST_TEST(view::has(host.field("slow_mode_seconds").state, view::State::invalid), wrong);
    BOOST_TEST(host.has_focus(host.field("slow_mode_seconds")));
  }
}

BOOST_AUTO_TEST_CASE(the_servers_refusal_stands_at_its_field_and_what_was_written_stays) {
  DeskHost host;
  open(host, "policy");
  host.type(host.field("links_hold"), "5");
  host.click(host.button("Save"));
  host.refuse("PUT", "sites/demo/policy", ErrorCode::unknown_field_value, "policy.links_hold");
  BOOST_TEST(view::has(host.field("links_hold").state, view::State::invalid));
  BOOST_TEST(host.value_of("links_hold") == "5");
  host.click(host.button("Discard"));
  BOOST_TEST(host.value_of("links_hold") == "2");
}

BOOST_AUTO_TEST_CASE(what_is_not_saved_outlives_leaving_the_screen) {
  DeskHost host;
  open(host, "policy");
  host.type(host.field("links_hold"), "5");
  host.route("#/queue");
  host.route("#/settings/demo/policy");
  BOOST_TEST(host.value_of("links_hold") == "5");
}

BOOST_AUTO_TEST_CASE(a_preset_sets_everything_but_the_lists) {
  DeskHost host;
  open(host, "policy");
  host.click(host.button("Locked down"));
  BOOST_TEST((host.button("Locked down").state == view::State::pressed));
  host.click(host.button("Save"));
  const auto sent = wire::decode_change_policy(host.asked("PUT", "sites/demo/policy").body, sample_settings().policy);
  BOOST_REQUIRE(sent.has_value());
  rules::Policy expected = rules::policy_of(rules::Preset::locked_down);
  expected.words = sample_settings().policy.words;
  BOOST_TEST(wire::encode_difference(sent->policy, expected) == "{}");
}

BOOST_AUTO_TEST_CASE(a_list_says_bad_lines_and_duplicates_by_their_numbers) {
  DeskHost host;
  open(host, "lists/blocked_domains");
  host.type(host.field("list"), "spam.example\n\nhttps://bad.example/x\nSPAM.example\n");
  BOOST_TEST(host.shows("1 entry"));
  BOOST_TEST(host.shows("Line 3 is no domain alone."));
  BOOST_TEST(host.shows("line 4 (as line 1)"));
  host.click(host.button("Save"));
  BOOST_TEST(host.waiting() == 0U);
  host.type(host.field("list"), "spam.example\n");
  host.click(host.button("Save"));
  BOOST_TEST(host.asked("PUT", "sites/demo/policy").body ==
             R"({"version":7,"policy":{"blocked_domains":["spam.example"]}})");
}

BOOST_AUTO_TEST_CASE(added_and_removed_are_told_before_saving) {
  DeskHost host;
  open(host, "lists/hold");
  BOOST_TEST(host.value_of("list") == "casino\npoker\n");
  host.type(host.field("list"), "poker\nroulette\nbaccarat");
  BOOST_TEST(host.shows("2 added (roulette, baccarat) 1 removed (casino)"));
}

BOOST_AUTO_TEST_CASE(an_entry_is_found_and_taken_out) {
  DeskHost host;
  open(host, "lists/hold");
  host.type(host.field("wanted"), "POK");
  BOOST_TEST(host.shows("1 entry found"));
  host.click(host.button("Remove poker"));
  BOOST_TEST(host.value_of("list") == "casino\n");
}

BOOST_AUTO_TEST_CASE(two_who_change_a_list_lose_nothing) {
  DeskHost host;
  open(host, "lists/hold");
  host.type(host.field("list"), "poker\nroulette");
  host.click(host.button("Save"));
  host.refuse("PUT", "sites/demo/policy", ErrorCode::settings_changed);
  host.click(host.button("Look at the new settings"));
  wire::SiteSettings fresh = sample_settings();
  fresh.version = 8;
  fresh.policy.words.hold = {"casino", "poker", "bingo"};
  host.answer("GET", "sites/demo", 200, wire::encode(fresh));
  BOOST_TEST(host.value_of("list") == "poker\nbingo\nroulette\n");
  host.click(host.button("Save"));
  BOOST_TEST(host.asked("PUT", "sites/demo/policy").body ==
             R"({"version":8,"policy":{"words":{"hold":["poker","bingo","roulette"]}}})");
}

BOOST_AUTO_TEST_CASE(fifty_thousand_entries_are_read_and_compared) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "word" + std::to_string(i) + "\n";
  text += "word7\n*\n";
  const auto reading = view::desk::read_list(text, rules::fault_of_word);
  BOOST_TEST(reading.entries.size() == 50'000U);
  BOOST_TEST(reading.duplicate_count == 1U);
  BOOST_TEST(reading.duplicates.front().same_as == 8U);
  BOOST_TEST(reading.faults.front().line == 50'002U);
  const auto change = view::desk::change_of(reading.entries, {"word1", "gone"});
  BOOST_TEST(change.added.size() == 49'999U);
  BOOST_TEST(change.removed.size() == 1U);
}

BOOST_AUTO_TEST_CASE(any_line_can_be_taken_out_of_a_text) {
  BOOST_TEST(view::desk::without_line("a\nb\nc", 1) == "b\nc");
  BOOST_TEST(view::desk::without_line("a\nb\nc", 2) == "a\nc");
  BOOST_TEST(view::desk::without_line("a\nb\nc", 3) == "a\nb");
  BOOST_TEST(view::desk::without_line("\nb\nc", 2) == "\nc");
  BOOST_TEST(view::desk::without_line("a", 1) == "");
}

BOOST_AUTO_TEST_CASE(the_preview_follows_each_change_and_contrast_is_told) {
  DeskHost host;
  open(host, "appearance");
  const auto frame = [&] {
    const view::Node* found = find_node(*host.tree(), [](const view::Node& node) { return node.role == Role::frame; });
    BOOST_REQUIRE(found != nullptr);
    return *view::attribute(*found, view::Attr::name);
  };
  BOOST_TEST(frame() == "look?");
  host.type(host.field("theme"), "dark");
  host.type(host.field("accent"), "#ffe000");
  BOOST_TEST(frame() == "look?theme=dark&--palabre-accent=%23ffe000");
  BOOST_TEST(host.shows("Hard to see on a light page"));
  host.type(host.field("accent"), "#12");
  BOOST_TEST(frame() == "look?theme=dark");
  host.click(host.button("Save"));
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.has_focus(host.field("accent")));
}

BOOST_AUTO_TEST_CASE(origins_are_checked_and_sent) {
  DeskHost host;
  open(host, "origins");
  host.type(host.field("origins"), "https://demo.example/blog");
  host.click(host.button("Save"));
  BOOST_TEST(host.waiting() == 0U);
  host.type(host.field("origins"), "https://demo.example\nhttp://localhost:4000");
  host.click(host.button("Save"));
  BOOST_TEST(host.asked("PUT", "sites/demo/origins").body ==
             R"({"version":7,"origins":["https://demo.example","http://localhost:4000"]})");
}

BOOST_AUTO_TEST_CASE(the_snippet_is_copied) {
  DeskHost host;
  open(host, "embed");
  host.click(host.button("Copy"));
  BOOST_TEST(host.copied == R"(<script async src="https://talk.example/embed.js" data-site="demo"></script>)");
  BOOST_TEST(host.announced == "Copied. Paste it into your page.");
}

BOOST_AUTO_TEST_CASE(a_new_site_leads_to_its_snippet) {
  DeskHost host;
  host.enter("#/settings");
  host.answer("GET", "sites", 200, wire::encode(std::vector<wire::SiteSummary>{}));
  host.submit(host.form());
  BOOST_TEST(host.has_focus(host.field("new_name")));
  host.type(host.field("new_name"), "blog");
  host.submit(host.form());
  BOOST_TEST(host.has_focus(host.field("new_origins")));
  host.type(host.field("new_origins"), "https://blog.example");
  host.submit(host.form());
  BOOST_TEST(host.asked("POST", "sites").body == R"({"name":"blog","origins":["https://blog.example"]})");
  wire::SiteSettings made;
  made.site = {SiteId{2}, "blog", {"https://blog.example"}};
  host.answer("POST", "sites", 201, wire::encode(made));
  BOOST_TEST(host.hash == "#/settings/blog/embed");
}

BOOST_AUTO_TEST_CASE(who_is_no_owner_only_looks) {
  DeskHost host;
  open(host, "policy", sample_settings(), MemberRole::moderator);
  BOOST_TEST(view::has(host.field("links_hold").state, view::State::disabled));
  BOOST_TEST(host.shows("Only owners change settings"));
}

BOOST_AUTO_TEST_SUITE_END()
