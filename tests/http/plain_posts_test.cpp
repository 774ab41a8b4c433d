// A poll by itself, by forms alone
#include "shared/wire/codec_posts.h"
#include "tests/http/desk.h"
#include "tests/http/payloads.h"

using namespace palabre;
using namespace palabre::test;

namespace {

Post sample_poll(PollKind kind = PollKind::single) {
  Post post;
  post.id = PostId{1};
  post.site = "blog";
  post.kind = PostKind::poll;
  post.state = PostState::planned;
  post.shape = PostShape::in_place;
  post.title = "Which <tree>?";
  post.poll = Poll{};
  post.poll->kind = kind;
  post.poll->options = {{1, "Oak"}, {2, "Birch"}};
  post.poll->most = kind == PollKind::ranked ? 2 : 1;
  return post;
}

std::string plan(const Desk& desk, const Post& post) {
  const Reply reply = desk.send("POST", "posts", desk.owner.writing(), wire::encode(wire::PostDraft{post}));
  BOOST_TEST_INFO(reply.body);
  BOOST_REQUIRE_EQUAL(reply.status, 201);
  return nlohmann::json::parse(reply.body)["id"];
}

Reply send_form(const Desk& desk, const std::string& id, const std::string& form, Headers headers = {}) {
  headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return desk.server.ask("POST", "/p/blog/" + id, headers, form);
}

bool has(const Reply& reply, std::string_view part) {
  return reply.body.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(plain_posts)

BOOST_AUTO_TEST_CASE(a_reader_without_script_is_one_voter) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  const std::string page = "/p/blog/" + id;
  const Reply shown = desk.server.get(page);
  BOOST_TEST(shown.status == 200);
  BOOST_TEST(has(shown, "Which &lt;tree&gt;?"));
  BOOST_TEST(has(shown, "type=\"radio\""));
  BOOST_TEST(!has(shown, "⟨"));

  const Reply cast = send_form(desk, id, "do=vote&choice=1");
  BOOST_REQUIRE_EQUAL(cast.status, 303);
  BOOST_TEST(cast.header("location") == page);
  const std::string cookie = cookie_of(cast);
  BOOST_TEST(cookie.substr(0, 16) == "palabre_reader=" + cookie.substr(15, 1));
  BOOST_TEST(has(desk.server.get(page, {{"Cookie", cookie}}), "Your vote: Oak"));
  BOOST_TEST(!has(desk.server.get(page), "Your vote"));

  BOOST_TEST(send_form(desk, id, "do=vote&choice=2", {{"Cookie", cookie}}).status == 303);
  const Reply changed = desk.server.get(page, {{"Cookie", cookie}});
  BOOST_TEST(has(changed, "Your vote: Birch"));
  BOOST_TEST(has(changed, "1 person voted"));
}

BOOST_AUTO_TEST_CASE(a_form_that_does_not_fit_is_shown_again_with_what_is_wrong) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  for (const char* form : {"do=vote", "do=vote&choice=9", "do=vote&choice=1&choice=2", "do=vote&choice=-1"}) {
    const Reply refused = send_form(desk, id, form);
    BOOST_TEST_INFO(form);
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(has(refused, "role=\"alert\""));
  }
  BOOST_TEST(send_form(desk, id, "do=dance").status == 400);
}

BOOST_AUTO_TEST_CASE(a_ranking_is_told_by_places) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll(PollKind::ranked));
  BOOST_TEST(send_form(desk, id, "do=vote&place-1=1&place-2=1").status == 422);
  const Reply cast = send_form(desk, id, "do=vote&place-1=2&place-2=1");
  BOOST_REQUIRE_EQUAL(cast.status, 303);
  BOOST_TEST(has(desk.server.get("/p/blog/" + id, {{"Cookie", cookie_of(cast)}}), "Your vote: Birch › Oak"));
}

