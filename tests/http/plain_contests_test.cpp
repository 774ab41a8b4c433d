// A contest by forms alone: its conditions, entering, withdrawing, the receipt, the prize
#include "shared/wire/codec_posts.h"
#include "tests/http/desk.h"
#include "tests/support/contests.h"

namespace palabre::test {
namespace {

using nlohmann::json;

constexpr std::int64_t hour = 3'600'000;

bool has(const Reply& reply, std::string_view part) {
  return reply.body.find(part) != std::string::npos;
}

struct Arena {
  explicit Arena(const Contest& contest, const std::vector<std::string>& pages = {"/a"}) {
    site = must(desk.server.store().sites()).front();
    Post draft = contest_post(contest, Instant{desk.server.now - hour}, Instant{desk.server.now + hour});
    draft.pages = pages;
    post = add_post(desk.server.store(), site, draft);
    page = "/p/blog/" + post.id.text();
  }
  [[nodiscard]] Reply send(const std::string& target, const std::string& form, const std::string& cookie = "",
                           const Headers& more = {}) const {
    Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!cookie.empty()) headers.emplace_back("Cookie", cookie);
    headers.insert(headers.end(), more.begin(), more.end());
    return desk.server.ask("POST", target, headers, form);
  }
  [[nodiscard]] Reply enter(const std::string& cookie = "", const std::string& text = "words") const {
    return send(page, "do=enter&name=Ada&naming=name&text=" + text, cookie);
  }
  [[nodiscard]] std::string comment(const std::string& thread, const std::string& cookie = "",
                                    const std::string& body = "I+was+here") const {
    const Reply reply = send("/t/blog" + thread, "name=Ada&body=" + body, cookie);
    BOOST_TEST_INFO(reply.body);
    BOOST_REQUIRE_EQUAL(reply.status, 303);
    return cookie_of(reply);
  }
  [[nodiscard]] Reply see(const std::string& cookie = "", const std::string& place = "") const {
    return desk.server.get(place.empty() ? page : place, cookie.empty() ? Headers{} : Headers{{"Cookie", cookie}});
  }
  [[nodiscard]] json own(const std::string& cookie) const {
    const std::string token = cookie.substr(cookie.find('=') + 1);
    const Reply reply =
        desk.server.get("/api/v1/posts/" + post.id.text() + "/me", {{"Authorization", "Bearer " + token}});
    BOOST_REQUIRE_EQUAL(reply.status, 200);
    return json::parse(reply.body);
  }
  [[nodiscard]] Reply at(const std::string& what, const std::string& method = "POST",
                         const std::string& body = "{}") const {
    return desk.send(method, "contests/" + post.id.text() + what, desk.owner.writing(), body);
  }

