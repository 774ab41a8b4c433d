// Signing in, and what slows guessing down.
#include "server/service/team.h"
#include "server/service/tokens.h"
#include "tests/service/world.h"

using namespace palabre;
using namespace palabre::test;

namespace {

const std::string password = "correct horse battery";

struct Desk : World {
  Desk() {
    const auto link = must(service::make_setup_link(context));
    BOOST_REQUIRE(link.has_value());
    owner = must(service::accept_invitation(context, link->token, {"Ann", "Ann@Example.org", password}, {}));
  }
  std::string try_password(const std::string& text, const std::string& network = "here",
                           const std::string& email = "ann@example.org") {
    return outcome(service::sign_in(context, {email, text}, {{}, network}, {}));
  }
  bool is_in(const std::string& token) { return must(service::use_session(context, token)).has_value(); }
  storage::Actor actor() const { return {owner.member.id, owner.member.name}; }

  service::SignedIn owner;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(team, Desk)

BOOST_AUTO_TEST_CASE(who_set_up_is_in_and_comes_back) {
  BOOST_TEST(owner.member.email == "ann@example.org");
  BOOST_TEST(is_in(owner.token));
  BOOST_TEST(!must(service::make_setup_link(context)).has_value());
  const auto again = must(service::sign_in(context, {" ANN@example.ORG ", password}, {{}, "here"}, owner.token));
  BOOST_TEST(again.token != owner.token);
  BOOST_TEST(is_in(again.token));
  BOOST_TEST(!is_in(owner.token)); // fixed by nobody
  BOOST_TEST(!is_in(""));
  BOOST_TEST(!is_in(std::string(43, 'a')));
  BOOST_TEST(!is_in(again.token + "a"));
}

BOOST_AUTO_TEST_CASE(sessions_end_when_idle_and_at_last_anyway) {
  now = now + service::session_idle;
  BOOST_TEST(!is_in(owner.token));
  auto kept = must(service::sign_in(context, {"ann@example.org", password}, {}, {}));
  for (int day = 0; day < 29; ++day) {
    now = now + Duration::minutes(24 * 60);
    BOOST_REQUIRE(is_in(kept.token));
  }
  now = now + Duration::minutes(24 * 60);
  BOOST_TEST(!is_in(kept.token));
}

BOOST_AUTO_TEST_CASE(guessing_is_slow_and_locks_nobody_out) {
  for (int i = 0; i < 5; ++i) BOOST_TEST(try_password("wrong") == "wrong_credentials");
  BOOST_TEST(try_password("wrong") == "rate_limited");
  const auto refused = service::sign_in(context, {"ann@example.org", password}, {{}, "here"}, {});
  BOOST_REQUIRE(!refused);
  BOOST_TEST(refused.error().retry_after_s > 0);
  BOOST_TEST(try_password(password, "elsewhere") == "ok"); // nobody is locked out from afar
  now = now + Duration::seconds(refused.error().retry_after_s);
  BOOST_TEST(try_password(password) == "ok");
  for (int i = 0; i < 10; ++i) BOOST_TEST(try_password(password, "office") == "ok"); // the right one costs nothing
}

BOOST_AUTO_TEST_CASE(a_network_that_tries_many_addresses_is_slowed_too) {
  std::string last;
  for (int i = 0; i < 40 && last != "rate_limited"; ++i) {
    last = try_password("wrong", "bad", "somebody" + std::to_string(i) + "@example.org");
  }
  BOOST_TEST(last == "rate_limited");
  BOOST_TEST(try_password(password, "good") == "ok");
}

BOOST_AUTO_TEST_CASE(links_are_for_one_use_and_say_what_is_wrong) {
  const auto link = must(service::invite(context, {MemberRole::moderator, "bob@example.org"}, actor()));
  const auto join = [&](const std::string& name, const std::string& email, const std::string& text) {
    return outcome(service::accept_invitation(context, link.token, {name, email, text}, {}));
  };
  BOOST_TEST(must(service::find_invitation(context, link.token)).email == "bob@example.org");
  BOOST_TEST(join(" ", "bob@example.org", password) == "field_empty name");
  BOOST_TEST(join("Bob", "", password) == "field_empty email");
  BOOST_TEST(join("Bob", "bob", password) == "malformed_address email");
  BOOST_TEST(join("Bob", "bob@example.org", "123456789") == "password_too_short password");
  BOOST_TEST(join("Bob", "bob@example.org", std::string(1001, 'a')) == "field_too_long password");
  BOOST_TEST(join("Bob", "ann@example.org", password) == "email_taken email");
  BOOST_TEST(join("Bob", "bob@example.org", "éééééééééé") == "ok");
  BOOST_TEST(join("Eve", "eve@example.org", password) == "invitation_over");
  BOOST_TEST(outcome(service::find_invitation(context, link.token)) == "invitation_over");
  const auto late = must(service::invite(context, {MemberRole::moderator, ""}, actor()));
  now = now + service::invitation_life;
  BOOST_TEST(outcome(service::find_invitation(context, late.token)) == "invitation_over");
  BOOST_TEST(outcome(service::invite(context, {MemberRole::owner, "no address"}, actor())) ==
             "malformed_address email");
}

BOOST_AUTO_TEST_CASE(a_reset_link_sets_a_new_password_and_signs_all_others_out) {
  BOOST_TEST(outcome(service::make_reset_link(context, "nobody@example.org", actor())) == "unknown_member email");
  BOOST_TEST(outcome(service::make_reset_link(context, MemberId{99}, actor())) == "unknown_member id");
  const auto link = must(service::make_reset_link(context, "ANN@example.org", actor()));
  BOOST_TEST(must(service::find_invitation(context, link.token)).name == "Ann");
  const auto back = must(service::accept_invitation(context, link.token, {"", "", "another good one"}, {}));
  BOOST_TEST(is_in(back.token));
  BOOST_TEST(!is_in(owner.token));
  BOOST_TEST(try_password(password) == "wrong_credentials");
  BOOST_TEST(try_password("another good one") == "ok");
}

BOOST_AUTO_TEST_CASE(address_and_password_need_the_present_password) {
  const auto change = [&](const wire::ChangeSelf& what) {
    return outcome(service::change_self(context, owner.member, service::hash_of_session(owner.token), what, {}));
  };
  const auto other = must(service::sign_in(context, {"ann@example.org", password}, {}, {}));
  BOOST_TEST(change({"Anne", {}, {}, {}}) == "ok");
  BOOST_TEST(change({{}, "anne@example.org", {}, {}}) == "missing_field present");
  BOOST_TEST(change({{}, "anne@example.org", {}, "wrong"}) == "wrong_credentials present");
  BOOST_TEST(change({{}, "anne@example.org", {}, password}) == "ok");
  owner.member.email = "anne@example.org";
  BOOST_TEST(change({{}, {}, "short", password}) == "password_too_short password");
  BOOST_TEST(is_in(other.token));
  BOOST_TEST(change({{}, {}, "another good one", password}) == "ok");
  BOOST_TEST(is_in(owner.token));
  BOOST_TEST(!is_in(other.token));
  BOOST_TEST(try_password("another good one", "here", "anne@example.org") == "ok");
}

BOOST_AUTO_TEST_CASE(the_log_tells_who_came_in) {
  std::vector<std::string> actions;
  for (const auto& entry : must(context.store.decisions().read_audit({}, {}, 100)).entries) {
    actions.push_back(entry.action + " " + entry.by);
  }
  const std::vector<std::string> expected{"session.start Ann", "team.setup Ann", "team.invite command line"};
  BOOST_TEST(actions == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
