// The engine itself keeps the log from being changed.
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "server/storage/sqlite.h"
#include "tests/storage/deciding.h"

namespace palabre::test {

BOOST_AUTO_TEST_CASE(lines_of_the_log_can_neither_be_changed_nor_dropped) {
  const TemporaryDirectory directory;
  const auto store = must(storage::open_sqlite(directory.path()));
  must(store->decisions().add_note({ana, now, "comment.hide"}));
  soci::session session(soci::sqlite3, directory.path() + "/" + storage::sqlite_file_name);
  BOOST_CHECK_THROW(session << "update audit set by_name = 'Bob'", soci::soci_error);
  BOOST_CHECK_THROW(session << "delete from audit", soci::soci_error);
  const auto log = must(store->decisions().read_audit({}, "", 9)).entries;
  BOOST_REQUIRE(log.size() == 1U);
  BOOST_TEST(log[0].by == "Ana");
}

} // namespace palabre::test
