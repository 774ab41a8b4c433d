// The desk's queue as JSON, both ways.
#include <boost/test/unit_test.hpp>

#include "shared/wire/codec_desk.h"

namespace palabre {
namespace {

template <class T> std::string refusal_of(const Expected<T>& result) {
  if (result) return "ok";
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

wire::QueueItem item() {
  wire::QueueItem item;
  item.comment.id = CommentId{12};
  item.comment.parent = CommentId{9};
  item.comment.author = {"Zoé", "https://zoe.example"};
  item.comment.body = "Été \xF0\x9F\x8E\x89 abus";
  item.comment.created = Instant{1'700'000'000'000};
  item.comment.state = CommentState::spam;
  item.site = "blog";
  item.page = "/a";
  item.page_title = "A \"page\"";
  item.page_url = "https://blog.example/a";
  item.verdict.decision = rules::Decision::hold;
  item.verdict.reasons.push_back(
      {"offence.insult", rules::Severity::strong, rules::Decision::hold, rules::Field::body, 11, 15, 2});
  item.verdict.scores = {0.5F, 0.25F, 1};
  item.verdict.sentiment = {rules::SentimentLabel::negative, -0.5F, 0.75F};
  item.verdict.complaint = true;
  item.verdict.language = text::Language::fr;
  item.author = "r3f1";
  item.revision = 7;
  item.flags = 3;
  item.appealed = true;
  item.newcomer = true;
  item.decided_by = "Ada";
  item.attention = 410;
  return item;
}

} // namespace

BOOST_AUTO_TEST_SUITE(wire_desk_queue)

BOOST_AUTO_TEST_CASE(an_item_goes_there_and_back_with_its_spans) {
  const std::string json = wire::encode(item());
  BOOST_TEST(json.find(R"("start":6,"end":10)") != std::string::npos, json); // code points
  BOOST_TEST(json.find("email") == std::string::npos);
  const auto back = wire::decode_queue_item(json);
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == json);
  BOOST_TEST(back->verdict.reasons.at(0).begin == 11U); // bytes
  BOOST_TEST(back->verdict.reasons.at(0).end == 15U);
  BOOST_TEST(back->verdict.scores.promotion == 1.0F);
  BOOST_TEST((back->verdict.sentiment.label == rules::SentimentLabel::negative));
  BOOST_TEST(back->verdict.sentiment.score == -0.5F);
  BOOST_TEST((back->verdict.language == text::Language::fr));
  BOOST_TEST(back->verdict.complaint);
  BOOST_TEST((back->comment.state == CommentState::spam));
  BOOST_TEST(back->author == "r3f1");
  BOOST_TEST(back->revision == 7);
  BOOST_TEST(back->flags == 3U);
  BOOST_TEST(back->appealed);
  BOOST_TEST(back->newcomer);
  BOOST_TEST(back->decided_by == "Ada");
  BOOST_TEST(back->attention == 410);
}

BOOST_AUTO_TEST_CASE(what_readers_once_wrote_never_stops_the_desk) {
  auto odd = item();
  odd.comment.body = "a\x01\x1F b";
  odd.comment.masks = {"\x02"};
  odd.comment.author.name = "\x7F";
  const auto back = wire::decode_queue_item(wire::encode(odd));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(back->comment.body == odd.comment.body);
}

BOOST_AUTO_TEST_CASE(a_page_goes_there_and_back) {
  wire::QueuePage page;
  page.items = {item(), item()};
  page.next = "42.7";
  page.counts = {{wire::QueueTab::waiting, 3}, {wire::QueueTab::all, 100'000}};
  page.change = 99;
  const auto back = wire::decode_queue_page(wire::encode(page));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == wire::encode(page));
  BOOST_TEST(back->items.size() == 2U);
  BOOST_TEST(back->next == "42.7");
  BOOST_TEST((back->counts == page.counts));
  BOOST_TEST(back->change == 99);
}

BOOST_AUTO_TEST_CASE(a_detail_goes_there_and_back) {
  wire::CommentDetail detail;
  detail.item = item();
  detail.above = {item().comment};
  detail.below = {item().comment, item().comment};
  detail.flags = {{wire::FlagReason::spam, "buys \"likes\"", Instant{5}}};
  detail.appeal = "Please";
  detail.author = {4, 1, Instant{3}, {item()}};
  detail.clues = {{"two links", 1.5F}, {"thanks", -0.25F}};
  detail.can_ban_author = true;
  const auto back = wire::decode_comment_detail(wire::encode(detail));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == wire::encode(detail));
  BOOST_TEST(back->below.size() == 2U);
  BOOST_TEST(back->flags.at(0).note == "buys \"likes\"");
  BOOST_TEST((back->flags.at(0).reason == wire::FlagReason::spam));
  BOOST_TEST(back->appeal.value() == "Please");
  BOOST_TEST((back->author.first == Instant{3}));
  BOOST_TEST(back->clues.at(1).second == -0.25F);
  BOOST_TEST(back->can_ban_author);
  BOOST_TEST(!back->can_ban_network);
  detail.appeal.reset();
  BOOST_TEST(!wire::decode_comment_detail(wire::encode(detail))->appeal.has_value());
}

BOOST_AUTO_TEST_CASE(changes_go_there_and_back) {
  wire::Changes changes;
  changes.change = 12;
  changes.items = {item()};
  changes.more = true;
  changes.present = {{CommentId{5}, "Ada"}};
  changes.counts = {{wire::QueueTab::spam, 0}};
  const auto back = wire::decode_changes(wire::encode(changes));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == wire::encode(changes));
  BOOST_TEST(back->more);
  BOOST_TEST(back->present.at(0).comment.value == 5);
  BOOST_TEST(back->counts.at(wire::QueueTab::spam) == 0);
}

