// The queue: walking through it, deciding, undoing, and what happens when the network or a colleague comes between.
#include <boost/test/unit_test.hpp>

#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;
using wire::DeskAction;
using wire::Outcome;

namespace {

wire::QueueItem item_of(std::int64_t id, const std::string& name) {
  wire::QueueItem item;
  item.comment.id = CommentId{id};
  item.comment.author.name = name;
  item.comment.body = "Words of " + name + " in full.";
  item.comment.created = Instant{1'799'000'000'000 + id};
  item.comment.state = CommentState::held;
  item.site = "demo";
  item.page = "/article";
  item.page_title = "An article";
  item.page_url = "https://demo.example/article";
  item.author = "author-" + std::to_string(id);
  item.revision = 10;
  item.attention = 100;
  return item;
}

wire::QueuePage page_of(const std::vector<std::string>& names, std::int64_t first = 1) {
  wire::QueuePage page;
  for (const std::string& name : names) page.items.push_back(item_of(first++, name));
  page.counts[wire::QueueTab::waiting] = static_cast<std::int64_t>(names.size());
  page.change = 5;
  return page;
}

// A queue with these, in which nothing was done yet.
struct Desk : DeskHost {
  explicit Desk(const wire::QueuePage& page = page_of({"Ada", "Bela", "Cleo"}), MemberRole role = MemberRole::owner) {
    enter("#/queue", role);
    answer("GET", "queue?tab=waiting", 200, wire::encode(page));
  }
  wire::Decide sent() const {
    const auto decide = wire::decode_decide(asked("POST", "decisions").body);
    BOOST_REQUIRE(decide.has_value());
    return *decide;
  }
  void decided(std::int64_t decision, std::int64_t id, Outcome outcome = Outcome::done,
               CommentState state = CommentState::published, const std::string& by = {}) {
    answer("POST", "decisions", 200, wire::encode(wire::Decided{decision, {{CommentId{id}, outcome, state, 11, by}}}));
  }
  [[nodiscard]] bool lists(const std::string& id) const { return find_id("row-" + id) != nullptr; }
  void open(const std::string& id) { click(*find_id("row-" + id)); }
};

rules::Verdict criticism() {
  rules::Verdict verdict;
  verdict.sentiment = {rules::SentimentLabel::negative, -0.8F, 0.9F};
  return verdict;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_queue)

BOOST_AUTO_TEST_CASE(the_first_key_shows_where_one_is_and_the_next_ones_walk) {
  Desk desk;
  desk.press("j");
  BOOST_TEST(desk.focus_is_on("row-1"));
  desk.press("j");
  BOOST_TEST(desk.focus_is_on("row-2"));
  desk.press("ArrowDown");
  BOOST_TEST(desk.focus_is_on("row-3"));
  desk.press("j");
  BOOST_TEST(desk.focus_is_on("row-3"));
  desk.press("k");
  BOOST_TEST(desk.focus_is_on("row-2"));
}

BOOST_AUTO_TEST_CASE(a_decision_takes_the_item_away_at_once_and_the_next_one_is_there) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  BOOST_TEST(!desk.lists("1"));
  BOOST_TEST(desk.focus_is_on("row-2"));
  BOOST_TEST(desk.shows("Published: the comment by Ada."));
  const wire::Decide sent = desk.sent();
  BOOST_TEST((sent.action == DeskAction::approve));
  BOOST_REQUIRE_EQUAL(sent.items.size(), 1U);
  BOOST_TEST(sent.items[0].comment.value == 1);
  BOOST_TEST(sent.items[0].revision == 10);
  BOOST_TEST(desk.asked("POST", "decisions").csrf == "mark");
}

BOOST_AUTO_TEST_CASE(the_last_item_leaves_an_empty_queue_that_says_what_was_done) {
  Desk desk(page_of({"Ada"}));
  desk.press("j");
  desk.press("a");
  BOOST_TEST(desk.shows("Nothing is waiting for you."));
  BOOST_TEST(desk.shows("You decided on 1 comment today."));
  BOOST_TEST(desk.focus_is_on("title"));
}

