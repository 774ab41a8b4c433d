// The desk's door, and signing in again in front of what one was doing.
#include <boost/test/unit_test.hpp>

#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

std::string invitation(wire::InvitationKind kind) {
  return wire::encode(wire::InvitationInfo{kind, MemberRole::owner, {}, {}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_signing)

BOOST_AUTO_TEST_CASE(a_new_owner_is_told_what_is_missing_before_anything_is_sent) {
  DeskHost host;
  host.mount("#setup=TOKEN");
  host.answer("GET", "invitations/TOKEN", 200, invitation(wire::InvitationKind::setup));
  host.submit(host.form());
  BOOST_TEST(host.has_focus(host.field("name")));
  host.type(host.field("name"), "Amélie");
  host.type(host.field("email"), "amelie@blog.example");
  host.type(host.field("password"), "too short");
  host.submit(host.form());
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.shows("This password is too short."));
  BOOST_TEST(host.has_focus(host.field("password")));
  host.type(host.field("password"), "long enough");
  host.submit(host.form());
  const auto sent = wire::decode_accept_invitation(host.asked("POST", "invitations/TOKEN").body);
  BOOST_REQUIRE(sent.has_value());
  BOOST_TEST(sent->name == "Amélie");
  BOOST_TEST(sent->password == "long enough");
}

BOOST_AUTO_TEST_CASE(a_password_can_be_looked_at) {
  DeskHost host;
  host.mount("");
  host.refuse("GET", "session", ErrorCode::not_signed_in);
  BOOST_TEST(attribute_is(host.field("password"), view::Attr::input_kind, "password"));
  host.click(host.button("Show the password"));
  BOOST_TEST(attribute_is(host.field("password"), view::Attr::input_kind, "text"));
  host.click(host.button("Hide the password"));
  BOOST_TEST(attribute_is(host.field("password"), view::Attr::input_kind, "password"));
}

BOOST_AUTO_TEST_CASE(wrong_credentials_are_said_at_the_password) {
  DeskHost host;
  host.mount("");
  host.refuse("GET", "session", ErrorCode::not_signed_in);
  host.type(host.field("email"), "amelie@blog.example");
  host.type(host.field("password"), "wrong password");
  host.submit(host.form());
  host.refuse("POST", "session", ErrorCode::wrong_credentials);
  BOOST_TEST(view::has(host.field("password").state, view::State::invalid));
  BOOST_TEST(host.has_focus(host.field("password")));
  BOOST_TEST(host.value_of("email") == "amelie@blog.example");
}

BOOST_AUTO_TEST_CASE(a_session_that_ended_is_begun_again_in_front_of_the_screen) {
  DeskHost host;
  host.enter("#/queue");
  host.refuse("GET", "queue?tab=waiting", ErrorCode::not_signed_in);
  BOOST_REQUIRE(host.find(Role::heading, "Sign in again") != nullptr);
  BOOST_TEST(host.find(Role::heading, "Queue") != nullptr);
  BOOST_TEST(host.has_focus(host.field("password")));
  host.type(host.field("password"), "long enough");
  host.submit(*find_node(
      *host.tree(), [](const view::Node& node) { return node.role == Role::form && node.action.target == "again"; }));
  wire::DeskSession renewed = sample_desk_session();
  renewed.csrf = "other mark";
  host.answer("POST", "session", 200, wire::encode(renewed));
  BOOST_TEST(host.find(Role::heading, "Sign in again") == nullptr);
  host.answer("GET", "queue?tab=waiting", 200, wire::encode(wire::QueuePage{}));
  BOOST_TEST(host.shows("Nothing is waiting for you."));
}

BOOST_AUTO_TEST_CASE(somebody_else_who_signs_in_repeats_nothing) {
  DeskHost host;
  host.enter("#/queue");
  host.refuse("GET", "queue?tab=waiting", ErrorCode::not_signed_in);
  host.type(host.field("password"), "long enough");
  host.submit(host.form());
  wire::DeskSession other = sample_desk_session();
  other.member.id = MemberId{2};
  host.answer("POST", "session", 200, wire::encode(other));
  BOOST_TEST(host.waiting() == 1U); // the queue, as one enters it
}

BOOST_AUTO_TEST_CASE(a_mark_that_another_window_made_stale_is_fetched_anew) {
  DeskHost host;
  host.enter("#/queue");
  host.refuse("GET", "queue?tab=waiting", ErrorCode::wrong_csrf);
  host.answer("GET", "session", 200, wire::encode(sample_desk_session()));
  host.refuse("GET", "queue?tab=waiting", ErrorCode::wrong_csrf); // once is enough
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.find(Role::heading, "Sign in again") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
