// Which ballots are set apart: tests/vectors/ballot_suspicion.json, and crowds that vote, here and as wasm.
#include <boost/test/unit_test.hpp>

#include <random>

#include "tests/shared/simulated_poll.h"
#include "tests/shared/vectors.h"

namespace palabre::test {
namespace {

std::int64_t number(const wire::JsonValue& value, const char* name) {
  const wire::JsonValue* found = value.find(name);
  return found == nullptr ? 0 : found->integer;
}

std::vector<OptionCount> pairs(const wire::JsonValue& list) {
  std::vector<OptionCount> counts;
  for (const wire::JsonValue& pair : list.children) {
    counts.push_back({static_cast<std::uint32_t>(pair.children.at(0).integer), pair.children.at(1).integer});
  }
  return counts;
}

rules::BallotTraffic traffic_in(const wire::JsonValue& value) {
  constexpr std::int64_t now = 1'000'000'000;
  rules::BallotTraffic traffic;
  traffic.of_network = number(value, "of_network");
  traffic.chosen = pairs(member(value, "chosen"));
  traffic.of_others = number(value, "of_others");
  traffic.chosen_by_others = pairs(member(value, "chosen_by_others"));
  traffic.in_poll_burst = number(value, "in_poll_burst");
  traffic.usual_a_minute = number(value, "usual_a_minute");
  if (const wire::JsonValue* last = value.find("last_ms_ago")) {
    for (const wire::JsonValue& ago : last->children) traffic.last.push_back(Instant{now - ago.integer});
  }
  return traffic;
}

rules::Suspicion suspicion_in(const wire::JsonValue* value) {
  if (value == nullptr || text_of(*value, "rule").empty()) return {};
  return {text_of(*value, "rule"), number(*value, "counted")};
}

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr int suspect = 0;

// A network's people, or one person's tokens, among others who split evenly over three answers through a day, a quarter
// of them with somebody at home.
struct Scene {
  const char* name;
  int others;
  int ballots;
  double favourite; // of them, how many choose answer 2
  std::int64_t from;
  std::int64_t within;
};

class Crowd {
public:
  explicit Crowd(unsigned seed) : random_(seed) {}

  struct Shares {
    double polls_caught{0};
    double ballots_apart{0};
  };
  Shares vote(const Scene& scene) {
    constexpr int polls = 150;
    Shares shares;
    for (int n = 0; n < polls; ++n) {
      const std::int64_t counted = vote_once(scene);
      shares.polls_caught += counted < scene.ballots ? 1.0 / polls : 0;
      shares.ballots_apart += static_cast<double>(scene.ballots - counted) / scene.ballots / polls;
    }
    BOOST_TEST_MESSAGE(scene.name << ": " << shares.polls_caught * 100 << " % of polls, " << shares.ballots_apart * 100
                                  << " % of ballots set apart");
    return shares;
  }

private:
  struct Voter {
    int network;
    std::uint32_t option;
    std::int64_t at;
  };

