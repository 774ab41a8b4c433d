// What a reader's session makes of moderation: the outlook of a draft, held and hidden comments, flags, appeals, masks.
#include <boost/test/unit_test.hpp>

#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

std::string reason(const std::string& rule, const std::string& decision, int start, int end, int count = 0) {
  return "{\"rule\":\"" + rule + "\",\"decision\":\"" + decision + "\",\"start\":" + std::to_string(start) +
         ",\"end\":" + std::to_string(end) + ",\"count\":" + std::to_string(count) + "}";
}

std::string verdict(const std::string& decision, const std::string& reasons) {
  return "{\"verdict\":\"" + decision + "\",\"reasons\":[" + reasons + "]}";
}

void tell_rules(Host& host, bool open = true) {
  host.send(std::string("\"type\":\"rules\",\"open\":") + (open ? "true" : "false"));
}

void judge(Host& host, const std::string& composer, const std::string& json) {
  host.send("\"type\":\"judged\",\"composer\":" + json_text(composer) + ",\"verdict\":" + json_text(json));
}

const view::Node& body_field(const Host& host) {
  return host.field("Your comment", composer(host));
}

std::string outlook(const Host& host) {
  return words_in(host.by_id("new-outlook"));
}

wire::JsonValue parsed(const std::string& json) {
  return *wire::parse_json(json);
}

// A visit of somebody whom the server may know.
void remember_reader(Host& host, bool known) {
  host.send(std::string("\"type\":\"remember\",\"reader\":\"reader-token\",\"known\":") + (known ? "true" : "false"));
}

Comment held_comment(std::int64_t id, std::optional<std::int64_t> parent, const std::string& body) {
  Comment comment = sample_comment(id, parent, body);
  comment.state = CommentState::held;
  return comment;
}

std::string own_document(const std::vector<wire::OwnComment>& comments, std::uint32_t published = 0) {
  return wire::encode(wire::OwnComments{published, comments});
}

rules::Verdict verdict_for(const std::string& rule) {
  rules::Verdict out;
  out.decision = rules::Decision::hold;
  out.reasons.push_back({rule, rules::Severity::strong, rules::Decision::hold});
  return out;
}

// A thread whose comment 4 is hidden for an insult.
ThreadPage hidden_thread() {
  ThreadPage thread = sample_thread();
  thread.comments[0].state = CommentState::hidden;
  thread.comments[0].reasons = {"offence.insult"};
  return thread;
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_moderation)

BOOST_AUTO_TEST_CASE(nothing_is_asked_before_the_rules_are_there) {
  Host host;
  host.adopt(sample_thread());
  host.type(body_field(host), "Hello");
  BOOST_TEST(host.effects("judge").empty());
  BOOST_TEST(outlook(host) == "");
}

