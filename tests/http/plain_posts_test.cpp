// A poll by itself, by forms alone
#include "shared/wire/codec_posts.h"
#include "tests/http/desk.h"

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
