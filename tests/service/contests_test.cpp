// Contests as use cases: who may enter when, what is judged, what stays secret.
#include <boost/test/unit_test.hpp>

#include <set>

#include "server/service/contests.h"
#include "server/service/posts.h"
#include "server/service/tokens.h"
#include "shared/rules/contest.h"
#include "shared/rules/draw.h"
#include "shared/wire/codec_posts.h"
#include "tests/service/world.h"
#include "tests/support/contests.h"

namespace palabre::test {
namespace {

constexpr std::int64_t hour = 3'600'000;

std::string token_of(const std::string& who) {
  return who + std::string(22 - who.size(), '_');
}

struct Arena : World {
  explicit Arena(const Contest& contest = {}) {
    const Instant begins{now.milliseconds - hour};
    post = add_post(context.store, site, contest_post(contest, begins, Instant{now.milliseconds + hour}));
  }
  [[nodiscard]] service::Visitor visitor(const std::string& who) const { return {token_of(who), "net of " + who}; }
  Expected<wire::OwnPart> enter(const std::string& who, const std::string& text = "", const std::string& page = "/a") {
    return enter(visitor(who), text, page);
  }
  Expected<wire::OwnPart> enter(const service::Visitor& visitor, const std::string& text = "",
                                const std::string& page = "/a") {
    return service::enter_contest(context, site, post, {"Zoé Durand", Naming::name, text, page}, visitor);
  }
  std::optional<wire::OwnEntry> own(const std::string& who) {
    return must(service::own_entry(context, post, visitor(who)));
  }
  wire::ContestView view() { return must(service::contest_view(context, post, now)); }
  void close() { now.milliseconds += 2 * hour; }

