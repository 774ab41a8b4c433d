// What the desk knows of comments that were written before there was a desk.
#include <soci/sqlite3/soci-sqlite3.h>

#include "server/storage/sqlite.h"
#include "tests/storage/engines.h"
#include "tests/storage/older_schema.h"

namespace palabre::test {
namespace {

using wire::QueueItem;
using wire::QueueTab;

storage::NewComment draft_on(const Site& site, const std::string& body, CommentState state,
                             const std::vector<std::string>& rules = {}) {
  storage::NewComment draft;
  draft.site = site.id;
  draft.page = page_key;
  draft.author = Author{"Zoé", ""};
  draft.body = body;
  draft.state = state;
  draft.reader = "zoe";
  for (const std::string& rule : rules) {
    draft.verdict.reasons.push_back({rule, rules::Severity::mild, rules::Decision::hold});
  }
  return draft;
}

void flag(storage::Store& store, CommentId id, const std::string& who) {
  storage::NewFlag flag;
  flag.comment = id;
  flag.flagger = flag.network = who;
  flag.reason = "spam";
  must(store.add_flag(flag));
}

// Comments as schema 3 keeps them, one of a kind; a deleted one and a decided one among them.
struct OldDatabase {
  OldDatabase() {
    const auto store = must(storage::open_sqlite(directory.path()));
    const Site site = must(store->put_site("blog", {}));
    int minute = 0;
    const auto add = [&](storage::NewComment draft) {
      draft.created = Instant{++minute * 60'000};
      return must(store->add_comment(draft)).comment.id;
    };
    first = add(draft_on(site, "Première visite à la plage", CommentState::published));
    second = add(draft_on(site, "Still here", CommentState::published));
    flag(*store, second, "a");
    flag(*store, second, "b");
    spam = add(draft_on(site, "Cheap watches", CommentState::held, {"spam.links", "offence.insult"}));
    appealed = add(draft_on(site, "Why hidden", CommentState::hidden, {"offence.insult"}));
    must(store->put_appeal(appealed, "please look again", Instant{9}));
    decided = add(draft_on(site, "Decided upon", CommentState::held, {"policy.hold_all"}));
    must(store->decide_comment(decided, {CommentState::hidden}));
    deleted = add(draft_on(site, "xyzzy deleted", CommentState::published));
    must(store->delete_comment(deleted, Instant{10}));
    auto stranger = draft_on(site, "Unknown reader", CommentState::published);
    stranger.reader.clear();
    unknown = add(stranger);
    stranger.reader = "newcomer";
    newcomer = add(stranger);
  }

  std::unique_ptr<storage::Store> open_again() const {
    {
      soci::session session(soci::sqlite3, directory.path() + "/" + storage::sqlite_file_name);
      take_back_to(3, session);
    }
    return must(storage::open_sqlite(directory.path()));
  }

  TemporaryDirectory directory;
  CommentId first, second, spam, appealed, decided, deleted, unknown, newcomer;
};

std::vector<CommentId> found(storage::Store& store, QueueTab tab, const std::string& query = {},
                             const std::string& reason = {}) {
  wire::QueueFilter filter;
  filter.tab = tab;
  filter.query = query;
  filter.reason = reason;
  std::vector<CommentId> ids;
  for (const QueueItem& item : must(store.queue().read_queue(filter, "", 50)).items) ids.push_back(item.comment.id);
  return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(older_queue)

BOOST_AUTO_TEST_CASE(each_old_comment_gets_its_case) {
  const OldDatabase old;
  const auto store = old.open_again();
  const auto item = [&](CommentId id) { return must(store->queue().find_item(id)).value(); };
  BOOST_TEST(item(old.first).newcomer);
  BOOST_TEST(item(old.first).attention == 0);
  BOOST_TEST(!item(old.second).newcomer);
  BOOST_TEST(item(old.second).flags == 2U);
  BOOST_TEST(item(old.second).attention > 0);
  BOOST_TEST(item(old.spam).attention > 0);
  BOOST_TEST(item(old.spam).flags == 0U);
  BOOST_TEST(item(old.appealed).appealed);
  BOOST_TEST(item(old.appealed).attention > item(old.second).attention);
  BOOST_TEST(!item(old.decided).appealed);
  BOOST_TEST(item(old.decided).attention == 0);
  BOOST_TEST(!item(old.unknown).newcomer);
  BOOST_TEST(item(old.newcomer).newcomer);
  BOOST_TEST(item(old.spam).revision == 0);
}

BOOST_AUTO_TEST_CASE(old_comments_are_in_the_tabs_they_belong_to_and_counted) {
  using Ids = std::vector<CommentId>;
  const OldDatabase old;
  const auto store = old.open_again();
  BOOST_TEST((found(*store, QueueTab::waiting) == Ids{old.appealed, old.second, old.spam}));
  BOOST_TEST((found(*store, QueueTab::held) == Ids{old.spam}));
  BOOST_TEST((found(*store, QueueTab::flagged) == Ids{old.second}));
  BOOST_TEST((found(*store, QueueTab::hidden) == Ids{old.decided, old.appealed}));
  BOOST_TEST((found(*store, QueueTab::spam) == Ids{old.spam})); // by its weightiest reason
  BOOST_TEST((found(*store, QueueTab::all, "", "offence") == Ids{old.appealed, old.spam}));
  const auto counts = must(store->queue().read_queue({}, "", 50)).counts;
  BOOST_TEST(counts.at(QueueTab::waiting) == 3);
  BOOST_TEST(counts.at(QueueTab::all) == 7);
  BOOST_TEST(counts.at(QueueTab::hidden) == 2);
  const auto overview = must(store->queue().read_overview("", Instant{3'600'000}, 1, 0));
  BOOST_TEST(overview.reasons.at("offence") == 1); // the weightiest of each
  BOOST_TEST(overview.reasons.at("spam") == 1);
  BOOST_TEST(overview.held.back() == 3);
}

BOOST_AUTO_TEST_CASE(old_words_are_found_and_what_becomes_of_them_follows) {
  using Ids = std::vector<CommentId>;
  const OldDatabase old;
  const auto store = old.open_again();
  BOOST_TEST((found(*store, QueueTab::all, "premiere plage") == Ids{old.first}));
  BOOST_TEST(found(*store, QueueTab::all, "xyzzy").empty()); // deleted
  BOOST_TEST(found(*store, QueueTab::all, "zoe").size() == 7U);
  must(store->delete_comment(old.first, Instant{11}));
  BOOST_TEST(found(*store, QueueTab::all, "plage").empty());
  must(store->decide_comment(old.second, {CommentState::published, std::nullopt, "Ada", Instant{12}}));
  BOOST_TEST((found(*store, QueueTab::waiting) == Ids{old.appealed, old.spam}));
  BOOST_TEST(must(store->queue().read_queue({}, "", 50)).counts.at(QueueTab::all) == 6);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