BOOST_AUTO_TEST_CASE(a_draft_is_judged_as_it_stands_with_what_is_known_of_its_writer) {
  Host host;
  host.adopt(sample_thread());
  host.remember();
  tell_rules(host);
  BOOST_TEST(host.one_effect("judge").find("composer")->text == "new"); // also before a word is written
  host.type(body_field(host), "Hello");
  host.now += 1'200;
  host.type(body_field(host), "Hello \"you\"");
  const wire::JsonValue request = parsed(host.one_effect("judge").find("request")->text);
  BOOST_TEST(request.find("draft")->find("body")->text == "Hello \"you\"");
  BOOST_TEST(request.find("history")->find("published")->integer == 0);
  BOOST_TEST(request.find("history")->find("writing_ms")->integer == 1'200);
  BOOST_TEST(request.find("lang")->text == "en");
  BOOST_TEST(request.find("now")->integer == host.now);
}

BOOST_AUTO_TEST_CASE(what_will_happen_is_said_with_its_reason_and_its_words) {
  Host host;
  host.adopt(sample_thread());
  tell_rules(host);
  host.type(body_field(host), "é two connard");
  judge(host, "new",
        verdict("hold", reason("offence.insult", "hold", 6, 13) + "," + reason("spam.links", "publish", 0, 1)));
  BOOST_TEST(outlook(host) == "This may be read as an insult. “connard” A moderator will look first.");
  BOOST_TEST(attribute_is(body_field(host), view::Attr::described_by, "new-markdown new-outlook"));
  judge(host, "new", verdict("publish", ""));
  BOOST_TEST(outlook(host) == "");
  judge(host, "new", "no verdict");
  BOOST_TEST(outlook(host) == "");
}

BOOST_AUTO_TEST_CASE(links_are_counted_and_the_same_words_are_said_again_by_nobody) {
  Host host;
  host.adopt(sample_thread());
  tell_rules(host);
  host.type(body_field(host), "a b");
  const std::string two = verdict("hold", reason("spam.newcomer_links", "hold", 0, 3, 2));
  judge(host, "new", two);
  BOOST_TEST(outlook(host) == "2 links. A moderator will look first.");
  judge(host, "new", two);
  BOOST_TEST(host.patches().empty()); // a live region that does not change says nothing
}

BOOST_AUTO_TEST_CASE(what_is_concerned_is_marked_in_the_preview) {
  Host host;
  host.adopt(sample_thread());
  tell_rules(host);
  host.type(body_field(host), "you **idiot** idiotic");
  host.click(host.button("Preview", &composer(host)));
  judge(host, "new", verdict("hold", reason("offence.insult", "hold", 6, 11)));
  const view::Node* mark = find_node(composer(host), [](const view::Node& node) { return node.role == Role::mark; });
  BOOST_REQUIRE(mark != nullptr);
  BOOST_TEST(words_in(*mark) == "idiot");
}

BOOST_AUTO_TEST_CASE(a_closed_page_takes_no_more) {
  Host host;
  host.adopt(sample_thread());
  tell_rules(host, false);
  BOOST_TEST(host.find(Role::form, "Write a comment") == nullptr);
  BOOST_TEST(host.shows("This discussion is closed."));
  BOOST_TEST(host.find(Role::button, "Reply to Author 4") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_refusal_says_why) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "No");
  host.submit(composer(host));
  host.respond(sent(host), 422,
               wire::encode_problem({ErrorCode::rejected_by_rules, "body", {}, 0, {"offence.owner_word"}}));
  BOOST_TEST(host.shows("This word is on the site’s own list."));
  BOOST_TEST(host.value_of(body_field(host)) == "No");
}

BOOST_AUTO_TEST_CASE(who_only_reads_is_nobody_to_the_server) {
  Host host;
  host.adopt(sample_thread());
  remember_reader(host, false);
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.effects("store").empty());
}

BOOST_AUTO_TEST_CASE(sending_tells_who_writes_how_long_it_took_and_what_the_trap_holds) {
  Host host;
  host.adopt(sample_thread());
  remember_reader(host, false);
  host.type(body_field(host), "M");
  host.now += 4'000;
  host.type(host.by_id("new-subject"), "cheap; pills");
  fill(host, "Mine");
  host.submit(composer(host));
  BOOST_TEST(host.fetch().find("token")->text == "reader-token");
  BOOST_TEST(host.storage()["palabre:reader"] == "reader-token");
  const Expected<wire::PostComment> message = wire::decode_post_comment(host.fetch().find("body")->text);
  BOOST_TEST(message->proof == "1;4000;cheap; pills");
  BOOST_TEST(message->lang == "en");
}

BOOST_AUTO_TEST_CASE(a_second_try_is_the_same_message_whatever_time_went_by) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "Mine");
  host.submit(composer(host));
  const std::string key = host.fetch().find("key")->text;
  host.respond(sent(host), 0);
  host.now += 5'000;
  host.submit(composer(host));
  BOOST_TEST(host.fetch().find("key")->text == key);
}