BOOST_AUTO_TEST_CASE(an_answered_decision_is_undone_on_the_server) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.decided(77, 1);
  desk.press("u");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.focus_is_on("row-1"));
  BOOST_TEST(desk.is_asked("POST", "decisions/77/undo"));
  desk.answer("POST", "decisions/77/undo", 200,
              wire::encode(wire::Decided{77, {{CommentId{1}, Outcome::done, CommentState::held, 12, ""}}}));
  desk.press("a");
  BOOST_TEST(desk.sent().items.at(0).revision == 12);
}

BOOST_AUTO_TEST_CASE(what_is_on_its_way_is_undone_once_it_arrived) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.press("u");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.waiting() == 1U);
  desk.decided(77, 1);
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.is_asked("POST", "decisions/77/undo"));
}

BOOST_AUTO_TEST_CASE(what_was_not_sent_yet_is_undone_without_a_word_to_the_server) {
  Desk desk;
  desk.press("j");
  desk.press("a"); // Ada's goes out
  desk.press("a"); // Bela's waits behind it
  desk.press("u");
  BOOST_TEST(desk.lists("2"));
  desk.decided(77, 1);
  BOOST_TEST(!desk.is_asked("POST", "decisions"));
  BOOST_TEST(desk.stored.count("outbox") == 0U);
}

BOOST_AUTO_TEST_CASE(several_are_undone_one_after_the_other) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.decided(1, 1);
  desk.press("a");
  desk.decided(2, 2);
  desk.press("u");
  desk.press("u");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.lists("2"));
  desk.press("u");
  BOOST_TEST(desk.announced == "There is nothing to undo.");
}

BOOST_AUTO_TEST_CASE(decisions_go_out_in_order) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.press("d");
  BOOST_TEST(desk.sent().items.at(0).comment.value == 1);
  desk.decided(1, 1);
  BOOST_TEST(desk.sent().items.at(0).comment.value == 2);
  BOOST_TEST((desk.sent().action == DeskAction::remove));
}

BOOST_AUTO_TEST_CASE(without_a_network_decisions_wait_and_are_sent_when_it_is_back) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.answer("POST", "decisions", 0);
  BOOST_TEST(desk.shows("No connection. 1 decision waits"));
  BOOST_TEST(!desk.lists("1"));
  BOOST_TEST(desk.woken.at("outbox") == 1000);
  desk.press("a");
  BOOST_TEST(desk.is_asked("POST", "decisions")); // a new one tries at once
  desk.tick("outbox");
  desk.decided(1, 1);
  desk.decided(2, 2);
  BOOST_TEST(!desk.shows("No connection"));
  BOOST_TEST(desk.stored.count("outbox") == 0U);
}

BOOST_AUTO_TEST_CASE(decisions_survive_a_reload) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.answer("POST", "decisions", 0);
  BOOST_REQUIRE_EQUAL(desk.stored.count("outbox"), 1U);
  DeskHost later;
  later.stored = desk.stored;
  later.enter("#/queue");
  const auto sent = wire::decode_decide(later.asked("POST", "decisions").body);
  BOOST_REQUIRE(sent.has_value());
  BOOST_TEST(sent->items.at(0).comment.value == 1);
}

BOOST_AUTO_TEST_CASE(decisions_of_another_member_are_not_sent_by_this_one) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  DeskHost later;
  later.stored = desk.stored;
  later.mount("#/queue");
  wire::DeskSession other = sample_desk_session();
  other.member.id = MemberId{2};
  later.answer("GET", "session", 200, wire::encode(other));
  BOOST_TEST(!later.is_asked("POST", "decisions"));
  BOOST_TEST(later.stored.count("outbox") == 0U);
}

BOOST_AUTO_TEST_CASE(broken_stored_decisions_are_left_out) {
  for (const char* stored : {"", "x", "{}", "{\"owner\":\"1\",\"waiting\":[{\"decide\":\"x\",\"number\":1},{},3]}"}) {
    DeskHost desk;
    desk.stored["outbox"] = stored;
    desk.enter("#/queue");
    BOOST_TEST(!desk.is_asked("POST", "decisions"));
  }
}

