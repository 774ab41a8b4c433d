// Moderating in the page: what a moderator's session shows beside the thread, sends, and takes back.
#include <boost/test/unit_test.hpp>

#include "shared/wire/codec_desk.h"
#include "tests/widget/host.h"
#include "tests/widget/samples.h"
#include "tests/widget/writing.h"
#include "widget/staff/staff.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;
using wire::Outcome;

namespace {

wire::QueueItem queue_item(Comment comment, CommentState state, std::int64_t revision = 7) {
  wire::QueueItem item;
  item.comment = std::move(comment);
  item.comment.state = state;
  item.site = "demo";
  item.page = "/article";
  item.revision = revision;
  return item;
}

// A reader's comment that the rules held for its links.
wire::QueueItem held_item() {
  wire::QueueItem item =
      queue_item(sample_comment(5, std::nullopt, "See one.example and two.example"), CommentState::held, 9);
  item.verdict.decision = rules::Decision::hold;
  rules::Reason reason{"spam.links", rules::Severity::strong, rules::Decision::hold};
  reason.begin = 4;
  reason.end = 15;
  reason.count = 2;
  item.verdict.reasons.push_back(reason);
  return item;
}

std::string queue_page(const std::vector<wire::QueueItem>& items, const std::string& next = {}) {
  wire::QueuePage page;
  page.items = items;
  page.next = next;
  return wire::encode(page);
}

std::string detail(const wire::QueueItem& item) {
  wire::CommentDetail found;
  found.item = item;
  return wire::encode(found);
}

std::string decided(std::int64_t decision, std::int64_t comment, Outcome outcome, CommentState state,
                    const std::string& by = {}) {
  return wire::encode(wire::Decided{decision, {{CommentId{comment}, outcome, state, 10, by}}});
}

HostOptions staff_options(const std::string& language = "en") {
  HostOptions options;
  options.language = language;
  options.companion = widget::make_staff();
  return options;
}

void tell_session(Host& host, const std::string& role = "moderator") {
  host.send("\"type\":\"staff\",\"value\":" + json_text("{\"token\":\"secret\",\"name\":\"Amélie\",\"role\":\"" + role +
                                                        "\",\"desk\":\"https://talk.example/admin\"}"));
}

// Adopted, and the held comments asked for; answers the request's number.
std::int64_t begin(Host& host, const std::string& role = "moderator") {
  host.adopt(sample_thread());
  tell_session(host, role);
  return host.fetch().find("request")->integer;
}

std::string url_of(const wire::JsonValue& fetch) {
  return fetch.find("url")->text;
}

bool has_token(const wire::JsonValue& fetch) {
  return fetch.find("token")->text == "secret";
}

const view::Node& box(const Host& host, const std::string& name) {
  return host.must_find(Role::group, "Moderation of the comment of " + name);
}

// Opens the box of a published comment and answers what the desk knows of it.
void open(Host& host, std::int64_t id, std::int64_t revision = 7) {
  const std::string name = "Author " + std::to_string(id);
  host.click(host.button("Moderate the comment of " + name));
  const std::int64_t request = host.fetch().find("request")->integer;
  host.respond(request, 200,
               detail(queue_item(sample_comment(id, std::nullopt, "Second"), CommentState::published, revision)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(staff)

BOOST_AUTO_TEST_CASE(without_a_session_the_thread_is_a_readers) {
  Host host(staff_options());
  host.adopt(sample_thread());
  BOOST_TEST(!host.shows("Moderate"));
  Host reader;
  reader.adopt(sample_thread());
  tell_session(reader); // nobody goes along with it
  BOOST_TEST(reader.words() == host.words());
}

BOOST_AUTO_TEST_CASE(a_moderator_sees_who_they_are_and_the_held_comments_of_the_page_in_their_place) {
  Host host(staff_options());
  const std::int64_t request = begin(host);
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/queue?tab=held&site=demo&page=%2Farticle");
  BOOST_TEST(has_token(host.fetch()));
  BOOST_TEST(host.shows("You moderate here as Amélie."));
  host.respond(request, 200, queue_page({held_item()}));
  BOOST_TEST(host.shows("1 comment waits below."));
  const view::Node& article = host.article("See one.example");
  BOOST_TEST(host.words().find("See one.example") < host.words().find("Second"));
  BOOST_TEST(words_in(article).find("Held: only its author and your team see it.") != std::string::npos);
  BOOST_TEST(words_in(article).find("Your comment") == std::string::npos);
  BOOST_REQUIRE(host.find(Role::mark, "one.example", &article) != nullptr);
  BOOST_TEST(host.find(Role::button, "Approve", &article) != nullptr);
  BOOST_TEST(host.find(Role::button, "Hold", &article) == nullptr);
}

BOOST_AUTO_TEST_CASE(an_approval_shows_at_once_and_is_undone_by_its_number) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({held_item()}));
  host.click(host.button("Approve", &host.article("See one.example")));
  BOOST_TEST(host.shows("Approved: everybody reads it."));
  BOOST_TEST(host.shows("Nothing waits on this page."));
  BOOST_TEST(words_in(*host.focused()) == "Undo");
  const wire::JsonValue fetch = host.fetch();
  BOOST_TEST(url_of(fetch) == "/api/v1/admin/decisions");
  BOOST_TEST(has_token(fetch));
  const Expected<wire::Decide> sent = wire::decode_decide(fetch.find("body")->text);
  BOOST_REQUIRE(sent.has_value());
  BOOST_TEST((sent->action == wire::DeskAction::approve));
  BOOST_TEST(sent->items.at(0).revision == 9);
  BOOST_TEST(!sent->confirmed);
  host.respond(fetch.find("request")->integer, 200, decided(31, 5, Outcome::done, CommentState::published));
  host.click(host.button("Undo"));
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/decisions/31/undo");
  host.respond(host.fetch().find("request")->integer, 200, decided(32, 5, Outcome::done, CommentState::held));
  BOOST_TEST(host.shows("1 comment waits below."));
  BOOST_TEST(host.announced().back() == "Undone: it stands as before.");
}

BOOST_AUTO_TEST_CASE(an_undo_that_comes_before_the_answer_waits_for_the_number) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({held_item()}));
  host.click(host.button("Spam", &host.article("See one.example")));
  const std::int64_t request = host.fetch().find("request")->integer;
  host.click(host.button("Undo"));
  BOOST_TEST(host.effects("fetch").empty());
  host.respond(request, 200, decided(31, 5, Outcome::done, CommentState::spam));
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/decisions/31/undo");
}

