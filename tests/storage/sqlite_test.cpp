// What is SQLite's own: files, migrations, the log, a full disk, query plans.
#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "server/storage/migrations.h"
#include "server/storage/read_session.h"
#include "server/storage/sqlite.h"
#include "server/storage/write_session.h"
#include "tests/storage/engines.h"
#include "tests/storage/older_schema.h"

namespace palabre::test {
namespace {

std::string database_file(const std::string& directory) {
  return directory + "/" + storage::sqlite_file_name;
}

// Every byte in the directory's files.
std::string all_bytes(const std::string& directory) {
  std::ostringstream bytes;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
  }
  return bytes.str();
}

storage::NewComment draft_for(const Site& site, const std::string& body) {
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = page_key;
  comment.author = Author{"Name-" + body, "https://website-" + body + ".example"};
  comment.email = "mail-" + body + "@example.org";
  comment.body = "Body-" + body;
  return comment;
}

std::string open_error(const std::string& directory) {
  const auto store = storage::open_sqlite(directory);
  if (store) return "";
  BOOST_TEST((store.error().code == ErrorCode::storage_unavailable));
  return store.error().detail;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sqlite)

BOOST_AUTO_TEST_CASE(what_an_author_deletes_is_gone_from_the_files) {
  const TemporaryDirectory directory;
  {
    const auto store = must(storage::open_sqlite(directory.path()));
    const Site site = must(store->put_site("blog", {}));
    must(store->add_comment(draft_for(site, "kept")));
    const auto wiped = must(store->add_comment(draft_for(site, "xyzzy-wiped"))).comment.id;
    auto big = draft_for(site, "xyzzy-big");
    big.body = std::string(50'000, 'b') + "xyzzy-big";
    const auto big_id = must(store->add_comment(big)).comment.id;
    must(store->delete_comment(wiped, Instant{1}));
    must(store->delete_comment(big_id, Instant{1}));
  } // closing folds the write-ahead log into the database
  const std::string bytes = all_bytes(directory.path());
  BOOST_TEST(contains(bytes, "Body-kept"));
  BOOST_TEST(contains(bytes, "mail-kept"));
  BOOST_TEST(!contains(bytes, "xyzzy"));
}

BOOST_AUTO_TEST_CASE(only_the_owner_may_read_the_files) {
  const TemporaryDirectory directory;
  const std::string data = directory.path() + "/made/for us";
  const auto store = must(storage::open_sqlite(data));
  must(store->put_site("blog", {}));
  struct stat status {};
  BOOST_TEST(::stat(data.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0700u);
  for (const auto& entry : std::filesystem::directory_iterator(data)) {
    BOOST_TEST(::stat(entry.path().c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600u);
  }
}

BOOST_AUTO_TEST_CASE(directories_may_have_any_name) {
  for (const std::string name : {"with space", "a=b", "db=x y timeout=0", "quote'", "é 🎉", "file:x?mode=ro"}) {
    const TemporaryDirectory directory;
    const std::string data = directory.path() + "/" + name;
    must(must(storage::open_sqlite(data))->put_site("blog", {}));
    BOOST_TEST(std::filesystem::exists(database_file(data)), name);
    BOOST_TEST(must(must(storage::open_sqlite(data))->sites()).size() == 1u);
  }
  const TemporaryDirectory directory;
  BOOST_TEST(contains(open_error(directory.path() + "/a=\"b\""), "cannot be opened"));
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_written_is_named) {
  const TemporaryDirectory directory;
  const std::string file = directory.path() + "/file";
  std::ofstream(file) << "x";
  BOOST_TEST(contains(open_error(file), file));
  BOOST_TEST(contains(open_error(file + "/below"), file + "/below"));
  BOOST_TEST(contains(open_error("/proc/palabre"), "/proc/palabre"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_refused_and_left_alone) {
  const TemporaryDirectory directory;
  const std::string words =
      "This is no database, and it is longer than the header that SQLite reads. " + std::string(200, '.');
  std::ofstream(database_file(directory.path())) << words;
  BOOST_TEST(contains(open_error(directory.path()), "not a database"));
  BOOST_TEST(contains(all_bytes(directory.path()), words));
}

BOOST_AUTO_TEST_CASE(a_newer_schema_is_refused_in_words) {
  const TemporaryDirectory directory;
  must(storage::open_sqlite(directory.path()));
  soci::session session(soci::sqlite3, database_file(directory.path()));
  session << "insert into schema_version (version) values (1000)";
  const std::string error = open_error(directory.path());
  BOOST_TEST(contains(error, "newer palabre"));
  BOOST_TEST(contains(error, "1000"));
  session << "delete from schema_version where version = 1000";
  BOOST_TEST(open_error(directory.path()) == "");
}

BOOST_AUTO_TEST_CASE(comments_written_before_there_were_scores_get_theirs) {
  const TemporaryDirectory directory;
  Site site;
  {
    const auto store = must(storage::open_sqlite(directory.path()));
    site = must(store->put_site("blog", {}));
    auto draft = draft_for(site, "answered");
    draft.parent = must(store->add_comment(draft)).comment.id;
    draft.body = "reply";
    const CommentId reply = must(store->add_comment(draft)).comment.id;
    draft.parent = reply;
    must(store->add_comment(draft));
    must(store->add_comment(draft_for(site, "later")));
    must(store->delete_comment(reply, Instant{1}));
  }
  {
    soci::session session(soci::sqlite3, database_file(directory.path()));
    take_back_to(1, session);
  }
  const auto store = must(storage::open_sqlite(directory.path()));
  BOOST_TEST(bodies(must(store->read_thread(site, page_key, SortOrder::best, {}, 9))) ==
             "Body-answered - reply Body-later");
  const auto first = must(store->read_thread(site, page_key, SortOrder::best, {}, 1));
  BOOST_REQUIRE(first.next.has_value());
  BOOST_TEST((first.next->score == 1));
}

BOOST_AUTO_TEST_CASE(comments_written_before_there_was_moderation_are_judged_by_nothing) {
  const TemporaryDirectory directory;
  Site site;
  CommentId id;
  {
    const auto store = must(storage::open_sqlite(directory.path()));
    site = must(store->put_site("blog", {}));
    auto draft = draft_for(site, "old");
    draft.created = Instant{700};
    id = must(store->add_comment(draft)).comment.id;
    draft.created = Instant{600};
    must(store->add_comment(draft));
  }
  {
    soci::session session(soci::sqlite3, database_file(directory.path()));
    take_back_to(2, session);
  }
  const auto store = must(storage::open_sqlite(directory.path()));
  const auto found = must(store->find_comment(id)).value();
  BOOST_TEST(found.comment.body == "Body-old");
  BOOST_TEST(found.verdict.reasons.empty());
  BOOST_TEST((found.verdict.language == text::Language::unknown));
  BOOST_TEST((found.decided_by == storage::Decider::rules));
  const auto history = must(store->history_of({site.id, page_key, "r", "n", Instant{800}}));
  BOOST_TEST((history.page_began == Instant{600}));
  BOOST_TEST(history.published == 0U);
  BOOST_TEST(history.recent.empty());
  BOOST_TEST(must(store->site_rules(site.id)).policies.empty());
}

BOOST_AUTO_TEST_CASE(ranking_that_a_crash_interrupted_is_finished) {
  const TemporaryDirectory directory;
  Site site;
  CommentId voted;
  {
    const auto store = must(storage::open_sqlite(directory.path()));
    site = must(store->put_site("blog", {}));
    Engagement engagement;
    engagement.marks.votes = VoteRule::up;
    must(store->marks().begin_engagement(site.id, engagement));
    voted = must(store->add_comment(draft_for(site, "voted"))).comment.id;
    auto later = draft_for(site, "later");
    later.created = later.created + Duration::seconds(1);
    must(store->add_comment(later));
    must(store->marks().put_mark({{site.id, voted, page_key}, std::string(up_vote), "reader", "", Instant{2}}));
  }
  {
    soci::session session(soci::sqlite3, database_file(directory.path()));
    session << "update comment set score = 0";
    session << "insert into rank_due (site, after_comment) values (:site, 0)", soci::use(site.id.value);
  }
  const auto store = must(storage::open_sqlite(directory.path()));
  BOOST_TEST(bodies(must(store->read_thread(site, page_key, SortOrder::best, std::nullopt, 10))) ==
             "Body-voted Body-later");
  soci::session session(soci::sqlite3, database_file(directory.path()));
  int due = 0;
  session << "select count(*) from rank_due", soci::into(due);
  BOOST_TEST(due == 0);
}

BOOST_AUTO_TEST_CASE(a_migration_that_fails_leaves_nothing) {
  const TemporaryDirectory directory;
  {
    soci::session session(soci::sqlite3, database_file(directory.path()));
    session << "create table page (something_else text)"; // the first step makes this table, after others
  }
  BOOST_TEST(contains(open_error(directory.path()), "could not be brought up to date"));
  soci::session session(soci::sqlite3, database_file(directory.path()));
  int tables = 0;
  session << "select count(*) from sqlite_master where type = 'table'", soci::into(tables);
  BOOST_TEST(tables == 1);
}

BOOST_AUTO_TEST_CASE(programs_that_start_together_migrate_once) {
  for (int round = 0; round < 5; ++round) {
    const TemporaryDirectory directory;
    std::vector<std::thread> threads;
    std::array<std::string, 6> secrets;
    for (std::string& secret : secrets) {
      threads.emplace_back([&] {
        const auto store = storage::open_sqlite(directory.path());
        secret = store ? (*store)->secret().value_or("no secret") : store.error().detail;
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& secret : secrets) {
      BOOST_TEST(secret.size() == 32u, secret);
      BOOST_TEST((secret == secrets.front()));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_log_names_the_failure_and_nobody) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  {
    const TemporaryDirectory directory;
    const auto store = must(storage::open_sqlite(directory.path()));
    auto draft = draft_for(Site{SiteId{4711}, "none", {}}, "private");
    BOOST_TEST(failed_with(store->add_comment(draft), ErrorCode::storage_unavailable));
  }
  spdlog::set_default_logger(before);
  BOOST_TEST(contains(log.str(), "store_operation_failed"));
  BOOST_TEST(contains(log.str(), "FOREIGN KEY"));
  BOOST_TEST(!contains(log.str(), "private"));
  BOOST_TEST(!contains(log.str(), page_key));
}

// No file may grow: what a full disk does, without filling one.
BOOST_AUTO_TEST_CASE(a_full_disk_fails_the_write_and_nothing_else) {
  const TemporaryDirectory directory;
  const auto store = must(storage::open_sqlite(directory.path()));
  const Site site = must(store->put_site("blog", {}));
  const auto read = [&] { return must(store->read_thread(site, page_key, SortOrder::oldest, std::nullopt, 100)); };
  must(store->add_comment(draft_for(site, "before")));

  std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit full{1024, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &full);
  for (int i = 0; i < 3; ++i) {
    BOOST_TEST(failed_with(store->add_comment(draft_for(site, "during")), ErrorCode::storage_unavailable));
    BOOST_TEST(bodies(read()) == "Body-before");
    BOOST_TEST(failed_with(store->ping(), ErrorCode::storage_unavailable));
  }
  setrlimit(RLIMIT_FSIZE, &limit);
  must(store->ping());

  must(store->add_comment(draft_for(site, "after")));
  BOOST_TEST(bodies(read()) == "Body-before Body-after");
  BOOST_TEST(read().version == 2);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