BOOST_AUTO_TEST_CASE(a_colleague_who_was_faster_is_named_and_the_item_comes_back) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.decided(0, 1, Outcome::conflict, CommentState::removed, "Basile");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.shows("The comment by Ada: Basile was faster. It is now: Deleted."));
  desk.press("k");
  BOOST_TEST(desk.shows("Basile decided meanwhile: Deleted."));
  desk.press("u");
  BOOST_TEST(desk.announced == "There is nothing to undo.");
}

BOOST_AUTO_TEST_CASE(an_answer_that_was_lost_is_no_conflict) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.answer("POST", "decisions", 0);
  desk.tick("outbox");
  desk.decided(0, 1, Outcome::conflict, CommentState::published, "Amélie");
  BOOST_TEST(!desk.lists("1"));
  BOOST_TEST(!desk.shows("was faster"));
}

BOOST_AUTO_TEST_CASE(a_refused_decision_brings_the_item_back_and_says_why) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.refuse("POST", "decisions", ErrorCode::not_allowed);
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.shows("Your role does not allow this."));
}

BOOST_AUTO_TEST_CASE(criticism_is_put_out_of_sight_only_after_a_question) {
  wire::QueuePage page = page_of({"Ada", "Bela"});
  page.items[0].verdict = criticism();
  Desk desk(page);
  desk.press("j");
  desk.press("h");
  BOOST_TEST(desk.shows("This looks like criticism rather than abuse. Hide it all the same?"));
  BOOST_TEST(desk.focus_is_on("asking-no"));
  BOOST_TEST(!desk.is_asked("POST", "decisions"));
  desk.press("a"); // not while it is asked
  BOOST_TEST(!desk.is_asked("POST", "decisions"));
  desk.press("Escape");
  BOOST_TEST(!desk.shows("rather than abuse"));
  BOOST_TEST(desk.focus_is_on("row-1"));
  desk.press("h");
  desk.click(desk.button("Hide all the same"));
  BOOST_TEST(desk.sent().confirmed);
  BOOST_TEST(!desk.lists("1"));
}

BOOST_AUTO_TEST_CASE(criticism_is_approved_without_a_question) {
  wire::QueuePage page = page_of({"Ada"});
  page.items[0].verdict = criticism();
  Desk desk(page);
  desk.press("j");
  desk.press("a");
  BOOST_TEST(!desk.lists("1"));
}

BOOST_AUTO_TEST_CASE(the_server_may_ask_too) {
  Desk desk;
  desk.press("j");
  desk.press("d");
  desk.decided(0, 1, Outcome::needs_confirmation, CommentState::held);
  BOOST_TEST(desk.lists("1"));
  desk.click(desk.button("Delete all the same"));
  BOOST_TEST(desk.sent().confirmed);
  BOOST_TEST(desk.sent().items.at(0).revision == 11);
}

BOOST_AUTO_TEST_CASE(of_several_only_the_others_may_be_decided) {
  wire::QueuePage page = page_of({"Ada", "Bela", "Cleo"});
  page.items[1].verdict = criticism();
  Desk desk(page);
  desk.press("j");
  desk.press("J");
  desk.press("J");
  BOOST_TEST(desk.shows("3 chosen"));
  desk.press("s");
  desk.click(desk.button("Only the other 2"));
  BOOST_TEST(desk.sent().items.size() == 2U);
  BOOST_TEST(desk.lists("2"));
  BOOST_TEST(!desk.lists("1"));
  BOOST_TEST(!desk.lists("3"));
}

BOOST_AUTO_TEST_CASE(many_are_decided_at_once_and_undone_together) {
  Desk desk(page_of({"Ada", "Bela", "Cleo", "Dora"}));
  desk.press("j");
  desk.press("x");
  desk.press("j");
  desk.press("j");
  desk.press("x");
  BOOST_TEST(desk.shows("2 chosen"));
  desk.press("a");
  BOOST_TEST(desk.sent().items.size() == 2U);
  BOOST_TEST(desk.shows("2 comments published."));
  BOOST_TEST(desk.focus_is_on("row-4"));
  desk.decided(9, 1);
  desk.press("u");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.lists("3"));
  const std::string words = desk.words();
  BOOST_TEST(words.find("Words of Ada") < words.find("Words of Bela"));
  BOOST_TEST(words.find("Words of Bela") < words.find("Words of Cleo"));
}

