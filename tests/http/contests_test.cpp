// Contests over HTTP: the whole way from opening to prize, and those who try to take a shorter one.
#include <boost/test/unit_test.hpp>

#include <set>
#include <thread>

#include "shared/rules/draw.h"
#include "shared/wire/codec_posts.h"
#include "tests/http/desk.h"
#include "tests/support/contests.h"

namespace palabre::test {
namespace {

using nlohmann::json;

constexpr std::int64_t hour = 3'600'000;

std::string token_of(const std::string& who) {
  return who + std::string(22 - who.size(), '-');
}

Headers as(const std::string& who, const std::string& address = "") {
  Headers headers{{"Origin", origin}, {"Content-Type", "application/json"}};
  if (!who.empty()) headers.emplace_back("Authorization", "Bearer " + token_of(who));
  if (!address.empty()) headers.emplace_back("X-Forwarded-For", address);
  return headers;
}

struct Arena {
  explicit Arena(const Contest& contest = {}, const std::function<void(http::ServerOptions&)>& adjust = {})
      : desk([&](http::ServerOptions& options) {
          options.trusted_proxies = {"127.0.0.1/32"};
          if (adjust) adjust(options);
        }) {
    const Site site = must(desk.server.store().sites()).front();
    post = add_post(desk.server.store(), site,
                    contest_post(contest, Instant{desk.server.now - hour}, Instant{desk.server.now + hour}));
    path = "/api/v1/contests/" + post.id.text();
    at_desk = "contests/" + post.id.text();
  }
  [[nodiscard]] Reply enter(const Headers& headers, const std::string& name = "Zoé",
                            const std::string& text = "") const {
    return desk.server.ask("PUT", path + "/entry", headers,
                           json{{"name", name}, {"text", text}, {"page", "/a"}}.dump());
  }
  // From a network of their own.
  json enter(int reader) const {
    const std::string who = "reader" + std::to_string(reader);
    const Reply reply = enter(as(who, "10." + std::to_string(reader / 200) + "." + std::to_string(reader % 200) + ".1"),
                              "Zoé", "words of " + std::to_string(reader));
    BOOST_TEST_INFO(reply.body);
    BOOST_REQUIRE_EQUAL(reply.status, 200);
    return json::parse(reply.body)["entry"];
  }
  [[nodiscard]] json own(const std::string& who) const {
    const Reply reply = desk.server.get("/api/v1/posts/" + post.id.text() + "/me", as(who));
    BOOST_TEST_INFO(reply.body);
    BOOST_REQUIRE_EQUAL(reply.status, 200);
    return json::parse(reply.body);
  }
  [[nodiscard]] Reply at(const std::string& what, const std::string& method = "POST",
                         const std::string& body = "{}") const {
    return desk.send(method, at_desk + what, desk.owner.writing(), body);
  }
  [[nodiscard]] DrawProof proof() const {
    const Reply reply = desk.server.get(path + "/draw", {{"Origin", origin}});
    BOOST_REQUIRE_EQUAL(reply.status, 200);
    return must(wire::decode_draw_proof(reply.body));
  }

