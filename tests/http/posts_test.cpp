// Posts and polls over real sockets: what readers see, voting, and what the desk does with them.
#include "tests/http/desk.h"

#include "shared/rules/ballot_suspicion.h"

namespace palabre::test {
namespace {

using nlohmann::json;

std::string token(const std::string& who) {
  std::string text = "reader-" + who;
  return text.append(43 - text.size(), 'A');
}

struct Polls {
  explicit Polls(const std::function<void(http::ServerOptions&)>& adjust = {}) : desk(adjust) {}

  [[nodiscard]] static json draft(const std::string& kind = "single") {
    json poll{{"kind", kind}, {"results", "always"}};
    if (kind != "scale") poll["options"] = {{{"text", "Red"}}, {{"text", "Green"}}, {{"text", "Blue"}}};
    if (kind == "multiple" || kind == "ranked") poll["most"] = 3;
    return {{"site", "blog"}, {"kind", "poll"}, {"state", "planned"}, {"title", "Which?"}, {"poll", poll}};
  }
  [[nodiscard]] json add(const json& post) const {
    const Reply reply = desk.send("POST", "posts", desk.owner.writing(), json{{"post", post}}.dump());
    BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
    return json::parse(reply.body);
  }
  [[nodiscard]] Reply change(const json& post) const {
    return desk.send("PUT", "posts/" + post["id"].get<std::string>(), desk.owner.writing(),
                     json{{"post", post}, {"revision", post["revision"]}}.dump());
  }
  [[nodiscard]] Reply cast(const json& post, const std::string& who, const json& body,
                           const std::string& address = {}) const {
    Headers headers{{"Content-Type", "application/json"}};
    if (!address.empty()) headers.emplace_back("X-Forwarded-For", address);
    if (!who.empty()) headers.emplace_back("Authorization", "Bearer " + token(who));
    return desk.server.ask("PUT", "/api/v1/polls/" + post["id"].get<std::string>() + "/ballot", headers, body.dump());
  }
  [[nodiscard]] json read(const std::string& target, Headers headers = {}) const {
    const Reply reply = desk.server.get(target, headers);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, target << " " << reply.body);
    return json::parse(reply.body);
  }
  [[nodiscard]] json shown(const json& post) const {
    return read("/api/v1/posts/" + post["id"].get<std::string>())["posts"][0];
  }
  [[nodiscard]] json results(const json& post) const {
    const Reply reply = desk.get("polls/" + post["id"].get<std::string>() + "/results", desk.owner.reading());
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    return json::parse(reply.body);
  }
  [[nodiscard]] std::string time(std::int64_t seconds_from_now) const {
    return to_rfc3339(Instant{desk.server.now + seconds_from_now * 1000});
  }
  void wait(std::int64_t seconds) { desk.server.now += seconds * 1000; }

  Desk desk;
};

std::int64_t count_of(const json& result, int option) {
  for (const json& count : result["counts"]) {
    if (count["option"] == option) return count["count"];
  }
  return -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(posts)

BOOST_AUTO_TEST_CASE(a_ballot_is_seen_at_once_and_may_be_changed) {
  Polls polls;
  const json post = polls.add(Polls::draft());
  const json before = polls.shown(post);
  BOOST_TEST(before["poll_view"]["result"]["ballots"] == 0);
  BOOST_TEST(!before.contains("by"));
  const Reply reply = polls.cast(post, "ada", {{"choices", {2}}});
  BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
  BOOST_TEST(reply.header("cache-control") == "no-store, private");
  const json receipt = json::parse(reply.body);
  BOOST_TEST(receipt["ballot"]["choices"] == json({2}));
  BOOST_TEST(count_of(receipt["post"]["poll_view"]["result"], 2) == 1);
  BOOST_TEST(count_of(polls.shown(post)["poll_view"]["result"], 2) == 1);
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {3}}}).status == 200);
  const json after = polls.shown(post)["poll_view"];
  BOOST_TEST(count_of(after["result"], 2) == 0);
  BOOST_TEST(count_of(after["result"], 3) == 1);
  BOOST_TEST(after["voters"] == 1);
}