BOOST_AUTO_TEST_CASE(a_range_is_chosen_with_shift_and_all_with_control) {
  Desk desk(page_of({"Ada", "Bela", "Cleo", "Dora"}));
  desk.tell(desk.must_find(Role::field, "Choose the comment by Bela"), "on");
  desk.tell(desk.must_find(Role::field, "Choose the comment by Dora"), "on", true);
  BOOST_TEST(desk.shows("3 chosen"));
  desk.press("Escape");
  BOOST_TEST(!desk.shows("chosen"));
  desk.press("a", ",\"mod\":true");
  BOOST_TEST(desk.shows("4 chosen"));
  BOOST_TEST(!desk.is_asked("POST", "decisions"));
}

BOOST_AUTO_TEST_CASE(opening_puts_the_item_into_the_address_and_back_closes_it) {
  Desk desk;
  desk.open("2");
  BOOST_TEST(desk.hash == "#/queue?tab=waiting&item=2");
  BOOST_TEST(desk.focus_is_on("item-title"));
  desk.press("j");
  BOOST_TEST(desk.hash == "#/queue?tab=waiting&item=3");
  desk.route("#/queue?tab=waiting");
  BOOST_TEST(!desk.is_asked("GET", "queue?tab=waiting"));
  BOOST_TEST(desk.lists("1"));
}

BOOST_AUTO_TEST_CASE(details_are_asked_for_when_the_selection_rests_and_for_the_next_one) {
  Desk desk;
  desk.press("j");
  BOOST_TEST(!desk.is_asked("GET", "comments/1"));
  desk.tick("detail");
  wire::CommentDetail detail;
  detail.item = item_of(1, "Ada");
  detail.appeal = "Please look again.";
  detail.flags.push_back({wire::FlagReason::spam, "An advertisement", Instant{}});
  detail.author.published = 3;
  desk.answer("GET", "comments/1", 200, wire::encode(detail));
  BOOST_TEST(desk.shows("Please look again."));
  BOOST_TEST(desk.shows("An advertisement"));
  BOOST_TEST(desk.shows("3 published,"));
  BOOST_TEST(desk.is_asked("GET", "comments/2"));
}

BOOST_AUTO_TEST_CASE(the_next_page_is_asked_for_before_the_end) {
  std::vector<std::string> names;
  for (int i = 0; i < 50; ++i) names.push_back("Name" + std::to_string(i));
  wire::QueuePage page = page_of(names);
  page.next = "later";
  Desk desk(page);
  for (int i = 0; i < 29; ++i) desk.press("j");
  BOOST_TEST(!desk.is_asked("GET", "queue?tab=waiting&after=later"));
  for (int i = 0; i < 5; ++i) desk.press("j");
  desk.answer("GET", "queue?tab=waiting&after=later", 200, wire::encode(page_of({"Zoe"}, 51)));
  BOOST_TEST(desk.lists("51"));
}

BOOST_AUTO_TEST_CASE(filters_stand_in_the_address_and_can_be_taken_away) {
  Desk desk;
  desk.click(desk.button("Filters"));
  desk.tell(*desk.find_id("filter-reason"), "spam");
  BOOST_TEST(desk.hash == "#/queue?tab=waiting&reason=spam");
  desk.answer("GET", "queue?tab=waiting&reason=spam", 200, wire::encode(page_of({})));
  BOOST_TEST(desk.shows("Nothing matches these filters."));
  desk.click(desk.must_find(Role::link, "Take away the filter Reason: Spam"));
  BOOST_TEST(desk.hash == "#/queue?tab=waiting");
}

BOOST_AUTO_TEST_CASE(a_search_waits_until_somebody_stops_typing_and_late_answers_are_forgotten) {
  Desk desk;
  desk.type(desk.field("q"), "hel");
  BOOST_TEST(desk.waiting() == 0U);
  desk.tick("search");
  desk.type(desk.field("q"), "hello");
  desk.tick("search");
  desk.answer("GET", "queue?tab=waiting&q=hello", 200, wire::encode(page_of({"Ada"})));
  desk.answer("GET", "queue?tab=waiting&q=hel", 200, wire::encode(page_of({"Xenia", "Yara"}, 8)));
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(!desk.lists("8"));
}