BOOST_AUTO_TEST_CASE(a_published_comment_is_decided_before_the_desk_has_told_of_it) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({}));
  host.click(host.button("Moderate the comment of Author 4"));
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/comments/4");
  const std::int64_t request = host.fetch().find("request")->integer;
  host.click(host.button("Hide", &box(host, "Author 4")));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.shows("Hidden: readers see it folded."));
  host.respond(request, 200, detail(queue_item(sample_comment(4, std::nullopt, "Second"), CommentState::published, 3)));
  const Expected<wire::Decide> sent = wire::decode_decide(host.fetch().find("body")->text);
  BOOST_REQUIRE(sent.has_value());
  BOOST_TEST(sent->items.at(0).revision == 3);
  host.respond(host.fetch().find("request")->integer, 503, "{}");
  BOOST_TEST(!host.shows("Hidden: readers"));
  const view::Node* trouble =
      find_node(box(host, "Author 4"), [](const view::Node& one) { return one.role == Role::alert; });
  BOOST_REQUIRE(trouble != nullptr);
  BOOST_TEST(!words_in(*trouble).empty());
  BOOST_TEST(host.find(Role::button, "Hide", &box(host, "Author 4")) != nullptr); // as before
}

BOOST_AUTO_TEST_CASE(criticism_is_taken_away_only_when_the_moderator_insists) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({}));
  open(host, 4);
  host.click(host.button("Hide", &box(host, "Author 4")));
  host.respond(host.fetch().find("request")->integer, 200,
               decided(0, 4, Outcome::needs_confirmation, CommentState::published));
  BOOST_TEST(host.shows("This looks like criticism rather than abuse. Hide it all the same?"));
  BOOST_TEST(words_in(*host.focused()) == "Leave it");
  BOOST_TEST(!host.shows("Hidden: readers"));
  host.click(host.button("All the same"));
  BOOST_TEST(wire::decode_decide(host.fetch().find("body")->text)->confirmed);
}

