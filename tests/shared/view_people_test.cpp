// What readers see of people: badges, questions, the site's welcome.
#include <boost/test/unit_test.hpp>

#include "shared/view/catalogues/built_in.h"
#include "shared/view/html.h"
#include "shared/view/thread_view.h"

using namespace palabre;

namespace {

view::ThreadState state_of(view::Language language = view::Language::en) {
  ThreadPage page;
  page.site = "demo";
  page.page = "/tea";
  page.version = 1;
  page.total = 1;
  Comment comment;
  comment.id = CommentId{7};
  comment.author.name = "Ada";
  comment.body = "When do you open?";
  comment.created = Instant{1'700'000'000'000};
  page.comments.push_back(comment);
  return view::first_state(std::move(page), view::built_in_messages(language));
}

std::string html_of(const view::ThreadState& state) {
  std::string html;
  view::print_html(*view::thread_view(state), html);
  return html;
}

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_people)

BOOST_AUTO_TEST_CASE(badges_are_words_with_their_criterion) {
  auto state = state_of();
  BOOST_TEST(!has(html_of(state), "Team"));
  state.thread.comments[0].badges = {Badge::staff};
  BOOST_TEST(has(html_of(state), "title=\"Writes for this site\""));
  BOOST_TEST(has(html_of(state), ">Team<"));
  state.thread.comments[0].badges = {Badge::pillar, Badge::helpful, Badge::year};
  const std::string html = html_of(state);
  BOOST_TEST(has(html, ">Pillar<"));
  BOOST_TEST(has(html, "title=\"10 answers that others found helpful\""));
  BOOST_TEST(has(html, ">A year here<"));
}

BOOST_AUTO_TEST_CASE(every_language_has_a_word_and_a_criterion_for_each_badge) {
  for (const view::Language language : view::languages) {
    const view::Messages messages = view::built_in_messages(language);
    for (const Badge badge : badges) {
      if (badge == Badge::newcomer) continue; // of moderators only
      const std::string key = "badge." + std::string(to_name(badge));
      BOOST_TEST(messages.knows(key), key);
      BOOST_TEST(messages.knows(key + ".why"), key);
    }
    BOOST_TEST(messages.knows("comment.open"));
    BOOST_TEST(messages.knows("comment.answered"));
  }
}

BOOST_AUTO_TEST_CASE(a_question_says_whether_it_is_answered) {
  auto state = state_of();
  state.thread.comments[0].question = QuestionState::open;
  BOOST_TEST(has(html_of(state), ">Question<"));
  state.thread.comments[0].question = QuestionState::answered;
  BOOST_TEST(has(html_of(state), ">Question, answered<"));
}

BOOST_AUTO_TEST_CASE(what_changes_beside_a_name_is_seen_although_the_comment_was_shown_before) {
  auto state = state_of();
  view::ViewCache cache;
  const auto before = view::thread_view(state, &cache);
  state.thread.comments[0].question = QuestionState::answered;
  std::string html;
  view::print_html(*view::thread_view(state, &cache), html);
  BOOST_TEST(has(html, "Question, answered"));
  state.welcome = view::Welcome{CommentId{7}, "Glad you are **here**."};
  html.clear();
  view::print_html(*view::thread_view(state, &cache), html);
  BOOST_TEST(has(html, "<strong>here</strong>"));
  BOOST_TEST(has(html, "Close the welcome"));
  state.welcome.reset();
  html.clear();
  view::print_html(*view::thread_view(state, &cache), html);
  BOOST_TEST(!has(html, "here</strong>"));
}

BOOST_AUTO_TEST_CASE(a_page_without_script_welcomes_too) {
  auto state = state_of();
  state.welcome = view::Welcome{CommentId{7}, "Glad you are here."};
  const std::string with = view::plain_page(state, "");
  BOOST_TEST(has(with, "Glad you are here."));
  BOOST_TEST(with.find("Glad") == with.rfind("Glad"));
  BOOST_TEST(!has(with, "Close the welcome"));
  state.welcome->comment = CommentId{8}; // held, so not in the page
  BOOST_TEST(has(view::plain_page(state, ""), "Glad you are here."));
}

BOOST_AUTO_TEST_SUITE_END()
