#include <boost/test/unit_test.hpp>

#include "tests/journeys/village.h"

using namespace palabre;
using namespace palabre::test;

namespace {

std::size_t count_of(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(reader)

BOOST_AUTO_TEST_CASE(writes_and_finds_it_again_after_a_restart) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  BOOST_TEST(zoe.host().shows("No comments yet"));
  zoe.write("Bonjour **à tous** 🌳 — été", "Zoé");
  BOOST_TEST(zoe.host().shows("1 comment"));
  BOOST_TEST(zoe.host().shows("Bonjour à tous 🌳 — été"));
  BOOST_TEST(!zoe.host().shows("Sending…"));

  village.restart();
  zoe.visit();
  BOOST_TEST(zoe.host().shows("Bonjour à tous 🌳 — été"));
  BOOST_TEST(zoe.host().find(view::Role::button, "Edit") != nullptr); // still hers
  BOOST_TEST(zoe.host().shows("as Zoé"));

  Reader karim(village);
  karim.visit("fr");
  BOOST_TEST(karim.host().shows("1 commentaire"));
  BOOST_TEST(karim.host().find(view::Role::button, "Modifier") == nullptr);
}

BOOST_AUTO_TEST_CASE(two_readers_talk) {
  Village village;
  Reader zoe(village);
  zoe.visit_bare();
  zoe.write("Who comes to the tree?", "Zoé");
  Reader karim(village);
  karim.visit();
  karim.reply_to("Zoé", "I do.", "Karim");
  BOOST_TEST(karim.host().shows("2 comments"));
  zoe.visit();
  zoe.reply_to("Karim", "Then so do I.", "Zoé");
  karim.visit();
  const view::Node& question = *karim.host().find_id("1");
  const std::string words = words_in(question);
  BOOST_TEST(words.find("I do.") < words.find("Then so do I."));
  BOOST_TEST(words.find("Then so do I.") != std::string::npos);
  BOOST_TEST(karim.host().counted().value_or(0) == 3);
}

BOOST_AUTO_TEST_CASE(edits_and_deletes_their_own) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("First try", "Zoé");
  zoe.edit("First try", "Second try");
  BOOST_TEST(zoe.host().shows("Second try"));
  BOOST_TEST(zoe.host().shows("edited"));
  zoe.visit();
  BOOST_TEST(zoe.host().shows("Second try"));
  zoe.remove("Second try");
  BOOST_TEST(zoe.host().shows("No comments yet"));
  zoe.visit();
  BOOST_TEST(zoe.host().shows("No comments yet"));
}

BOOST_AUTO_TEST_CASE(deletes_what_was_answered_and_leaves_a_place) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("A question", "Zoé");
  Reader karim(village);
  karim.visit();
  karim.reply_to("Zoé", "An answer", "Karim");
  zoe.visit();
  zoe.remove("A question");
  const std::string shown = zoe.host().words();
  BOOST_TEST(zoe.host().shows("Comment deleted by its author."));
  BOOST_TEST(zoe.host().shows("An answer"));
  zoe.visit();
  BOOST_TEST(count_of(zoe.host().words(), "Comment deleted by its author.") == 1U);
  BOOST_TEST(zoe.host().shows("1 comment"));
  BOOST_TEST(!zoe.host().shows("A question"));
}

BOOST_AUTO_TEST_CASE(comes_too_late_to_edit) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Words", "Zoé");
  zoe.click("Edit");
  zoe.host().type(zoe.host().field("Your comment", zoe.host().form("Edit your comment")), "Other words");
  village.now += 16 * 60 * 1000;
  zoe.host().submit(zoe.host().form("Edit your comment"));
  zoe.settle();
  BOOST_TEST(zoe.host().shows("The time to change this comment is over"));
  BOOST_TEST(zoe.host().value_of(zoe.host().field("Your comment", zoe.host().form("Edit your comment"))) ==
             "Other words");
  zoe.visit();
  BOOST_TEST(zoe.host().find(view::Role::button, "Edit") == nullptr);
  BOOST_TEST(zoe.host().shows("Words"));
}

BOOST_AUTO_TEST_CASE(loses_no_word_when_the_network_is_down) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.network = Network::down;
  zoe.write("Not lost", "Zoé");
  BOOST_TEST(zoe.host().find_article("Not lost") == nullptr);
  BOOST_TEST(zoe.host().shows("The server did not answer"));
  const auto form = [&]() -> const view::Node& { return zoe.host().form("Write a comment"); };
  BOOST_TEST(zoe.host().value_of(zoe.host().field("Your comment", form())) == "Not lost");
  zoe.visit(); // even after closing the page
  BOOST_TEST(zoe.host().value_of(zoe.host().field("Your comment", form())) == "Not lost");
  zoe.network = Network::up;
  zoe.host().submit(form());
  zoe.settle();
  BOOST_TEST(zoe.host().shows("1 comment"));
}

BOOST_AUTO_TEST_CASE(is_stored_once_when_the_answer_was_lost) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.network = Network::one_way;
  zoe.write("Only once", "Zoé");
  BOOST_TEST(zoe.host().shows("The server did not answer"));
  zoe.network = Network::up;
  zoe.host().submit(zoe.host().form("Write a comment"));
  zoe.settle();
  BOOST_TEST(zoe.host().shows("1 comment"));
  zoe.edit("Only once", "Only once, edited"); // the token came with the second answer
  zoe.visit();
  BOOST_TEST(count_of(zoe.host().words(), "Only once") == 1U);
  zoe.write("Only once", "Zoé"); // said again on purpose
  zoe.visit();
  BOOST_TEST(zoe.host().shows("2 comments"));
}

