// Who gets into the desk, over real sockets: sessions, forged requests, links.
#include "tests/http/desk.h"

using namespace palabre;
using namespace palabre::test;
using nlohmann::json;

BOOST_AUTO_TEST_SUITE(desk_session)

BOOST_AUTO_TEST_CASE(the_cookie_is_kept_from_scripts_and_from_other_sites) {
  Desk desk;
  const Reply reply = desk.server.post_json(root + "session", credentials("OWNER@blog.example"));
  const std::string cookie = reply.header("set-cookie");
  BOOST_TEST(cookie.rfind("palabre_desk=", 0) == 0u);
  for (const char* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=2592000"}) {
    BOOST_TEST(cookie.find(part) != std::string::npos, part);
  }
  BOOST_TEST(cookie.find("Secure") == std::string::npos);
  BOOST_TEST(reply.header("cache-control") == "no-store, private");
  const json body = json::parse(reply.body);
  BOOST_TEST(body["member"]["role"] == "owner");
  BOOST_TEST(body["sites"].size() == 2u);
  BOOST_TEST(reply.body.find(cookie_of(reply).substr(13)) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(behind_a_trusted_proxy_that_speaks_tls_the_cookie_is_its_hosts_alone) {
  Desk desk([](http::ServerOptions& options) { options.trusted_proxies = {"127.0.0.1/32"}; });
  const Headers tls{{"X-Forwarded-Proto", "https"}};
  const Reply reply = desk.server.post_json(root + "session", credentials("owner@blog.example"), tls);
  const std::string cookie = reply.header("set-cookie");
  BOOST_TEST(cookie.rfind("__Host-palabre_desk=", 0) == 0u);
  BOOST_TEST(cookie.find("; Secure") != std::string::npos);
  const std::string token = cookie_of(reply).substr(20);
  BOOST_TEST(desk.get("session", with(tls, "Cookie", "__Host-palabre_desk=" + token)).status == 200);
  BOOST_TEST(desk.get("session", with(tls, "Cookie", "palabre_desk=" + token)).status == 401); // anybody's to plant
  Desk untrusting;
  const Reply believed = untrusting.server.post_json(root + "session", credentials("owner@blog.example"), tls);
  BOOST_TEST(believed.header("set-cookie").rfind("palabre_desk=", 0) == 0u);
}

BOOST_AUTO_TEST_CASE(forged_and_stolen_sessions) {
  Desk desk;
  const std::string token = desk.owner.cookie.substr(13);
  const std::vector<std::string> wrong{"",
                                       "palabre_desk=",
                                       "palabre_desk=" + std::string(43, 'A'),
                                       "palabre_desk=" + token + "A",
                                       "palabre_desk=" + token.substr(1),
                                       "palabre_desk=\"" + token + "\"",
                                       "other=" + token,
                                       "palabre_desk=' or 1=1 --",
                                       "palabre_desk=" + token + "; palabre_desk=" + std::string(43, 'B'),
                                       "palabre_desk=" + service::hash_of_session(token)};
  for (const std::string& cookie : wrong) {
    check_problem(desk.get("session", {{"Cookie", cookie}}), 401, "not_signed_in");
  }
  check_problem(desk.get("session", {{"Authorization", "Bearer " + token}, {"Origin", own_origin}}), 401,
                "not_signed_in");
  BOOST_TEST(desk.get("session", {{"Cookie", "a=b; palabre_desk=" + token + "; c"}}).status == 200);
}

BOOST_AUTO_TEST_CASE(a_session_ends_with_sign_out_time_and_the_next_sign_in) {
  Desk desk;
  const auto sign_in = [&](const Headers& headers = {}) {
    return signed_in(desk.server.post_json(root + "session", credentials("owner@blog.example"), headers));
  };
  const SignedIn next = sign_in(desk.owner.reading());
  BOOST_TEST(next.cookie != desk.owner.cookie);
  BOOST_TEST(!desk.is_in(desk.owner)); // what somebody may have fixed is over
  const SignedIn other = sign_in();
  const Reply out = desk.send("DELETE", "session", next.writing());
  BOOST_TEST(out.status == 204);
  BOOST_TEST(out.header("set-cookie").find("Max-Age=0") != std::string::npos);
  BOOST_TEST(!desk.is_in(next));
  BOOST_TEST(desk.is_in(other));
  const SignedIn third = sign_in();
  BOOST_TEST(desk.send("DELETE", "sessions", other.writing()).status == 204);
  BOOST_TEST(!desk.is_in(third));
  const SignedIn last = sign_in();
  desk.server.now += service::session_idle.milliseconds;
  check_problem(desk.get("session", last.reading()), 401, "not_signed_in");
}

BOOST_AUTO_TEST_CASE(only_the_desks_own_pages_change_anything) {
  Desk desk;
  const std::string body = R"({"name":"Forged"})";
  const Headers& good = desk.owner.writing();
  check_problem(desk.send("PATCH", "session", desk.owner.reading(), body), 403, "wrong_csrf", "X-Palabre-Desk");
  check_problem(desk.send("PATCH", "session", with(desk.owner.reading(), "X-Palabre-Desk", std::string(43, 'x')), body),
                403, "wrong_csrf", "X-Palabre-Desk");
  const SignedIn other = desk.join("other@blog.example", MemberRole::owner);
  check_problem(desk.send("PATCH", "session", with(desk.owner.reading(), "X-Palabre-Desk", other.csrf), body), 403,
                "wrong_csrf", "X-Palabre-Desk");
  for (const char* from : {"https://evil.example", "https://blog.example", "null", "http://comments.example:81"}) {
    check_problem(desk.send("PATCH", "session", with(good, "Origin", from), body), 403, "origin_not_allowed", "Origin");
    check_problem(desk.get("session", with(good, "Origin", from)), 403, "origin_not_allowed", "Origin");
    check_problem(desk.send("POST", "session", {{"Origin", from}}, credentials("owner@blog.example")), 403,
                  "origin_not_allowed", "Origin");
  }
  for (const char* site : {"cross-site", "same-site", "strange"}) {
    check_problem(desk.get("session", with(good, "Sec-Fetch-Site", site)), 403, "origin_not_allowed", "Sec-Fetch-Site");
  }
  BOOST_TEST(json::parse(desk.get("session", good).body)["member"]["name"] == "N");
  BOOST_TEST(
      desk.send("PATCH", "session", with(with(good, "Origin", own_origin), "Sec-Fetch-Site", "same-origin"), body)
          .status == 200);
}

BOOST_AUTO_TEST_CASE(a_preflight_gives_no_foreign_page_the_desks_header) {
  Desk desk;
  const Reply reply = desk.server.ask("OPTIONS", root + "session",
                                      {{"Origin", origin},
                                       {"Access-Control-Request-Method", "PATCH"},
                                       {"Access-Control-Request-Headers", "x-palabre-desk"}});
  BOOST_TEST(reply.header("access-control-allow-headers").find("alabre") == std::string::npos);
  BOOST_TEST(reply.header("access-control-allow-credentials") == "");
}

BOOST_AUTO_TEST_CASE(methods_are_what_they_say) {
  Desk desk;
  const Headers tricks = with(desk.owner.writing(), "X-HTTP-Method-Override", "DELETE");
  BOOST_TEST(desk.get("session?_method=DELETE", tricks).status == 200);
  BOOST_TEST(desk.is_in(desk.owner));
  BOOST_TEST(desk.server.ask("HEAD", root + "session", desk.owner.reading()).status == 200);
  BOOST_TEST(desk.server.ask("HEAD", root + "sessions", desk.owner.reading()).status == 405);
  check_problem(desk.send("PUT", "session", desk.owner.writing(), "{}"), 405, "method_not_allowed");
  check_problem(desk.get("nothing", desk.owner.reading()), 404, "unknown_route");
}

BOOST_AUTO_TEST_CASE(wrong_passwords_are_refused_then_slowed) {
  Desk desk;
  const auto attempt = [&](const std::string& email, const std::string& text) {
    return desk.server.post_json(root + "session", credentials(email, text));
  };
  const Reply known = attempt("owner@blog.example", "wrong");
  check_problem(known, 401, "wrong_credentials");
  BOOST_TEST(known.body == attempt("nobody@blog.example", "wrong").body);
  BOOST_TEST(known.header("set-cookie") == "");
  Reply last;
  for (int i = 0; i < 10 && last.status != 429; ++i) last = attempt("owner@blog.example", "wrong");
  check_problem(last, 429, "rate_limited");
  BOOST_TEST(attempt("owner@blog.example", password).status == 429);
  desk.server.now += std::stoll(last.header("retry-after")) * 1000;
  BOOST_TEST(attempt("owner@blog.example", password).status == 200);
}

BOOST_AUTO_TEST_CASE(any_body_is_answered) {
  Desk desk;
  const std::vector<std::string> bodies{"{",
                                        "[]",
                                        "null",
                                        "\xff\xfe",
                                        R"({"email":1,"password":[]})",
                                        "\"x\"",
                                        R"({"email":"a\u0000b","password":"x"})",
                                        "{\"email\":\"" + std::string(100'000, 'a') + "\",\"password\":\"x\"}",
                                        std::string(20'000, '[')};
  for (const std::string& body : bodies) {
    for (const auto& [method, path] :
         std::vector<std::pair<std::string, std::string>>{{"POST", "session"},
                                                          {"PATCH", "session"},
                                                          {"POST", "invitations"},
                                                          {"PATCH", "members/1"},
                                                          {"POST", "invitations/" + std::string(43, 'a')}}) {
      const int status = desk.send(method, path, desk.owner.writing(), body).status;
      BOOST_TEST((status >= 400 && status < 500), method + " " + path + " " + body.substr(0, 40));
    }
  }
  BOOST_TEST(desk.send("POST", "session", with({}, "Content-Type", "text/plain"), "").status == 400);
  check_problem(desk.server.ask("POST", root + "session", {{"Content-Type", "text/plain"}}, credentials("a@b.c")), 415,
                "unsupported_media_type", "Content-Type");
  desk.server.check_alive();
}

BOOST_AUTO_TEST_CASE(links_open_once) {
  Desk desk;
  const Reply made =
      desk.send("POST", "invitations", desk.owner.writing(), R"({"role":"moderator","email":"x@y.example"})");
  const std::string token = json::parse(made.body)["token"];
  const json info = json::parse(desk.get("invitations/" + token, {}).body);
  BOOST_TEST(info["role"] == "moderator");
  BOOST_TEST(info["email"] == "x@y.example");
  (void)desk.accept(token, "first@blog.example");
  check_problem(desk.get("invitations/" + token, {}), 410, "invitation_over");
  check_problem(desk.server.post_json(root + "invitations/" + token,
                                      R"({"name":"M","email":"m@b.example","password":"1234567890"})"),
                410, "invitation_over");
  for (const std::string& wrong :
       {std::string("x"), std::string(43, 'x'), std::string(2000, 'x'), std::string("%00")}) {
    check_problem(desk.get("invitations/" + wrong, {}), 410, "invitation_over");
  }
  const std::string second =
      json::parse(desk.send("POST", "invitations", desk.owner.writing(), R"({"role":"owner"})").body)["token"];
  const json team = json::parse(desk.get("team", desk.owner.reading()).body);
  BOOST_REQUIRE(team["invitations"].size() == 1u);
  const std::string id = std::to_string(team["invitations"][0]["id"].get<std::int64_t>());
  BOOST_TEST(desk.send("DELETE", "invitations/" + id, desk.owner.writing()).status == 204);
  check_problem(desk.get("invitations/" + second, {}), 410, "invitation_over");
}

BOOST_AUTO_TEST_CASE(who_is_removed_or_demoted_is_out_with_the_next_request) {
  Desk desk;
  const SignedIn moderator = desk.join("m@blog.example", MemberRole::moderator);
  BOOST_TEST(desk.is_in(moderator));
  BOOST_TEST(desk.send("PATCH", "members/" + moderator.id, desk.owner.writing(), R"({"role":"analyst"})").status ==
             200);
  BOOST_TEST(!desk.is_in(moderator));
  const SignedIn again = signed_in(desk.server.post_json(root + "session", credentials("m@blog.example")));
  BOOST_TEST(desk.send("DELETE", "members/" + moderator.id, desk.owner.writing()).status == 204);
  BOOST_TEST(!desk.is_in(again));
  check_problem(desk.server.post_json(root + "session", credentials("m@blog.example")), 401, "wrong_credentials");
  check_problem(desk.send("DELETE", "members/" + desk.owner.id, desk.owner.writing()), 409, "last_owner");
  check_problem(desk.send("PATCH", "members/" + desk.owner.id, desk.owner.writing(), R"({"role":"analyst"})"), 409,
                "last_owner");
  check_problem(desk.send("POST", "members/" + moderator.id + "/reset", desk.owner.writing()), 404, "unknown_member",
                "id");
  check_problem(desk.send("PATCH", "members/x", desk.owner.writing(), R"({"role":"analyst"})"), 404, "unknown_member",
                "id");
}

BOOST_AUTO_TEST_CASE(analysts_see_the_team_without_its_links) {
  Desk desk;
  const SignedIn analyst = desk.join("a@blog.example", MemberRole::analyst);
  (void)desk.send("POST", "invitations", desk.owner.writing(), R"({"role":"owner"})");
  const json team = json::parse(desk.get("team", analyst.reading()).body);
  BOOST_TEST(team["members"].size() == 2u);
  BOOST_TEST(team["invitations"].empty());
}

BOOST_AUTO_TEST_SUITE_END()
