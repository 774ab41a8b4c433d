#include "server/storage/mark_schema.h"

namespace palabre::storage {

// A mark's comment is 0 where it is on the page itself. A tally counts them, kept in the same transaction.
// comment.marks repeats the tallies of a comment as "heart:2,up:3"; comment.score has its rank by votes before the
// replies that it counts (rules/ranking.h), comment.controversy is of votes alone.
std::vector<std::string> mark_schema() {
  return {
      "create table mark (page bigint not null references page (id), comment bigint not null, reader text not null,"
      " name text not null, network text not null, created bigint not null,"
      " primary key (page, comment, reader, name))",
      "create index mark_reader on mark (page, reader)",
      "create index mark_network on mark (page, comment, network)",
      "create table mark_tally (page bigint not null references page (id), comment bigint not null, name text not null,"
      " count bigint not null, primary key (page, comment, name))",
      "alter table comment add column marks text not null default ''",
      "alter table comment add column controversy bigint not null default 0",
      "create index comment_controversial on comment (page, controversy, created, id)"
      " where parent is null and in_thread = 1",
      "create table site_engagement (site bigint primary key references site (id), engagement text not null)",
  };
}

} // namespace palabre::storage
