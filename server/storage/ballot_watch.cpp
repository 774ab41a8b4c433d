#include "server/storage/ballot_watch.h"

#include <algorithm>

#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

using soci::use;

constexpr std::int64_t counted_up_to = 1'000; // of a burst: each ballot pays for it

void add(std::vector<OptionCount>& counts, std::uint32_t option, std::int64_t change) {
  const auto found =
      std::find_if(counts.begin(), counts.end(), [&](const OptionCount& one) { return one.option == option; });
  if (found == counts.end()) {
    if (change > 0) counts.push_back({option, change});
  } else {
    found->count = std::max<std::int64_t>(0, found->count + change);
  }
}

void add(std::vector<OptionCount>& counts, const std::vector<std::uint32_t>& choices, bool ranked,
         std::int64_t change) {
  const std::size_t looked_at = ranked ? std::min<std::size_t>(choices.size(), 1) : choices.size();
  for (std::size_t i = 0; i < looked_at; ++i) add(counts, choices[i], change);
}

// "1:12,3:4" and back.
std::string join_counts(const std::vector<OptionCount>& counts) {
  std::string text;
  for (const OptionCount& one : counts) {
    if (one.count == 0) continue;
    text += (text.empty() ? "" : ",") + std::to_string(one.option) + ":" + std::to_string(one.count);
  }
  return text;
}

std::vector<OptionCount> split_counts(std::string_view text) {
  const std::vector<std::uint32_t> numbers = split_choices(text);
  std::vector<OptionCount> counts;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) counts.push_back({numbers[i], numbers[i + 1]});
  return counts;
}

// The first ballots of all networks without those of this one.
void add_others(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network,
                rules::BallotTraffic& traffic) {
  BallotStatements& statements = session.ballots;
  statements.find_total.post = poll.id.value;
  if (!statements.find_total.statement.run()) return;
  traffic.of_others = statements.find_total.base - std::min(network.ballots, rules::household);
  statements.list_base.post = poll.id.value;
  statements.list_base.statement.each([&] {
    traffic.chosen_by_others.push_back(
        {static_cast<std::uint32_t>(statements.list_base.choice), statements.list_base.base});
  });
  ListFirst& first = statements.first_of_network;
  first.post = poll.id.value;
  first.network = network.hash;
  first.up_to = rules::household;
  first.statement.each([&] { add(traffic.chosen_by_others, split_choices(first.choices), poll.ranked, -1); });
}

void add_paces(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network, Instant cast,
               rules::BallotTraffic& traffic) {
  BallotStatements& statements = session.ballots;
  ListCast& last = statements.last_of_network;
  last.post = poll.id.value;
  last.network = network.hash;
  last.limit = static_cast<std::int64_t>(rules::last_looked_at(network.ballots));
  last.statement.each([&] { traffic.last.push_back(Instant{last.created}); });
  if (network.ballots <= rules::one_room) return;
  const std::int64_t since = cast.milliseconds - rules::ballot_burst.milliseconds;
  const std::int64_t minutes = std::max<std::int64_t>(1, (since - statements.find_total.began) / 60'000);
  traffic.usual_a_minute = statements.find_total.cast_ballots / minutes;
  statements.in_poll.post = poll.id.value;
  statements.in_poll.since = since;
  statements.in_poll.limit = counted_up_to;
  statements.in_poll.statement.run();
  traffic.in_poll_burst = statements.in_poll.count;
}

rules::BallotTraffic traffic_of(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network,
                                std::optional<Instant> cast) {
  rules::BallotTraffic traffic;
  traffic.of_network = network.ballots;
  traffic.chosen = network.chosen;
  add_others(session, poll, network, traffic);
  if (cast) add_paces(session, poll, network, *cast, traffic);
  return traffic;
}

const std::string& counted_name() {
  static const std::string name(to_name(wire::BallotStanding::counted));
  return name;
}

} // namespace

WatchedNetwork find_network(WriteSession& session, PostId poll, const std::string& hash) {
  if (hash.empty()) return {};
  FindNetwork& find = session.ballots.find_network;
  find.row.post = poll.value;
  find.row.network = hash;
  if (!find.statement.run()) return {hash};
  return {
      hash, find.row.count, split_counts(find.row.choices), {find.row.suspicion, find.row.counted}, find.row.decided};
}

void put_network(WriteSession& session, PostId poll, const WatchedNetwork& network) {
  if (network.hash.empty()) return;
  PutNetwork& put = session.ballots.put_network;
  put.row = {poll.value,
             network.hash,
             network.ballots,
             join_counts(network.chosen),
             network.suspicion.rule,
             network.suspicion.counted,
             network.decided};
  put.statement.run();
}

void add_chosen(WatchedNetwork& network, const std::vector<std::uint32_t>& choices, bool ranked, std::int64_t change) {
  add(network.chosen, choices, ranked, change);
}

std::string standing_of(const WatchedNetwork& network, std::int64_t nth) {
  if (nth <= network.suspicion.counted) return counted_name();
  return network.decided.empty() ? std::string(to_name(wire::BallotStanding::set_apart)) : network.decided;
}

std::string suspicion_of(const WatchedNetwork& network, std::int64_t nth) {
  return nth <= network.suspicion.counted ? std::string() : network.suspicion.rule;
}

void judge_network(WriteSession& session, const WatchedPoll& poll, WatchedNetwork& network,
                   std::optional<Instant> cast) {
  if (network.hash.empty() || network.ballots <= rules::household) return;
  const bool stays = !network.suspicion.rule.empty() && network.decided == to_name(wire::BallotStanding::set_apart);
  if (stays) return;
  rules::Suspicion suspicion = rules::suspicion_of(traffic_of(session, poll, network, cast), network.suspicion);
  if (suspicion == network.suspicion) return;
  network.suspicion = std::move(suspicion);
  put_network(session, poll.id, network);
  regroup(session, poll, network);
}

void judge_largest(WriteSession& session, const WatchedPoll& poll) {
  ListLargest& list = session.ballots.list_largest;
  list.post = poll.id.value;
  list.limit = rules::looked_at_again;
  std::vector<std::string> largest;
  list.statement.each([&] { largest.push_back(list.network); });
  for (const std::string& hash : largest) {
    WatchedNetwork network = find_network(session, poll.id, hash);
    judge_network(session, poll, network, std::nullopt);
  }
}

void regroup(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network) {
  const std::int64_t counted = network.suspicion.counted;
  const std::string apart = standing_of(network, std::numeric_limits<std::int64_t>::max());
  const std::string& rule = network.suspicion.rule;
  const auto move = [&](const std::string& which, const std::string& standing) {
    auto same = list_same(
        session, "b.post = :post and b.network = :network and " + which + " and b.standing <> :to",
        [&](auto& prepared) { prepared, use(poll.id.value), use(network.hash), use(counted), use(standing); });
    move_counts(session, poll.id, poll.ranked, std::move(same),
                [&](SameBallots& ballots) { ballots.standing = standing; });
  };
  move("b.nth > :counted", apart);
  move("b.nth <= :counted", counted_name());
  *session.connection << "update ballot set standing = case when nth > :counted then :apart else 'counted' end,"
                         " suspicion = case when nth > :counted2 then :rule else '' end"
                         " where post = :post and network = :network and nth > :always",
      use(counted), use(apart), use(counted), use(rule), use(poll.id.value), use(network.hash), use(rules::household);
}

} // namespace palabre::storage
