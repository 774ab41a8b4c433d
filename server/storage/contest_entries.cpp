// Entering, changing one's entry, withdrawing it, deciding about it.
#include "server/storage/contest_rows.h"
#include "server/storage/sql_contest_store.h"
#include "shared/rules/contest.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

// Where the engine locks rows, nobody else touches this contest until the transaction is over.
void lock_contest(soci::session& sql, PostId post) {
  sql << "update contest set frozen = frozen where post = :post", use(post.value);
}

Expected<ContestRow> find_open(soci::session& sql, PostId post) {
  lock_contest(sql, post);
  auto contest = find_contest(sql, post);
  if (!contest) return fail(ErrorCode::unknown_post);
  if (contest->frozen) return fail(ErrorCode::closed, {}, "the list of entries is closed");
  return *std::move(contest);
}

// What readers do with entries they do while the post is open, and as they knew it.
Expected<void> check_for_readers(soci::session& sql, PostId id, Instant at,
                                 const std::optional<std::int64_t>& revision = {}) {
  std::string state;
  std::int64_t present = 0;
  std::int64_t opens = 0;
  std::int64_t ends = 0;
  soci::indicator opens_null = soci::i_null;
  soci::indicator ends_null = soci::i_null;
  sql << "select state, revision, opens, ends from post where id = :id", into(state), into(present),
      into(opens, opens_null), into(ends, ends_null), use(id.value);
  if (!sql.got_data() || state != to_name(PostState::planned)) return fail(ErrorCode::unknown_post);
  if (opens_null == soci::i_ok && at.milliseconds < opens) return fail(ErrorCode::not_open_yet);
  if (ends_null == soci::i_ok && ends <= at.milliseconds) return fail(ErrorCode::closed);
  if (revision && *revision != present) return fail(ErrorCode::post_changed);
  return {};
}

void insert_entry(soci::session& sql, const NewEntry& entry) {
  const std::string naming(to_name(entry.naming));
  const std::string state(to_name(entry.state));
  const std::string reasons = joined(entry.reasons);
  sql << "insert into entry (post, number, reader, network, name, naming, words, state, reasons, suspect, decided,"
         " receipt, created) values (:post, (select coalesce(max(number), 0) + 1 from entry where post = :same),"
         " :reader, :network, :name, :naming, :words, :state, :reasons, 0, 0, :receipt, :created)",
      use(entry.post.value), use(entry.post.value), use(entry.reader), use(entry.network), use(entry.name), use(naming),
      use(entry.words), use(state), use(reasons), use(entry.receipt), use(entry.created.milliseconds);
}

void rewrite_entry(soci::session& sql, const EntryRow& present, const NewEntry& entry) {
  const bool same_words =
      present.state != to_name(EntryState::withdrawn) && present.name == entry.name && present.words == entry.words;
  const std::string naming(to_name(entry.naming));
  if (same_words) {
    sql << "update entry set naming = :naming where post = :post and number = :number", use(naming),
        use(entry.post.value), use(present.number);
    return;
  }
  const bool waits = present.suspect != 0;
  const std::string state(to_name(waits ? EntryState::held : entry.state));
  const std::string reasons = waits ? present.reasons : joined(entry.reasons);
  sql << "update entry set name = :name, naming = :naming, words = :words, state = :state, reasons = :reasons,"
         " decided = 0 where post = :post and number = :number",
      use(entry.name), use(naming), use(entry.words), use(state), use(reasons), use(entry.post.value),
      use(present.number);
}

rules::EntryPace pace_of(soci::session& sql, const NewEntry& entry) {
  rules::EntryPace pace;
  const std::int64_t since = entry.created.milliseconds - rules::entry_burst.milliseconds;
  sql << "select count(*), coalesce(sum(case when created > :since then 1 else 0 end), 0) from entry"
         " where post = :post and network = :network",
      use(since), use(entry.post.value), use(entry.network), soci::into(pace.in_all), soci::into(pace.in_burst);
  return pace;
}

