// What is written of posts, each inside the writer's transaction.
#include "server/storage/ballot_write.h"
#include "server/storage/contest_rows.h"
#include "server/storage/post_rows.h"
#include "server/storage/sql_post_store.h"
#include "shared/rules/posts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

struct Columns {
  std::string kind;
  std::string poll_kind;
  std::string state;
  std::string purpose;
  std::int64_t opens{0};
  soci::indicator opens_null{soci::i_null};
  std::int64_t ends{0};
  soci::indicator ends_null{soci::i_null};
  std::string details;
};

// When it was first planned stays its opening, unless a start is named.
Columns columns_of(const Post& post, std::optional<Instant> opened, Instant now) {
  Columns columns;
  columns.kind = to_name(post.kind);
  if (post.poll) columns.poll_kind = to_name(post.poll->kind);
  columns.state = to_name(post.state);
  columns.purpose = to_name(post.purpose);
  std::optional<Instant> opens = post.starts ? post.starts : opened;
  if (!opens && post.state == PostState::planned) opens = now;
  if (post.state == PostState::draft && !post.starts) opens.reset();
  if (opens) columns.opens = opens->milliseconds;
  columns.opens_null = opens ? soci::i_ok : soci::i_null;
  if (post.ends) columns.ends = post.ends->milliseconds;
  columns.ends_null = post.ends ? soci::i_ok : soci::i_null;
  columns.details = wire::encode(post);
  return columns;
}

AuditNote note_about(const AuditNote& note, SiteId site, PostId id) {
  AuditNote line = note;
  line.site = site;
  line.about = id.text();
  return line;
}

// The log is read by whoever may not know the right answers, and is exported.
std::string logged(Post post) {
  if (post.contest) post.contest->answers.clear();
  return wire::encode(post);
}

Expected<StoredPost> load(WriteSession& session, PostId id) {
  auto stored = read_post(*session.connection, id);
  if (!stored) return fail(ErrorCode::unknown_post);
  return *std::move(stored);
}

bool is_poll_of(soci::session& sql, SiteId site, PostId poll) {
  std::int64_t found = 0;
  sql << "select id from post where id = :id and site = :site and kind = 'poll'", into(found), use(poll.value),
      use(site.value);
  return sql.got_data();
}

// The poll that a contest asks readers to vote in is one of its site.
Expected<void> check_vote_in(soci::session& sql, SiteId site, const Post& post) {
  if (!post.contest || !post.contest->vote_in || is_poll_of(sql, site, *post.contest->vote_in)) return {};
  return fail(ErrorCode::unknown_field_value, "post.contest.vote_in",
              "the site has no poll " + post.contest->vote_in->text());
}

// What a contest asks for stays a poll.
Expected<void> check_is_not_asked_for(soci::session& sql, const StoredPost& poll) {
  if (!poll.post.poll) return {};
  const auto contests = read_posts(sql, " where p.site = :site and p.kind = 'contest'",
                                   [&](auto& prepared) { prepared, use(poll.site.value); });
  for (const StoredPost& one : contests) {
    if (!one.post.contest || one.post.contest->vote_in != poll.post.id) continue;
    return fail(ErrorCode::fixed_by_ballots, "vote_in", "contest " + one.post.id.text() + " asks for a vote in it");
  }
  return {};
}

Expected<StoredPost> insert_post(WriteSession& session, SiteId site, const Post& post, const AuditNote& note) {
  if (auto checked = check_vote_in(*session.connection, site, post); !checked) return tl::unexpected(checked.error());
  Columns c = columns_of(post, std::nullopt, note.at);
  std::int64_t id = 0;
  *session.connection << "insert into post (site, kind, poll_kind, state, purpose, opens, ends, details, created,"
                         " revision) values (:site, :kind, :poll_kind, :state, :purpose, :opens, :ends, :details,"
                         " :created, 1) returning id",
      into(id), use(site.value), use(c.kind), use(c.poll_kind), use(c.state), use(c.purpose),
      use(c.opens, c.opens_null), use(c.ends, c.ends_null), use(c.details), use(post.created.milliseconds);
  insert_audit(session, note_about(note, site, PostId{id}));
  return load(session, PostId{id});
}

Expected<void> check_links(soci::session& sql, const StoredPost& present, const Post& next) {
  if (auto checked = check_vote_in(sql, present.site, next); !checked) return checked;
  return next.poll ? Expected<void>() : check_is_not_asked_for(sql, present);
}