BOOST_AUTO_TEST_CASE(a_ballot_is_changed_left_as_it_was_and_taken_back) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  const std::string page = "/p/blog/" + id;
  const Headers known{{"Cookie", cookie_of(send_form(desk, id, "do=vote&choice=1"))}};
  const Reply voted = desk.server.get(page, known);
  BOOST_TEST(has(voted, "href=\"" + page + "?change=1\""));
  BOOST_TEST(has(voted, "value=\"withdraw\""));
  const Reply changing = desk.server.get(page + "?change=1", known);
  BOOST_TEST(has(changing, "value=\"vote\""));
  BOOST_TEST(has(changing, "<a class=\"p-button p-button-quiet\" href=\"" + page + "\" rel=\"nofollow\">Cancel</a>"));
  BOOST_TEST(send_form(desk, id, "do=withdraw", known).status == 303);
  const Reply gone = desk.server.get(page, known);
  BOOST_TEST(!has(gone, "Your vote"));
  BOOST_TEST(has(gone, "type=\"radio\""));
  BOOST_TEST(!has(gone, "person voted"));
  BOOST_TEST(send_form(desk, id, "do=withdraw", known).status == 303);
  BOOST_TEST(send_form(desk, id, "do=vote&choice=2", known).status == 303);
  BOOST_TEST(has(desk.server.get(page, known), "Your vote: Birch"));
}

BOOST_AUTO_TEST_CASE(where_ballots_stay_nothing_offers_to_take_one_back) {
  const Desk desk;
  Post poll = sample_poll();
  poll.poll->changeable = false;
  const std::string id = plan(desk, poll);
  const Headers known{{"Cookie", cookie_of(send_form(desk, id, "do=vote&choice=1"))}};
  const Reply voted = desk.server.get("/p/blog/" + id, known);
  BOOST_TEST(has(voted, "Your vote: Oak"));
  BOOST_TEST(!has(voted, "withdraw"));
  BOOST_TEST(!has(voted, "change=1"));
  const Reply refused = send_form(desk, id, "do=withdraw", known);
  BOOST_TEST(refused.status == 409);
  BOOST_TEST(has(refused, "role=\"alert\""));
  BOOST_TEST(has(refused, "Your vote: Oak"));
}

// What is wrong stands first, leads to the field, and describes it.
BOOST_AUTO_TEST_CASE(an_error_is_found_without_seeing_it) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  const Reply refused = send_form(desk, id, "do=vote");
  const std::string prefix = "palabre-post-" + id;
  const auto place = [&](const std::string& part) { return refused.body.find(part); };
  BOOST_TEST(has(refused, "<a href=\"#" + prefix + "-questions\">"));
  BOOST_TEST(has(refused, "<fieldset id=\"" + prefix + "-questions\""));
  BOOST_TEST(has(refused, "aria-describedby=\"" + prefix + "-error\""));
  BOOST_TEST(place("role=\"alert\"") < place("<fieldset"));
  const std::string title = refused.body.substr(place("<title>"), place("</title>") - place("<title>"));
  BOOST_TEST(title.size() > std::string("<title>Which &lt;tree&gt;?").size());
  BOOST_TEST(!has(refused, "novalidate"));
}