  Desk desk;
  Post post;
  std::string path;
  std::string at_desk;
};

Contest caption(std::uint32_t winners = 1) {
  Contest contest;
  contest.kind = ContestKind::caption;
  contest.winners = winners;
  return contest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(contests)

BOOST_AUTO_TEST_CASE(from_opening_to_prize) {
  Arena arena(caption(3));
  const std::string promised = arena.proof().seed_hash;
  BOOST_TEST(arena.proof().list.empty());
  std::vector<json> entries;
  for (int reader = 0; reader < 12; ++reader) entries.push_back(arena.enter(reader));
  BOOST_REQUIRE_EQUAL(arena.at("/prizes", "PUT", R"({"codes":["A-1","A-2","A-3","A-4"]})").status, 200);

  check_problem(arena.at("/freeze"), 409, "wrong_order");
  arena.desk.server.now += 2 * hour;
  check_problem(arena.at("/draw"), 409, "wrong_order");
  const json frozen = json::parse(arena.at("/freeze").body);
  BOOST_TEST(frozen["frozen"] == true);
  BOOST_TEST(frozen["accepted"] == 12);
  BOOST_TEST(arena.proof().seed.empty());
  const std::string closed_list = arena.proof().list_hash;
  const json drawn = json::parse(arena.at("/draw").body);
  BOOST_TEST(drawn["given"] == 3);

  // Anybody runs it again.
  const DrawProof proof = arena.proof();
  BOOST_TEST(proof.seed_hash == promised);
  BOOST_TEST(proof.list_hash == closed_list);
  BOOST_TEST(rules::to_name(rules::verify_draw(proof, 3)) == "right");
  std::set<std::string> codes;
  for (int reader = 0; reader < 12; ++reader) {
    const json own = arena.own("reader" + std::to_string(reader))["entry"];
    const std::int64_t number = own["number"];
    const std::string line = proof.list.at(static_cast<std::size_t>(number - 1));
    BOOST_TEST(line ==
               rules::entry_line(number, own["receipt"].get<std::string>(), "Zoé", own["text"].get<std::string>()));
    const bool won = std::find(proof.winners.begin(), proof.winners.end(), line) != proof.winners.end();
    BOOST_TEST(own.value("won", false) == won);
    BOOST_TEST(own.contains("prize") == won);
    if (won) codes.insert(own["prize"].get<std::string>());
  }
  BOOST_TEST(codes == (std::set<std::string>{"A-1", "A-2", "A-3"}), boost::test_tools::per_element());

  // A second draw is the first; nothing changes any more.
  BOOST_TEST(json::parse(arena.at("/draw").body)["post"]["contest_view"]["winners"] ==
             drawn["post"]["contest_view"]["winners"]);
  BOOST_TEST(arena.proof().winners == proof.winners, boost::test_tools::per_element());
  check_problem(arena.enter(as("late")), 409, "closed");
  check_problem(arena.at("/entries/1", "PUT", R"({"state":"refused"})"), 409, "closed");

  const json log = json::parse(arena.desk.get("audit", arena.desk.owner.reading()).body);
  std::multiset<std::string> actions;
  for (const json& line : log["entries"]) actions.insert(line["action"].get<std::string>());
  BOOST_TEST(actions.count("contest.prizes") == 1U);
  BOOST_TEST(actions.count("contest.freeze") == 1U);
  BOOST_TEST(actions.count("contest.draw") == 1U);
  BOOST_TEST(log.dump().find("A-1") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_gets_a_prize_that_is_not_theirs) {
  Arena arena(caption());
  for (int reader = 0; reader < 3; ++reader) arena.enter(reader);
  BOOST_REQUIRE_EQUAL(arena.at("/prizes", "PUT", R"({"codes":["SECRET-CODE"]})").status, 200);
  arena.desk.server.now += 2 * hour;
  BOOST_REQUIRE_EQUAL(arena.at("/freeze").status, 200);
  BOOST_REQUIRE_EQUAL(arena.at("/draw").status, 200);

  // A token that entered nothing gets the same answer as one that never was.
  const Reply invented = arena.desk.server.get("/api/v1/posts/" + arena.post.id.text() + "/me", as("invented"));
  const Reply another = arena.desk.server.get("/api/v1/posts/" + arena.post.id.text() + "/me", as("another"));
  BOOST_TEST(invented.status == 200);
  BOOST_TEST(invented.body == another.body);
  int told = 0;
  for (int reader = 0; reader < 3; ++reader) {
    told += arena.own("reader" + std::to_string(reader)).dump().find("SECRET-CODE") != std::string::npos ? 1 : 0;
  }
  BOOST_TEST(told == 1);
  for (const std::string& place :
       {arena.path + "/draw", "/api/v1/posts/" + arena.post.id.text(), std::string("/api/v1/posts?site=blog&page=/a"),
        std::string("/api/v1/thread?site=blog&page=/a")}) {
    const Reply reply = arena.desk.server.get(place, {{"Origin", origin}});
    BOOST_TEST_INFO(place);
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.body.find("SECRET-CODE") == std::string::npos);
    BOOST_TEST(reply.body.find("reader1") == std::string::npos);
  }
  check_problem(arena.desk.server.get("/api/v1/posts/" + arena.post.id.text() + "/me", as("")), 401, "missing_token",
                "Authorization");
}

BOOST_AUTO_TEST_CASE(the_seed_is_nowhere_before_the_draw) {
  Arena arena(caption());
  arena.enter(1);
  arena.desk.server.now += 2 * hour;
  const auto everything = [&] {
    return arena.desk.get(arena.at_desk, arena.desk.owner.reading()).body +
           arena.desk.get(arena.at_desk + "/entries", arena.desk.owner.reading()).body +
           arena.desk.get("posts?site=blog", arena.desk.owner.reading()).body +
           arena.desk.get("audit", arena.desk.owner.reading()).body + arena.desk.server.get(arena.path + "/draw").body +
           arena.desk.server.get("/api/v1/thread?site=blog&page=/a").body;
  };
  std::string before = everything();
  BOOST_REQUIRE_EQUAL(arena.at("/freeze").status, 200);
  before += everything();
  BOOST_REQUIRE_EQUAL(arena.at("/draw").status, 200);
  const std::string seed = arena.proof().seed;
  BOOST_TEST(rules::is_lower_hexadecimal(seed, rules::seed_digits));
  BOOST_TEST(before.find(seed) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(early_late_and_nameless_entries_are_refused) {
  Arena arena(caption());
  const std::int64_t middle = arena.desk.server.now;
  check_problem(arena.enter(as("")), 401, "missing_token", "Authorization");
  check_problem(arena.enter(as("ada"), "", "text"), 422, "field_empty", "name");
  check_problem(arena.enter(as("ada"), "Ada", ""), 422, "field_empty", "text");
  arena.desk.server.now = middle - 2 * hour;
  check_problem(arena.enter(as("ada"), "Ada", "early"), 409, "not_open_yet");
  check_problem(arena.desk.server.get(arena.path + "/draw"), 404, "unknown_post");
  arena.desk.server.now = middle + hour;
  check_problem(arena.enter(as("ada"), "Ada", "late"), 409, "closed");
  check_problem(arena.desk.server.ask("DELETE", arena.path + "/entry", as("ada")), 409, "closed");
  for (const char* id : {"999", "0", "-1", "x", "99999999999999999999"}) {
    check_problem(
        arena.desk.server.ask("PUT", "/api/v1/contests/" + std::string(id) + "/entry", as("ada"), R"({"name":"Ada"})"),
        404, "unknown_post", "id");
  }
  Headers elsewhere = as("ada");
  elsewhere.front().second = "https://other.example";
  check_problem(arena.enter(elsewhere, "Ada", "words"), 403, "origin_not_allowed", "Origin");
}

BOOST_AUTO_TEST_CASE(a_name_is_enough_for_a_giveaway) {
  Arena arena;
  const json entry = json::parse(arena.enter(as("ada"), "Ada Lovelace").body)["entry"];
  BOOST_TEST(entry["state"] == "accepted");
  BOOST_TEST(!entry.contains("text"));
  BOOST_TEST(json::parse(arena.enter(as("troll"), "fuck you idiot").body)["entry"]["state"] == "held");
}

BOOST_AUTO_TEST_CASE(an_entry_sent_again_is_one_entry) {
  Arena arena(caption());
  const json first = json::parse(arena.enter(as("ada"), "Ada", "words").body);
  BOOST_TEST(json::parse(arena.enter(as("ada"), "Ada", "words").body) == first);
  std::vector<std::thread> racers;
  for (int i = 0; i < 8; ++i) {
    racers.emplace_back([&, i] {
      (void)arena.enter(as("bob", "10.9.9." + std::to_string(i + 1)), "Bob", "words " + std::to_string(i));
    });
  }
  for (std::thread& racer : racers) racer.join();
  const json entries =
      json::parse(arena.desk.get(arena.at_desk + "/entries", arena.desk.owner.reading()).body)["entries"];
  BOOST_TEST(entries.size() == 2U);
  const Reply gone = arena.desk.server.ask("DELETE", arena.path + "/entry", as("bob"));
  BOOST_TEST(gone.status == 200);
  BOOST_TEST(!json::parse(gone.body).contains("entry"));
  BOOST_TEST(!arena.own("bob").contains("entry"));
}

BOOST_AUTO_TEST_CASE(a_script_with_fresh_tokens_waits_for_the_owner_and_readers_do_not) {
  Arena arena(caption());
  arena.enter(1);
  for (int i = 0; i < 40; ++i) {
    BOOST_REQUIRE_EQUAL(arena.enter(as("s" + std::to_string(i), "203.0.113." + std::to_string(i)), "S", "words").status,
                        200);
  }
  const json desk = json::parse(arena.desk.get(arena.at_desk, arena.desk.owner.reading()).body);
  BOOST_TEST(desk["accepted"] == 1);
  BOOST_TEST(desk["held"] == 40);
  const json held = json::parse(arena.desk.get(arena.at_desk + "/entries?state=held", arena.desk.owner.reading()).body);
  for (const json& entry : held["entries"]) BOOST_TEST(entry["suspect"] == true);
  arena.desk.server.now += 2 * hour;
  check_problem(arena.at("/freeze"), 409, "entries_waiting");
  for (const json& entry : held["entries"]) {
    const Reply ruled =
        arena.at("/entries/" + std::to_string(entry["number"].get<int>()), "PUT", R"({"state":"refused"})");
    BOOST_REQUIRE_EQUAL(ruled.status, 200);
    BOOST_TEST(json::parse(ruled.body)["state"] == "refused");
  }
  BOOST_TEST(arena.at("/freeze").status == 200);
  BOOST_TEST(arena.proof().list.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_questions_answer_is_not_found_by_trying) {
  Contest contest;
  contest.kind = ContestKind::question;
  contest.answers = {"Zanzibar"};
  Arena arena(contest);
  int wrong = 0;
  Reply last;
  for (int i = 0; i < 60; ++i) {
    last = arena.enter(as("t" + std::to_string(i), "203.0.113.7"), "T", "guess " + std::to_string(i));
    wrong += last.status == 422 ? 1 : 0;
  }
  BOOST_TEST(wrong == 30);
  check_problem(last, 429, "rate_limited");
  check_problem(arena.enter(as("t", "203.0.113.7"), "T", "Zanzibar"), 429, "rate_limited");
  BOOST_TEST(arena.enter(as("ada", "198.51.100.1"), "Ada", "zanzibar!").status == 200);
  for (const char* place : {"/api/v1/posts?site=blog&page=/a", "/api/v1/thread?site=blog&page=/a&html=1"}) {
    BOOST_TEST(arena.desk.server.get(place).body.find("Zanzibar") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(who_only_reads_at_the_desk_reads_no_right_answers) {
  Contest contest;
  contest.kind = ContestKind::question;
  contest.answers = {"Zanzibar"};
  Arena arena(contest);
  const std::string of_post = "posts/" + arena.post.id.text();
  BOOST_REQUIRE(arena.desk.send("POST", of_post + "/close", arena.desk.owner.writing(), "{}").status == 200); // logged
  const SignedIn analyst = arena.desk.join("an@a.example", MemberRole::analyst);
  const SignedIn moderator = arena.desk.join("m@a.example", MemberRole::moderator);
  const auto finds = [&](const std::string& path, const SignedIn& who) {
    const Reply reply = arena.desk.get(path, who.reading());
    BOOST_TEST(reply.status == 200, path);
    return reply.body.find("Zanzibar") != std::string::npos;
  };
  for (const std::string& path : {of_post, std::string("posts?site=blog")}) {
    BOOST_TEST(finds(path, moderator), path);
    BOOST_TEST(!finds(path, analyst), path);
  }
  BOOST_TEST(!finds("audit", analyst));
}

BOOST_AUTO_TEST_CASE(writes_are_limited_by_address) {
  Arena arena(caption(), [](http::ServerOptions& options) { options.rate_limits = http::RateLimits::on; });
  Reply last;
  for (int i = 0; i < 60; ++i) last = arena.enter(as("t" + std::to_string(i), "203.0.113.7"), "T", "words");
  check_problem(last, 429, "rate_limited");
}

BOOST_AUTO_TEST_CASE(a_vote_in_a_poll_is_asked_for_and_found) {
  Arena arena;
  storage::Store& store = arena.desk.server.store();
  const Site site = must(store.sites()).front();
  Post poll = arena.post;
  poll.kind = PostKind::poll;
  poll.contest.reset();
  poll.poll = Poll{};
  poll.poll->options = {{1, "Oak"}, {2, "Birch"}};
  const std::string ballot = "/api/v1/polls/" + add_post(store, site, poll).id.text() + "/ballot";
  Contest contest;
  contest.vote_in = PostId{arena.post.id.value + 1};
  BOOST_REQUIRE_EQUAL(ballot, "/api/v1/polls/" + contest.vote_in->text() + "/ballot");
  arena.post.contest = contest;
  arena.path = "/api/v1/contests/" + add_post(store, site, arena.post).id.text();
  check_problem(arena.enter(as("ada"), "Ada"), 409, "condition_not_met", "vote");
  BOOST_REQUIRE_EQUAL(arena.desk.server.ask("PUT", ballot, as("ada"), R"({"choices":[2]})").status, 200);
  BOOST_TEST(arena.enter(as("ada"), "Ada").status == 200);
  check_problem(arena.enter(as("bob"), "Bob"), 409, "condition_not_met", "vote"); // somebody else's vote
}

BOOST_AUTO_TEST_CASE(a_jury_chooses_from_the_closed_list_once) {
  Contest contest = caption(2);
  contest.choosing = Choosing::jury;
  Arena arena(contest);
  for (int reader = 0; reader < 4; ++reader) arena.enter(reader);
  BOOST_REQUIRE_EQUAL(arena.desk.server.ask("DELETE", arena.path + "/entry", as("reader3")).status, 200);
  BOOST_REQUIRE_EQUAL(arena.at("/prizes", "PUT", R"({"codes":["FIRST","SECOND"]})").status, 200);
  arena.desk.server.now += 2 * hour;
  check_problem(arena.at("/jury", "POST", R"({"entries":[2]})"), 409, "wrong_order");
  BOOST_REQUIRE_EQUAL(arena.at("/freeze").status, 200);
  check_problem(arena.at("/draw"), 409, "wrong_order");
  for (const char* entries : {"[4,1]", "[1,1]", "[99]", "[0]"}) { // withdrawn, twice, not there
    check_problem(arena.at("/jury", "POST", R"({"entries":)" + std::string(entries) + "}"), 400, "unknown_field_value",
                  "entries");
  }
  BOOST_TEST(arena.at("/jury", "POST", R"({"entries":[]})").status == 422);
  BOOST_TEST(arena.at("/jury", "POST", R"({"entries":[1,2,3]})").status == 422); // more than there are prizes for
  const Reply chosen = arena.at("/jury", "POST", R"({"entries":[3,1]})");
  BOOST_TEST_INFO(chosen.body);
  BOOST_REQUIRE_EQUAL(chosen.status, 200);
  BOOST_TEST(json::parse(chosen.body)["given"] == 2);
  BOOST_TEST(arena.own("reader2")["entry"]["prize"] == "FIRST");
  BOOST_TEST(arena.own("reader0")["entry"]["prize"] == "SECOND");
  BOOST_TEST(!arena.own("reader1")["entry"].contains("prize"));
  BOOST_TEST(arena.proof().seed_hash.empty()); // nothing is said to be drawn
  check_problem(arena.at("/jury", "POST", R"({"entries":[2]})"), 409, "wrong_order");
  BOOST_TEST(!arena.own("reader1")["entry"].contains("prize"));
  const SignedIn analyst = arena.desk.join("a@blog.example", MemberRole::analyst);
  check_problem(arena.desk.send("POST", arena.at_desk + "/jury", analyst.writing(), R"({"entries":[2]})"), 403,
                "not_allowed");
}

// A code is the winner's alone: neither their receipt, which they may show, nor a likely token, nor asking twice, nor
// entering again after a withdrawal, gives one.
BOOST_AUTO_TEST_CASE(a_prize_is_claimed_once_and_by_its_token_alone) {
  Arena arena(caption(2));
  for (int reader = 0; reader < 3; ++reader) arena.enter(reader);
  BOOST_REQUIRE_EQUAL(arena.desk.server.ask("DELETE", arena.path + "/entry", as("reader0")).status, 200);
  BOOST_REQUIRE_EQUAL(arena.at("/prizes", "PUT", R"({"codes":["CODE-ONE","CODE-TWO","CODE-SPARE"]})").status, 200);
  const std::string receipt = arena.own("reader1")["entry"]["receipt"];
  arena.desk.server.now += 2 * hour;
  BOOST_REQUIRE_EQUAL(arena.at("/freeze").status, 200);
  BOOST_REQUIRE_EQUAL(arena.at("/draw").status, 200);
  BOOST_TEST(!arena.own("reader0").contains("entry"));
  const std::string first = arena.own("reader1")["entry"]["prize"];
  const std::string second = arena.own("reader2")["entry"]["prize"];
  BOOST_TEST((std::set<std::string>{first, second}) == (std::set<std::string>{"CODE-ONE", "CODE-TWO"}),
             boost::test_tools::per_element());
  BOOST_TEST(arena.own("reader1")["entry"]["prize"] == first);
  BOOST_REQUIRE_EQUAL(arena.at("/draw").status, 200);
  BOOST_TEST(arena.own("reader1")["entry"]["prize"] == first);
  BOOST_TEST(json::parse(arena.desk.get(arena.at_desk, arena.desk.owner.reading()).body)["given"] == 2);

  const std::string me = "/api/v1/posts/" + arena.post.id.text() + "/me";
  std::vector<std::string> guesses{receipt, receipt.substr(0, 22), token_of("reader"), token_of("reader11")};
  guesses.push_back(token_of("reader1"));
  guesses.back().back() = 'x';
  for (const std::string& guess : guesses) {
    const Reply reply = arena.desk.server.get(me, {{"Authorization", "Bearer " + guess}});
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.body == (json{{"post", arena.post.id.text()}}.dump()));
    const Reply plain = arena.desk.server.get("/p/blog/" + arena.post.id.text() + "?receipt=" + receipt,
                                              {{"Cookie", "palabre_reader=" + guess}});
    BOOST_TEST(plain.status == 200);
    BOOST_TEST(plain.body.find("CODE-") == std::string::npos);
  }
  check_problem(arena.desk.server.ask("DELETE", arena.path + "/entry", as("reader1")), 409, "closed");
  BOOST_TEST(arena.own("reader1")["entry"]["prize"] == first);
  check_problem(arena.enter(as("reader0"), "Zoé", "again"), 409, "closed");
  BOOST_TEST(arena.desk.get(arena.at_desk + "/entries", {}).status == 401);
}

BOOST_AUTO_TEST_CASE(the_desk_refuses_what_makes_no_sense) {
  Arena arena(caption());
  check_problem(arena.at("/entries/1", "PUT", R"({"state":"accepted"})"), 404, "unknown_post", "entry");
  check_problem(arena.at("/entries/1", "PUT", R"({"state":"held"})"), 400, "unknown_field_value", "state");
  check_problem(arena.at("/prizes", "PUT", R"({"codes":[]})"), 422, "field_empty", "codes");
  check_problem(arena.at("/jury", "POST", R"({"entries":[1]})"), 409, "wrong_order");
  check_problem(arena.desk.get(arena.at_desk + "/entries?state=loud", arena.desk.owner.reading()), 400,
                "unknown_field_value", "state");
  check_problem(arena.desk.get(arena.at_desk + "/entries?after=x", arena.desk.owner.reading()), 400, "bad_cursor",
                "after");
  const SignedIn moderator = arena.desk.join("m@blog.example", MemberRole::moderator);
  check_problem(arena.desk.send("PUT", arena.at_desk + "/prizes", moderator.writing(), R"({"codes":["A"]})"), 403,
                "not_allowed");
  BOOST_TEST(arena.desk.get(arena.at_desk, moderator.reading()).status == 200);
  // Lists of codes may be longer than other messages.
  json many = json::array();
  for (int i = 0; i < 9'000; ++i) many.push_back("A-LONG-GIFT-CODE-OF-SOME-SHOP-" + std::to_string(i));
  const Reply added = arena.at("/prizes", "PUT", json{{"codes", many}}.dump());
  BOOST_TEST(added.status == 200);
  BOOST_TEST(json::parse(added.body)["prizes"] == 9'000);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