// A contest whose list of entries is closed does not open again.
bool is_frozen(soci::session& sql, PostId id) {
  const auto contest = find_contest(sql, id);
  return contest && contest->frozen;
}

Expected<StoredPost> update_post(WriteSession& session, const Post& post, std::int64_t revision,
                                 const AuditNote& note) {
  const auto present = load(session, post.id);
  if (!present) return present;
  if (present->post.revision != revision) return fail(ErrorCode::post_changed);
  if (present->ballots > 0) {
    if (auto checked = rules::check_change(present->post, post); !checked) return tl::unexpected(checked.error());
  }
  if (present->post.ends != post.ends && is_frozen(*session.connection, post.id)) {
    return fail(ErrorCode::fixed_by_ballots, "post.ends");
  }
  if (auto checked = check_links(*session.connection, *present, post); !checked) {
    return tl::unexpected(checked.error());
  }
  Columns c = columns_of(post, present->post.starts ? std::nullopt : present->opens, note.at);
  *session.connection << "update post set kind = :kind, poll_kind = :poll_kind, state = :state, purpose = :purpose,"
                         " opens = :opens, ends = :ends, details = :details, revision = revision + 1 where id = :id",
      use(c.kind), use(c.poll_kind), use(c.state), use(c.purpose), use(c.opens, c.opens_null), use(c.ends, c.ends_null),
      use(c.details), use(post.id.value);
  AuditNote line = note_about(note, present->site, post.id);
  line.before = logged(present->post);
  line.after = logged(post);
  insert_audit(session, line);
  return load(session, post.id);
}

Expected<SiteId> drop_post(WriteSession& session, PostId id, const AuditNote& note) {
  const auto present = load(session, id);
  if (!present) return tl::unexpected(present.error());
  if (present->ballots > 0) return fail(ErrorCode::fixed_by_ballots);
  if (auto free = check_is_not_asked_for(*session.connection, *present); !free) return tl::unexpected(free.error());
  for (const char* table : {"poll_total", "other_answer", "prize", "contest"}) {
    *session.connection << "delete from " + std::string(table) + " where post = :id", use(id.value);
  }
  *session.connection << "delete from post where id = :id", use(id.value);
  AuditNote line = note_about(note, present->site, id);
  line.before = logged(present->post);
  insert_audit(session, line);
  return present->site;
}

} // namespace

Expected<StoredPost> SqlPostStore::add_post(SiteId site, const Post& post, const AuditNote& note) {
  return writer_.run<StoredPost>([&](WriteSession& session) { return insert_post(session, site, post, note); });
}

Expected<StoredPost> SqlPostStore::change_post(const Post& post, std::int64_t revision, const AuditNote& note) {
  return writer_.run<StoredPost>([&](WriteSession& session) { return update_post(session, post, revision, note); });
}

Expected<SiteId> SqlPostStore::delete_post(PostId id, const AuditNote& note) {
  return writer_.run<SiteId>([&](WriteSession& session) { return drop_post(session, id, note); });
}

Expected<StoredBallot> SqlPostStore::record_ballot(const NewBallot& ballot) {
  return writer_.run<StoredBallot>([&](WriteSession& session) { return write_ballot(session, ballot); });
}

Expected<bool> SqlPostStore::withdraw_ballot(const BallotWithdrawal& withdrawal) {
  return writer_.run<bool>([&](WriteSession& session) { return erase_ballot(session, withdrawal); });
}

Expected<void> SqlPostStore::write(const std::function<Expected<void>(WriteSession&)>& change) {
  const auto done = writer_.run<bool>([&](WriteSession& session) -> Expected<bool> {
    if (auto changed = change(session); !changed) return tl::unexpected(changed.error());
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Expected<void> SqlPostStore::review_group(PostId poll, const std::string& group, wire::BallotStanding standing,
                                          const AuditNote& note) {
  return write([&](WriteSession& session) { return write_group_review(session, poll, group, standing, note); });
}

Expected<void> SqlPostStore::review_other(PostId poll, std::int64_t answer, OtherState state, const AuditNote& note) {
  return write([&](WriteSession& session) { return write_other_review(session, poll, answer, state, note); });
}

} // namespace palabre::storage
