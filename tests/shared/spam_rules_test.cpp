// Links, promotion, personal data, copies, floods: what each finds, and what it leaves alone.
#include <boost/test/unit_test.hpp>

#include "shared/rules/flooding.h"
#include "shared/rules/links.h"
#include "shared/rules/moderation.h"
#include "shared/rules/near_duplicate.h"
#include "shared/rules/personal_data.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using rules::Decision;
using rules::History;
using rules::Policy;
using test::load_vectors;
using test::member;
using test::text_of;

unsigned trait_of(std::string_view name) {
  if (name == "shortener") return rules::shortener;
  if (name == "punycode") return rules::punycode;
  if (name == "mismatch") return rules::mismatch;
  if (name == "numeric_host") return rules::numeric_host;
  if (name == "spelled_out") return rules::spelled_out;
  BOOST_REQUIRE(name == "foreign_markup");
  return rules::foreign_markup;
}

rules::Verdict judge(std::string body, const History& history = {}, const Policy& policy = {}) {
  return rules::Moderation(test::knowledge(), policy)
      .decide_comment({"Ada", {}, {}, std::move(body)}, history, nullptr, text::Language::unknown, Instant{1'000'000});
}

const rules::Reason* find(const rules::Verdict& verdict, std::string_view rule) {
  for (const rules::Reason& reason : verdict.reasons) {
    if (reason.rule == rule) return &reason;
  }
  return nullptr;
}

std::uint64_t print_of(std::string_view body) {
  return rules::fingerprint(text::split_words(body));
}

BOOST_AUTO_TEST_SUITE(spam_rules)

