// Every statement of the store finds its rows by an index: none may grow slower with the number of comments.
#include <boost/test/unit_test.hpp>

#include <set>
#include <sstream>

#include <soci/sqlite3/soci-sqlite3.h>

#include "server/storage/migrations.h"
#include "server/storage/read_session.h"
#include "server/storage/sqlite.h"
#include "server/storage/write_session.h"
#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

// The statements, as both kinds of session prepare them.
std::set<std::string> statements(storage::Dialect dialect) {
  std::ostringstream log;
  dialect.connect = [connect = dialect.connect, &log] {
    auto session = connect();
    session->set_log_stream(&log);
    return session;
  };
  { const storage::ReadSession session(dialect); }
  { const storage::WriteSession session(dialect); }
  std::set<std::string> texts;
  std::istringstream lines(log.str());
  for (std::string line; std::getline(lines, line);) texts.insert(line);
  return texts;
}

std::vector<std::string> plan(soci::session& session, const std::string& statement) {
  auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  sqlite_api::sqlite3_stmt* prepared = nullptr;
  const std::string text = "explain query plan " + statement;
  BOOST_REQUIRE(sqlite_api::sqlite3_prepare_v2(backend->conn_, text.c_str(), -1, &prepared, nullptr) == SQLITE_OK);
  std::vector<std::string> steps;
  while (sqlite_api::sqlite3_step(prepared) == SQLITE_ROW) {
    steps.emplace_back(reinterpret_cast<const char*>(sqlite_api::sqlite3_column_text(prepared, 3)));
  }
  sqlite_api::sqlite3_finalize(prepared);
  return steps;
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

// Sites, members (`m`) and open invitations are few and read whole; `top` and `chain` are what the statement itself has
// just found.
bool may_scan(const std::string& step) {
  for (const char* table : {"SCAN site", "SCAN m", "SCAN invitation", "SCAN top", "SCAN chain", "SCAN CONSTANT ROW"}) {
    if (starts_with(step, table)) return true;
  }
  return false;
}

} // namespace

BOOST_AUTO_TEST_CASE(no_statement_scans_or_sorts_a_table) {
  const TemporaryDirectory directory;
  const auto dialect = must(storage::prepare_sqlite(directory.path()));
  const auto session = dialect.connect();
  must(storage::migrate(*session, dialect));
  std::size_t searches = 0;
  for (const std::string& statement : statements(dialect)) {
    if (statement.find(" from ") == std::string::npos && !starts_with(statement, "update")) continue;
    for (const std::string& step : plan(*session, statement)) {
      BOOST_TEST((!starts_with(step, "SCAN") || may_scan(step)), statement + ": " + step);
      const bool of_ancestors = statement.find("with recursive") != std::string::npos; // a few rows
      BOOST_TEST((step.find("TEMP B-TREE") == std::string::npos || of_ancestors), statement + ": " + step);
      if (starts_with(step, "SEARCH")) ++searches;
    }
  }
  BOOST_TEST(searches >= 15u);
}

} // namespace palabre::test
