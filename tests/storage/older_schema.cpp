#include "tests/storage/older_schema.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "server/storage/migrations.h"
#include "server/storage/sqlite.h"
#include "tests/support/must.h"
#include "tests/support/temporary_directory.h"

namespace palabre::test {
namespace {

// Of this type ("table", "index" …): the text that made each, by name.
std::map<std::string, std::string> made(soci::session& session, const std::string& type) {
  std::map<std::string, std::string> texts;
  const soci::rowset<soci::row> rows = session.prepare << "select name, sql from sqlite_master where sql is not null"
                                                          " and type = '" +
                                                              type + "' and name not like 'sqlite_%'";
  for (const soci::row& row : rows) texts[row.get<std::string>(0)] = row.get<std::string>(1);
  return texts;
}

std::vector<std::string> columns(soci::session& session, const std::string& table) {
  const soci::rowset<std::string> rows = session.prepare << "select name from pragma_table_info('" + table + "')";
  return {rows.begin(), rows.end()};
}

// Those of which the older schema has none, or another.
void drop_newer(const std::string& type, soci::session& session, soci::session& older) {
  const auto kept = made(older, type);
  for (const auto& [name, text] : made(session, type)) {
    const auto same = kept.find(name);
    // What another one brought along is gone with it.
    const bool differs = same == kept.end() || (type != "table" && same->second != text);
    if (differs) session << "drop " + type + " if exists " + name;
  }
}

} // namespace

void take_back_to(std::int64_t version, soci::session& session) {
  const TemporaryDirectory directory;
  const auto dialect = must(storage::prepare_sqlite(directory.path()));
  const auto older = dialect.connect();
  must(storage::migrate_to(version, *older, dialect));
  for (const char* type : {"trigger", "index", "table"}) drop_newer(type, session, *older);
  for (const auto& [table, text] : made(*older, "table")) {
    const auto kept = columns(*older, table);
    for (const std::string& column : columns(session, table)) {
      if (std::find(kept.begin(), kept.end(), column) != kept.end()) continue;
      session << "alter table " + table + " drop column " + column;
    }
  }
  const auto present = made(session, "index");
  for (const auto& [name, text] : made(*older, "index")) {
    if (present.find(name) == present.end()) session << text;
  }
  session << "delete from schema_version where version > :version", soci::use(version);
}

} // namespace palabre::test