BOOST_AUTO_TEST_CASE(who_decides_second_is_told_and_sees_what_stands) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({held_item()}));
  host.click(host.button("Approve", &host.article("See one.example")));
  host.respond(host.fetch().find("request")->integer, 200, decided(0, 5, Outcome::conflict, CommentState::spam, "Léa"));
  BOOST_TEST(host.shows("Léa decided otherwise meanwhile."));
  BOOST_TEST(host.shows("Spam: nobody reads it."));
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/comments/5");
}

BOOST_AUTO_TEST_CASE(what_was_deleted_here_stays_in_sight_until_it_is_undone_though_readers_have_it_no_more) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({}));
  open(host, 4);
  host.click(host.button("Delete", &box(host, "Author 4")));
  host.respond(host.fetch().find("request")->integer, 200, decided(8, 4, Outcome::done, CommentState::removed));
  BOOST_TEST(host.shows("Deleted: readers no longer see it."));
  BOOST_TEST(host.shows("Second"));
  BOOST_TEST(host.find(Role::button, "Undo") != nullptr);
}

BOOST_AUTO_TEST_CASE(an_answer_is_published_under_the_members_name) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({}));
  host.click(host.button("Reply to Author 4"));
  const view::Node& form = host.form("Write a reply");
  BOOST_TEST(words_in(form).find("as Amélie") != std::string::npos);
  BOOST_TEST(host.find(Role::button, "Change your name, e-mail or website", &form) == nullptr);
  host.type(host.by_id("reply-4-body"), "We look into it.");
  host.submit(host.form("Write a reply"));
  const wire::JsonValue fetch = host.fetch();
  BOOST_TEST(url_of(fetch) == "/api/v1/admin/replies");
  BOOST_TEST(has_token(fetch));
  BOOST_TEST(wire::decode_new_reply(fetch.find("body")->text)->body == "We look into it.");
  BOOST_TEST(host.storage().count("palabre:me") == 0U);
  Comment answer = sample_comment(6, 4, "We look into it.");
  answer.author.name = "Amélie";
  host.respond(fetch.find("request")->integer, 201, wire::encode(queue_item(answer, CommentState::published)));
  BOOST_TEST(words_in(host.article("We look into it.")).find("Amélie") != std::string::npos);
  BOOST_TEST(host.find(Role::form, "Write a reply") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_answers_preview_is_signed_as_the_answer_will_be) {
  Host host(staff_options());
  host.adopt(sample_thread());
  host.send("\"type\":\"staff\",\"value\":" +
            json_text(R"({"token":"secret","name":"Am\u00e9lie Durand","role":"moderator","signature":"initials"})"));
  host.respond(host.fetch().find("request")->integer, 200, queue_page({}));
  host.click(host.button("Reply to Author 4"));
  const auto preview = [&] { return words_in(host.must_find(Role::group, "Preview", &host.form("Write a reply"))); };
  host.click(host.button("Preview", &host.form("Write a reply")));
  BOOST_TEST(preview() == "Nothing to preview yet.");
  host.type(host.by_id("reply-4-body"), "We look into it.");
  BOOST_TEST(preview().find("We look into it.") == 0U);
  BOOST_TEST(preview().find("— A. D.") != std::string::npos);
  host.type(host.by_id("reply-4-body"), "We look into it.\n\nAmélie Durand"); // signed already
  BOOST_TEST(preview().find("— A. D.") == std::string::npos);
  host.click(host.button("Preview", &composer(host))); // a comment of the member's own is not an answer
  host.type(host.field("Your comment", composer(host)), "Hello");
  BOOST_TEST(words_in(host.must_find(Role::group, "Preview", &composer(host))) == "Hello");
}