BOOST_AUTO_TEST_CASE(what_comes_meanwhile_waits_until_it_is_asked_for) {
  Desk desk;
  desk.press("j");
  desk.tick("watch");
  wire::Changes changes;
  changes.change = 6;
  wire::QueueItem urgent = item_of(9, "Nina");
  urgent.attention = 400;
  changes.items = {urgent};
  changes.present = {{CommentId{1}, "Basile"}};
  desk.answer("GET", "changes?since=5&looking=1", 200, wire::encode(changes));
  BOOST_TEST(!desk.lists("9"));
  BOOST_TEST(desk.shows("Basile is looking at this."));
  BOOST_TEST(desk.announced == "1 new");
  desk.click(desk.button("1 new"));
  BOOST_TEST(desk.lists("9"));
  BOOST_TEST(desk.words().find("Words of Nina") < desk.words().find("Words of Ada"));
  desk.tick("watch");
  BOOST_TEST(desk.is_asked("GET", "changes?since=6&looking=9"));
}

BOOST_AUTO_TEST_CASE(what_comes_into_an_empty_queue_is_shown_at_once) {
  Desk desk(page_of({}));
  desk.tick("watch");
  wire::Changes changes;
  changes.change = 6;
  changes.items = {item_of(9, "Nina")};
  desk.answer("GET", "changes?since=5", 200, wire::encode(changes));
  BOOST_TEST(desk.lists("9"));
  BOOST_TEST(!desk.shows("All done. Nothing is waiting for you."));
  BOOST_TEST(desk.announced == "1 new");
  desk.press("j");
  BOOST_TEST(desk.focus_is_on("row-9"));
  desk.press("a");
  BOOST_TEST(desk.sent().items.front().comment.text() == "9");
}

BOOST_AUTO_TEST_CASE(what_others_decided_leaves_but_what_is_read_stays) {
  Desk desk;
  desk.press("j");
  desk.tick("watch");
  wire::Changes changes;
  changes.change = 6;
  for (const std::int64_t id : {1, 2}) {
    wire::QueueItem item = item_of(id, id == 1 ? "Ada" : "Bela");
    item.comment.state = CommentState::published;
    item.attention = 0;
    item.decided_by = "Basile";
    item.revision = 12;
    changes.items.push_back(item);
  }
  desk.answer("GET", "changes?since=5&looking=1", 200, wire::encode(changes));
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(!desk.lists("2"));
  BOOST_TEST(desk.shows("Basile decided meanwhile: Published."));
  BOOST_TEST(desk.announced == "1 comment left the queue. Decided by Basile.");
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_while_the_page_is_hidden) {
  Desk desk;
  BOOST_TEST(desk.woken.at("watch") == 4000);
  desk.send("\"type\":\"hidden\"");
  desk.tick("watch");
  BOOST_TEST(!desk.is_asked("GET", "changes?since=5"));
  desk.send("\"type\":\"shown\"");
  BOOST_TEST(desk.is_asked("GET", "changes?since=5"));
  desk.now += 70'000;
  desk.answer("GET", "changes?since=5", 200, wire::encode(wire::Changes{6, {}, false, {}, {}}));
  BOOST_TEST(desk.woken.at("watch") == 20000);
}

