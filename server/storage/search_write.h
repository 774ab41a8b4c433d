// Keeping the search's index. What one transaction changes is written at its end, for engines make a piece of the index
// each time; and what was taken out is cleared away for good in small steps between the writers' transactions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/storage/dialect.h"
#include "server/storage/statement.h"

namespace palabre::storage {

struct SearchChange {
  enum class Kind : std::uint8_t { add, remove };
  Kind kind;
  std::int64_t comment;
  std::string name; // searchable
  std::string body;
};

class SearchWrites {
public:
  SearchWrites(soci::session& session, const SearchSql& sql);

  // Noted; written by flush().
  void add(std::int64_t comment, const std::string& name, const std::string& body);
  void remove(std::int64_t comment, const std::string& name, const std::string& body);

  // What was noted by an operation that is undone goes: back to what size() was.
  [[nodiscard]] std::size_t size() const { return pending_.size(); }
  void drop_after(std::size_t size) {
    pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(size), pending_.end());
  }
  // Inside a transaction. Throws soci::soci_error.
  void flush();

  [[nodiscard]] bool is_purge_due() const { return due_ || running_; }
  // One step of some milliseconds, in a transaction of its own.
  void purge();
  void give_up_purge() { due_ = running_ = false; }

private:
  struct Words {
    Words(soci::session& session, const std::string& sql);
    std::int64_t comment{0};
    std::string name;
    std::string body;
    Statement statement;
  };
  void note_purge(const char* value);
  [[nodiscard]] std::int64_t count_changes();

  Words add_;
  Words remove_;
  Statement begin_purge_;
  Statement purge_;
  std::int64_t changes_{0};
  Statement count_changes_;
  std::string purge_value_;
  Statement note_purge_;
  std::vector<SearchChange> pending_;
  bool due_{false}; // words were taken out, and are in the file still
  bool running_{false};
};

} // namespace palabre::storage