BOOST_AUTO_TEST_CASE(ones_own_held_comment_is_back_in_its_place_after_a_reload) {
  Host host;
  host.adopt(sample_thread());
  remember_reader(host, true);
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/me?site=demo&page=%2Farticle");
  BOOST_TEST(host.fetch().find("token")->text == "reader-token");
  wire::OwnComment reply{held_comment(3, 1, "Kept back"), verdict_for("spam.shortener"), false, "t3"};
  wire::OwnComment top{held_comment(2'000, std::nullopt, "Later"), {}, false, "t2000"};
  top.comment.created = Instant{sample_comment(3, 1, "").created};
  wire::OwnComment elsewhere{held_comment(9, 77, "Its parent is not here"), {}, false, "t9"};
  host.respond(sent(host), 200, own_document({reply, top, elsewhere}));
  const view::Node& shown = host.article("Kept back");
  BOOST_TEST(words_in(shown).find("Only you can see") != std::string::npos);
  BOOST_TEST(words_in(shown).find("A shortened link hides where it leads.") != std::string::npos);
  BOOST_TEST(find_node(host.by_id("1"), [&](const view::Node& node) { return &node == &shown; }) != nullptr);
  const std::string words = host.words();
  BOOST_TEST(words.find("Second") < words.find("Later")); // by its age
  BOOST_TEST(words.find("Later") < words.find("First"));
  BOOST_TEST(!host.shows("Its parent is not here"));
  BOOST_TEST(host.shows("3 comments")); // nobody else sees it
}

BOOST_AUTO_TEST_CASE(held_comments_outlast_sorting) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "Mine");
  host.submit(composer(host));
  rules::Verdict two_links = verdict_for("spam.links");
  host.respond(sent(host), 201,
               wire::encode(wire::PostedComment{held_comment(50, std::nullopt, "Mine"), two_links, "token"}));
  BOOST_TEST(words_in(host.article("Mine")).find("It has links.") != std::string::npos);
  host.type(host.by_id("sort"), "oldest");
  ThreadPage oldest = sample_thread();
  oldest.sort = SortOrder::oldest;
  host.respond(sent(host), 200, thread_document(oldest));
  BOOST_TEST(host.shows("Mine"));
  // A moderator lets it through: the document has it now.
  oldest.comments.push_back(sample_comment(50, std::nullopt, "Mine"));
  host.type(host.by_id("sort"), "newest");
  oldest.sort = SortOrder::newest;
  host.respond(sent(host), 200, thread_document(oldest));
  BOOST_TEST(!host.shows("Only you can see"));
}

