// The log and the bans at the desk.
#include <boost/test/unit_test.hpp>

#include "shared/view/desk/log_state.h"
#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

std::vector<std::string> difference(std::string_view before, std::string_view after) {
  return view::desk::log_difference(before, after, view::desk_messages(view::Language::en));
}

wire::AuditEntry entry(std::int64_t id, const std::string& action) {
  wire::AuditEntry made;
  made.id = id;
  made.at = Instant{1'799'000'000'000};
  made.by = "Amélie";
  made.action = action;
  made.site = "demo";
  made.about = "comment 42";
  made.before = R"({"state":"held"})";
  made.after = R"({"state":"published"})";
  return made;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_log)

BOOST_AUTO_TEST_CASE(differences_are_readable) {
  using Lines = std::vector<std::string>;
  BOOST_TEST(difference(R"({"state":"held"})", R"({"state":"published"})") == Lines{"State: held → published"},
             boost::test_tools::per_element());
  BOOST_TEST(difference(R"({"links_hold":2})", R"({"links_hold":1})") ==
                 Lines{"Links in a comment that hold it: 2 → 1"},
             boost::test_tools::per_element());
  BOOST_TEST(difference(R"({"offence_hold":0.7})", R"({"offence_hold":"never"})") ==
                 Lines{"Hold offences: 0.7 → never"},
             boost::test_tools::per_element());
  const Lines lists{"Words to hold: 1 added (poker)", "Words to hold: 1 removed (casino)"};
  BOOST_TEST(difference(R"({"words":{"hold":["casino","bingo"]}})", R"({"words":{"hold":["bingo","poker"]}})") == lists,
             boost::test_tools::per_element());
  BOOST_TEST(difference("\"moderator\"", "\"owner\"") == Lines{"Moderator → Owner"}, boost::test_tools::per_element());
  BOOST_TEST(difference("", R"({"blocked_domains":["spam.example"]})") ==
                 Lines{"Blocked domains: 1 added (spam.example)"},
             boost::test_tools::per_element());
  BOOST_TEST(difference(R"({"words.hold":{"removed":["casino"]}})", R"({"words.hold":{"added":["poker"]}})") == lists,
             boost::test_tools::per_element());
  BOOST_TEST(difference("{}", R"({"blocked_domains":{"added":["spam.example"]}})") ==
                 Lines{"Blocked domains: 1 added (spam.example)"},
             boost::test_tools::per_element());
  BOOST_TEST(difference(R"({"12":"held"})", R"({"12":"spam"})") == Lines{"Comment 12: held → spam"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(any_bytes_in_the_log_do_no_harm) {
  for (const char* wild : {"", "nonsense", "[1,2", "[]", "{}", "null", "{\"a\":null}", "{\"a\":{\"b\":[1]}}", "\xff"}) {
    for (const char* other : {"", "{\"a\":1}", "{\"a\":[\"x\"]}", "[\"x\"]", "3"}) {
      (void)difference(wild, other);
      BOOST_TEST(difference(other, wild).size() < 10U);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_log_tells_who_did_what_and_leads_to_the_comment) {
  DeskHost host;
  host.enter("#/log");
  host.answer("GET", "audit", 200, wire::encode(wire::AuditPage{{entry(9, "comment.approve")}, "9"}));
  BOOST_TEST(host.shows("approved"));
  BOOST_TEST(host.shows("State: held → published"));
  BOOST_TEST(
      attribute_is(host.must_find(Role::link, "Comment 42"), view::Attr::href, "#/queue?tab=all&item=42&site=demo"));
  host.click(host.button("Show more"));
  host.answer("GET", "audit?after=9", 200, wire::encode(wire::AuditPage{{entry(8, "comment.hide")}, ""}));
  BOOST_TEST(host.shows("approved"));
  BOOST_TEST(host.shows("hid"));
  BOOST_TEST(host.find(Role::button, "Show more") == nullptr);
}

BOOST_AUTO_TEST_CASE(filters_stand_in_the_address_and_in_the_file) {
  DeskHost host;
  host.enter("#/log?member=Am%C3%A9lie");
  host.answer("GET", "audit?member=Am%C3%A9lie", 200, wire::encode(wire::AuditPage{{entry(9, "comment.approve")}, ""}));
  host.type(host.field("action"), "policy.change");
  BOOST_TEST(host.hash == "#/log?member=Am%C3%A9lie&action=policy.change");
  host.answer("GET", "audit?member=Am%C3%A9lie&action=policy.change", 200, wire::encode(wire::AuditPage{}));
  BOOST_TEST(host.shows("Nothing in the log matches."));
  host.click(host.button("Download as CSV"));
  BOOST_TEST(host.downloaded == wire::desk_url("audit/export?format=csv&member=Am%C3%A9lie&action=policy.change"));
}

BOOST_AUTO_TEST_CASE(an_answer_to_an_older_filter_is_ignored) {
  DeskHost host;
  host.enter("#/log");
  host.type(host.field("action"), "team");
  host.answer("GET", "audit?action=team", 200, wire::encode(wire::AuditPage{{entry(9, "team.join")}, ""}));
  host.answer("GET", "audit", 200, wire::encode(wire::AuditPage{{entry(8, "comment.hide")}, ""}));
  BOOST_TEST(host.shows("joined"));
}

BOOST_AUTO_TEST_CASE(a_ban_is_lifted) {
  DeskHost host;
  host.enter("#/bans");
  wire::Ban ban;
  ban.id = 3;
  ban.site = "demo";
  ban.name = "Troll";
  ban.comment = CommentId{42};
  ban.note = "insults";
  ban.by = "Amélie";
  ban.created = Instant{1'799'000'000'000};
  host.answer("GET", "bans", 200, wire::encode(std::vector<wire::Ban>{ban}));
  BOOST_TEST(host.shows("Without an end"));
  BOOST_TEST(host.shows("insults"));
  host.click(host.button("Lift the ban of Troll"));
  host.answer("DELETE", "bans/3", 204);
  BOOST_TEST(host.shows("Nobody is banned or muted."));
}

BOOST_AUTO_TEST_SUITE_END()
