// What is known of the networks that vote in a poll, and what follows for their ballots; see
// shared/rules/ballot_suspicion.h. Inside the writer's transaction.
#pragma once

#include "server/storage/ballot_write.h"
#include "shared/rules/ballot_suspicion.h"

namespace palabre::storage {

struct WatchedPoll {
  PostId id;
  bool ranked{false};
};

struct WatchedNetwork {
  std::string hash; // empty: none is known, and nothing is watched
  std::int64_t ballots{0};
  std::vector<OptionCount> chosen{}; // by them
  rules::Suspicion suspicion{};
  std::string decided{}; // the standing its suspicious ballots have by an owner's decision, or empty
};

[[nodiscard]] WatchedNetwork find_network(WriteSession& session, PostId poll, const std::string& hash);
void put_network(WriteSession& session, PostId poll, const WatchedNetwork& network);

// Of what a ballot says; of a ranked one its first preference. `change`: 1, or −1 to take it away.
void add_chosen(WatchedNetwork& network, const std::vector<std::uint32_t>& choices, bool ranked, std::int64_t change);

// Of the network's nth ballot.
[[nodiscard]] std::string standing_of(const WatchedNetwork& network, std::int64_t nth);
[[nodiscard]] std::string suspicion_of(const WatchedNetwork& network, std::int64_t nth);

// Asks the rule about a network as it stands and gives its ballots the standing that follows; `cast`: when its last
// ballot came, if it came just now. Puts the network where anything changed.
void judge_network(WriteSession& session, const WatchedPoll& poll, WatchedNetwork& network,
                   std::optional<Instant> cast);
// The same of the largest networks, as others have voted.
void judge_largest(WriteSession& session, const WatchedPoll& poll);

// Gives each of the network's ballots the standing it has as things are.
void regroup(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network);

} // namespace palabre::storage
