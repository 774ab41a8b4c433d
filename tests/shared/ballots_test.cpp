// Ballots: what fits, and the count, against tests/vectors/ballots.json, here and as wasm.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "shared/rules/ballots.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::member;

std::vector<std::uint32_t> numbers(const wire::JsonValue& list) {
  std::vector<std::uint32_t> out;
  for (const wire::JsonValue& one : list.children) out.push_back(static_cast<std::uint32_t>(one.integer));
  return out;
}

Poll poll_in(const wire::JsonValue& value) {
  Poll poll;
  poll.kind = parse_poll_kind(test::text_of(value, "kind")).value();
  for (const wire::JsonValue& option : member(value, "options").children) {
    poll.options.push_back({static_cast<std::uint32_t>(member(option, "id").integer), test::text_of(option, "text")});
  }
  poll.most = static_cast<std::uint32_t>(member(value, "most").integer);
  poll.other = member(value, "other").boolean;
  return poll;
}

std::vector<OptionCount> counts_in(const wire::JsonValue& list) {
  std::vector<OptionCount> counts;
  for (const wire::JsonValue& one : list.children) {
    counts.push_back({static_cast<std::uint32_t>(member(one, "option").integer), member(one, "count").integer});
  }
  return counts;
}

PollResult result_in(const wire::JsonValue& value) {
  PollResult result{member(value, "ballots").integer, counts_in(member(value, "counts")), {}, {}};
  if (value.find("rounds") != nullptr) {
    for (const wire::JsonValue& round : member(value, "rounds").children) {
      result.rounds.push_back({counts_in(member(round, "counts")), member(round, "exhausted").integer,
                               numbers(member(round, "eliminated"))});
    }
    result.winners = numbers(member(value, "winners"));
  }
  return result;
}

std::vector<BallotCount> ballots_in(const wire::JsonValue& list) {
  std::vector<BallotCount> ballots;
  for (const wire::JsonValue& one : list.children) {
    ballots.push_back({numbers(member(one, "choices")), member(one, "count").integer});
  }
  return ballots;
}

std::string text_of(const PollResult& result) {
  std::string out = std::to_string(result.ballots);
  const auto add = [&out](const std::vector<OptionCount>& counts) {
    for (const OptionCount& count : counts) {
      out += " " + std::to_string(count.option) + "=" + std::to_string(count.count);
    }
  };
  add(result.counts);
  for (const RunOffRound& round : result.rounds) {
    out += "\n";
    add(round.counts);
    out += " x" + std::to_string(round.exhausted) + " out";
    for (const std::uint32_t option : round.eliminated) out += " " + std::to_string(option);
  }
  out += "\nwon";
  for (const std::uint32_t option : result.winners) out += " " + std::to_string(option);
  return out;
}

std::string_view name_of(rules::WayOut way) {
  switch (way) {
  case rules::WayOut::none: return "none";
  case rules::WayOut::alone: return "alone";
  case rules::WayOut::together: return "together";
  case rules::WayOut::earlier_rounds: return "earlier_rounds";
  case rules::WayOut::order: return "order";
  }
  return "";
}

Poll of_kind(PollKind kind, std::uint32_t most = 1) {
  return {kind, {{1, "A"}, {2, "B"}, {3, "C"}}, 1, most};
}

std::string refusal_of(const Expected<Ballot>& checked) {
  return checked ? "ok" : std::string(error_info(checked.error().code).name) + " " + checked.error().field;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ballots)

BOOST_AUTO_TEST_CASE(counts_are_those_of_the_vectors) {
  std::size_t seen = 0;
  for (const wire::JsonValue& row : member(test::load_vectors("ballots.json"), "counts").children) {
    BOOST_TEST_CONTEXT(test::text_of(row, "name")) {
      const auto ballots = ballots_in(member(row, "ballots"));
      const PollResult result = rules::count_ballots(poll_in(member(row, "poll")), ballots);
      BOOST_TEST(text_of(result) == text_of(result_in(member(row, "result"))));
      const wire::JsonValue* ways = row.find("ways");
      for (std::size_t round = 0; ways != nullptr && round < ways->children.size(); ++round) {
        BOOST_TEST(name_of(rules::way_out(result, round)) == ways->children[round].text);
      }
    }
    ++seen;
  }
  BOOST_TEST(seen >= 18U);
}

