// What differs between database engines, in one place: how to connect, and the few words that SQL does not share.
// Everything else is one SQL text for all of them.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <soci/soci.h>

namespace palabre::storage {

// Finding words, with the engine's own index of comments: their author's names and bodies as searchable() (see
// search_text.h) makes them.
struct SearchSql {
  std::vector<std::string> make;                        // statements that make the index
  std::string add;                                      // :id, :name, :body
  std::string remove;                                   // the same, as they were added
  std::string found;                                    // a condition on c.id, with a place holder for …
  std::function<std::string(const std::string&)> words; // … what a person's query becomes; any bytes
  std::string begin_purge; // clears away what was taken out: once this, then `purge` until nothing changes
  std::string purge;
  std::string count_changes; // selects a number that grows with each row changed
};

struct Dialect {
  std::string name;
  // A ready session; throws soci::soci_error.
  std::function<std::unique_ptr<soci::session>()> connect;
  std::string begin_write; // starts a transaction that will not fail for another writer's sake half-way
  std::string begin_read;  // starts a transaction that sees one state of the data
  // Statements that make the engine refuse to change or drop rows of a table.
  std::function<std::vector<std::string>(const std::string& table)> append_only;
  SearchSql search;
  std::string identity_column; // type of a primary key that is given by the engine and never used again
};

// What went wrong, for the log. SOCI's what() repeats the bound values: people's words and e-mail addresses, which have
// no place there.
[[nodiscard]] std::string reason_of(const std::exception& error);

} // namespace palabre::storage