BOOST_AUTO_TEST_CASE(deletes_once_when_the_answer_was_lost) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Gone", "Zoé");
  zoe.network = Network::one_way;
  zoe.remove("Gone");
  BOOST_TEST(zoe.host().shows("The server did not answer"));
  zoe.network = Network::up;
  zoe.remove("Gone");
  BOOST_TEST(zoe.host().shows("No comments yet"));
}

BOOST_AUTO_TEST_CASE(deletes_and_thinks_better_of_it) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Regretted", "Zoé");
  zoe.write("Not regretted", "Zoé");
  zoe.click("Delete", &zoe.host().article("Regretted"));
  zoe.click("Delete", &zoe.host().article("Not regretted"));
  BOOST_TEST(!zoe.host().shows("egretted"));
  zoe.wait(4'999);
  zoe.click("Undo", zoe.host().find_id("1"));
  BOOST_TEST(zoe.host().shows("Regretted"));
  BOOST_TEST(zoe.host().focused() == zoe.host().find_id("1"));
  zoe.wait(1);
  BOOST_TEST(zoe.host().shows("1 comment"));
  zoe.visit();
  BOOST_TEST(zoe.host().shows("Regretted"));
  BOOST_TEST(!zoe.host().shows("Not regretted"));
}

BOOST_AUTO_TEST_CASE(deletes_and_leaves_the_page_at_once) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Gone", "Zoé");
  zoe.click("Delete", &zoe.host().article("Gone"));
  zoe.host().send("\"type\":\"hidden\"");
  zoe.settle();
  zoe.visit();
  BOOST_TEST(zoe.host().shows("No comments yet"));
}

BOOST_AUTO_TEST_CASE(formats_words_and_is_known_by_name_from_then_on) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  const auto form = [&]() -> const view::Node& { return zoe.host().form("Write a comment"); };
  zoe.host().type(zoe.host().field("Your comment", form()), "Very good");
  zoe.host().click(zoe.host().button("Bold", &form()), 0, 4);
  zoe.host().name_as("Zoé", "Write a comment");
  zoe.host().submit(form());
  zoe.settle();
  BOOST_TEST(words_in(zoe.host().article("Very good")).find("*") == std::string::npos);
  zoe.visit();
  BOOST_TEST(zoe.host().shows("as Zoé"));
  zoe.host().type(zoe.host().field("Your comment", form()), "Still me");
  zoe.host().submit(form());
  zoe.settle();
  BOOST_TEST(zoe.host().find(view::Role::heading, "Zoé", &zoe.host().article("Still me")) != nullptr);
}

BOOST_AUTO_TEST_CASE(replies_to_a_comment_that_has_gone) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Short-lived", "Zoé");
  Reader karim(village);
  karim.visit();
  zoe.remove("Short-lived");
  karim.reply_to("Zoé", "Too late", "Karim");
  BOOST_TEST(karim.host().shows("no longer there"));
  BOOST_TEST(karim.host().value_of(karim.host().field("Your comment", karim.host().form("Write a reply"))) ==
             "Too late");
}

BOOST_AUTO_TEST_CASE(reads_a_long_thread_to_its_end_in_both_orders) {
  Village village;
  Reader zoe(village);
  constexpr int comments = 130;
  for (int n = 1; n <= comments; ++n) {
    village.now += 1000;
    village.hear("/article", "Number " + std::to_string(n) + ".");
  }
  zoe.visit();
  BOOST_TEST(zoe.host().shows("130 comments"));
  BOOST_TEST(zoe.host().shows("Number 130."));
  BOOST_TEST(!zoe.host().shows("Number 1."));
  zoe.click("Show more comments");
  BOOST_TEST(zoe.host().shows("Number 1."));
  BOOST_TEST(zoe.host().find(view::Role::button, "Show more comments") == nullptr);
  zoe.sort("oldest");
  const std::string words = zoe.host().words();
  BOOST_TEST(words.find("Number 1.") < words.find("Number 2."));
  BOOST_TEST(!zoe.host().shows("Number 130."));
  zoe.click("Show more comments");
  for (int n = 1; n <= comments; ++n) {
    BOOST_TEST(count_of(zoe.host().words(), "Number " + std::to_string(n) + ".") == 1U);
  }
}

BOOST_AUTO_TEST_CASE(answers_deeper_than_the_limit_and_loses_nothing) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("Level 1.", "Author 1");
  for (int level = 2; level <= 30; ++level) {
    zoe.reply_to("Author " + std::to_string(level - 1), "Level " + std::to_string(level) + ".",
                 "Author " + std::to_string(level));
  }
  const std::string before = zoe.host().words();
  zoe.visit();
  for (int level = 1; level <= 30; ++level) {
    BOOST_TEST(count_of(zoe.host().words(), "Level " + std::to_string(level) + ".") == 1U);
  }
  BOOST_TEST(zoe.host().words() == before); // the page showed what the server keeps
}

BOOST_AUTO_TEST_CASE(is_told_of_a_site_that_nobody_knows) {
  Village village;
  HostOptions options;
  options.site = "nobody";
  Host host(options);
  host.mount();
  host.respond(host.fetch().find("request")->integer, 404,
               wire::encode_problem({ErrorCode::unknown_site, "site", {}, 0}));
  BOOST_TEST(host.shows("Comments are not set up for this site."));
}

BOOST_AUTO_TEST_SUITE_END()