BOOST_AUTO_TEST_CASE(a_thread_without_script_has_its_pages_posts_above_it) {
  Desk desk;
  Post poll = sample_poll();
  poll.shape = PostShape::card;
  poll.pages = {"/a"};
  poll.starts = Instant{desk.server.now};
  poll.ends = Instant{desk.server.now + 60'000};
  const std::string id = plan(desk, poll);
  Post banner;
  banner.site = "blog";
  banner.kind = PostKind::announcement;
  banner.state = PostState::planned;
  banner.shape = PostShape::banner;
  banner.title = "We <move>";
  plan(desk, banner);
  Post elsewhere = sample_poll();
  elsewhere.title = "In an article";
  plan(desk, elsewhere);

  const Reply thread = desk.server.get("/t/blog/a");
  BOOST_TEST(thread.status == 200);
  const auto place = [&](const std::string& part) { return thread.body.find(part); };
  BOOST_TEST(place("<h1") < place("We &lt;move&gt;"));
  BOOST_TEST(place("We &lt;move&gt;") < place("Which &lt;tree&gt;?"));
  BOOST_TEST(place("Which &lt;tree&gt;?") < place("id=\"palabre-thread\""));
  BOOST_TEST(place("id=\"palabre-thread\"") != std::string::npos);
  BOOST_TEST(!has(thread, "In an article"));
  BOOST_TEST(!has(desk.server.get("/t/blog/b"), "Which &lt;tree&gt;?"));
  BOOST_TEST(has(desk.server.get("/t/blog/b"), "We &lt;move&gt;"));
  BOOST_TEST(has(thread, "action=\"/p/blog/" + id + "?page=%2Fa\""));

  // The form leads back to the thread, which then has the vote: for its reader at once, and for everybody.
  const Reply cast = desk.server.ask("POST", "/p/blog/" + id + "?page=%2Fa&lang=fr",
                                     {{"Content-Type", "application/x-www-form-urlencoded"}}, "do=vote&choice=1");
  BOOST_REQUIRE_EQUAL(cast.status, 303);
  BOOST_TEST(cast.header("location") == "/t/blog/a?lang=fr#palabre-post-" + id + "-title");
  const Reply own = desk.server.get("/t/blog/a", {{"Cookie", cookie_of(cast)}});
  BOOST_TEST(own.header("cache-control") == "no-store");
  BOOST_TEST(has(own, "Your vote: Oak"));
  BOOST_TEST(has(own, "href=\"/p/blog/" + id + "?change=1&amp;page=%2Fa\""));
  BOOST_TEST(has(desk.server.get("/t/blog/a"), "1 person voted"));
  BOOST_TEST(!has(desk.server.get("/t/blog/a"), "Your vote: Oak"));

  // What does not fit is shown by itself, with the way back.
  const Reply refused = desk.server.ask("POST", "/p/blog/" + id + "?page=%2Fa",
                                        {{"Content-Type", "application/x-www-form-urlencoded"}}, "do=vote");
  BOOST_TEST(refused.status == 422);
  BOOST_TEST(has(refused, "href=\"/t/blog/a\""));
  // Time alone changes a page that is kept.
  desk.server.now += 60'000;
  BOOST_TEST(!has(desk.server.get("/t/blog/a"), "type=\"radio\""));
}

BOOST_AUTO_TEST_CASE(a_page_that_forms_lead_back_to_is_a_page) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  for (const char* page : {"%01", "%FF", "a%0Ab"}) {
    BOOST_TEST(desk.server.get("/p/blog/" + id + "?page=" + page).status >= 400, page);
  }
  const Reply shown = desk.server.get("/p/blog/" + id + "?page=//evil.example");
  BOOST_TEST(has(shown, "href=\"/t/blog/=%2F%2Fevil.example\""));
}

BOOST_AUTO_TEST_CASE(hostile_words_of_posts_stay_words_above_a_thread) {
  const Desk desk;
  for (const std::string& payload : load_payloads()) {
    Post poll = sample_poll();
    poll.shape = PostShape::card;
    poll.title = poll.body = poll.poll->options[0].text = payload;
    (void)desk.send("POST", "posts", desk.owner.writing(), wire::encode(wire::PostDraft{poll}));
    const Reply thread = desk.server.get("/t/blog/hostile");
    BOOST_REQUIRE_EQUAL(thread.status, 200);
    check_markup(thread.body, plain_page_elements());
  }
}

BOOST_AUTO_TEST_CASE(a_form_of_another_site_and_a_post_of_another_are_refused) {
  const Desk desk;
  const std::string id = plan(desk, sample_poll());
  BOOST_TEST(send_form(desk, id, "do=vote&choice=1", {{"Origin", "https://evil.example"}}).status == 403);
  BOOST_TEST(desk.server.get("/p/other/" + id).status == 404);
  BOOST_TEST(desk.server.get("/p/blog/999").status == 404);
  BOOST_TEST(desk.server.get("/p/blog/x").status == 404);
  desk.server.check_alive();
}

BOOST_AUTO_TEST_SUITE_END()
