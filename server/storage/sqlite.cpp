#include "server/storage/sqlite.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <soci/sqlite3/soci-sqlite3.h>

#include "server/storage/search_text.h"
#include "server/storage/sql_store.h"

namespace palabre::storage {
namespace {

// SOCI reads a text with '=' as a list of options, where only a quoted value may hold spaces and '='.
Expected<std::string> connect_string(const std::string& path) {
  if (path.find('=') == std::string::npos) return path;
  if (path.find('"') != std::string::npos) {
    return fail(ErrorCode::storage_unavailable, {},
                "The data directory's path holds both '=' and '\"', which cannot be opened: " + path);
  }
  return "db=\"" + path + "\"";
}

Expected<void> make_directory(const std::string& directory) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(directory, error);
  if (error) {
    return fail(ErrorCode::storage_unavailable, {},
                "The data directory " + directory + " cannot be made: " + error.message());
  }
  if (made) ::chmod(directory.c_str(), S_IRWXU);
  return {};
}

Expected<void> make_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return fail(ErrorCode::storage_unavailable, {}, path + " cannot be written: " + std::strerror(errno));
  }
  ::close(file);
  return {};
}

// Before the first connection. A connection is used by one thread at a time here, so it needs no lock of its own around
// each column that is read; and threads that write and read would wait for each other at the one lock of the memory's
// statistics.
void configure_engine() {
  static const bool done = [] {
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return true; // refused where the engine already runs, which is slower only
  }();
  static_cast<void>(done);
}

constexpr std::chrono::seconds patience{10};

// The engine does not wait, as it does elsewhere, when several turn a new file to the log at once: one of them is told
// that it is locked.
std::string turn_to_log(soci::session& session) {
  const auto end = std::chrono::steady_clock::now() + patience;
  for (;;) {
    try {
      std::string mode;
      session << "pragma journal_mode = wal", soci::into(mode);
      return mode;
    } catch (const soci::sqlite3_soci_error& error) {
      const int primary_code = error.result() & 0xFF;
      if (primary_code != SQLITE_BUSY || std::chrono::steady_clock::now() > end) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

std::unique_ptr<soci::session> connect(const std::string& text) {
  auto session = std::make_unique<soci::session>(soci::sqlite3, text);
  // Waits for another process that writes. First, for the statements below may meet one.
  *session << "pragma busy_timeout = " + std::to_string(std::chrono::milliseconds(patience).count());
  const std::string mode = turn_to_log(*session);
  if (mode != "wal") throw soci::soci_error("the file system does not allow SQLite's write-ahead log");
  *session << "pragma synchronous = full"; // an answered commit survives power loss
  *session << "pragma foreign_keys = on";
  *session << "pragma secure_delete = on"; // what an author deletes is gone from the file too
  *session << "pragma journal_size_limit = 67108864";
  return session;
}

std::vector<std::string> append_only(const std::string& table) {
  std::vector<std::string> triggers;
  for (const std::string change : {"update", "delete"}) {
    triggers.push_back("create trigger " + table + "_no_" + change + " before " + change + " on " + table +
                       " begin select raise(abort, '" + table + " is only ever added to'); end");
  }
  return triggers;
}

// Each word quoted, so that nothing in it is an operator.
std::string match_of(const std::string& query) {
  const SearchWords found = search_words(query);
  std::string match;
  for (std::string word : found.words) {
    std::replace(word.begin(), word.end(), '"', ' ');
    match += "\"" + word + "\" ";
  }
  if (match.empty()) return "\"\"";
  match.pop_back();
  if (found.is_last_open) match += '*';
  return match;
}

// Without contents: the words are in the table of comments. Merging 64 pages takes some milliseconds.
SearchSql full_text_search() {
  SearchSql search;
  search.make = {"create virtual table comment_search using fts5 (name, body, content='', columnsize=0,"
                 " tokenize='unicode61 remove_diacritics 2')"};
  search.add = "insert into comment_search (rowid, name, body) values (:id, :name, :body)";
  search.remove = "insert into comment_search (comment_search, rowid, name, body) values ('delete', :id, :name, :body)";
  search.found = "c.id in (select rowid from comment_search where comment_search match :words)";
  search.words = match_of;
  search.begin_purge = "insert into comment_search (comment_search, rank) values ('merge', -64)";
  search.purge = "insert into comment_search (comment_search, rank) values ('merge', 64)";
  search.count_changes = "select total_changes()";
  return search;
}

} // namespace

Expected<Dialect> prepare_sqlite(const std::string& directory) {
  if (auto made = make_directory(directory); !made) return tl::unexpected(made.error());
  const std::string path = (std::filesystem::path(directory) / sqlite_file_name).string();
  if (auto made = make_file(path); !made) return tl::unexpected(made.error());
  const auto text = connect_string(path);
  if (!text) return tl::unexpected(text.error());
  configure_engine();

  Dialect dialect;
  dialect.name = "sqlite";
  dialect.connect = [text = *text] { return connect(text); };
  dialect.begin_write = "begin immediate";
  dialect.begin_read = "begin";
  dialect.append_only = append_only;
  dialect.search = full_text_search();
  dialect.identity_column = "integer primary key autoincrement";
  return dialect;
}

Expected<std::unique_ptr<Store>> open_sqlite(const std::string& directory) {
  const auto dialect = prepare_sqlite(directory);
  if (!dialect) return tl::unexpected(dialect.error());
  return open_sql_store(*dialect);
}

} // namespace palabre::storage