BOOST_AUTO_TEST_CASE(the_order_that_ballots_come_in_does_not_matter) {
  for (const wire::JsonValue& row : member(test::load_vectors("ballots.json"), "counts").children) {
    auto ballots = ballots_in(member(row, "ballots"));
    const Poll poll = poll_in(member(row, "poll"));
    const PollResult forwards = rules::count_ballots(poll, ballots);
    std::reverse(ballots.begin(), ballots.end());
    BOOST_TEST((rules::count_ballots(poll, ballots) == forwards));
  }
}

BOOST_AUTO_TEST_CASE(sums_an_option_give_what_ballots_give) {
  Poll poll = of_kind(PollKind::multiple, 3);
  const std::vector<BallotCount> ballots{{{1, 3}, 4}, {{3}, 2}};
  const std::vector<OptionCount> sums{{3, 6}, {1, 4}};
  BOOST_TEST((rules::count_options(poll, 6, sums) == rules::count_ballots(poll, ballots)));
}

BOOST_AUTO_TEST_CASE(a_ballot_is_put_in_order_or_refused) {
  const auto checked = rules::check_ballot(of_kind(PollKind::multiple, 3), {{3, 1}, {}});
  BOOST_REQUIRE_EQUAL(refusal_of(checked), "ok");
  BOOST_TEST((checked->choices == std::vector<std::uint32_t>{1, 3}));
  const auto ranked = rules::check_ballot(of_kind(PollKind::ranked, 3), {{3, 1}, {}});
  BOOST_REQUIRE_EQUAL(refusal_of(ranked), "ok");
  BOOST_TEST((ranked->choices == std::vector<std::uint32_t>{3, 1}));
  const Poll single = of_kind(PollKind::single);
  for (const std::vector<std::uint32_t>& wrong :
       {std::vector<std::uint32_t>{}, {1, 2}, {1, 1}, {4}, {0}, {4'294'967'295U}}) {
    BOOST_TEST(refusal_of(rules::check_ballot(single, {wrong, {}})) == "bad_ballot choices");
  }
  Poll two = of_kind(PollKind::multiple, 3);
  two.least = 2;
  BOOST_TEST(refusal_of(rules::check_ballot(two, {{1}, {}})) == "bad_ballot choices");
  Poll scale;
  scale.kind = PollKind::scale;
  BOOST_TEST(refusal_of(rules::check_ballot(scale, {{5}, {}})) == "ok");
  BOOST_TEST(refusal_of(rules::check_ballot(scale, {{6}, {}})) == "bad_ballot choices");
  BOOST_TEST(refusal_of(rules::check_ballot(scale, {{0}, {}})) == "bad_ballot choices");
}

BOOST_AUTO_TEST_CASE(other_answers_have_words_and_a_place) {
  Poll poll = of_kind(PollKind::single);
  BOOST_TEST(refusal_of(rules::check_ballot(poll, {{1}, "Pink"})) == "bad_ballot other");
  poll.other = true;
  const auto checked = rules::check_ballot(poll, {{0}, "  Deep \n pink "});
  BOOST_REQUIRE_EQUAL(refusal_of(checked), "ok");
  BOOST_TEST(checked->other == "Deep pink");
  BOOST_TEST(refusal_of(rules::check_ballot(poll, {{0}, " "})) == "field_empty other");
  BOOST_TEST(refusal_of(rules::check_ballot(poll, {{0}, std::string(201, 'x')})) == "field_too_long other");
  BOOST_TEST(refusal_of(rules::check_ballot(poll, {{0}, "\xFF"})) == "malformed_text other");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
