#include "server/storage/mark_schema.h"

namespace palabre::storage {

// A mark's comment is 0 where it is on the page itself. A tally counts them, kept in the same transaction.
std::vector<std::string> mark_schema() {
  return {
      "create table mark (page bigint not null references page (id), comment bigint not null, reader text not null,"
      " name text not null, network text not null, created bigint not null,"
      " primary key (page, comment, reader, name))",
      "create table mark_tally (page bigint not null references page (id), comment bigint not null, name text not null,"
      " count bigint not null, primary key (page, comment, name))",
      "create table site_engagement (site bigint primary key references site (id), engagement text not null)",
  };
}

} // namespace palabre::storage