BOOST_AUTO_TEST_CASE(one_token_counts_once_however_often_it_is_sent) {
  Polls polls;
  const json post = polls.add(Polls::draft());
  for (int i = 0; i < 5; ++i) BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 1);
}

BOOST_AUTO_TEST_CASE(a_ballot_needs_a_token_and_has_to_fit) {
  Polls polls;
  const json post = polls.add(Polls::draft());
  check_problem(polls.cast(post, "", {{"choices", {1}}}), 401, "missing_token", "Authorization");
  for (const json& forged : {json{9}, json{0}, json{1, 2}, json::array(), json{1, 1}}) {
    check_problem(polls.cast(post, "ada", {{"choices", forged}}), error_info(ErrorCode::bad_ballot).status,
                  "bad_ballot", "choices");
  }
  check_problem(polls.cast(post, "ada", {{"choices", {-1}}}), 400, "unknown_field_value", "choices");
  check_problem(polls.cast(post, "ada", {{"choices", "1"}}), 400, "wrong_type", "choices");
  check_problem(polls.cast(post, "ada", {{"choices", {1}}, {"other", "Pink"}}),
                error_info(ErrorCode::bad_ballot).status, "bad_ballot", "other");
  check_problem(polls.cast({{"id", "999"}}, "ada", {{"choices", {1}}}), 404, "unknown_post");
  check_problem(polls.cast(post, "ada", {{"choices", {1}}, {"name", std::string(200'000, 'x')}}), 413,
                "payload_too_large");
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 0);
  polls.desk.server.check_alive();
}

BOOST_AUTO_TEST_CASE(the_servers_clock_opens_and_closes) {
  Polls polls;
  json draft = Polls::draft();
  draft["starts"] = polls.time(100);
  draft["ends"] = polls.time(200);
  const json post = polls.add(draft);
  const std::string thread = "/api/v1/thread?site=blog&page=/a";
  BOOST_TEST(!polls.read(thread).contains("posts"));
  check_problem(polls.desk.server.get("/api/v1/posts/" + post["id"].get<std::string>()), 404, "unknown_post");
  check_problem(polls.cast(post, "ada", {{"choices", {1}}}), 409, "not_open_yet");
  polls.wait(100);
  BOOST_TEST(polls.read(thread)["posts"][0]["phase"] == "open"); // without anybody's write
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  polls.wait(100);
  BOOST_TEST(polls.read(thread)["posts"][0]["phase"] == "closed");
  check_problem(polls.cast(post, "bob", {{"choices", {1}}}), 409, "closed");
  check_problem(polls.cast(post, "ada", {{"choices", {2}}}), 409, "closed");
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200); // a repeated request gets its answer
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 1);
  polls.wait(31 * 24 * 3600);
  BOOST_TEST(!polls.read(thread).contains("posts")); // long over
  BOOST_TEST(polls.shown(post)["phase"] == "closed");
}

BOOST_AUTO_TEST_CASE(where_ballots_stay_another_is_refused) {
  Polls polls;
  json draft = Polls::draft();
  draft["poll"]["changeable"] = false;
  const json post = polls.add(draft);
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  check_problem(polls.cast(post, "ada", {{"choices", {2}}}), 409, "already_voted");
}

BOOST_AUTO_TEST_CASE(a_ballot_is_taken_back_as_long_as_it_may_be_changed) {
  Polls polls;
  json draft = Polls::draft();
  draft["ends"] = polls.time(60);
  const json post = polls.add(draft);
  const auto take_back = [&](const json& one, const std::string& who) {
    Headers headers;
    if (!who.empty()) headers.emplace_back("Authorization", "Bearer " + token(who));
    return polls.desk.server.ask("DELETE", "/api/v1/polls/" + one["id"].get<std::string>() + "/ballot", headers);
  };
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  BOOST_TEST(polls.cast(post, "bob", {{"choices", {1}}}).status == 200);
  check_problem(take_back(post, ""), 401, "missing_token", "Authorization");
  const Reply gone = take_back(post, "ada");
  BOOST_TEST(gone.status == 200);
  BOOST_TEST(json::parse(gone.body) == (json{{"post", post["id"]}}));
  BOOST_TEST(take_back(post, "ada").status == 200);
  BOOST_TEST(count_of(polls.shown(post)["poll_view"]["result"], 1) == 1);
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {2}}}).status == 200);
  BOOST_TEST(polls.shown(post)["poll_view"]["result"]["ballots"] == 2);

  json fixed = Polls::draft();
  fixed["poll"]["changeable"] = false;
  const json stays = polls.add(fixed);
  BOOST_TEST(polls.cast(stays, "ada", {{"choices", {1}}}).status == 200);
  check_problem(take_back(stays, "ada"), 409, "already_voted");
  polls.wait(61);
  check_problem(take_back(post, "ada"), 409, "closed");
  BOOST_TEST(polls.shown(post)["poll_view"]["result"]["ballots"] == 2);
  check_problem(polls.desk.server.ask("DELETE", "/api/v1/polls/999/ballot", {}), 404, "unknown_post");
}

