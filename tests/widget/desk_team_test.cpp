// The team and one's own account at the desk.
#include <boost/test/unit_test.hpp>

#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

wire::Team sample_team() {
  wire::Team team;
  team.members = {sample_member(),
                  {MemberId{2}, "Bo", "bo@blog.example", MemberRole::moderator, Instant{1'700'000'000'000}}};
  team.invitations = {{5, wire::InvitationKind::invitation, MemberRole::analyst, "cleo@blog.example",
                       Instant{1'700'000'000'000}, Instant{1'800'100'000'000}}};
  return team;
}

void open(DeskHost& host, MemberRole role = MemberRole::owner) {
  host.enter("#/team", role);
  host.answer("GET", "team", 200, wire::encode(sample_team()));
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_team)

BOOST_AUTO_TEST_CASE(an_invitation_is_a_link_that_is_shown_once) {
  DeskHost host;
  open(host);
  host.type(host.field("role"), "analyst");
  host.type(host.field("email"), "dana@blog.example");
  host.submit(host.form());
  BOOST_TEST(host.asked("POST", "invitations").body == R"({"role":"analyst","email":"dana@blog.example"})");
  host.answer("POST", "invitations", 201, wire::encode(wire::MadeInvitation{"TOKEN", Instant{1'800'100'000'000}}));
  BOOST_TEST(host.value_of("link") == "https://talk.example/admin#invite=TOKEN");
  host.click(host.button("Copy"));
  BOOST_TEST(host.copied == "https://talk.example/admin#invite=TOKEN");
  host.click(host.button("Close"));
  BOOST_TEST(!host.shows("The invitation is ready"));
  host.route("#/queue");
  host.route("#/team");
  BOOST_TEST(!host.shows("The invitation is ready"));
}

BOOST_AUTO_TEST_CASE(a_role_is_changed_and_put_right_when_the_server_refuses) {
  DeskHost host;
  open(host);
  host.type(host.field("role.2"), "owner");
  BOOST_TEST(host.asked("PATCH", "members/2").body == R"({"role":"owner"})");
  host.refuse("PATCH", "members/2", ErrorCode::unknown_member);
  BOOST_TEST(host.shows("This member is no longer on the team."));
  host.answer("GET", "team", 200, wire::encode(sample_team()));
  BOOST_TEST(host.value_of("role.2") == "moderator");
}

BOOST_AUTO_TEST_CASE(removing_somebody_asks_first) {
  DeskHost host;
  open(host);
  host.click(host.button("Remove Bo"));
  BOOST_TEST(host.waiting() == 0U);
  BOOST_REQUIRE(host.find(Role::heading, "Remove Bo") != nullptr);
  BOOST_TEST(host.has_focus(host.button("Keep")));
  host.press("Escape");
  BOOST_TEST(host.find(Role::heading, "Remove Bo") == nullptr);
  host.click(host.button("Remove Bo"));
  const view::NodePtr tree = host.tree();
  host.click(*find_node(*tree, [](const view::Node& node) { return node.action.target == "remove.2"; }));
  host.answer("DELETE", "members/2", 204);
  BOOST_TEST(host.announced == "Removed from the team.");
}

BOOST_AUTO_TEST_CASE(a_link_for_a_new_password_says_what_it_is) {
  DeskHost host;
  open(host);
  host.click(host.button("New password link for Bo"));
  host.answer("POST", "members/2/reset", 201, wire::encode(wire::MadeInvitation{"T", Instant{1'800'100'000'000}}));
  BOOST_TEST(host.value_of("link") == "https://talk.example/admin#reset=T");
  BOOST_TEST(host.shows("The link for a new password is ready"));
}

BOOST_AUTO_TEST_CASE(an_open_invitation_is_withdrawn) {
  DeskHost host;
  open(host);
  host.click(host.button("Withdraw the link for cleo@blog.example"));
  host.answer("DELETE", "invitations/5", 204);
  BOOST_TEST(host.announced == "This link no longer works.");
}

BOOST_AUTO_TEST_CASE(who_is_no_owner_sees_the_team_and_changes_nothing) {
  DeskHost host;
  open(host, MemberRole::moderator);
  BOOST_TEST(host.shows("Bo"));
  BOOST_TEST(host.find(Role::button, "Make a link") == nullptr);
  BOOST_TEST(host.find(Role::button, "Remove Bo") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_account_changes_what_was_changed) {
  DeskHost host;
  host.enter("#/account");
  host.type(host.field("name"), "Amélie D.");
  host.submit(host.form());
  BOOST_TEST(host.asked("PATCH", "session").body == R"({"name":"Amélie D."})");
  wire::DeskSession renamed = sample_desk_session();
  renamed.member.name = "Amélie D.";
  host.answer("PATCH", "session", 200, wire::encode(renamed));
  BOOST_TEST(host.announced == "Saved.");
  BOOST_TEST(host.value_of("name") == "Amélie D.");
}

BOOST_AUTO_TEST_CASE(a_new_password_needs_the_present_one) {
  DeskHost host;
  host.enter("#/account");
  host.type(host.field("password"), "too short");
  host.submit(host.form());
  BOOST_TEST(host.has_focus(host.field("password")));
  host.type(host.field("password"), "long enough");
  host.submit(host.form());
  BOOST_TEST(host.has_focus(host.field("present")));
  BOOST_TEST(host.waiting() == 0U);
  host.type(host.field("present"), "wrong password");
  host.submit(host.form());
  host.refuse("PATCH", "session", ErrorCode::wrong_credentials);
  BOOST_TEST(view::has(host.field("present").state, view::State::invalid));
}

BOOST_AUTO_TEST_CASE(signing_out_everywhere_leads_to_the_door) {
  DeskHost host;
  host.enter("#/account");
  host.click(host.button("Sign out everywhere"));
  host.answer("DELETE", "sessions", 204);
  BOOST_TEST(host.find(Role::heading, "Sign in") != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
