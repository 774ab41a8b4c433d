// Every route of the desk's tables, whoever wrote it: who may use it, and from where.
#include "server/http/desk/desk.h"
#include "tests/http/desk.h"

using namespace palabre;
using namespace palabre::test;
using nlohmann::json;

namespace {
std::vector<http::desk::DeskRoute> all_routes() {
  using namespace http::desk;
  std::vector<DeskRoute> all;
  for (const auto& subject : {session_routes(), team_routes(), queue_routes(), decision_routes(), audit_routes(),
                              settings_routes(), post_routes(), contest_routes()}) {
    all.insert(all.end(), subject.begin(), subject.end());
  }
  return all;
}

// A path of the route whose parameters name nothing.
std::string path_of(const http::desk::DeskRoute& route) {
  std::string path(route.path);
  for (std::size_t at; (at = path.find('{')) != std::string::npos;) {
    path.replace(at, path.find('}') - at + 1, "999999");
  }
  return path;
}

Reply ask(Desk& desk, const http::desk::DeskRoute& route, const Headers& headers) {
  const bool bodiless = route.method == wire::Method::get || route.method == wire::Method::del;
  return desk.send(wire::to_name(route.method), path_of(route), headers, bodiless ? "" : "{}");
}

std::string code_of(const Reply& reply) {
  const json body = json::parse(reply.body, nullptr, false);
  return body.is_object() ? body.value("code", "") : "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_routes)

BOOST_AUTO_TEST_CASE(each_needs_a_session_and_its_role) {
  Desk desk;
  const std::array<SignedIn, 2> below{desk.join("a@blog.example", MemberRole::analyst),
                                      desk.join("m@blog.example", MemberRole::moderator)};
  BOOST_TEST(all_routes().size() >= 13u);
  for (const auto& route : all_routes()) {
    if (!route.needs) continue;
    BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path);
    check_problem(ask(desk, route, {}), 401, "not_signed_in");
    for (const MemberRole role : {MemberRole::analyst, MemberRole::moderator}) {
      if (may(role, *route.needs)) continue;
      BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path << " as " << to_name(role));
      check_problem(ask(desk, route, below.at(static_cast<std::size_t>(role)).writing()), 403, "not_allowed");
    }
  }
}

BOOST_AUTO_TEST_CASE(what_changes_something_needs_the_desks_header_and_origin) {
  Desk desk;
  for (const auto& route : all_routes()) {
    BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path);
    if (route.path != "inline/session") { // any page may come there with a code, which is good for one origin
      BOOST_TEST(code_of(ask(desk, route, with(desk.owner.writing(), "Origin", "https://evil.example"))) ==
                 "origin_not_allowed");
    }
    if (!route.needs || route.method == wire::Method::get) continue;
    BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path);
    BOOST_TEST(code_of(ask(desk, route, desk.owner.reading())) == "wrong_csrf");
  }
}

BOOST_AUTO_TEST_CASE(a_pages_token_reaches_only_what_the_table_allows_and_only_from_there) {
  Desk desk;
  const SignedIn moderator = desk.join("m@blog.example", MemberRole::moderator);
  const std::string token(43, 'i');
  desk.add_page_session(token, moderator, "blog", origin);
  const Headers from_page{{"Authorization", "Bearer " + token}, {"Origin", origin}};
  for (const auto& route : all_routes()) {
    if (!route.needs || (route.path == "session" && route.method == wire::Method::del)) continue;
    BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path);
    const std::string code = code_of(ask(desk, route, from_page));
    const bool allowed = route.from_pages == http::desk::Inline::allowed && may(MemberRole::moderator, *route.needs);
    BOOST_TEST(code != "not_signed_in");
    BOOST_TEST(code != "wrong_csrf");
    if (!allowed) BOOST_TEST(code == "not_allowed");
    for (const char* other : {"https://other.example", "https://evil.example", own_origin.c_str(), ""}) {
      Headers elsewhere{{"Authorization", "Bearer " + token}};
      if (*other != '\0') elsewhere.emplace_back("Origin", other);
      BOOST_TEST_INFO(wire::to_name(route.method) << " " << route.path << " from " << other);
      BOOST_TEST(code_of(ask(desk, route, elsewhere)) == "origin_not_allowed");
    }
  }
  check_problem(desk.get("session", {{"Cookie", "palabre_desk=" + token}}), 401, "not_signed_in");
  const json session = json::parse(desk.get("session", from_page).body);
  BOOST_TEST(session["csrf"] == "");
  BOOST_TEST(session["sites"].size() == 1u);
  BOOST_TEST(session["sites"][0]["name"] == "blog");
}

BOOST_AUTO_TEST_CASE(staff_write_without_being_judged) {
  Desk desk;
  must(desk.server.store().put_policy(must(desk.server.store().sites()).at(0).id, "", R"({"admission":"hold_all"})"));
  const SignedIn analyst = desk.join("a@blog.example", MemberRole::analyst);
  const auto state = [&](const Headers& headers) {
    const Reply reply = desk.server.post_json("/api/v1/comments", comment_json("/a", "words of somebody"), headers);
    BOOST_REQUIRE_EQUAL(reply.status, 201);
    return json::parse(reply.body)["comment"]["state"].get<std::string>();
  };
  BOOST_TEST(state({{"Origin", own_origin}}) == "held");
  BOOST_TEST(state(with(desk.owner.reading(), "Origin", own_origin)) == "published");
  BOOST_TEST(state(with(desk.owner.reading(), "Origin", origin)) == "held"); // another page's request
  BOOST_TEST(state(with(analyst.reading(), "Origin", own_origin)) == "held");
  const std::string here(43, 'i');
  const std::string elsewhere(43, 'e');
  desk.add_page_session(here, desk.owner, "blog", origin);
  desk.add_page_session(elsewhere, desk.owner, "other", origin);
  BOOST_TEST(state({{"Authorization", "Bearer " + here}, {"Origin", origin}}) == "published");
  BOOST_TEST(state({{"Authorization", "Bearer " + elsewhere}, {"Origin", origin}}) == "held");
}

BOOST_AUTO_TEST_SUITE_END()