  Desk desk;
  Site site;
  Post post;
  std::string page;
};

Contest caption() {
  Contest contest;
  contest.kind = ContestKind::caption;
  return contest;
}

Contest after_comment() {
  Contest contest;
  contest.comment_first = true;
  return contest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(plain_contests)

BOOST_AUTO_TEST_CASE(a_reader_enters_changes_and_withdraws) {
  const Arena arena(caption());
  const Reply entered = arena.enter();
  BOOST_REQUIRE_EQUAL(entered.status, 303);
  BOOST_TEST(entered.header("location") == arena.page);
  const std::string ada = cookie_of(entered);
  const Reply own = arena.see(ada);
  BOOST_TEST(has(own, "You are taking part. Your number: 1."));
  BOOST_TEST(has(own, ">words</p>"));
  // With the receipt the reader proves whose line of the list it is.
  const std::string receipt = arena.own(ada)["entry"]["receipt"];
  BOOST_TEST(receipt.size() == 32U);
  BOOST_TEST(has(own, receipt));
  BOOST_TEST(!has(arena.see(), receipt));
  BOOST_TEST(!has(arena.see("palabre_reader=" + std::string(24, 'b')), receipt));

  const Reply changing = arena.see(ada, arena.page + "?change=1");
  BOOST_TEST(has(changing, "value=\"words\""));
  BOOST_TEST(arena.enter(ada, "better").status == 303);
  BOOST_TEST(has(arena.see(ada), ">better</p>"));
  BOOST_TEST(arena.own(ada)["entry"]["receipt"] == receipt);

  BOOST_TEST(has(arena.see(ada), "value=\"withdraw\""));
  BOOST_TEST(arena.send(arena.page, "do=withdraw", ada).status == 303);
  const Reply gone = arena.see(ada);
  BOOST_TEST(!has(gone, "You are taking part"));
  BOOST_TEST(!has(gone, "better"));
  BOOST_TEST(has(gone, "value=\"enter\""));
  BOOST_TEST(!arena.own(ada).contains("entry"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_at_its_field_and_the_words_stay) {
  const Arena arena(caption());
  const Reply refused = arena.send(arena.page, "do=enter&name=&naming=nobody&text=kept");
  BOOST_TEST(refused.status == 422);
  const std::string prefix = "palabre-post-" + arena.post.id.text();
  BOOST_TEST(has(refused, "<a href=\"#" + prefix + "-name\">"));
  BOOST_TEST(has(refused, "aria-describedby=\"" + prefix + "-error\""));
  BOOST_TEST(has(refused, "value=\"kept\""));
  BOOST_TEST(arena.send(arena.page, "do=vote&choice=1").status == 400);
}

// Who comments on the thread's plain page is the one who may enter: one cookie is both.
BOOST_AUTO_TEST_CASE(the_condition_to_comment_is_met_by_forms) {
  const Arena arena(after_comment());
  const Reply unmet = arena.see();
  BOOST_TEST(has(unmet, "href=\"/t/blog/a#palabre-new\""));
  BOOST_TEST(has(unmet, "still missing"));
  BOOST_TEST(!has(unmet, "value=\"enter\""));
  const Reply refused = arena.enter();
  BOOST_TEST(refused.status == 409);
  BOOST_TEST(has(refused, "To take part, write a comment on this page first."));
  BOOST_TEST(has(refused, "href=\"/t/blog/a#palabre-new\""));
  BOOST_TEST(refused.header("set-cookie").empty());
  BOOST_TEST(has(arena.see("", "/t/blog/a"), "href=\"#palabre-new\""));

  const std::string elsewhere = arena.comment("/b");
  BOOST_TEST(arena.enter(elsewhere).status == 409);
  const std::string ada = arena.comment("/a");
  BOOST_TEST(has(arena.see(ada, "/t/blog/a"), "value=\"enter\""));
  BOOST_TEST(has(arena.see(ada), "– done"));
  BOOST_TEST(arena.enter(ada).status == 303);
  BOOST_TEST(arena.own(ada)["entry"]["state"] == "accepted");
  // A second comment is the same reader's, and sets no other cookie.
  BOOST_TEST(arena.comment("/a", ada, "Once+more").empty());
  BOOST_TEST(arena.enter("palabre_reader=" + std::string(24, 'b')).status == 409);
}

BOOST_AUTO_TEST_CASE(a_contest_on_all_pages_takes_a_comment_on_any_of_them) {
  const Arena arena(after_comment(), {});
  BOOST_TEST(arena.enter().status == 409);
  const std::string ada = arena.comment("/somewhere");
  BOOST_TEST(arena.enter(ada).status == 303);
  const Arena some(after_comment(), {"/news/*"});
  BOOST_TEST(some.enter(some.comment("/somewhere")).status == 409);
  BOOST_TEST(some.enter(some.comment("/news/today")).status == 303);
}

// The cookie of a reader is not sent with a form on another site, and must not be lost to one that is made for it.
BOOST_AUTO_TEST_CASE(a_comment_from_another_site_sets_no_cookie) {
  const Arena arena(after_comment());
  const Reply posted = arena.send("/t/blog/a", "name=Ada&body=Hello", "",
                                  {{"Origin", "https://blog.example"}, {"Sec-Fetch-Site", "cross-site"}});
  BOOST_TEST(posted.status == 303);
  BOOST_TEST(posted.header("set-cookie").empty());
  const Reply refused = arena.send("/t/blog/a", "name=Ada&body=");
  BOOST_TEST(refused.status == 422);
  BOOST_TEST(refused.header("set-cookie").empty());
}

BOOST_AUTO_TEST_CASE(the_condition_to_vote_is_met_by_forms) {
  Arena arena(caption()); // only its desk and its poll are used
  Post poll = arena.post;
  poll.kind = PostKind::poll;
  poll.contest.reset();
  poll.poll = Poll{};
  poll.poll->options = {{1, "Oak"}, {2, "Birch"}};
  const std::string in_poll = "/p/blog/" + add_post(arena.desk.server.store(), arena.site, poll).id.text();
  arena.post.contest = Contest{};
  arena.post.contest->vote_in = PostId::parse(in_poll.substr(8));
  arena.post = add_post(arena.desk.server.store(), arena.site, arena.post);
  arena.page = "/p/blog/" + arena.post.id.text();

  const Reply refused = arena.enter();
  BOOST_TEST(refused.status == 409);
  BOOST_TEST(has(refused, "To take part, vote in the poll first."));
  BOOST_TEST(has(refused, "href=\"" + in_poll + "\""));
  BOOST_TEST(has(arena.see("", "/t/blog/a"), "href=\"" + in_poll + "?page=%2Fa\""));
  const std::string ada = cookie_of(arena.send(in_poll, "do=vote&choice=1"));
  BOOST_TEST(has(arena.see(ada), "– done"));
  BOOST_TEST(arena.enter(ada).status == 303);
  // Who takes the vote back after entering stays in; who took it back before may not enter.
  const std::string bob = cookie_of(arena.send(in_poll, "do=vote&choice=1"));
  BOOST_TEST(arena.send(in_poll, "do=withdraw", bob).status == 303);
  BOOST_TEST(arena.enter(bob).status == 409);
}

BOOST_AUTO_TEST_CASE(a_winner_reads_the_code_without_script_and_nobody_else_does) {
  Arena arena(caption());
  const std::string ada = cookie_of(arena.enter());
  const std::string bob = cookie_of(arena.enter());
  BOOST_REQUIRE_EQUAL(arena.at("/prizes", "PUT", R"({"codes":["SECRET-CODE"]})").status, 200);
  arena.desk.server.now += 2 * hour;
  BOOST_REQUIRE_EQUAL(arena.at("/freeze").status, 200);
  BOOST_REQUIRE_EQUAL(arena.at("/draw").status, 200);
  BOOST_TEST(has(arena.see(ada), "SECRET-CODE") != has(arena.see(bob), "SECRET-CODE"));
  BOOST_TEST(!has(arena.see(), "SECRET-CODE"));
  BOOST_TEST(!has(arena.see("", "/t/blog/a"), "SECRET-CODE"));
  const std::string winner = has(arena.see(ada), "SECRET-CODE") ? ada : bob;
  BOOST_TEST(has(arena.see(winner), "You have won!"));
  BOOST_TEST(arena.send(arena.page, "do=withdraw", winner).status == 409);
  BOOST_TEST(has(arena.see(winner), "SECRET-CODE"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
