#include "server/storage/post_schema.h"

namespace palabre::storage {

// post.details: all of it as JSON; the other columns are what is asked by. post.opens: its start, or when it was
// planned. ballot.choices: ids with commas, 0 for the other answer; ballot.suspicion: the rule that set its group
// apart, or empty; ballot.nth: which of its network's it is, from 1. other_answer.count: counted ballots that have it,
// published or not. poll_total.counted, .set_apart: ballots that say anything that is counted; .cast_ballots: all.
// Sums, kept in the transactions of the ballots: ballot_tally: how many of a standing say the same, as it is counted
// (without other answers that are not published); ballot_option: how many have an option; poll_total: how many there
// are; .base of both: of these, how many are among the first rules::household of their network. ballot_network: how
// many came from a network and what they chose
// ("1:12,3:4"), the suspicion and after how many of them it begins, and the standing that was decided, or empty.
std::vector<std::string> post_schema() {
  return {
      "create table post (id {identity}, site bigint not null references site (id), kind text not null,"
      " poll_kind text not null, state text not null, purpose text not null, opens bigint, ends bigint, details text "
      "not null,"
      " created bigint not null, revision bigint not null)",
      "create index post_site on post (site, state, opens)",
      "create table other_answer (id {identity}, post bigint not null references post (id), folded text not null,"
      " words text not null, state text not null, count bigint not null, unique (post, folded))",
      "create index other_answer_most on other_answer (post, state, count)",
      "create table ballot (post bigint not null references post (id), reader text not null, network text not null,"
      " choices text not null, other bigint references other_answer (id), name text not null, standing text not null,"
      " suspicion text not null, nth bigint not null, created bigint not null, changed bigint not null,"
      " primary key (post, reader))",
      "create index ballot_by_network on ballot (post, network, nth)",
      "create index ballot_created on ballot (post, created)",
      "create index ballot_group on ballot (post, suspicion, network) where suspicion <> ''",
      "create index ballot_other on ballot (other) where other is not null",
      "create table ballot_tally (post bigint not null references post (id), standing text not null,"
      " choices text not null, count bigint not null, primary key (post, standing, choices))",
      "create table ballot_option (post bigint not null references post (id), standing text not null,"
      " choice bigint not null, count bigint not null, base bigint not null, primary key (post, standing, choice))",
      "create table ballot_network (post bigint not null references post (id), network text not null,"
      " count bigint not null, choices text not null, suspicion text not null, counted bigint not null,"
      " decided text not null, primary key (post, network))",
      "create index ballot_network_large on ballot_network (post, count) where count > 5",
      "create table poll_total (post bigint primary key references post (id), counted bigint not null,"
      " set_apart bigint not null, cast_ballots bigint not null, base bigint not null, version bigint not null,"
      " began bigint not null)",
  };
}

} // namespace palabre::storage
