#include "server/storage/contest_schema.h"

namespace palabre::storage {

// contest.winners: numbers with commas, the first winner first. entry.number counts from 1 in each contest;
// entry.decided is 1 once a moderator decided; reasons are parted by line feeds. A prize's entry is unique: one prize a
// winner, one winner a prize.
std::vector<std::string> contest_schema() {
  return {
      "create table contest (post bigint primary key references post (id), seed text not null, seed_hash text not null,"
      " list text not null, list_hash text not null, frozen bigint, drawn bigint, winners text not null)",
      "create table entry (post bigint not null references post (id), number bigint not null, reader text not null,"
      " network text not null, name text not null, naming text not null, words text not null, state text not null,"
      " reasons text not null, suspect bigint not null, decided bigint not null, receipt text not null,"
      " created bigint not null, primary key (post, number), unique (post, reader))",
      "create index entry_network on entry (post, network, created)",
      "create index entry_state on entry (post, state, number)",
      "create table prize (post bigint not null references post (id), position bigint not null, code text not null,"
      " entry bigint, primary key (post, position), unique (post, code), unique (post, entry))",
  };
}

} // namespace palabre::storage
