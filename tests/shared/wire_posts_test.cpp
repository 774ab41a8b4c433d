// Posts, polls and ballots as JSON, both ways.
#include <boost/test/unit_test.hpp>

#include "shared/wire/codec.h"
#include "shared/wire/codec_posts.h"

namespace palabre {
namespace {

template <class T> std::string refusal_of(const Expected<T>& result) {
  if (result) return "ok";
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

Post announcement() {
  Post post;
  post.id = PostId{7};
  post.site = "blog";
  post.state = PostState::planned;
  post.purpose = Purpose::promotion;
  post.severity = Severity::incident;
  post.shape = PostShape::banner;
  post.pages = {"/a", "/b*"};
  post.dismissible = false;
  post.title = "Été \xF0\x9F\x8E\x89";
  post.body = "It \"is\"\nso";
  post.starts = Instant{1'700'000'000'001};
  post.ends = Instant{1'700'000'600'000};
  post.by = "Ada";
  post.created = Instant{1'690'000'000'000};
  post.revision = 3;
  return post;
}

Post poll() {
  Post post = announcement();
  post.kind = PostKind::poll;
  post.poll = Poll{PollKind::multiple,
                   {{1, "Red"}, {4, "Blue"}},
                   1,
                   2,
                   true,
                   ResultsShown::always,
                   Secrecy::open,
                   false,
                   "low",
                   "high"};
  return post;
}

PollResult ranked_result() {
  PollResult result;
  result.ballots = 9;
  result.counts = {{1, 5}, {4, 4}};
  result.rounds = {{{{1, 5}, {4, 4}}, 0, {4}}, {{{1, 6}}, 3, {}}};
  result.winners = {1};
  return result;
}

wire::PostDocument document() {
  wire::PostDocument document{poll(), PostPhase::closed, wire::PollView{}, {}};
  document.poll->shown = true;
  document.poll->result = ranked_result();
  document.poll->voters = 9;
  document.poll->set_apart = 2;
  document.poll->others = {"Green"};
  return document;
}

// What is written is read again, and written the same.
template <class T> void goes_there_and_back(const T& value, Expected<T> (*decode)(std::string_view)) {
  const std::string json = wire::encode(value);
  const Expected<T> back = decode(json);
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == json);
}

} // namespace

BOOST_AUTO_TEST_SUITE(wire_posts)

BOOST_AUTO_TEST_CASE(a_post_keeps_all_its_members) {
  const auto back = wire::decode_post(wire::encode(poll()));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  const Post sent = poll();
  BOOST_TEST((back->id == sent.id));
  BOOST_TEST(back->site == sent.site);
  BOOST_TEST((back->kind == sent.kind && back->state == sent.state && back->purpose == sent.purpose));
  BOOST_TEST((back->severity == sent.severity && back->shape == sent.shape));
  BOOST_TEST(back->pages == sent.pages);
  BOOST_TEST(back->dismissible == sent.dismissible);
  BOOST_TEST(back->title == sent.title);
  BOOST_TEST(back->body == sent.body);
  BOOST_TEST((back->starts == sent.starts && back->ends == sent.ends && back->created == sent.created));
  BOOST_TEST((back->poll == sent.poll));
  BOOST_TEST(back->by == sent.by);
  BOOST_TEST(back->revision == sent.revision);
}

BOOST_AUTO_TEST_CASE(a_document_keeps_its_results) {
  const wire::PostList list{{document()}, Instant{1'700'000'000'500}, "<p>"};
  const auto back = wire::decode_post_list(wire::encode(list));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_REQUIRE(back->posts.size() == 1 && back->posts[0].poll);
  BOOST_TEST((back->posts[0].poll->result == ranked_result()));
  BOOST_TEST(back->posts[0].poll->voters == 9);
  BOOST_TEST(back->posts[0].poll->set_apart == 2);
  BOOST_TEST((back->posts[0].phase == PostPhase::closed));
  BOOST_TEST((back->now == list.now));
  BOOST_TEST(back->html == "<p>");
}

BOOST_AUTO_TEST_CASE(results_that_are_not_shown_do_not_travel) {
  wire::PostList list{{document()}, Instant{1}, {}};
  list.posts[0].poll->shown = false;
  BOOST_TEST(wire::encode(list).find("result\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_message_goes_there_and_back) {
  goes_there_and_back(wire::PostDraft{poll(), 4}, wire::decode_post_draft);
  goes_there_and_back(wire::DeskPosts{{{poll(), PostPhase::planned, 12}}, 8, 2, Instant{5}}, wire::decode_desk_posts);
  goes_there_and_back(wire::DeskPosts{{{poll(), PostPhase::open, 12, Instant{7}}}, 8, 2, Instant{5}},
                      wire::decode_desk_posts);
  goes_there_and_back(wire::CastBallot{{{4, 0}, "Green"}, "Zoé"}, wire::decode_cast_ballot);
  goes_there_and_back(wire::BallotReceipt{{{4, 1}, {}}, document()}, wire::decode_ballot_receipt);
  goes_there_and_back(wire::PublishedBallots{{{{1, 4}, 3}}, {{"Zoé", {{1, 4}, {}}}}, ranked_result()},
                      wire::decode_published_ballots);
  goes_there_and_back(wire::PollDeskResults{document(),
                                            ranked_result(),
                                            {{"g", "burst", 4, Instant{1}, Instant{2}, wire::BallotStanding::counted}},
                                            {{3, "Green"}}},
                      wire::decode_poll_desk_results);
  goes_there_and_back(wire::ReviewBallots{"g", wire::BallotStanding::set_apart, 0, false}, wire::decode_review_ballots);
  goes_there_and_back(wire::ReviewBallots{"", wire::BallotStanding::counted, 3, true}, wire::decode_review_ballots);
  wire::OwnPart part{PostId{7}, Ballot{{1}, {}}, wire::OwnEntry{}, wire::PollView{}};
  part.entry->name = "Zoé";
  part.entry->prize = "CODE";
  goes_there_and_back(part, wire::decode_own_part);
}

BOOST_AUTO_TEST_CASE(a_thread_carries_the_posts_of_its_page_and_threads_without_any_nothing) {
  wire::ThreadDocument thread;
  thread.thread.site = "blog";
  thread.thread.page = "/a";
  BOOST_TEST(wire::encode(thread).find("posts") == std::string::npos);
  thread.posts = {{document()}, Instant{9}, "<section>"};
  const std::string json = wire::encode(thread);
  const auto posts = wire::decode_post_list(json);
  BOOST_REQUIRE_EQUAL(refusal_of(posts), "ok");
  BOOST_TEST(posts->posts.size() == 1U);
  BOOST_TEST(posts->html == "<section>");
  BOOST_TEST(refusal_of(wire::decode_thread(json)) == "ok");
}

BOOST_AUTO_TEST_CASE(own_parts_travel_with_own_comments) {
  wire::OwnComments own;
  own.posts.push_back({PostId{7}, Ballot{{2}, {}}, {}, {}});
  const std::string json = wire::encode(own);
  BOOST_TEST(refusal_of(wire::decode_own_comments(json)) == "ok");
  const auto parts = wire::decode_own_parts(json);
  BOOST_REQUIRE_EQUAL(refusal_of(parts), "ok");
  BOOST_REQUIRE(parts->size() == 1 && parts->at(0).ballot);
  BOOST_TEST((parts->at(0).ballot->choices == std::vector<std::uint32_t>{2}));
}

BOOST_AUTO_TEST_CASE(a_refusal_names_its_place) {
  BOOST_TEST(refusal_of(wire::decode_cast_ballot(R"({"choices":[-1]})")) == "unknown_field_value choices");
  BOOST_TEST(refusal_of(wire::decode_cast_ballot(R"({"choices":[4294967296]})")) == "unknown_field_value choices");
  BOOST_TEST(refusal_of(wire::decode_cast_ballot(R"({"choices":"1"})")) == "wrong_type choices");
  BOOST_TEST(refusal_of(wire::decode_cast_ballot(R"({})")) == "missing_field choices");
  BOOST_TEST(refusal_of(wire::decode_post(R"({"site":"a","kind":"poll","title":"?","starts":"soon"})")) ==
             "unknown_field_value starts");
  BOOST_TEST(refusal_of(wire::decode_post_draft(R"({"post":{"site":"a","kind":"riddle","title":"?"}})")) ==
             "unknown_field_value post.kind");
  BOOST_TEST(refusal_of(wire::decode_post_draft(
                 R"({"post":{"site":"a","kind":"poll","title":"?","poll":{"options":[{"id":-1,"text":"A"}]}}})")) ==
             "unknown_field_value post.poll.options.0.id");
  BOOST_TEST(refusal_of(wire::decode_review_ballots("{}")) == "missing_field group");
  BOOST_TEST(refusal_of(wire::decode_review_ballots(R"({"group":"a","other":3})")) == "missing_field group");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