// All of the network, also those before the one too many: which of them were people nobody knows yet. What a moderator
// decided stays.
void mark_suspects(soci::session& sql, const NewEntry& entry) {
  if (entry.network.empty()) return;
  const std::string rule(rules::suspicion_of(pace_of(sql, entry)));
  if (rule.empty()) return;
  const std::string rule_after = "\n" + rule;
  sql << "update entry set suspect = 1, reasons = case when reasons = '' then :rule else reasons || :rule_after end,"
         " state = case when state = 'accepted' then 'held' else state end"
         " where post = :post and network = :network and suspect = 0 and decided = 0",
      use(rule), use(rule_after), use(entry.post.value), use(entry.network);
}

StoredEntry to_stored(const EntryRow& row) {
  return {row.to_entry({}), row.receipt, {}};
}

Expected<StoredEntry> write_entry(soci::session& sql, const NewEntry& entry) {
  if (auto open = find_open(sql, entry.post); !open) return tl::unexpected(open.error());
  if (auto open = check_for_readers(sql, entry.post, entry.created, entry.revision); !open) {
    return tl::unexpected(open.error());
  }
  const auto present = find_entry_of(sql, entry.post, entry.reader);
  if (present && present->state == to_name(EntryState::refused)) return to_stored(*present);
  if (present) {
    rewrite_entry(sql, *present, entry);
  } else {
    insert_entry(sql, entry);
    mark_suspects(sql, entry);
  }
  const auto written = find_entry_of(sql, entry.post, entry.reader);
  if (!written) return fail(ErrorCode::internal);
  return to_stored(*written);
}

Expected<wire::Entry> write_decision(WriteSession& session, PostId post, std::int64_t number, EntryState state,
                                     const AuditNote& note) {
  soci::session& sql = *session.connection;
  if (auto open = find_open(sql, post); !open) return tl::unexpected(open.error());
  const auto present = find_entry_at(sql, post, number);
  const bool gone = !present || present->withdrawn != 0 || present->state == to_name(EntryState::withdrawn);
  if (gone) return fail(ErrorCode::unknown_post, "entry");
  const std::string name(to_name(state));
  sql << "update entry set state = :state, decided = 1 where post = :post and number = :number", use(name),
      use(post.value), use(number);
  if (present->state != name) {
    AuditNote line = note;
    line.before = "\"" + present->state + "\"";
    line.after = "\"" + name + "\"";
    insert_audit(session, line);
  }
  EntryRow decided = *present;
  decided.state = name;
  return decided.to_entry({});
}

} // namespace

Expected<StoredEntry> SqlContestStore::enter(const NewEntry& entry) {
  return writer_.run<StoredEntry>([&](WriteSession& session) { return write_entry(*session.connection, entry); });
}

Expected<void> SqlContestStore::withdraw(PostId post, const std::string& reader, Instant at) {
  const auto written = writer_.run<bool>([&](WriteSession& session) -> Expected<bool> {
    soci::session& sql = *session.connection;
    if (auto open = find_open(sql, post); !open) return tl::unexpected(open.error());
    if (auto open = check_for_readers(sql, post, at); !open) return tl::unexpected(open.error());
    sql << "update entry set name = '', words = '', reasons = '',"
           " withdrawn = case when state = 'refused' then 1 else 0 end,"
           " state = case when state = 'refused' then state else 'withdrawn' end"
           " where post = :post and reader = :reader",
        use(post.value), use(reader);
    return true;
  });
  if (!written) return tl::unexpected(written.error());
  return {};
}

Expected<wire::Entry> SqlContestStore::decide(PostId post, std::int64_t number, EntryState state,
                                              const AuditNote& note) {
  return writer_.run<wire::Entry>(
      [&](WriteSession& session) { return write_decision(session, post, number, state, note); });
}

} // namespace palabre::storage