  Post post;
};

Contest of(ContestKind kind) {
  Contest contest;
  contest.kind = kind;
  if (kind == ContestKind::question) contest.answers = {"Blue whale", "la baleine bleue"};
  return contest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(contests)

BOOST_AUTO_TEST_CASE(entering_again_changes_the_entry_and_withdrawing_ends_it) {
  Arena arena(of(ContestKind::caption));
  const auto first = must(arena.enter("ada", "A caption")).entry.value();
  BOOST_TEST(first.number == 1);
  BOOST_TEST((first.state == EntryState::accepted));
  BOOST_TEST(rules::is_lower_hexadecimal(first.receipt, rules::receipt_digits));
  BOOST_TEST(must(arena.enter("ada", "Better")).entry->receipt == first.receipt);
  BOOST_TEST(arena.own("ada")->text == "Better");
  BOOST_TEST(arena.view().entries == 1);
  BOOST_REQUIRE(arena.view().shown.size() == 1U);
  BOOST_TEST(arena.view().shown.front() == "Better — Zoé Durand");
  must(service::withdraw_entry(arena.context, arena.site, arena.post, arena.visitor("ada")));
  BOOST_TEST(!arena.own("ada").has_value());
  BOOST_TEST(arena.view().entries == 0);
}

BOOST_AUTO_TEST_CASE(it_needs_a_token_a_name_and_the_right_time) {
  Arena arena;
  BOOST_TEST(outcome(arena.enter(service::Visitor{"short", "net"})) == "wrong_token Authorization");
  BOOST_TEST(outcome(arena.enter(service::Visitor{"", "net"})) == "missing_token Authorization");
  BOOST_TEST(outcome(service::enter_contest(arena.context, arena.site, arena.post, {" ", Naming::name, "", ""},
                                            arena.visitor("ada"))) == "field_empty name");
  const Instant middle = arena.now;
  arena.now = Instant{arena.post.starts->milliseconds - 1};
  BOOST_TEST(outcome(arena.enter("ada")) == "not_open_yet");
  BOOST_TEST(outcome(service::read_draw(arena.context, arena.post)) == "unknown_post");
  arena.now = *arena.post.starts;
  BOOST_TEST(outcome(arena.enter("ada")) == "ok");
  arena.now = Instant{arena.post.ends->milliseconds - 1};
  BOOST_TEST(outcome(arena.enter("bob")) == "ok");
  arena.now = *arena.post.ends;
  BOOST_TEST(outcome(arena.enter("cem")) == "closed");
  BOOST_TEST(outcome(service::withdraw_entry(arena.context, arena.site, arena.post, arena.visitor("ada"))) == "closed");
  arena.now = middle;
  arena.post.state = PostState::draft;
  BOOST_TEST(outcome(arena.enter("ada")) == "unknown_post");
}

BOOST_AUTO_TEST_CASE(an_entry_is_judged_against_the_contest_as_it_is_when_it_lands) {
  Arena arena(of(ContestKind::question));
  Post changed = arena.post;
  changed.contest->answers = {"A sperm whale"};
  changed =
      must(arena.context.store.posts().change_post(changed, changed.revision, {olga, arena.now, "post.change"})).post;
  arena.post.contest->answers.emplace_back("a sperm whale"); // as it was loaded, before the change, both are right
  BOOST_TEST(outcome(arena.enter("ada", "blue whale")) == "wrong_answer text");
  BOOST_TEST(outcome(arena.enter("bob", "a sperm whale")) == "ok");
  changed.state = PostState::withdrawn;
  must(arena.context.store.posts().change_post(changed, changed.revision, {olga, arena.now, "post.change"}));
  BOOST_TEST(outcome(arena.enter("cem", "a sperm whale")) == "unknown_post");
  BOOST_TEST(outcome(service::withdraw_entry(arena.context, arena.site, arena.post, arena.visitor("bob"))) ==
             "unknown_post");
}

BOOST_AUTO_TEST_CASE(words_are_judged_by_the_sites_rules) {
  Arena arena(of(ContestKind::caption));
  must(arena.context.store.put_policy(arena.site.id, "", R"({"words":{"hold":["pineapple"],"reject":["verboten"]}})"));
  arena.context.rules->forget(arena.site.id);
  BOOST_TEST((must(arena.enter("ada", "A pineapple")).entry->state == EntryState::held));
  BOOST_TEST((must(arena.enter("bob", "An apple")).entry->state == EntryState::accepted));
  const auto refused = arena.enter("cem", "It is verboten");
  BOOST_TEST(outcome(refused) == "rejected_by_rules text");
  BOOST_TEST(!refused.error().reasons.empty());
  BOOST_TEST(!arena.own("cem").has_value());
  const auto named = service::enter_contest(arena.context, arena.site, arena.post,
                                            {"pineapple", Naming::name, "Hello", ""}, arena.visitor("dan"));
  BOOST_TEST((must(named).entry->state == EntryState::held));
  // The desk learns why, its reader only that it waits.
  const auto waiting = must(service::list_entries(arena.context, arena.post, EntryState::held, ""));
  BOOST_REQUIRE(waiting.entries.size() == 2U);
  BOOST_TEST(!waiting.entries.front().reasons.empty());
}

BOOST_AUTO_TEST_CASE(a_moderator_may_want_to_see_each) {
  Contest contest = of(ContestKind::caption);
  contest.moderation = EntryModeration::each;
  Arena arena(contest);
  BOOST_TEST((must(arena.enter("ada", "A caption")).entry->state == EntryState::held));
  BOOST_TEST(arena.view().shown.empty());
  must(service::decide_entry(arena.context, arena.site, arena.post, 1, EntryState::accepted, olga));
  BOOST_TEST(arena.view().shown.size() == 1U);
}

BOOST_AUTO_TEST_CASE(conditions_are_met_first) {
  Contest contest;
  contest.comment_first = true;
  Arena arena(contest);
  arena.post.pages = {"/a"};
  BOOST_TEST(outcome(arena.enter("ada")) == "condition_not_met comment");
  BOOST_TEST(outcome(arena.enter("ada", "", "")) == "condition_not_met comment");
  const auto comment = [&](const std::string& page) {
    wire::PostComment message = arena.message("A comment for " + page);
    message.page = page;
    must(service::post_comment(arena.context, arena.site, message, "", arena.visitor("ada")));
  };
  comment("/elsewhere");
  BOOST_TEST(outcome(arena.enter("ada", "", "/elsewhere")) == "condition_not_met comment"); // not the contest's page
  BOOST_TEST(outcome(arena.enter("ada", "", "")) == "condition_not_met comment");
  comment("/a");
  BOOST_TEST(outcome(arena.enter("ada", "", "")) == "ok"); // a page of the contest's, wherever it is entered from
  BOOST_TEST(outcome(arena.enter("ada")) == "ok");
  BOOST_TEST(outcome(arena.enter("bob")) == "condition_not_met comment");
  arena.post.contest->comment_first = false;
  arena.post.contest->vote_in = PostId{4711};
  BOOST_TEST(outcome(arena.enter("bob")) == "condition_not_met vote");
}

BOOST_AUTO_TEST_CASE(a_question_takes_the_right_answer_and_few_wrong_ones) {
  Arena arena(of(ContestKind::question));
  BOOST_TEST(outcome(arena.enter("ada", "blue  WHALE!")) == "ok");
  BOOST_TEST(outcome(arena.enter("bob", "elephant")) == "wrong_answer text");
  for (int i = 0; i < 4; ++i) BOOST_TEST(outcome(arena.enter("bob", std::to_string(i))) == "wrong_answer text");
  const auto sixth = arena.enter("bob", "blue whale");
  BOOST_TEST(outcome(sixth) == "rate_limited"); // also for the right one, so that nobody learns which it is
  BOOST_TEST(sixth.error().retry_after_s > 0);
  arena.now.milliseconds += 15 * 60'000;
  BOOST_TEST(outcome(arena.enter("bob", "blue whale")) == "ok");
  // The answer is in nothing that readers get.
  BOOST_TEST(arena.view().shown.empty());
}

BOOST_AUTO_TEST_CASE(fresh_tokens_do_not_buy_more_guesses) {
  Arena arena(of(ContestKind::question));
  int tried = 0;
  for (; tried < 100; ++tried) {
    const auto guess = arena.enter(service::Visitor{token_of("t" + std::to_string(tried)), "one net"}, "guess");
    if (outcome(guess) == "rate_limited") break;
  }
  BOOST_TEST(tried == 30);
  BOOST_TEST(outcome(arena.enter("ada", "blue whale")) == "ok"); // elsewhere
}

// The tries of many readers are remembered; a network that may try no more adds nothing to them.
BOOST_AUTO_TEST_CASE(a_flood_of_fresh_tokens_does_not_crowd_out_the_tries_of_others) {
  service::AnswerGuard guard;
  const Instant now{1'700'000'000'000};
  for (int i = 0; i < 5; ++i) BOOST_TEST(guard.take("1", "ada", "home", now).has_value());
  BOOST_TEST(outcome(guard.take("1", "ada", "home", now)) == "rate_limited");
  int tried = 0;
  for (int i = 0; i < 200'000; ++i) tried += guard.take("1", "fresh" + std::to_string(i), "one net", now) ? 1 : 0;
  BOOST_TEST(tried == 30);
  BOOST_TEST(outcome(guard.take("1", "ada", "home", now)) == "rate_limited");
}

BOOST_AUTO_TEST_CASE(right_answers_use_up_no_tries) {
  Arena arena(of(ContestKind::question));
  for (int i = 0; i < 40; ++i) BOOST_TEST(outcome(arena.enter("ada", "blue whale")) == "ok");
}

BOOST_AUTO_TEST_CASE(entries_by_script_wait_for_the_owner) {
  Arena arena;
  must(arena.enter("ada"));
  for (int i = 0; i < 60; ++i) {
    must(arena.enter(service::Visitor{token_of("s" + std::to_string(i)), "a script's net"}));
  }
  BOOST_TEST(arena.view().entries == 1);
  const auto waiting = must(service::list_entries(arena.context, arena.post, EntryState::held, ""));
  BOOST_TEST(waiting.entries.size() == 60U);
  for (const wire::Entry& entry : waiting.entries) BOOST_TEST(entry.suspect);
  arena.close();
  BOOST_TEST(outcome(service::freeze_contest(arena.context, arena.site, arena.post, olga)) == "entries_waiting");
}

BOOST_AUTO_TEST_CASE(from_opening_to_prize_in_order) {
  Contest contest;
  contest.winners = 2;
  Arena arena(contest);
  const std::string promised = arena.view().proof.seed_hash;
  BOOST_TEST(rules::is_lower_hexadecimal(promised, 64));
  for (const char* who : {"ada", "bob", "cem", "dan", "eve"}) must(arena.enter(who));
  must(service::add_prizes(arena.context, arena.site, arena.post, {" CODE-1 ", "", "CODE-2", "CODE-1"}, olga));

  BOOST_TEST(outcome(service::freeze_contest(arena.context, arena.site, arena.post, olga)) == "wrong_order");
  BOOST_TEST(outcome(service::draw_contest(arena.context, arena.site, arena.post, olga)) == "wrong_order");
  BOOST_TEST(wire::encode(must(service::read_contest_desk(arena.context, arena.post))).find("\"seed\"") ==
             std::string::npos);
  arena.close();
  BOOST_TEST(must(service::freeze_contest(arena.context, arena.site, arena.post, olga)).frozen);
  BOOST_TEST(must(service::read_draw(arena.context, arena.post)).seed.empty());
  BOOST_TEST(outcome(service::choose_winners(arena.context, arena.site, arena.post, {1}, olga)) == "wrong_order");
  const wire::ContestDesk drawn = must(service::draw_contest(arena.context, arena.site, arena.post, olga));
  BOOST_TEST(drawn.prizes == 2);
  BOOST_TEST(drawn.given == 2);
  BOOST_TEST(drawn.post.contest->winners.size() == 2U);

  const DrawProof proof = must(service::read_draw(arena.context, arena.post));
  BOOST_TEST(proof.seed_hash == promised);
  BOOST_TEST(rules::to_name(rules::verify_draw(proof, contest.winners)) == "right");
  std::set<std::string> codes;
  for (const char* who : {"ada", "bob", "cem", "dan", "eve"}) {
    const wire::OwnEntry own = arena.own(who).value();
    // Everybody finds their own line.
    BOOST_TEST(proof.list.at(static_cast<std::size_t>(own.number - 1)) ==
               rules::entry_line(own.number, own.receipt, own.name, own.text));
    BOOST_TEST(own.won == !own.prize.empty());
    if (own.won) codes.insert(own.prize);
  }
  BOOST_TEST(codes == (std::set<std::string>{"CODE-1", "CODE-2"}), boost::test_tools::per_element());
  BOOST_TEST(!must(service::own_entry(arena.context, arena.post, arena.visitor("invented"))).has_value());
}

BOOST_AUTO_TEST_CASE(a_contest_stays_on_its_pages_until_its_winners_were_shown) {
  Arena arena;
  for (const char* who : {"ada", "bob"}) must(arena.enter(who));
  const auto on_page = [&] { return must(service::posts_of_page(arena.context, arena.site, "/a")); };
  arena.now = *arena.post.ends + service::shown_after_closing + Duration::minutes(24 * 60);
  BOOST_TEST(on_page().list.posts.size() == 1U);
  must(service::freeze_contest(arena.context, arena.site, arena.post, olga));
  must(service::draw_contest(arena.context, arena.site, arena.post, olga));
  const Instant leaves = arena.now + service::shown_after_closing;
  const auto shown = on_page();
  BOOST_REQUIRE(shown.list.posts.size() == 1U);
  BOOST_TEST(shown.list.posts.front().contest->winners.size() == 1U);
  BOOST_TEST((shown.changes == leaves));
  BOOST_TEST(must(service::own_parts(arena.context, arena.site, "/a", arena.visitor("ada"))).size() == 1U);
  arena.now = Instant{leaves.milliseconds - 1};
  BOOST_TEST(on_page().list.posts.size() == 1U);
  arena.now = leaves;
  BOOST_TEST(on_page().list.posts.empty());
}

BOOST_AUTO_TEST_CASE(winners_are_named_as_they_chose) {
  Contest contest;
  contest.winners = 3;
  Arena arena(contest);
  const auto enter = [&](const char* who, Naming naming) {
    must(service::enter_contest(arena.context, arena.site, arena.post, {"Ada Lovelace", naming, "", ""},
                                arena.visitor(who)));
  };
  enter("a", Naming::name);
  enter("b", Naming::initials);
  enter("c", Naming::nobody);
  arena.close();
  must(service::freeze_contest(arena.context, arena.site, arena.post, olga));
  BOOST_TEST(arena.view().winners.empty());
  must(service::draw_contest(arena.context, arena.site, arena.post, olga));
  const auto names = arena.view().winners;
  BOOST_TEST((std::multiset<std::string>(names.begin(), names.end()) ==
              std::multiset<std::string>{"", "A. L.", "Ada Lovelace"}));
}

BOOST_AUTO_TEST_CASE(a_jury_chooses_without_a_draw) {
  Contest contest = of(ContestKind::caption);
  contest.choosing = Choosing::jury;
  Arena arena(contest);
  for (const char* who : {"ada", "bob"}) must(arena.enter(who, "A caption"));
  arena.close();
  must(service::freeze_contest(arena.context, arena.site, arena.post, olga));
  BOOST_TEST(outcome(service::draw_contest(arena.context, arena.site, arena.post, olga)) == "wrong_order");
  const auto choose = [&](const std::vector<std::int64_t>& entries) {
    return outcome(service::choose_winners(arena.context, arena.site, arena.post, entries, olga));
  };
  BOOST_TEST(choose({}) == "field_empty entries");
  BOOST_TEST(choose({1, 2}) == "field_too_long entries");
  BOOST_TEST(choose({3}) == "unknown_field_value entries");
  BOOST_TEST(choose({2}) == "ok");
  BOOST_TEST(arena.own("bob")->won);
  const DrawProof proof = must(service::read_draw(arena.context, arena.post));
  BOOST_TEST(proof.seed_hash.empty());
  BOOST_TEST(proof.winners.size() == 1U);
  BOOST_TEST(rules::to_name(rules::verify_draw(proof, 1)) == "not_drawn");
}

BOOST_AUTO_TEST_CASE(codes_and_cursors_are_checked) {
  Arena arena;
  const auto add = [&](std::vector<std::string> codes) {
    return outcome(service::add_prizes(arena.context, arena.site, arena.post, std::move(codes), olga));
  };
  BOOST_TEST(add({}) == "field_empty codes");
  BOOST_TEST(add({" ", ""}) == "field_empty codes");
  BOOST_TEST(add({std::string(201, 'x')}) == "field_too_long codes");
  BOOST_TEST(add({std::string(200, 'x')}) == "ok");
  std::vector<std::string> many;
  for (std::size_t i = 0; i < service::most_prizes; ++i) many.push_back(std::to_string(i));
  BOOST_TEST(add(many) == "field_too_long codes"); // one more than there may be
  many.pop_back();
  BOOST_TEST(add(many) == "ok");
  for (std::size_t i = 0; i < service::entry_page_size + 1; ++i) must(arena.enter("r" + std::to_string(i)));
  const auto first = must(service::list_entries(arena.context, arena.post, std::nullopt, ""));
  BOOST_TEST(first.entries.size() == service::entry_page_size);
  const auto second = must(service::list_entries(arena.context, arena.post, std::nullopt, first.next));
  BOOST_TEST(second.entries.size() == 1U);
  BOOST_TEST(second.next.empty());
  BOOST_TEST(outcome(service::list_entries(arena.context, arena.post, std::nullopt, "x")) == "bad_cursor after");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