BOOST_AUTO_TEST_CASE(results_are_shown_to_whom_the_owner_says) {
  Polls polls;
  json draft = Polls::draft();
  draft["poll"]["results"] = "after_voting";
  const json post = polls.add(draft);
  const std::string me = "/api/v1/posts/" + post["id"].get<std::string>() + "/me";
  const Headers ada{{"Authorization", "Bearer " + token("ada")}};
  BOOST_TEST(!polls.read(me, ada).contains("ballot"));
  const json receipt = json::parse(polls.cast(post, "ada", {{"choices", {1}}}).body);
  BOOST_TEST(receipt["post"]["poll_view"]["shown"] == true);
  BOOST_TEST(polls.shown(post)["poll_view"]["shown"] == false);
  BOOST_TEST(!polls.shown(post)["poll_view"].contains("result"));
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 1);
  BOOST_TEST(count_of(polls.read(me, ada)["poll_view"]["result"], 1) == 1);
  const json own = polls.read("/api/v1/me?site=blog&page=/a", ada)["posts"];
  BOOST_REQUIRE(own.size() == 1U);
  BOOST_TEST(own[0]["ballot"]["choices"] == json({1}));
  const std::string ballots = "/api/v1/polls/" + post["id"].get<std::string>() + "/ballots";
  check_problem(polls.desk.server.get(ballots), 409, "not_open_yet");
  check_problem(polls.desk.server.get(me), 401, "missing_token", "Authorization");

  draft["poll"]["results"] = "staff";
  const json hidden = polls.add(draft);
  const json for_ada = json::parse(polls.cast(hidden, "ada", {{"choices", {1}}}).body);
  BOOST_TEST(for_ada["post"]["poll_view"]["shown"] == false);
  BOOST_TEST(for_ada["post"]["poll_view"]["voters"] == 0);
  BOOST_TEST(polls.results(hidden)["post"]["poll_view"]["result"]["ballots"] == 1);
}

