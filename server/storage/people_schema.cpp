#include "server/storage/people_schema.h"

namespace palabre::storage {

// standing: what rules/standing.h computes from, by a reader's keyed hash.
std::vector<std::string> people_schema() {
  return {
      "create table standing (site bigint not null references site (id), reader text not null, name text not null,"
      " first bigint not null, last bigint not null, published bigint not null, helpful bigint not null,"
      " primary key (site, reader))",
      "alter table comment add column member bigint",
      "alter table comment add column question text not null default 'none'",
      "alter table comment add column poll bigint",
      "alter table member add column signature text not null default 'none'",
      "create table saved_reply (id {identity}, member bigint, title text not null, body text not null,"
      " created bigint not null, revision bigint not null)",
  };
}

} // namespace palabre::storage