BOOST_AUTO_TEST_CASE(a_failed_answer_keeps_its_words) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({}));
  host.click(host.button("Reply to Author 4"));
  host.type(host.by_id("reply-4-body"), "We look into it.");
  host.submit(host.form("Write a reply"));
  host.respond(host.fetch().find("request")->integer, 0);
  BOOST_TEST(host.value_of(host.by_id("reply-4-body")) == "We look into it.");
  BOOST_TEST(words_in(host.form("Write a reply")).find("as Amélie") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(whose_session_is_over_is_a_reader_again_without_a_trace_of_what_they_saw) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({held_item()}));
  host.click(host.button("Moderate the comment of Author 4"));
  host.respond(host.fetch().find("request")->integer, 401, "{\"code\":\"not_signed_in\"}");
  BOOST_TEST(!host.shows("See one.example"));
  BOOST_TEST(!host.shows("Moderate"));
  BOOST_TEST(host.shows("You no longer moderate here."));
  BOOST_TEST(host.one_effect("store").find("key")->text == "palabre:staff");
  host.click(host.button("Reply to Author 4"));
  BOOST_TEST(host.find(Role::label, "Name", &host.form("Write a reply")) != nullptr);
}

BOOST_AUTO_TEST_CASE(stopping_forgets_the_token_here_and_there) {
  Host host(staff_options());
  host.respond(begin(host), 200, queue_page({held_item()}));
  host.click(host.button("Stop"));
  BOOST_TEST(url_of(host.fetch()) == "/api/v1/admin/session");
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  BOOST_TEST(has_token(host.fetch()));
  BOOST_TEST((host.one_effect("store").find("value")->kind == wire::JsonKind::null));
  BOOST_TEST(!host.shows("See one.example"));
  BOOST_TEST(!host.shows("Amélie"));
}

BOOST_AUTO_TEST_CASE(an_analyst_reads_and_decides_nothing) {
  Host host(staff_options());
  host.respond(begin(host, "analyst"), 200, queue_page({held_item()}));
  BOOST_TEST(host.shows("You read along as Amélie."));
  BOOST_TEST(host.shows("See one.example"));
  BOOST_TEST(host.find(Role::button, "Approve") == nullptr);
  host.click(host.button("Reply to Author 4"));
  BOOST_TEST(host.find(Role::label, "Name", &host.form("Write a reply")) != nullptr);
}

BOOST_AUTO_TEST_CASE(what_belongs_to_another_page_or_cannot_be_read_is_not_shown) {
  Host host(staff_options());
  wire::QueueItem elsewhere = held_item();
  elsewhere.page = "/other";
  const std::int64_t request = begin(host);
  host.respond(request, 200, queue_page({elsewhere}));
  BOOST_TEST(!host.shows("See one.example"));
  Host garbled(staff_options());
  garbled.respond(begin(garbled), 200, "{\"items\":7");
  BOOST_TEST(garbled.shows("You moderate here as Amélie."));
  Host senseless(staff_options());
  senseless.adopt(sample_thread());
  for (const char* value :
       {"", "7", "{", "{\"token\":\"\",\"role\":\"owner\"}", "{\"token\":\"t\",\"role\":\"king\"}"}) {
    senseless.send("\"type\":\"staff\",\"value\":" + json_text(value));
    BOOST_TEST(senseless.effects("fetch").empty());
  }
  BOOST_TEST(!senseless.shows("Moderate"));
}

BOOST_AUTO_TEST_CASE(the_comment_that_the_desk_meant_is_shown_once_the_held_ones_are_here) {
  Host host(staff_options());
  host.adopt(sample_thread());
  host.send("\"type\":\"staff\",\"value\":" +
            json_text("{\"token\":\"secret\",\"name\":\"Amélie\",\"role\":\"moderator\",\"desk\":\"/admin\","
                      "\"comment\":\"5\"}"));
  BOOST_TEST(host.effects("point").empty());
  host.respond(host.fetch().find("request")->integer, 200, queue_page({held_item()}));
  BOOST_TEST(host.one_effect("point").find("id")->integer == host.session().id_of(host.by_id("5")));
}

BOOST_AUTO_TEST_CASE(it_speaks_french) {
  Host host(staff_options("fr"));
  host.adopt(sample_thread(), view::Language::fr);
  tell_session(host);
  host.respond(host.fetch().find("request")->integer, 200, queue_page({held_item()}));
  BOOST_TEST(host.shows("Vous modérez ici en tant que Amélie."));
  BOOST_TEST(host.find(Role::button, "Approuver") != nullptr);
  BOOST_TEST(!host.shows("\u27e8")); // a key without words
}

BOOST_AUTO_TEST_SUITE_END()