BOOST_AUTO_TEST_CASE(an_overview_goes_there_and_back) {
  wire::Overview overview;
  overview.days = {0, 3, 2};
  overview.held = {0, 1, 0};
  overview.hours[6][23] = 4;
  overview.reasons = {{"spam", 3}, {"personal_data", 1}};
  overview.waiting = 2;
  overview.oldest_waiting = Instant{77};
  overview.decided_today = 8;
  const auto back = wire::decode_overview(wire::encode(overview));
  BOOST_REQUIRE_EQUAL(refusal_of(back), "ok");
  BOOST_TEST(wire::encode(*back) == wire::encode(overview));
  BOOST_TEST((back->days == overview.days));
  BOOST_TEST((back->hours == overview.hours));
  BOOST_TEST((back->reasons == overview.reasons));
  BOOST_TEST((back->oldest_waiting == Instant{77}));
  BOOST_TEST(back->decided_today == 8);
}

BOOST_AUTO_TEST_CASE(refusals_name_the_place) {
  BOOST_TEST(refusal_of(wire::decode_queue_page("{}")) == "missing_field items");
  BOOST_TEST(refusal_of(wire::decode_queue_page(R"({"items":[{}],"change":1})")) == "missing_field items.0.comment");
  BOOST_TEST(refusal_of(wire::decode_overview(R"({"days":[1,"2"]})")) == "wrong_type days.1");
  BOOST_TEST(refusal_of(wire::decode_overview(R"({"days":[],"held":[],"hours":[1]})")) == "unknown_field_value hours");
  std::string json = wire::encode(item());
  json.replace(json.find("\"flags\":3"), 9, "\"flags\":-3");
  BOOST_TEST(refusal_of(wire::decode_queue_item(json)) == "unknown_field_value flags");
  BOOST_TEST(refusal_of(wire::decode_changes(R"({"change":1,"items":[],"present":[{"comment":"x","name":"n"}]})")) ==
             "unknown_field_value present.0.comment");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
