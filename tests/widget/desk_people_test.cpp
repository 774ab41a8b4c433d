// Regulars, saved replies, and what helps to answer.
#include "shared/wire/people.h"
#include "tests/widget/desk_host.h"

using namespace palabre;

namespace {

wire::QueueItem question_of(std::int64_t id, const std::string& name) {
  wire::QueueItem item;
  item.comment.id = CommentId{id};
  item.comment.author.name = name;
  item.comment.body = "When do you open?";
  item.comment.question = QuestionState::open;
  item.comment.state = CommentState::published;
  item.site = "demo";
  item.page = "/tea";
  item.page_title = "Mint tea";
  item.unanswered = true;
  return item;
}

struct Desk : test::DeskHost {
  explicit Desk(view::Language language = view::Language::en) : DeskHost(language) {}

  void open_question() {
    enter("#/queue?tab=unanswered");
    wire::QueuePage page{{question_of(7, "Ada")}};
    page.counts[wire::QueueTab::unanswered] = 1;
    answer("GET", "queue?tab=unanswered", 200, wire::encode(page));
    press("j");
    press("r");
  }
  void answer_replies(const std::vector<wire::SavedReply>& replies) {
    answer("GET", "saved_replies", 200, wire::encode(replies));
  }
  void send() { press("Enter", ",\"mod\":true,\"typing\":true"); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(desk_people)

BOOST_AUTO_TEST_CASE(a_saved_reply_is_filled_and_must_be_finished) {
  Desk desk;
  desk.open_question();
  desk.answer_replies({{3, "Hours", "Hello {name}, about {title}: we open at [[hour]].", true, 1}});
  desk.click(desk.button("Hours"));
  BOOST_TEST(desk.value_of("reply") == "Hello Ada, about Mint tea: we open at [[hour]].");
  BOOST_TEST(desk.has_focus(desk.field("reply")));
  desk.send();
  BOOST_TEST(!desk.is_asked("POST", "replies"));
  BOOST_TEST(desk.shows("Write something in place of [[hour]] before sending."));
  desk.type(desk.field("reply"), "Hello Ada, we open at nine.");
  BOOST_TEST(!desk.shows("before sending"));
  desk.send();
  BOOST_TEST(wire::decode_new_reply(desk.asked("POST", "replies").body)->body == "Hello Ada, we open at nine.");
}

BOOST_AUTO_TEST_CASE(the_server_too_says_what_is_left_to_fill_in) {
  Desk desk;
  desk.open_question();
  desk.answer_replies({});
  desk.type(desk.field("reply"), "At nine.");
  desk.send();
  desk.type(desk.field("reply"), "At [[hour]].");
  desk.answer("POST", "replies", 400, R"({"code":"unknown_field_value","field":"body"})");
  BOOST_TEST(desk.shows("Write something in place of [[hour]]"));
}

BOOST_AUTO_TEST_CASE(the_same_answer_again_is_asked_about_and_never_blocked) {
  Desk desk;
  desk.open_question();
  desk.type(desk.field("reply"), "We open at nine in the morning.");
  desk.send();
  BOOST_TEST(wire::decode_new_reply(desk.asked("POST", "replies").body)->ask_if_similar);
  const wire::SimilarAnswer similar{"Am\u00E9lie", "L\u00E9a", Instant{desk.now - 2 * 3'600'000}, CommentId{4}};
  desk.answer("POST", "replies", 200, wire::encode(similar));
  BOOST_TEST(desk.shows("You sent nearly the same answer 2 hours ago to L\u00E9a. Readers notice."));
  BOOST_TEST(desk.announced.find("Nearly the same") != std::string::npos);
  desk.click(desk.button("Edit"));
  BOOST_TEST(!desk.shows("Readers notice"));
  BOOST_TEST(desk.has_focus(desk.field("reply")));
  desk.send();
  desk.answer("POST", "replies", 200, wire::encode(similar));
  desk.click(desk.button("Send anyway"));
  const auto sent = wire::decode_new_reply(desk.asked("POST", "replies").body);
  BOOST_TEST(!sent->ask_if_similar);
  BOOST_TEST(sent->body == "We open at nine in the morning.");
  desk.answer("POST", "replies", 201, wire::encode(question_of(8, "Am\u00E9lie")));
  BOOST_TEST(desk.shows("Your answer is in the page."));
}

BOOST_AUTO_TEST_CASE(a_question_is_marked_by_hand) {
  Desk desk;
  desk.open_question();
  desk.press("Escape", ",\"typing\":true");
  BOOST_TEST(desk.shows("Question"));
  desk.click(desk.button("Mark as answered"));
  BOOST_TEST(desk.asked("PUT", "comments/7/question").body == R"({"state":"answered"})");
  auto item = question_of(7, "Ada");
  item.unanswered = false;
  item.comment.question = QuestionState::answered;
  desk.answer("PUT", "comments/7/question", 200, wire::encode(item));
  BOOST_TEST(desk.shows("Marked as answered."));
  desk.click(desk.button("Still needs an answer"));
  BOOST_TEST(desk.asked("PUT", "comments/7/question").body == R"({"state":"open"})");
}

BOOST_AUTO_TEST_CASE(saved_replies_are_made_changed_and_deleted) {
  Desk desk;
  desk.enter("#/replies");
  desk.answer_replies({{3, "Hours", "We open at [[hour]].", true, 1}});
  BOOST_TEST(desk.shows("The whole team"));
  desk.click(desk.button("New saved reply"));
  desk.type(desk.field("title"), "Parcel");
  desk.type(desk.field("body"), "Hello {name}");
  desk.submit(desk.form());
  BOOST_TEST(wire::decode_save_reply(desk.asked("POST", "saved_replies").body)->title == "Parcel");
  desk.answer("POST", "saved_replies", 422, R"({"code":"field_too_long","field":"title"})");
  BOOST_TEST(desk.value_of("title") == "Parcel");
  desk.submit(desk.form());
  desk.answer("POST", "saved_replies", 201, wire::encode(wire::SavedReply{9, "Parcel", "Hello {name}", false, 1}));
  BOOST_TEST(desk.shows("Parcel"));
  desk.click(desk.button("Change \u201CHours\u201D"));
  desk.type(desk.field("body"), "At nine.");
  desk.submit(desk.form());
  const auto changed = wire::decode_save_reply(desk.asked("PUT", "saved_replies/3").body);
  BOOST_TEST(changed->revision == 1);
  BOOST_TEST(changed->shared);
  desk.answer("PUT", "saved_replies/3", 200, wire::encode(wire::SavedReply{3, "Hours", "At nine.", true, 2}));
  desk.click(desk.button("Delete \u201CParcel\u201D"));
  BOOST_TEST(desk.shows("Delete \u201CParcel\u201D?"));
  desk.press("Escape");
  BOOST_TEST(!desk.shows("Delete \u201CParcel\u201D?"));
}

BOOST_AUTO_TEST_CASE(regulars_lead_to_their_comments) {
  Desk desk;
  desk.enter("#/regulars");
  const std::vector<wire::Regular> regulars{{"rabc",
                                             "Ada",
                                             120,
                                             11,
                                             Instant{1'600'000'000'000},
                                             Instant{1'700'000'000'000},
                                             {Badge::pillar, Badge::helpful}}};
  desk.answer("GET", "sites/demo/regulars", 200, wire::encode(regulars));
  BOOST_TEST(desk.shows("Ada"));
  BOOST_TEST(desk.shows("Pillar"));
  BOOST_TEST(desk.shows("120"));
}

BOOST_AUTO_TEST_SUITE_END()
