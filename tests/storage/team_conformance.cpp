// Members, their sessions and the links by which they come in.
#include <algorithm>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

using storage::AuditNote;
using wire::InvitationKind;

constexpr Instant now{1'000'000};
constexpr Instant later{9'000'000};

AuditNote note(const char* action, std::optional<MemberId> by = std::nullopt) {
  return {{by, "somebody"}, now, action};
}

struct Team : Opened {
  explicit Team(const Engine& engine) : Opened(engine) {}

  void link(const std::string& hash, InvitationKind kind, MemberRole role, std::optional<MemberId> member = {},
            std::optional<MemberId> by = {}) const {
    storage::NewInvitation invitation{hash, kind, role, {}, member, now, later};
    must(store->team().add_invitation(invitation, note("team.invite", by)));
  }
  [[nodiscard]] Expected<Member> accept(const std::string& hash, const std::string& email, Instant when = now) const {
    return store->team().accept_invitation(hash, "Name of " + email, email, "hash of " + email, when);
  }
  [[nodiscard]] Member join(const std::string& email, MemberRole role) const {
    link("link of " + email, InvitationKind::invitation, role);
    return must(accept("link of " + email, email));
  }
  void sign_in(const std::string& hash, const Member& member) const {
    must(store->team().add_session(hash, member.id, {}, {}, now, later));
  }
  [[nodiscard]] bool is_in(const std::string& hash, Instant when = now, Instant idle_since = Instant{0}) const {
    return must(store->team().use_session(hash, when, idle_since)).has_value();
  }
};

} // namespace

BOOST_AUTO_TEST_SUITE(team)

BOOST_DATA_TEST_CASE(a_set_up_link_makes_one_owner, engines(), engine) {
  const Team team(engine);
  BOOST_TEST(!must(team.store->team().has_owner()));
  team.link("old", InvitationKind::setup, MemberRole::owner);
  team.link("new", InvitationKind::setup, MemberRole::owner);
  BOOST_TEST(failed_with(team.accept("old", "x@a.example"), ErrorCode::invitation_over));
  BOOST_TEST(failed_with(team.accept("none", "x@a.example"), ErrorCode::invitation_over));
  BOOST_TEST(failed_with(team.accept("new", "x@a.example", later), ErrorCode::invitation_over));
  BOOST_TEST(!must(team.store->team().find_invitation("new", later)).has_value());
  BOOST_TEST((must(team.store->team().find_invitation("new", now))->kind == InvitationKind::setup));
  const Member owner = must(team.accept("new", "a@a.example"));
  BOOST_TEST((owner.role == MemberRole::owner));
  BOOST_TEST(owner.name == "Name of a@a.example");
  BOOST_TEST(must(team.store->team().has_owner()));
  BOOST_TEST(failed_with(team.accept("new", "b@a.example"), ErrorCode::invitation_over));
  team.link("third", InvitationKind::setup, MemberRole::owner); // as of a program that did not look
  BOOST_TEST(!must(team.store->team().find_invitation("third", now)).has_value());
  BOOST_TEST(failed_with(team.accept("third", "b@a.example"), ErrorCode::invitation_over));
  BOOST_TEST(must(team.store->team().members()).size() == 1u);
}

BOOST_DATA_TEST_CASE(an_address_that_is_taken_leaves_the_link_alive, engines(), engine) {
  const Team team(engine);
  (void)team.join("a@a.example", MemberRole::owner);
  team.link("link", InvitationKind::invitation, MemberRole::moderator);
  BOOST_TEST(failed_with(team.accept("link", "a@a.example"), ErrorCode::email_taken));
  BOOST_TEST((must(team.accept("link", "b@a.example")).role == MemberRole::moderator));
  const auto found = must(team.store->team().find_credentials("b@a.example"));
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->password_hash == "hash of b@a.example");
  BOOST_TEST(!must(team.store->team().find_credentials("c@a.example")).has_value());
}

BOOST_DATA_TEST_CASE(a_session_ends_by_time_by_idleness_and_by_hand, engines(), engine) {
  const Team team(engine);
  const Member owner = team.join("a@a.example", MemberRole::owner);
  team.sign_in("one", owner);
  team.sign_in("two", owner);
  const auto found = must(team.store->team().use_session("one", now, Instant{0}));
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->member.email == "a@a.example");
  BOOST_TEST(!team.is_in("other"));
  BOOST_TEST(!team.is_in("one", later));
  BOOST_TEST(!team.is_in("one", now, now)); // unused since
  const Instant used{now.milliseconds + 120'000};
  BOOST_TEST(team.is_in("one", used));
  BOOST_TEST(team.is_in("one", used, now)); // the use was noted
  BOOST_TEST(must(team.store->team().members()).at(0).seen.has_value());
  must(team.store->team().end_session("one"));
  BOOST_TEST(!team.is_in("one"));
  BOOST_TEST(team.is_in("two"));
  must(team.store->team().end_sessions(owner.id));
  BOOST_TEST(!team.is_in("two"));
}