BOOST_AUTO_TEST_CASE(links_are_found_as_the_vectors_say) {
  for (const wire::JsonValue& item : member(load_vectors("found_links.json"), "cases").children) {
    const std::string& body = text_of(item, "body");
    const std::vector<rules::Link> found = rules::find_links(text::fold(body));
    const auto& expected = member(item, "links").children;
    BOOST_TEST_CONTEXT(body) {
      BOOST_TEST(found.size() == expected.size());
      for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
        BOOST_TEST(found[i].host == text_of(expected[i], "host"));
        BOOST_TEST(body.substr(found[i].begin, found[i].end - found[i].begin) == text_of(expected[i], "text"));
        unsigned traits = 0;
        if (const wire::JsonValue* names = expected[i].find("traits")) {
          for (const wire::JsonValue& name : names->children) traits |= trait_of(name.text);
        }
        BOOST_TEST(unsigned{found[i].traits} == traits);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_domain_set_holds_subdomains_and_no_neighbours) {
  const rules::DomainSet set({"*.Evil.example", "https://www.bad.example/x", ""});
  for (const char* host : {"evil.example", "a.b.evil.example", "bad.example", "shop.bad.example"}) {
    BOOST_TEST(set.contains(host), host);
  }
  for (const char* host : {"devil.example", "example", "evil.example.org", ""}) BOOST_TEST(!set.contains(host), host);
  BOOST_TEST(rules::registered_domain("a.b.example.co.uk") == "example.co.uk");
  BOOST_TEST(rules::registered_domain("blog.exemple.fr") == "exemple.fr");
  BOOST_TEST(rules::registered_domain("co.uk") == "co.uk");
}

BOOST_AUTO_TEST_CASE(links_of_a_newcomer_are_counted_and_those_of_the_trusted_are_not) {
  const std::string two = "See https://a.example and https://b.example please";
  const rules::Verdict newcomer = judge(two);
  BOOST_TEST((newcomer.decision == Decision::hold));
  const rules::Reason* reason = find(newcomer, "spam.newcomer_links");
  BOOST_REQUIRE(reason != nullptr);
  BOOST_TEST(reason->count == 2);
  BOOST_TEST(two.substr(reason->begin, reason->end - reason->begin) == "https://a.example and https://b.example");
  BOOST_TEST((judge("See https://a.example please").decision == Decision::publish));
  History known;
  known.published = 1;
  BOOST_TEST(find(judge(two, known), "spam.links") != nullptr);
  known.published = 3;
  BOOST_TEST((judge(two, known).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(links_that_hide_where_they_lead_are_held_with_their_reason) {
  BOOST_TEST(find(judge("look: bit.ly/2xYz"), "spam.shortener") != nullptr);
  BOOST_TEST(find(judge("[paypal.com](http://evil.example/)"), "spam.link_mismatch") != nullptr);
  BOOST_TEST(find(judge("https://xn--pypal-4ve.example is safe"), "spam.lookalike_host") != nullptr);
  Policy policy;
  policy.blocked_domains = {"evil.example"};
  const rules::Verdict blocked = judge("see https://www.evil.example/a", {}, policy);
  BOOST_TEST(find(blocked, "spam.blocked_domain") != nullptr);
  BOOST_TEST((blocked.decision == Decision::hold));
  BOOST_TEST(blocked.scores.spam >= policy.spam_hold);
}

BOOST_AUTO_TEST_CASE(links_to_trusted_domains_count_for_nothing) {
  Policy policy;
  policy.trusted_domains = {"own.example"};
  BOOST_TEST(
      (judge("https://own.example/1 https://www.own.example/2 as said", {}, policy).decision == Decision::publish));
  BOOST_TEST((judge("[paypal.com](https://own.example/2)", {}, policy).decision == Decision::hold));
}

BOOST_AUTO_TEST_CASE(promotion_is_told_from_recommendation) {
  for (const wire::JsonValue& item : member(load_vectors("promotion.json"), "cases").children) {
    const std::string& rule = text_of(item, "rule");
    const rules::Verdict verdict = judge(text_of(item, "text"));
    std::string found;
    for (const rules::Reason& reason : verdict.reasons) {
      if (reason.rule.starts_with("promotion.")) found = reason.rule;
    }
    BOOST_TEST_CONTEXT(text_of(item, "text") << " " << verdict.scores.promotion) {
      BOOST_TEST(found.empty() == rule.empty());
      if (!rule.empty()) BOOST_TEST(found == rule);
      if (rule.empty()) BOOST_TEST((verdict.decision == Decision::publish));
    }
  }
}

BOOST_AUTO_TEST_CASE(promotion_is_hidden_with_its_span_unless_the_owner_wants_none) {
  const std::string body = "Great. Check out my channel, all of you";
  const rules::Verdict verdict = judge(body);
  const rules::Reason* reason = find(verdict, "promotion.self");
  BOOST_REQUIRE(reason != nullptr);
  BOOST_TEST((reason->decision == Decision::hide));
  BOOST_TEST(body.substr(reason->begin, reason->end - reason->begin) == "Check out my channel");
  Policy never;
  never.promotion_hide = 1.1F;
  BOOST_TEST((judge(body, {}, never).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(personal_data_is_found_as_the_vectors_say) {
  for (const wire::JsonValue& item : member(load_vectors("personal_data.json"), "cases").children) {
    const std::string& body = text_of(item, "text");
    std::string found;
    for (const rules::Reason& reason : rules::find_personal_data(text::split_words(body), {})) {
      found += reason.rule.substr(reason.rule.find('.') + 1) + ':' +
               body.substr(reason.begin, reason.end - reason.begin) + '|';
      BOOST_TEST((reason.decision == Decision::hold));
    }
    std::string expected;
    for (const wire::JsonValue& one : member(item, "found").children) expected += one.text + '|';
    BOOST_TEST_CONTEXT(body) {
      BOOST_TEST(found == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(personal_data_gets_the_decision_that_the_policy_says) {
  Policy policy;
  policy.personal_data = Decision::publish;
  BOOST_TEST(judge("06 39 98 12 34", {}, policy).reasons.empty());
  policy.personal_data = Decision::hide;
  BOOST_TEST((judge("06 39 98 12 34", {}, policy).decision == Decision::hide));
}

BOOST_AUTO_TEST_CASE(nearly_the_same_text_has_nearly_the_same_fingerprint) {
  const std::string body = "This market on Saturdays is the only place in town where the bread is still warm at noon, "
                           "and I would miss it more than anything else around here";
  BOOST_TEST(rules::nearly_same(print_of(body), print_of(body + " !!!")));
  BOOST_TEST(rules::nearly_same(print_of(body), print_of("Hm: " + body)));
  BOOST_TEST(!rules::nearly_same(print_of(body), print_of("The council met on Monday to speak about the budget of the "
                                                          "school, the roof of the library and the two bridges that "
                                                          "have to be closed before winter comes")));
  BOOST_TEST(
      rules::nearly_same(print_of("I like this little market a lot"), print_of("i LIKE this little market, a lot!")));
  BOOST_TEST(
      !rules::nearly_same(print_of("I like this little market a lot"), print_of("I hate this little market a lot")));
  for (const char* answer : {"Merci !", "+1", "First", "", "Tout à fait d'accord", "lol 😂😂😂😂😂😂😂"}) {
    BOOST_TEST(print_of(answer) == 0U, answer);
  }
}

BOOST_AUTO_TEST_CASE(repeating_oneself_is_held_and_being_copied_raises_the_score) {
  const std::string body = "You will not believe how good the bread of this little market really is";
  History history;
  history.recent = {{print_of(body), Instant{900'000}, true}};
  BOOST_TEST(find(judge(body, history), "spam.repeated") != nullptr);
  BOOST_TEST((judge(body, history).decision == Decision::hold));
  history.recent = {{print_of(body), Instant{900'000}, false}};
  const rules::Verdict once = judge(body, history);
  BOOST_TEST(find(once, "spam.near_duplicate") != nullptr);
  BOOST_TEST((once.decision == Decision::publish));
  BOOST_TEST(once.scores.spam > judge(body).scores.spam);
  history.recent.assign(4, {print_of(body), Instant{900'000}, false});
  BOOST_TEST((judge(body, history).decision == Decision::hold));
  history.recent.assign(4, {print_of("Merci !"), Instant{900'000}, true});
  BOOST_TEST((judge("Merci !", history).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(a_short_sentence_that_many_write_is_no_copy) {
  History history;
  for (const char* body : {"Merci beaucoup pour cet article !", "Bravo à toute l'équipe, continuez comme ça !"}) {
    history.recent.assign(20, {print_of(body), Instant{900'000}, false});
    BOOST_TEST((judge(body, history).decision == Decision::publish), body);
    BOOST_TEST(find(judge(body, history), "spam.near_duplicate") == nullptr, body);
  }
  const std::string link = "Nice one https://shop.example/deal friends";
  history.recent.assign(4, {print_of(link), Instant{900'000}, false});
  BOOST_TEST(find(judge(link, history), "spam.near_duplicate") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_filled_trap_is_spam_and_haste_alone_is_not) {
  History history;
  history.trap = true;
  BOOST_TEST(find(judge("Nice article", history), "spam.trap") != nullptr);
  BOOST_TEST(find(judge("Nice article", history), "spam.likely") != nullptr);
  history.trap = false;
  history.writing = Duration{120};
  const rules::Verdict hasty = judge("A long answer that nobody types in so short a time", history);
  BOOST_TEST(find(hasty, "spam.haste") != nullptr);
  BOOST_TEST((hasty.decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(honest_comments_are_published) {
  for (const char* body :
       {"WHAT A GOAL!!!!! BEST GAME EVER!!!!!!", "Worst service ever, I waited three weeks and nobody answers. Shame!",
        "There is more on this at https://en.wikipedia.org/wiki/Bread", "C'est nul, rendez-moi mes 49,90 €", "Merci !",
        "+1", "First"}) {
    BOOST_TEST((judge(body).decision == Decision::publish), body);
    BOOST_TEST(judge(body).scores.spam < 0.5F, body);
  }
}

BOOST_AUTO_TEST_CASE(slow_mode_and_a_closed_page_refuse) {
  const Instant now{100'000'000'000};
  Policy policy;
  policy.slow_mode = Duration::seconds(30);
  History history;
  history.author_on_page = Instant{now.milliseconds - 10'500};
  const auto slow = rules::judge_flooding(history, policy, now);
  BOOST_REQUIRE_EQUAL(slow.size(), 1U);
  BOOST_TEST(slow[0].rule == "flooding.slow_mode");
  BOOST_TEST((slow[0].decision == Decision::reject));
  BOOST_TEST(slow[0].count == 20);
  history.author_on_page = Instant{now.milliseconds - 30'000};
  BOOST_TEST(rules::judge_flooding(history, policy, now).empty());
  history.author_on_page = Instant{now.milliseconds + 3'600'000}; // the clock was set back
  BOOST_TEST(rules::judge_flooding(history, policy, now).at(0).count == 30);

  Policy closing;
  closing.close_after_days = 2;
  History page;
  page.page_began = Instant{now.milliseconds - 2 * 86'400'000LL + 1};
  BOOST_TEST(rules::judge_flooding(page, closing, now).empty());
  page.page_began = Instant{now.milliseconds - 2 * 86'400'000LL};
  BOOST_TEST(rules::judge_flooding(page, closing, now).at(0).rule == "policy.closed");
}

BOOST_AUTO_TEST_CASE(floods_are_held_and_regulars_have_more_room) {
  const auto rule_of = [](const History& history) {
    const auto reasons = rules::judge_flooding(history, {}, Instant{1});
    return reasons.empty() ? std::string() : reasons[0].rule;
  };
  History author;
  author.author = {6, 6};
  BOOST_TEST(rule_of(author) == "flooding.author");
  author.published = 3;
  BOOST_TEST(rule_of(author).empty());
  author.author = {1, 120};
  BOOST_TEST(rule_of(author) == "flooding.author");
  History network;
  network.network = {20, 20};
  BOOST_TEST(rule_of(network) == "flooding.network");
  History site;
  site.site = {2, 240};
  BOOST_TEST(rule_of(site) == "flooding.site");
  site.site_usual_per_hour = 100;
  BOOST_TEST(rule_of(site).empty());
  site.published = 3;
  site.site = {500, 5000};
  BOOST_TEST(rule_of(site).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
