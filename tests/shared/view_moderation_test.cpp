// What moderation shows readers, read back from its HTML.
#include <boost/test/unit_test.hpp>

#include "shared/view/marked_words.h"
#include "shared/view/reasons.h"
#include "tests/shared/view_samples.h"

using namespace palabre;
using namespace palabre::view;
using namespace palabre::test;

namespace {

// With the marked pieces in [brackets].
std::string split(std::string_view text, const std::vector<std::string>& words) {
  std::string out;
  for (const MarkedPiece& piece : split_at_words(text, words)) {
    out += piece.marked ? "[" + std::string(piece.text) + "]" : std::string(piece.text);
  }
  return out;
}

ThreadState masked_state(const std::string& body) {
  ThreadState state = sample_state();
  state.thread.comments[3].body = body;
  state.thread.comments[3].masks = {"damn"};
  return state;
}

std::string page_of(const ThreadState& state) {
  return plain_page(state, "");
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_moderation)

BOOST_AUTO_TEST_CASE(whole_words_are_marked_as_they_are_written) {
  BOOST_TEST(split("damn it", {"damn"}) == "[damn] it");
  BOOST_TEST(split("goddamn damned Damn damn", {"damn"}) == "goddamn damned Damn [damn]");
  BOOST_TEST(split("«damn», damn… ‘damn’ damn!", {"damn"}) == "«[damn]», [damn]… ‘[damn]’ [damn]!");
  BOOST_TEST(split("édamn damné damn\u00A0!", {"damn"}) == "édamn damné [damn]\u00A0!");
  BOOST_TEST(split("damn😀damn", {"damn"}) == "[damn]😀[damn]");
  BOOST_TEST(split("m.e.r.d.e, hein", {"m.e.r.d.e"}) == "[m.e.r.d.e], hein");
  BOOST_TEST(split("son of a gun", {"son", "son of a gun"}) == "[son of a gun]");
  BOOST_TEST(split("これはくそだ", {"くそ"}) == "これは[くそ]だ");
  BOOST_TEST(split("nothing", {"", "other"}) == "nothing");
  BOOST_TEST(split("", {"damn"}) == "");
}

BOOST_AUTO_TEST_CASE(a_wall_of_a_masked_word_is_split_quickly) {
  std::string wall;
  for (int n = 0; n < 200'000; ++n) wall += "damn";
  BOOST_TEST(split(wall, {"damn"}) == wall);
}

BOOST_AUTO_TEST_CASE(masks_are_words_that_a_keyboard_reaches) {
  const HtmlNode root = read(masked_state("Oh **damn**, [damn](https://a.example) `damn` DAMN"));
  const std::vector<const HtmlNode*> masks = styled(must_have(root, "4"), "p-mask");
  BOOST_REQUIRE_EQUAL(masks.size(), 3U);
  BOOST_TEST(*masks[0]->attribute("role") == "button");
  BOOST_TEST(*masks[0]->attribute("tabindex") == "0");
  BOOST_TEST(*masks[0]->attribute("aria-pressed") == "false");
  BOOST_TEST(words_of(*masks[0]) == "damn");
  BOOST_TEST(masks[1]->attribute("role") == nullptr); // a link may hold no button
  BOOST_TEST(*masks[2]->attribute("role") == "button");
}

BOOST_AUTO_TEST_CASE(the_plain_page_masks_folds_and_traps_and_promises_nothing_else) {
  ThreadState state = masked_state("Oh damn");
  state.thread.comments[0].state = CommentState::hidden;
  const std::string page = page_of(state);
  BOOST_TEST(page.find("role=\"button\" tabindex=\"0\" class=\"p-mask\"") != std::string::npos);
  BOOST_TEST(page.find("aria-pressed") == std::string::npos);
  BOOST_TEST(page.find("<details class=\"p-folded\"><summary") != std::string::npos);
  BOOST_TEST(page.find("name=\"subject\"") != std::string::npos);
  BOOST_TEST(page.find("Flag") == std::string::npos);
  BOOST_TEST(page.find("role=\"status\" id=\"palabre-new-outlook\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_closed_page_says_so_in_place_of_the_form) {
  ThreadState state = sample_state();
  state.thread.closed = true;
  state.replying_to = CommentId{1};
  for (const std::string& html : {to_html(*thread_view(state)), page_of(state)}) {
    BOOST_TEST(html.find("This discussion is closed.") != std::string::npos);
    BOOST_TEST(html.find("<form") == std::string::npos);
    BOOST_TEST(html.find("Reply to Author") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_sentence_and_unknown_ones_their_axis) {
  const Messages messages = built_in_messages(Language::en);
  BOOST_TEST(reason_text(messages, "spam.links", 2) == "2 links.");
  BOOST_TEST(reason_text(messages, "spam.links") == "It has links.");
  BOOST_TEST(reason_text(messages, "spam.rule_of_tomorrow") == "It looks like spam.");
  BOOST_TEST(reason_text(messages, "rule_of_tomorrow") == "It does not keep to the site’s rules.");
  BOOST_TEST(reasons_text(messages, {"spam.a", "spam.b", "offence.insult"}) ==
             "It looks like spam. This may be read as an insult.");
}

BOOST_AUTO_TEST_CASE(a_cached_view_follows_all_that_moderation_changes) {
  ViewCache cache;
  ThreadState state = sample_state();
  const auto check = [&](const char* what) {
    BOOST_TEST_CONTEXT(what) {
      BOOST_TEST(to_html(*thread_view(state, &cache)) == to_html(*thread_view(state)));
    }
  };
  check("first");
  state.thread.comments[3].masks = {"Second"};
  check("masks");
  state.lifted = {"4.0"};
  check("lifted");
  state.thread.comments[1].state = CommentState::hidden;
  check("hidden");
  state.thread.comments[1].reasons = {"spam.links"};
  check("reasons");
  state.mine = {CommentId{2}};
  check("mine");
  state.appealing = CommentId{2};
  check("appealing");
  state.appealing.reset();
  state.appealed = {CommentId{2}};
  check("appealed");
  state.flagging.emplace().comment = CommentId{4};
  check("flagging");
  state.flagging->sending = true;
  check("sending");
  state.flagging->sending = false;
  state.flagging->error = Error{ErrorCode::overloaded, {}, {}, 0};
  check("failed");
  state.flagging.reset();
  state.flagged = {CommentId{4}};
  check("flagged");
  state.thread.closed = true;
  check("closed");
}

BOOST_AUTO_TEST_SUITE_END()