BOOST_AUTO_TEST_CASE(anybody_can_count_what_is_published) {
  Polls polls;
  const json post = polls.add(Polls::draft("ranked"));
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1, 3}}}).status == 200);
  BOOST_TEST(polls.cast(post, "bob", {{"choices", {2}}}).status == 200);
  BOOST_TEST(polls.cast(post, "cy", {{"choices", {3, 2}}}).status == 200);
  BOOST_TEST(polls.cast(post, "di", {{"choices", {2, 3}}}).status == 200);
  const std::string target = "/api/v1/polls/" + post["id"].get<std::string>() + "/ballots";
  const Reply reply = polls.desk.server.get(target);
  const json published = json::parse(reply.body);
  BOOST_TEST(published["ballots"].size() == 4U);
  BOOST_TEST(published["result"]["winners"] == json({2}));
  BOOST_TEST(!published.contains("named"));
  BOOST_TEST(reply.body.find("reader") == std::string::npos);
  BOOST_TEST(polls.desk.server.get(target, {{"If-None-Match", reply.header("etag")}}).status == 304);
  BOOST_TEST(polls.cast(post, "eve", {{"choices", {1}}}).status == 200);
  BOOST_TEST(polls.desk.server.get(target, {{"If-None-Match", reply.header("etag")}}).status == 200);
}

BOOST_AUTO_TEST_CASE(open_ballots_carry_names) {
  Polls polls;
  json draft = Polls::draft();
  draft["poll"]["secrecy"] = "open";
  const json post = polls.add(draft);
  check_problem(polls.cast(post, "ada", {{"choices", {1}}}), 422, "field_empty", "name");
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}, {"name", " Ada  L. "}}).status == 200);
  const json published = polls.read("/api/v1/polls/" + post["id"].get<std::string>() + "/ballots");
  BOOST_REQUIRE(published["named"].size() == 1U);
  BOOST_TEST(published["named"][0]["name"] == "Ada L.");
}

BOOST_AUTO_TEST_CASE(a_thread_carries_its_pages_posts_with_their_words) {
  Polls polls;
  json draft = Polls::draft();
  draft["pages"] = {"/a*"};
  const json post = polls.add(draft);
  const json thread = polls.read("/api/v1/thread?site=blog&page=/abc&html=1");
  BOOST_REQUIRE(thread.contains("posts"));
  BOOST_TEST(thread["posts"][0]["id"] == post["id"]);
  BOOST_TEST(thread["posts_html"].get<std::string>().find("Which?") != std::string::npos);
  BOOST_TEST(!polls.read("/api/v1/thread?site=blog&page=/b").contains("posts"));
  BOOST_TEST(polls.read("/api/v1/posts?site=blog&page=/abc")["posts"].size() == 1U);
  BOOST_TEST(polls.read("/api/v1/posts?site=blog&page=/b")["posts"].empty());
  json withdrawn = post;
  withdrawn["state"] = "withdrawn";
  BOOST_TEST(polls.change(withdrawn).status == 200);
  BOOST_TEST(!polls.read("/api/v1/thread?site=blog&page=/abc&html=1").contains("posts")); // at once
}

BOOST_AUTO_TEST_CASE(a_poll_in_an_answer_of_the_team_is_voted_on_where_it_stands) {
  Polls polls;
  json draft = Polls::draft();
  draft["shape"] = "in_place";
  const json post = polls.add(draft);
  const std::string id = post["id"];
  const std::string asked = polls.desk.server.post("/a", "Which colour will it be?")["comment"]["id"];
  const auto answer = [&](const std::string& body) {
    return polls.desk.send("POST", "replies", polls.desk.owner.writing(),
                           json{{"parent", asked}, {"body", body}}.dump());
  };
  check_problem(answer("You decide:\n\n[poll:999]"), 404, "unknown_post", "body");
  check_problem(answer("[poll:" + id + "]"), 422, "field_empty", "body");
  BOOST_REQUIRE_EQUAL(answer("You decide:\n\n[poll:" + id + "]").status, 201);

  const json thread = polls.read("/api/v1/thread?site=blog&page=/a&sort=oldest&html=1");
  BOOST_TEST(thread["comments"][1]["poll"] == id);
  BOOST_TEST(thread["comments"][1]["body"].get<std::string>().find("[poll:") == std::string::npos);
  BOOST_REQUIRE_EQUAL(thread["posts"].size(), 1U);
  BOOST_TEST(thread["posts"][0]["id"] == id);
  BOOST_TEST(thread["posts"][0]["shape"] == "in_place");
  BOOST_TEST(thread["html"].get<std::string>().find("p-poll-" + id) != std::string::npos);
  BOOST_TEST(polls.desk.server.get("/t/blog/a").body.find("href=\"/p/blog/" + id + "\"") != std::string::npos);

  BOOST_TEST(polls.cast(post, "ada", {{"choices", {2}}}).status == 200);
  const json voted = polls.read("/api/v1/thread?site=blog&page=/a");
  BOOST_TEST(count_of(voted["posts"][0]["poll_view"]["result"], 2) == 1);
  // A reader who writes the same writes words.
  const json reader = polls.desk.server.post("/b", "Mine:\n\n[poll:" + id + "]")["comment"];
  BOOST_TEST(!reader.contains("poll"));
  BOOST_TEST(reader["body"].get<std::string>().find("[poll:" + id + "]") != std::string::npos);
  BOOST_TEST(!polls.read("/api/v1/thread?site=blog&page=/b").contains("posts"));
}