BOOST_AUTO_TEST_CASE(hidden_comments_are_folded_behind_their_reason) {
  Host host;
  host.adopt(hidden_thread());
  const view::Node* details =
      find_node(host.article("Second"), [](const view::Node& node) { return node.role == Role::details; });
  BOOST_REQUIRE(details != nullptr);
  BOOST_TEST(words_in(*details->children.front()) ==
             "This comment has been hidden by moderation. This may be read as an insult.");
  BOOST_TEST(host.find(Role::button, "Flag the comment by Author 4") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_flag_is_sent_once_and_remembered) {
  Host host;
  host.adopt(sample_thread());
  remember_reader(host, false);
  host.click(host.button("Flag the comment by Author 4"));
  BOOST_TEST(host.focused() == &host.button("Insult or threat"));
  host.click(host.button("Spam"));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/4/flags");
  BOOST_TEST(host.fetch().find("body")->text == "{\"reason\":\"spam\"}");
  BOOST_TEST(host.fetch().find("token")->text == "reader-token");
  const std::int64_t request = sent(host);
  host.click(host.button("Spam")); // twice is once
  BOOST_TEST(host.effects("fetch").empty());
  host.respond(request, 204);
  BOOST_TEST(host.find(Role::button, "Spam") == nullptr);
  BOOST_TEST(words_in(host.article("Second")).find("Flagged") != std::string::npos);
  BOOST_TEST(host.focused() == &host.by_id("4"));
  BOOST_TEST(host.announced().back() == "Thank you. A moderator will look at it.");
  BOOST_TEST(host.storage()["palabre:flags:demo"] == "[\"4\"]");

  Host later;
  later.adopt(sample_thread());
  later.send("\"type\":\"remember\",\"flags\":[\"4\",7,\"x\"]");
  BOOST_TEST(later.find(Role::button, "Flag the comment by Author 4") == nullptr);
  BOOST_TEST(later.find(Role::button, "Flag the comment by Author 1") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_flag_that_fails_says_so_and_can_be_tried_again) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Flag the comment by Author 4"));
  host.click(host.button("Spam"));
  host.respond(sent(host), 0);
  BOOST_TEST(host.shows("The server did not answer"));
  host.click(host.button("Spam"));
  BOOST_TEST(host.effects("fetch").size() == 1U);
  host.click(host.button("Cancel"));
  BOOST_TEST(host.focused() == &host.button("Flag the comment by Author 4"));
}

BOOST_AUTO_TEST_CASE(ones_own_hidden_comment_can_be_appealed_for_once) {
  Host host;
  host.adopt(hidden_thread());
  remember_reader(host, true);
  Comment own = hidden_thread().comments[0];
  host.respond(sent(host), 200, own_document({{own, verdict_for("offence.insult"), false, "t4"}}));
  BOOST_TEST(host.find(Role::button, "Edit") == nullptr);
  host.click(host.button("Ask for another look"));
  const view::Node& form = host.form("Ask for another look");
  BOOST_TEST(host.focused() == &host.field("One line to the moderators", form));
  host.submit(form);
  BOOST_TEST(host.effects("fetch").empty()); // nothing was said
  host.type(host.field("One line to the moderators", host.form("Ask for another look")), " I quoted\nsomebody. ");
  host.submit(host.form("Ask for another look"));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/4/appeals");
  BOOST_TEST(host.fetch().find("token")->text == "t4");
  BOOST_TEST(host.fetch().find("body")->text == "{\"message\":\"I quoted somebody.\"}");
  host.respond(sent(host), 201);
  BOOST_TEST(host.find(Role::form, "Ask for another look") == nullptr);
  BOOST_TEST(host.shows("The moderators have your message."));
}

BOOST_AUTO_TEST_CASE(an_appeal_that_is_on_its_way_already_is_said) {
  Host host;
  host.adopt(hidden_thread());
  remember_reader(host, true);
  host.respond(sent(host), 200, own_document({{hidden_thread().comments[0], {}, true, "t4"}}));
  BOOST_TEST(host.find(Role::button, "Ask for another look") == nullptr);
  BOOST_TEST(host.shows("The moderators have your message."));
}

BOOST_AUTO_TEST_CASE(escape_leaves_an_appeal_and_its_words_stay) {
  Host host;
  host.adopt(hidden_thread());
  remember_reader(host, true);
  host.respond(sent(host), 200, own_document({{hidden_thread().comments[0], {}, false, "t4"}}));
  host.click(host.button("Ask for another look"));
  const auto field = [&]() -> const view::Node& {
    return host.field("One line to the moderators", host.form("Ask for another look"));
  };
  host.type(field(), "Please");
  host.press(field(), "Escape", false);
  BOOST_TEST(host.find(Role::form, "Ask for another look") == nullptr);
  host.click(host.button("Ask for another look"));
  BOOST_TEST(host.value_of(field()) == "Please");
}

BOOST_AUTO_TEST_CASE(a_mask_is_lifted_and_put_back) {
  Host host;
  ThreadPage thread = sample_thread();
  thread.comments[0].body = "Damn it, damned, damn";
  thread.comments[0].masks = {"Damn", "damn"};
  host.adopt(thread);
  const auto masks = [&] {
    std::vector<const view::Node*> found;
    (void)find_node(host.by_id("4"), [&](const view::Node& node) {
      if (node.role == Role::toggle) found.push_back(&node);
      return false;
    });
    return found;
  };
  BOOST_REQUIRE_EQUAL(masks().size(), 2U); // whole words
  BOOST_TEST(words_in(*masks()[1]) == "damn");
  host.click(*masks()[1]);
  BOOST_TEST(view::has(masks()[0]->state, view::State::released));
  BOOST_TEST(view::has(masks()[1]->state, view::State::pressed));
  host.click(*masks()[1]);
  BOOST_TEST(view::has(masks()[1]->state, view::State::released));
  BOOST_TEST(words_in(host.by_id("4")).find("Damn it, damned, damn") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