BOOST_AUTO_TEST_CASE(spans_are_marked_and_lead_to_their_reason) {
  wire::QueuePage page = page_of({"Ada"});
  page.items[0].comment.body = "See **my site** at [here](https://pills.example/x) & you idiot, idiot";
  const std::size_t link = page.items[0].comment.body.find("https");
  const std::size_t insult = page.items[0].comment.body.rfind("idiot");
  page.items[0].verdict.reasons = {{"offence.insult", rules::Severity::strong, rules::Decision::hold,
                                    rules::Field::body, static_cast<std::uint32_t>(insult),
                                    static_cast<std::uint32_t>(insult + 5), 0},
                                   {"spam.links", rules::Severity::mild, rules::Decision::hold, rules::Field::body,
                                    static_cast<std::uint32_t>(link), static_cast<std::uint32_t>(link + 23), 1}};
  Desk desk(page);
  std::vector<std::string> marked;
  std::string before;
  (void)find_node(*desk.tree(), [&](const view::Node& node) {
    if (node.role == Role::mark) marked.push_back(words_in(node) + "/" + *attribute(node, view::Attr::described_by));
    return false;
  });
  BOOST_REQUIRE_EQUAL(marked.size(), 2U);
  BOOST_TEST(marked[0] == "here/reason-1");
  BOOST_TEST(marked[1] == "idiot/reason-0");
  BOOST_TEST(desk.find_id("reason-0") != nullptr);
  BOOST_TEST(desk.shows("you idiot, idiot"));
}