BOOST_AUTO_TEST_CASE(what_has_a_place_of_its_own_is_on_no_list) {
  Polls polls;
  json draft = Polls::draft();
  draft["shape"] = "in_place";
  const json post = polls.add(draft);
  BOOST_TEST(polls.read("/api/v1/posts?site=blog&page=/a")["posts"].empty());
  BOOST_TEST(polls.shown(post)["title"] == "Which?");
}

BOOST_AUTO_TEST_CASE(a_few_dozen_from_one_network_count_and_stuffing_waits_for_the_owner) {
  Polls polls([](http::ServerOptions& options) { options.rate_limits = http::RateLimits::on; });
  const json post = polls.add(Polls::draft());
  for (int i = 0; i < 60; ++i) {
    BOOST_TEST(polls.cast(post, "s" + std::to_string(i), {{"choices", {2}}}).status == 200);
    polls.wait(1 + i % 7);
  }
  const json view = polls.shown(post)["poll_view"];
  BOOST_TEST(view["voters"] == rules::one_room);
  BOOST_TEST(view["set_apart"] == 60 - rules::one_room);
  const json results = polls.results(post);
  BOOST_TEST(results["with_all"]["ballots"] == 60);
  BOOST_REQUIRE(results["anomalies"].size() == 1U);
  BOOST_TEST(results["anomalies"][0]["rule"] == "network");
  const json review{{"group", results["anomalies"][0]["group"]}, {"standing", "counted"}};
  const Reply reviewed = polls.desk.send("PUT", "polls/" + post["id"].get<std::string>() + "/review",
                                         polls.desk.owner.writing(), review.dump());
  BOOST_REQUIRE_MESSAGE(reviewed.status == 200, reviewed.body);
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 60); // at once
}

void watch(http::ServerOptions& options) {
  options.rate_limits = http::RateLimits::on;
}

BOOST_AUTO_TEST_CASE(a_header_from_anybody_does_not_make_another_network) {
  Polls polls(watch);
  const json post = polls.add(Polls::draft());
  for (int i = 0; i < 50; ++i) {
    const std::string address = "203.0." + std::to_string(i) + ".9";
    BOOST_TEST(polls.cast(post, "s" + std::to_string(i), {{"choices", {2}}}, address).status == 200);
    polls.wait(1 + i % 7);
  }
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == rules::one_room);
}