  double share() { return static_cast<double>(random_()) / 4'294'967'296.0; }
  std::int64_t time(std::int64_t from, std::int64_t within) {
    return from + static_cast<std::int64_t>(share() * static_cast<double>(within));
  }
  std::uint32_t option(double favourite) {
    if (share() < favourite) return 2;
    return share() < 0.5 ? 1 : 3;
  }

  std::int64_t vote_once(const Scene& scene) {
    std::vector<Voter> voters;
    int network = suspect + 1;
    for (int i = 0; i < scene.others; ++i) {
      voters.push_back({network, option(1.0 / 3), time(0, 24 * hour)});
      if (share() > 0.25) ++network;
    }
    for (int i = 0; i < scene.ballots; ++i) {
      voters.push_back({suspect, option(scene.favourite), time(scene.from, scene.within)});
    }
    std::stable_sort(voters.begin(), voters.end(), [](const Voter& a, const Voter& b) { return a.at < b.at; });
    SimulatedPoll poll;
    for (const Voter& voter : voters) poll.cast(voter.network, voter.option, Instant{voter.at});
    return poll.counted_of(suspect);
  }

  std::mt19937 random_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(ballot_suspicion)

BOOST_AUTO_TEST_CASE(networks_are_judged_as_the_vectors_say) {
  const wire::JsonValue& vectors = load_vectors("ballot_suspicion.json");
  for (const wire::JsonValue& one : member(vectors, "cases").children) {
    const auto found = rules::suspicion_of(traffic_in(one), suspicion_in(one.find("former")));
    const auto expected = suspicion_in(&one);
    BOOST_TEST((found == expected),
               text_of(one, "name") << ": " << found.rule << " after " << found.counted << ", not " << expected.rule);
  }
}

BOOST_AUTO_TEST_CASE(one_person_with_many_tokens_is_caught) {
  Crowd crowd(20'261'121);
  for (const Scene& scene : {Scene{"30 tokens after 20 voters", 20, 30, 1, 24 * hour, 10 * minute},
                             Scene{"30 tokens before 20 voters", 20, 30, 1, 0, 10 * minute},
                             Scene{"30 tokens amid 20 voters", 20, 30, 1, 12 * hour, 10 * minute},
                             Scene{"30 tokens through the day", 20, 30, 1, 0, 24 * hour},
                             Scene{"12 tokens amid 20 voters", 20, 12, 1, 12 * hour, 10 * minute},
                             Scene{"100 tokens before 12 voters", 12, 100, 1, 0, hour},
                             Scene{"60 tokens amid 300 voters", 300, 60, 1, 12 * hour, hour}}) {
    const auto shares = crowd.vote(scene);
    BOOST_TEST(shares.polls_caught >= 0.98, scene.name << ": " << shares.polls_caught);
    const double beyond_household = 1 - 5.0 / scene.ballots;
    BOOST_TEST(shares.ballots_apart >= 0.98 * beyond_household, scene.name << ": " << shares.ballots_apart);
  }
  const auto disguised = crowd.vote({"30 tokens, one in seven spent on others", 20, 30, 0.85, 12 * hour, 10 * minute});
  BOOST_TEST(disguised.polls_caught >= 0.9);
}

BOOST_AUTO_TEST_CASE(people_who_share_a_network_are_not_robbed) {
  Crowd crowd(20'261'122);
  for (const Scene& scene : {Scene{"a household of one mind", 20, 5, 1, 0, hour},
                             Scene{"a class, nearly alone, of one mind", 3, 30, 0.9, 0, 3 * minute},
                             Scene{"an office alone", 0, 40, 0.5, 0, 8 * hour}}) {
    BOOST_TEST(crowd.vote(scene).polls_caught < 0.01, scene.name);
  }
  for (const Scene& scene : {Scene{"a class among 8 others", 8, 30, 1.0 / 3, 12 * hour, 3 * minute},
                             Scene{"a class among 20 others", 20, 30, 1.0 / 3, 12 * hour, 3 * minute},
                             Scene{"a class before 50 others", 50, 30, 1.0 / 3, 0, 3 * minute},
                             Scene{"an office among 20 others", 20, 12, 1.0 / 3, 8 * hour, 8 * hour},
                             Scene{"an office among 100 others", 100, 12, 1.0 / 3, 8 * hour, 8 * hour},
                             Scene{"an operator with a tenth of 400", 400, 40, 0.4, 0, 24 * hour},
                             Scene{"an operator with a third of 200", 200, 100, 0.4, 0, 24 * hour}}) {
    const auto shares = crowd.vote(scene);
    BOOST_TEST(shares.ballots_apart <= 0.1, scene.name << ": " << shares.ballots_apart);
  }
}

BOOST_AUTO_TEST_CASE(two_networks_cannot_vouch_for_each_other) {
  SimulatedPoll poll;
  for (int i = 0; i < 20; ++i) poll.cast(10 + i, i % 2 == 0 ? 1 : 2, Instant{i * hour});
  for (int i = 0; i < 60; ++i) poll.cast(i % 2, i % 12 < 10 ? 3 : 1, Instant{30 * hour + i * i * minute});
  BOOST_TEST(poll.suspicion_of(0).rule == "alike");
  BOOST_TEST(poll.suspicion_of(1).rule == "alike");
  BOOST_TEST(poll.counted() == 30);
}

BOOST_AUTO_TEST_CASE(a_network_that_is_no_longer_out_of_line_counts_again) {
  SimulatedPoll poll;
  for (int i = 0; i < 12; ++i) poll.cast(10 + i, i % 2 == 0 ? 1 : 2, Instant{i * hour});
  for (int i = 0; i < 8; ++i) poll.cast(0, 2, Instant{20 * hour + i * i * minute});
  BOOST_TEST(poll.suspicion_of(0).rule == "alike");
  for (int i = 0; i < 300; ++i) poll.cast(100 + i, i % 2 == 0 ? 1 : 2, Instant{(30 + i) * hour});
  BOOST_TEST(poll.suspicion_of(0).rule.empty());
  BOOST_TEST(poll.counted() == 320);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