BOOST_AUTO_TEST_CASE(what_holds_of_two_places_is_said_once) {
  wire::QueuePage page = page_of({"Ada"});
  page.items[0].comment.body = "a fool and an idiot";
  const auto insult = [](std::uint32_t begin, std::uint32_t end, rules::Severity severity) {
    return rules::Reason{"offence.insult", severity, rules::Decision::hold, rules::Field::body, begin, end, 0};
  };
  page.items[0].verdict.reasons = {insult(2, 6, rules::Severity::severe), insult(14, 19, rules::Severity::strong)};
  Desk desk(page);
  std::vector<std::string> marked;
  (void)find_node(*desk.tree(), [&](const view::Node& node) {
    if (node.role == Role::mark) marked.push_back(words_in(node) + "/" + *attribute(node, view::Attr::described_by));
    return false;
  });
  BOOST_REQUIRE_EQUAL(marked.size(), 2U);
  BOOST_TEST(marked[0] == "fool/reason-0");
  BOOST_TEST(marked[1] == "idiot/reason-0");
  const view::Node* line = desk.find_id("reason-0");
  BOOST_REQUIRE(line != nullptr);
  BOOST_TEST(words_in(*line).find("fool") != std::string::npos);
  BOOST_TEST(words_in(*line).find("idiot") != std::string::npos);
  BOOST_TEST(desk.find_id("reason-1") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_rule_is_made_in_one_click_and_undone) {
  wire::QueuePage page = page_of({"Ada"});
  page.items[0].comment.body = "Buy at https://www.pills.example/x today";
  Desk desk(page);
  desk.click(desk.button("Always hold links to pills.example"));
  const auto rule = wire::decode_new_rule(desk.asked("POST", "rules").body);
  BOOST_REQUIRE(rule.has_value());
  BOOST_TEST(rule->value == "pills.example");
  BOOST_TEST(rule->site == "demo");
  desk.answer("POST", "rules", 200, wire::encode(wire::MadeRule{31, 4}));
  BOOST_TEST(desk.shows("It would have caught 4 more that wait."));
  desk.press("u");
  BOOST_TEST(desk.is_asked("POST", "decisions/31/undo"));
}

BOOST_AUTO_TEST_CASE(an_answer_keeps_its_words_until_the_server_has_them) {
  Desk desk;
  desk.press("j");
  desk.press("r");
  BOOST_TEST(desk.has_focus(desk.field("reply")));
  desk.type(desk.field("reply"), "Thank you, Ada.");
  desk.press("Escape", ",\"typing\":true");
  BOOST_TEST(!desk.shows("Your answer, as"));
  desk.press("r");
  BOOST_TEST(desk.value_of("reply") == "Thank you, Ada.");
  desk.press("Enter", ",\"mod\":true,\"typing\":true");
  desk.answer("POST", "replies", 503);
  BOOST_TEST(desk.value_of("reply") == "Thank you, Ada.");
  desk.press("Enter", ",\"mod\":true,\"typing\":true");
  const auto reply = wire::decode_new_reply(desk.asked("POST", "replies").body);
  BOOST_REQUIRE(reply.has_value());
  BOOST_TEST(reply->body == "Thank you, Ada.");
  desk.answer("POST", "replies", 201, wire::encode(item_of(8, "Amélie")));
  BOOST_TEST(desk.shows("Your answer is in the page."));
}

BOOST_AUTO_TEST_CASE(letters_do_nothing_while_typing_or_when_they_are_switched_off) {
  Desk desk;
  desk.press("j");
  desk.press("a", ",\"typing\":true");
  BOOST_TEST(desk.lists("1"));
  desk.press("?");
  BOOST_REQUIRE(desk.find(Role::dialog, "Keys") != nullptr || desk.shows("Single letters do something"));
  desk.press("a");
  BOOST_TEST(desk.lists("1"));
  desk.tell(desk.field("shortcuts"), "");
  desk.press("Escape");
  BOOST_TEST(desk.stored.at("shortcuts") == "off");
  desk.press("a");
  BOOST_TEST(desk.lists("1"));
  desk.press("ArrowDown");
  BOOST_TEST(desk.focus_is_on("row-2"));
}

BOOST_AUTO_TEST_CASE(an_analyst_reads_and_decides_nothing) {
  Desk desk(page_of({"Ada"}), MemberRole::analyst);
  desk.press("j");
  desk.press("a");
  BOOST_TEST(desk.lists("1"));
  BOOST_TEST(desk.waiting() == 0U);
  BOOST_TEST(desk.find(Role::field, "Choose the comment by Ada") == nullptr);
  BOOST_TEST(desk.find(Role::toolbar, "Decide") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_page_is_opened_with_a_code_to_moderate_there) {
  Desk desk;
  desk.open("1");
  desk.click(desk.button("Show in page"));
  const auto wanted = wire::decode_new_inline_code(desk.asked("POST", "inline").body);
  BOOST_REQUIRE(wanted.has_value());
  BOOST_TEST(wanted->site == "demo");
  BOOST_TEST(wanted->origin == "https://demo.example");
  desk.answer("POST", "inline", 201, wire::encode(wire::InlineCode{"CODE"}));
  BOOST_TEST(desk.opened == "https://demo.example/article#palabre-moderate=CODE.1");
  desk.click(desk.button("Show in page"));
  desk.answer("POST", "inline", 403, "{\"code\":\"origin_not_allowed\"}");
  BOOST_TEST(desk.opened == "https://demo.example/article#palabre-1"); // as readers see it
}

BOOST_AUTO_TEST_CASE(a_ban_is_a_form_of_its_own_and_can_be_lifted_by_undo) {
  Desk desk;
  desk.press("j");
  desk.tick("detail");
  wire::CommentDetail detail;
  detail.item = item_of(1, "Ada");
  detail.can_ban_author = true;
  desk.answer("GET", "comments/1", 200, wire::encode(detail));
  desk.click(desk.button("Ban or mute"));
  desk.tell(*desk.find_id("effect-ban"), "on");
  desk.tell(*desk.find_id("ban-hours"), "24");
  desk.type(desk.field("ban.note"), "Third time");
  desk.submit(*find_node(
      *desk.tree(), [](const view::Node& node) { return node.action.target == "ban" && node.role == Role::form; }));
  const auto ban = wire::decode_new_ban(desk.asked("POST", "bans").body);
  BOOST_REQUIRE(ban.has_value());
  BOOST_TEST((ban->effect == wire::BanEffect::ban));
  BOOST_TEST(ban->hours == 24);
  BOOST_TEST(ban->note == "Third time");
  wire::Ban made;
  made.id = 5;
  made.name = "Ada";
  made.comment = CommentId{1};
  desk.answer("POST", "bans", 201, wire::encode(made));
  BOOST_TEST(desk.shows("Ada is banned."));
  desk.press("u");
  BOOST_TEST(desk.is_asked("DELETE", "bans/5"));
}

BOOST_AUTO_TEST_CASE(toasts_go_after_a_while_and_undo_still_works) {
  Desk desk;
  desk.press("j");
  desk.press("a");
  desk.now += 12'000;
  desk.tick("toasts");
  BOOST_TEST(!desk.shows("Published: the comment by Ada."));
  desk.press("u");
  BOOST_TEST(desk.lists("1"));
}

BOOST_AUTO_TEST_SUITE_END()
