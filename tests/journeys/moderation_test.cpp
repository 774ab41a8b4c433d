// What becomes of words that the rules object to, from the first keystroke on: the reader's own rules, then the
// server's, which are the same.
#include <boost/test/unit_test.hpp>

#include "tests/journeys/village.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const view::Node* details_in(const view::Node& node) {
  return find_node(node, [](const view::Node& one) { return one.role == Role::details; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(moderation)

BOOST_AUTO_TEST_CASE(two_links_of_a_newcomer_wait_and_that_is_said_before_sending) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.begin_to_write();
  zoe.write_words("Have a look");
  BOOST_TEST(zoe.outlook() == "");
  const std::string words = "See https://one.example/a and https://two.example/b";
  zoe.write_words(words);
  BOOST_TEST(holds(zoe.outlook(), "2 links."));
  BOOST_TEST(holds(zoe.outlook(), "A moderator will look first."));
  village.now += 20'000;
  zoe.write(words, "Zoé");
  BOOST_TEST(holds(words_in(zoe.host().article("See")), "Only you can see this comment for now."));

  Reader karim(village);
  karim.visit();
  BOOST_TEST(!karim.host().shows("See"));

  zoe.visit(); // it stays in sight, with its reason
  zoe.settle();
  BOOST_TEST(holds(words_in(zoe.host().article("See")), "Only you can see this comment for now."));
  BOOST_TEST(holds(words_in(zoe.host().article("See")), "links"));
  zoe.edit("See", "See https://one.example/a");
  karim.visit();
  BOOST_TEST(karim.host().shows("See"));
}

BOOST_AUTO_TEST_CASE(a_disguised_insult_is_held_with_its_reason_while_typing) {
  Village village;
  Reader zoe(village);
  zoe.visit("fr");
  zoe.begin_to_write();
  const auto type = [&](const std::string& words) {
    zoe.host().type(zoe.host().field("Votre commentaire", zoe.host().form("Écrire un commentaire")), words);
    zoe.settle();
  };
  type("Tu n'es qu'un c0nn@rd");
  BOOST_TEST(holds(zoe.outlook(), "c0nn@rd"));
  BOOST_TEST(holds(zoe.outlook(), "Un modérateur regardera d’abord."));
  type("Tu n'es qu'un c"); // thought better of it
  BOOST_TEST(zoe.outlook() == "");
}

BOOST_AUTO_TEST_CASE(harsh_honest_criticism_is_published_at_once) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.begin_to_write();
  const std::string words = "The worst article I have read in years: lazy, wrong and badly written. A waste of time.";
  zoe.write_words(words);
  BOOST_TEST(zoe.outlook() == "");
  village.now += 20'000;
  zoe.write(words, "Zoé");
  Reader karim(village);
  karim.visit();
  BOOST_TEST(karim.host().shows(words));
}

BOOST_AUTO_TEST_CASE(a_newcomer_hears_before_the_first_word_that_first_comments_wait) {
  Village village;
  village.set_policy(R"({"preset":"careful","admission":"hold_newcomers"})");
  Reader zoe(village);
  zoe.visit();
  zoe.begin_to_write();
  BOOST_TEST(holds(zoe.outlook(), "Your first comment here."));
  village.now += 20'000;
  zoe.write("Hello everybody", "Zoé");
  BOOST_TEST(holds(words_in(zoe.host().article("Hello everybody")), "Your first comment here."));
  village.decide(CommentId{1}, wire::DeskAction::approve);
  zoe.visit();
  zoe.settle();
  zoe.begin_to_write();
  BOOST_TEST(zoe.outlook() == ""); // known by now
}

BOOST_AUTO_TEST_CASE(what_was_hidden_is_folded_for_all_and_its_author_appeals_once) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.write("My view of it", "Zoé");
  Reader karim(village);
  karim.visit();
  karim.reply_to("Zoé", "And mine", "Karim");
  village.decide(CommentId{1}, wire::DeskAction::hide);
  karim.visit();
  const view::Node& hidden = karim.host().by_id("1");
  BOOST_REQUIRE(details_in(hidden) != nullptr);
  BOOST_TEST(holds(words_in(*details_in(hidden)), "My view of it"));
  BOOST_TEST(holds(words_in(hidden), "And mine"));
  BOOST_TEST(karim.host().find(Role::button, "Ask for another look") == nullptr);

  village.now += 3'600'000; // long past the time to edit
  zoe.visit();
  zoe.settle();
  zoe.click("Ask for another look");
  zoe.host().type(zoe.host().field("One line to the moderators", zoe.host().form("Ask for another look")),
                  "It was meant kindly.");
  zoe.host().submit(zoe.host().form("Ask for another look"));
  zoe.settle();
  BOOST_TEST(zoe.host().shows("The moderators have your message."));
  zoe.visit();
  zoe.settle();
  BOOST_TEST(zoe.host().find(Role::button, "Ask for another look") == nullptr);
  BOOST_TEST(zoe.host().shows("The moderators have your message."));
}

BOOST_AUTO_TEST_CASE(a_flag_is_remembered_and_holds_a_comment_where_the_owner_wants_that) {
  Village village;
  village.hear("/article", "Something odd");
  Reader zoe(village);
  zoe.visit();
  zoe.click("Flag the comment by Somebody");
  zoe.click("Spam");
  BOOST_TEST(zoe.host().shows("Flagged"));
  zoe.visit();
  BOOST_TEST(zoe.host().shows("Something odd")); // flags only tell the moderators
  BOOST_TEST(zoe.host().find(Role::button, "Flag the comment by Somebody") == nullptr);

  village.set_policy(R"({"preset":"careful","hold_after_flags":1})");
  village.hear("/article", "Something odder");
  Reader karim(village);
  karim.visit();
  karim.click("Flag the comment by Somebody", &karim.host().article("Something odder"));
  karim.click("Insult or threat");
  zoe.visit();
  BOOST_TEST(!zoe.host().shows("Something odder"));
}

BOOST_AUTO_TEST_CASE(coarse_words_are_masked_until_a_reader_lifts_them) {
  Village village;
  Reader zoe(village);
  zoe.visit();
  zoe.begin_to_write();
  village.now += 20'000;
  zoe.write("What a fucking good article", "Zoé");
  Reader karim(village);
  karim.visit();
  const auto mask = [&] {
    return find_node(*karim.host().tree(), [](const view::Node& node) { return node.role == Role::toggle; });
  };
  BOOST_REQUIRE(mask() != nullptr);
  BOOST_TEST(words_in(*mask()) == "fucking");
  karim.host().click(*mask());
  BOOST_TEST(view::has(mask()->state, view::State::pressed));
  BOOST_TEST(karim.host().shows("What a fucking good article"));
}

BOOST_AUTO_TEST_CASE(words_that_the_site_refuses_are_not_taken_and_it_says_why) {
  Village village;
  village.set_policy(R"({"preset":"careful","words":{"reject":["buy my course*"]}})");
  Reader zoe(village);
  zoe.visit();
  zoe.write("Please buy my courses today", "Zoé");
  BOOST_TEST(zoe.host().find_article("Please buy") == nullptr);
  BOOST_TEST(zoe.host().shows("This comment goes against the rules of this site."));
  BOOST_TEST(zoe.host().shows("This word is on the site’s own list."));
  BOOST_TEST(zoe.host().value_of(zoe.host().field("Your comment", zoe.host().form("Write a comment"))) ==
             "Please buy my courses today");
}

BOOST_AUTO_TEST_SUITE_END()