BOOST_DATA_TEST_CASE(who_loses_a_role_is_out_and_so_are_their_links, engines(), engine) {
  const Team team(engine);
  const Member first = team.join("a@a.example", MemberRole::owner);
  BOOST_TEST(failed_with(team.store->team().change_role(first.id, MemberRole::moderator, note("team.role")),
                         ErrorCode::last_owner));
  BOOST_TEST(failed_with(team.store->team().remove_member(first.id, note("team.remove")), ErrorCode::last_owner));
  const Member second = team.join("b@a.example", MemberRole::owner);
  team.sign_in("second", second);
  team.link("way back", InvitationKind::invitation, MemberRole::owner, {}, second.id);
  must(team.store->team().change_role(second.id, MemberRole::analyst, note("team.role")));
  BOOST_TEST(!team.is_in("second"));
  BOOST_TEST(failed_with(team.accept("way back", "c@a.example"), ErrorCode::invitation_over));
  team.sign_in("again", second);
  must(team.store->team().change_role(second.id, MemberRole::moderator, note("team.role"))); // a rise signs nobody out
  BOOST_TEST((must(team.store->team().use_session("again", now, Instant{0}))->member.role == MemberRole::moderator));
  must(team.store->team().remove_member(second.id, note("team.remove")));
  BOOST_TEST(!team.is_in("again"));
  BOOST_TEST(failed_with(team.store->team().remove_member(second.id, note("team.remove")), ErrorCode::unknown_member));
  BOOST_TEST(
      failed_with(team.store->team().add_session("x", second.id, {}, {}, now, later), ErrorCode::unknown_member));
}

BOOST_DATA_TEST_CASE(a_new_password_ends_what_the_old_one_opened, engines(), engine) {
  const Team team(engine);
  const Member owner = team.join("a@a.example", MemberRole::owner);
  team.sign_in("kept", owner);
  team.sign_in("other", owner);
  team.link("reset", InvitationKind::reset, MemberRole::owner, owner.id);
  const auto info = must(team.store->team().find_invitation("reset", now));
  BOOST_REQUIRE(info.has_value());
  BOOST_TEST(info->email == "a@a.example");
  must(team.store->team().change_member(owner.id, {}, {}, "second hash", "kept", note("team.password")));
  BOOST_TEST(team.is_in("kept"));
  BOOST_TEST(!team.is_in("other"));
  BOOST_TEST(failed_with(team.accept("reset", ""), ErrorCode::invitation_over));
  team.link("reset 2", InvitationKind::reset, MemberRole::owner, owner.id);
  BOOST_TEST((must(team.accept("reset 2", "")).id == owner.id));
  BOOST_TEST(!team.is_in("kept"));
  BOOST_TEST(must(team.store->team().find_credentials("a@a.example"))->password_hash == "hash of ");
  (void)team.join("b@a.example", MemberRole::moderator);
  BOOST_TEST(failed_with(team.store->team().change_member(owner.id, {}, "b@a.example", {}, {}, note("team.profile")),
                         ErrorCode::email_taken));
  const Member changed =
      must(team.store->team().change_member(owner.id, "Zoé", "z@a.example", {}, {}, note("team.profile")));
  BOOST_TEST(changed.name == "Zoé");
  BOOST_TEST(must(team.store->team().find_credentials("z@a.example")).has_value());
}

BOOST_DATA_TEST_CASE(open_links_are_listed_and_can_be_dropped, engines(), engine) {
  const Team team(engine);
  team.link("one", InvitationKind::invitation, MemberRole::analyst);
  team.link("two", InvitationKind::invitation, MemberRole::owner);
  auto open = must(team.store->team().open_invitations(now));
  BOOST_REQUIRE(open.size() == 2u);
  BOOST_TEST((open.at(0).role == MemberRole::analyst));
  must(team.store->team().drop_invitation(open.at(0).id, note("team.uninvite")));
  BOOST_TEST(failed_with(team.accept("one", "a@a.example"), ErrorCode::invitation_over));
  BOOST_TEST(must(team.store->team().open_invitations(now)).size() == 1u);
  BOOST_TEST(must(team.store->team().open_invitations(later)).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