// A site or a tunnel has 65,536 networks of 64 bits.
BOOST_AUTO_TEST_CASE(all_of_an_ipv6_sites_networks_are_one) {
  Polls polls([](http::ServerOptions& options) {
    watch(options);
    options.trusted_proxies = {"127.0.0.1"};
  });
  const json post = polls.add(Polls::draft());
  for (int i = 0; i < 20; ++i) {
    const std::string voter = "198.51." + std::to_string(i) + ".7";
    BOOST_TEST(polls.cast(post, "o" + std::to_string(i), {{"choices", {1 + i % 2}}}, voter).status == 200);
    polls.wait(1 + i % 7);
  }
  const json first = json::parse(polls.cast(post, "first", {{"choices", {3}}}, "2001:db8:7::1").body);
  for (int i = 0; i < 29; ++i) {
    const std::string address = "9.9.9.9, 2001:db8:7:" + std::to_string(1000 + i * 37) + "::1"; // the first is made up
    const Reply reply = polls.cast(post, "s" + std::to_string(i), {{"choices", {3}}}, address);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const json receipt = json::parse(reply.body);
    BOOST_TEST(receipt["ballot"] == first["ballot"]); // as everybody is answered
    BOOST_TEST(receipt.size() == first.size());
    polls.wait(1 + i % 5);
  }
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == 20 + rules::household);
  BOOST_TEST(count_of(polls.shown(post)["poll_view"]["result"], 3) == rules::household);
  BOOST_TEST(polls.results(post)["anomalies"][0]["rule"] == "alike");
  BOOST_TEST(polls.results(post)["anomalies"][0]["ballots"] == 25);
}

BOOST_AUTO_TEST_CASE(a_script_as_fast_as_it_can_is_set_apart_after_a_household) {
  Polls polls(watch);
  const json post = polls.add(Polls::draft());
  for (int i = 0; i < 30; ++i) {
    BOOST_TEST(polls.cast(post, "s" + std::to_string(i), {{"choices", {1 + i % 3}}}).status == 200);
    polls.desk.server.now += 20;
  }
  BOOST_TEST(polls.shown(post)["poll_view"]["voters"] == rules::household);
  BOOST_TEST(polls.results(post)["anomalies"][0]["rule"] == "script");
}

BOOST_AUTO_TEST_CASE(an_other_answer_is_moderated_as_a_comment_is) {
  Polls polls;
  json draft = Polls::draft();
  draft["poll"]["other"] = true;
  const json post = polls.add(draft);
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {0}}, {"other", "Deep  purple"}}).status == 200);
  json results = polls.results(post);
  json view = polls.shown(post)["poll_view"];
  if (view.contains("others")) { // a careful site publishes harmless words
    BOOST_TEST(view["others"] == json({"Deep purple"}));
    BOOST_TEST(count_of(view["result"], 0) == 1);
  } else {
    BOOST_TEST(results["held_others"].size() == 1U);
  }
  BOOST_TEST(polls.cast(post, "bob", {{"choices", {0}}, {"other", "deep PURPLE!"}}).status == 200);
  view = polls.shown(post)["poll_view"];
  if (view.contains("others")) BOOST_TEST(view["others"] == json({"Deep purple"})); // equal ones are one
  check_problem(polls.cast(post, "cy", {{"choices", {0}}, {"other", "  "}}), 422, "field_empty", "other");
  check_problem(polls.cast(post, "cy", {{"choices", {0}}, {"other", std::string(201, 'x')}}), 422, "field_too_long",
                "other");
}

