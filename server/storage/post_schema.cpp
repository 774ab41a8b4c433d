#include "server/storage/post_schema.h"

namespace palabre::storage {

// post.details: JSON of what is not asked by (pages, poll, contest …). ballot.choices: ids with commas, as the tally's.
// ballot.standing: counted or set_apart. ballot_tally: how many ballots of a standing say the same.
std::vector<std::string> post_schema() {
  return {
      "create table post (id {identity}, site bigint not null references site (id), kind text not null,"
      " state text not null, purpose text not null, starts bigint, ends bigint, details text not null,"
      " by_name text not null, created bigint not null, revision bigint not null)",
      "create index post_site on post (site, state, starts)",
      "create table ballot (post bigint not null references post (id), reader text not null, network text not null,"
      " choices text not null, other bigint, name text not null, standing text not null, suspicion text not null,"
      " created bigint not null, changed bigint not null, primary key (post, reader))",
      "create index ballot_network on ballot (post, network, created)",
      "create table ballot_tally (post bigint not null references post (id), standing text not null,"
      " choices text not null, count bigint not null, primary key (post, standing, choices))",
      "create table other_answer (id {identity}, post bigint not null references post (id), folded text not null,"
      " words text not null, state text not null, unique (post, folded))",
  };
}

} // namespace palabre::storage