BOOST_AUTO_TEST_CASE(the_desk_keeps_posts_by_revision_and_role) {
  Polls polls;
  const json post = polls.add(Polls::draft());
  BOOST_TEST(post["revision"] == 1);
  BOOST_TEST(post["poll"]["options"][2]["id"] == 3);
  json next = post;
  next["title"] = "What?";
  BOOST_TEST(polls.change(next).status == 200);
  check_problem(polls.change(next), 409, "post_changed"); // at the former revision
  check_problem(polls.desk.get("posts/999", polls.desk.owner.reading()), 404, "unknown_post");
  json wrong = Polls::draft();
  wrong["poll"]["options"] = {{{"text", "Only"}}};
  const Reply refused = polls.desk.send("POST", "posts", polls.desk.owner.writing(), json{{"post", wrong}}.dump());
  check_problem(refused, 422, "field_empty", "post.poll.options");

  const SignedIn analyst = polls.desk.join("analyst@example.com", MemberRole::analyst);
  BOOST_TEST(polls.desk.get("posts", analyst.reading()).status == 200);
  check_problem(polls.desk.send("POST", "posts", analyst.writing(), json{{"post", Polls::draft()}}.dump()), 403,
                "not_allowed");
  check_problem(polls.desk.send("POST", "posts", {}, json{{"post", Polls::draft()}}.dump()), 401, "not_signed_in");

  const Reply closed =
      polls.desk.send("POST", "posts/" + post["id"].get<std::string>() + "/close", polls.desk.owner.writing());
  BOOST_REQUIRE_MESSAGE(closed.status == 200, closed.body);
  check_problem(polls.cast(post, "ada", {{"choices", {1}}}), 409, "closed");
  BOOST_TEST(polls.desk.send("DELETE", "posts/" + post["id"].get<std::string>(), polls.desk.owner.writing()).status ==
             204);
  check_problem(polls.desk.server.get("/api/v1/posts/" + post["id"].get<std::string>()), 404, "unknown_post");
  const std::string log = polls.desk.get("audit", polls.desk.owner.reading()).body;
  for (const char* action : {"post.add", "post.change", "post.close", "post.delete"}) {
    BOOST_TEST(log.find(action) != std::string::npos, action);
  }
}

BOOST_AUTO_TEST_CASE(what_people_voted_on_stays) {
  Polls polls;
  const json post = polls.add(Polls::draft());
  BOOST_TEST(polls.cast(post, "ada", {{"choices", {1}}}).status == 200);
  json next = post;
  next["poll"]["options"][0]["text"] = "Something else";
  check_problem(polls.change(next), 409, "fixed_by_ballots", "post.poll");
  next = post;
  next["ends"] = polls.time(1'000);
  BOOST_TEST(polls.change(next).status == 200);
  check_problem(polls.desk.send("DELETE", "posts/" + post["id"].get<std::string>(), polls.desk.owner.writing()), 409,
                "fixed_by_ballots");
}

BOOST_AUTO_TEST_CASE(the_calendar_has_its_days_and_the_share_of_promotion) {
  Polls polls;
  json draft = Polls::draft();
  draft["purpose"] = "promotion";
  const json open = polls.add(draft);
  draft["starts"] = polls.time(40LL * 24 * 3600);
  const json later = polls.add(draft);
  draft["state"] = "draft";
  const json kept = polls.add(draft);
  const auto list = [&](const std::string& query) {
    return json::parse(polls.desk.get("posts?site=blog&" + query, polls.desk.owner.reading()).body);
  };
  const json near = list("from=" + polls.time(-3600) + "&to=" + polls.time(24 * 3600));
  BOOST_REQUIRE(near["posts"].size() == 2U);
  BOOST_TEST(near["posts"][0]["post"]["id"] == open["id"]);
  BOOST_TEST(near["posts"][1]["phase"] == "draft");
  BOOST_TEST(near["promotion_30"] == 1);
  BOOST_TEST(near["value_30"] == 0);
  BOOST_TEST(list("from=" + polls.time(39LL * 24 * 3600) + "&to=" + polls.time(41LL * 24 * 3600))["posts"].size() ==
             3U);
  check_problem(polls.desk.get("posts?from=soon", polls.desk.owner.reading()), 400, "unknown_field_value", "from");
}

BOOST_AUTO_TEST_CASE(a_preview_shows_what_is_not_kept) {
  Polls polls;
  const Reply reply = polls.desk.send("POST", "posts/preview?lang=fr", polls.desk.owner.writing(),
                                      json{{"post", Polls::draft()}}.dump());
  BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
  BOOST_TEST(json::parse(reply.body)["html"].get<std::string>().find("Which?") != std::string::npos);
  BOOST_TEST(json::parse(polls.desk.get("posts", polls.desk.owner.reading()).body)["posts"].empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
