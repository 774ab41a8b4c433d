#include "server/storage/migrations.h"

#include <string>
#include <vector>

#include "server/storage/contest_schema.h"
#include "server/storage/mark_schema.h"
#include "server/storage/people_schema.h"
#include "server/storage/post_schema.h"
#include "server/storage/queue_schema.h"

namespace palabre::storage {
namespace {

// {identity} stands for the dialect's identity column; "{append_only} TABLE" for what makes the engine refuse to change
// or drop a row of it.
using Statements = std::vector<const char*>;

const Statements& first_schema() {
  // comment.root is the top-level comment above a reply; null at the top level, as is parent.
  // comment.in_thread is 1 when readers see the comment or its placeholder; the write operations keep it.
  static const Statements statements{
      "create table meta (name text primary key, value text not null)",
      "create table site (id {identity}, name text not null unique)",
      "create table site_origin (site bigint not null references site (id), position bigint not null,"
      " origin text not null, primary key (site, position))",
      "create table page (id {identity}, site bigint not null references site (id), page_key text not null,"
      " url text not null, title text not null, version bigint not null, total bigint not null,"
      " unique (site, page_key))",
      "create table comment (id {identity}, site bigint not null references site (id),"
      " page bigint not null references page (id), parent bigint references comment (id),"
      " root bigint references comment (id), in_thread bigint not null, state text not null,"
      " author_name text not null, author_website text not null, email text not null, body text not null,"
      " created bigint not null, edited bigint)",
      "create index comment_top on comment (page, created, id) where parent is null and in_thread = 1",
      "create index comment_parent on comment (parent) where parent is not null",
      "create index comment_root on comment (root) where root is not null",
      "create index comment_site_recent on comment (site, created, id) where state = 'published'",
      "create index comment_page_recent on comment (page, created, id) where state = 'published'",
      "create table idempotency (site bigint not null references site (id), idempotency_key text not null,"
      " comment bigint not null references comment (id), primary key (site, idempotency_key))",
  };
  return statements;
}

const Statements& scores() {
  // comment.score is, of a top-level comment, how many published comments are below it; the write operations keep it.
  static const Statements statements{
      "alter table comment add column score bigint not null default 0",
      "update comment set score = (select count(*) from comment below where below.root = comment.id"
      " and below.state = 'published') where parent is null",
      "create index comment_best on comment (page, score, created, id) where parent is null and in_thread = 1",
  };
  return statements;
}

const Statements& moderation() {
  // comment.reader, comment.network: keyed hashes of who wrote, or empty. comment.reasons, comment.masks: JSON, or
  // empty where there are none. Scores are thousandths. comment.decided_by: who chose the state last, see Decider.
  // page.began: when its first comment was written. site_policy.page and site.…_version: '' is the whole site; each
  // change counts the version, so that other processes see it.
  static const Statements statements{
      "alter table comment add column reader text not null default ''",
      "alter table comment add column network text not null default ''",
      "alter table comment add column fingerprint bigint not null default 0",
      "alter table comment add column reasons text not null default ''",
      "alter table comment add column masks text not null default ''",
      "alter table comment add column offence bigint not null default 0",
      "alter table comment add column spam bigint not null default 0",
      "alter table comment add column promotion bigint not null default 0",
      "alter table comment add column language text not null default 'unknown'",
      "alter table comment add column sentiment text not null default 'unsure'",
      "alter table comment add column sentiment_score bigint not null default 0",
      "alter table comment add column sentiment_confidence bigint not null default 0",
      "alter table comment add column complaint bigint not null default 0",
      "alter table comment add column decided_by text not null default 'rules'",
      "alter table page add column began bigint not null default 0",
      "update page set began = coalesce((select min(created) from comment where comment.page = page.id), 0)",
      "create index comment_reader on comment (site, reader, created, state, page) where reader <> ''",
      "create index comment_network on comment (site, network, created, state, page) where network <> ''",
      "create index comment_site on comment (site, created, id, fingerprint, reader, network)",
      "alter table site add column policy_version bigint not null default 0",
      "alter table site add column filter_version bigint not null default 0",
      "create table site_policy (site bigint not null references site (id), page text not null, policy text not null,"
      " primary key (site, page))",
      "create table site_filter (site bigint primary key references site (id), bytes text not null)",
      "create table flag (comment bigint not null references comment (id), flagger text not null,"
      " network text not null, reason text not null, note text not null, created bigint not null,"
      " primary key (comment, flagger))",
      "create index flag_network on flag (comment, network)",
      "create table appeal (comment bigint primary key references comment (id), message text not null,"
      " created bigint not null)",
  };
  return statements;
}

const Statements& desk() {
  // member.password: of libsodium. Tokens of sessions, invitations and inline codes
  // are kept as hashes only. audit is only ever added to: the engine refuses anything else.
  static const Statements statements{
      "create table member (id {identity}, name text not null, email text not null unique, password text not null,"
      " role text not null, created bigint not null, seen bigint)",
      "create table desk_session (token_hash text primary key, member bigint not null references member (id),"
      " inline_site text not null, inline_origin text not null, created bigint not null, seen bigint not null,"
      " expires bigint not null)",
      "create index desk_session_member on desk_session (member)",
      "create index desk_session_over on desk_session (expires)",
      "create table invitation (id {identity}, token_hash text not null unique, kind text not null, role text not null,"
      " email text not null, member bigint references member (id), made_by bigint, created bigint not null,"
      " expires bigint not null)",
      "create table ban (id {identity}, site bigint not null references site (id), subject text not null,"
      " hash text not null, effect text not null, name text not null, comment bigint not null references comment (id),"
      " note text not null, by_name text not null, created bigint not null, until bigint, lifted bigint)",
      "create index ban_site on ban (site, lifted, until)",
      "create table audit (id {identity}, at bigint not null, member bigint, by_name text not null,"
      " action text not null, site bigint references site (id), about text not null, before text not null,"
      " after text not null, note text not null)",
      "create index audit_site on audit (site, id)",
      "{append_only} audit",
      // What undoes a line of the log: kind says which table tells what was there before, about is the ban's id.
      "create table decision (id bigint primary key references audit (id), kind text not null,"
      " site bigint references site (id), about bigint not null, undone bigint)",
      // A comment as it was before the decision; revision is the one that the decision made.
      "create table decision_comment (decision bigint not null references decision (id),"
      " comment bigint not null references comment (id), revision bigint not null, state text not null,"
      " reasons text not null, decided_by text not null, decided_name text not null, flags bigint not null,"
      " appealed bigint not null, settled bigint not null, decided_at bigint not null,"
      " primary key (decision, comment))",
      // What the site's filter has not been told yet.
      "create table lesson (id {identity}, comment bigint not null unique references comment (id), label text not "
      "null)",
      // When a moderator removed it.
      "create table removal (comment bigint primary key references comment (id), removed bigint not null)",
      "create index removal_time on removal (removed)",
      "alter table site add column ban_version bigint not null default 0",
      "create table site_appearance (site bigint primary key references site (id), appearance text not null)",
  };
  return statements;
}

struct Step {
  std::vector<std::string> statements;
  void (*fill)(soci::session& session,
               const Dialect& dialect){nullptr}; // what SQL alone cannot say; after the statements
};

std::vector<std::string> texts_of(const Statements& statements) {
  return {statements.begin(), statements.end()};
}

Step desk_step() {
  Step step{queue_schema(), fill_cases};
  const auto rest = texts_of(desk());
  step.statements.insert(step.statements.end(), rest.begin(), rest.end());
  return step;
}

Step engage_step() {
  Step step;
  for (const auto& part : {mark_schema(), post_schema(), contest_schema(), people_schema()}) {
    step.statements.insert(step.statements.end(), part.begin(), part.end());
  }
  return step;
}

const Statements& corrections() {
  // entry.withdrawn is 1 of a refused entry that its reader withdrew; its name and words are wiped. Reactions had begun
  // pages that nobody had written to. rank_due: sites whose votes count otherwise now, and the last comment that is
  // ranked again.
  static const Statements statements{
      "alter table entry add column withdrawn bigint not null default 0",
      "update entry set withdrawn = 1 where state = 'refused' and name = ''",
      "update page set began = coalesce((select min(created) from comment where comment.page = page.id), 0)"
      " where id in (select page from mark where comment = 0)",
      "create table rank_due (site bigint primary key references site (id), after_comment bigint not null)",
  };
  return statements;
}

const std::vector<Step>& steps() {
  static const std::vector<Step> all{
      {texts_of(first_schema())}, {texts_of(scores())}, {texts_of(moderation())}, desk_step(), engage_step(),
      {texts_of(corrections())}};
  return all;
}

std::string in_dialect(std::string statement, const Dialect& dialect) {
  static const std::string mark = "{identity}";
  const auto place = statement.find(mark);
  if (place != std::string::npos) statement.replace(place, mark.size(), dialect.identity_column);
  return statement;
}

std::int64_t schema_of(soci::session& session) {
  session << "create table if not exists schema_version (version bigint primary key)";
  std::int64_t version = 0;
  session << "select coalesce(max(version), 0) from schema_version", soci::into(version);
  return version;
}

void apply(const std::string& statement, soci::session& session, const Dialect& dialect) {
  static const std::string guard = "{append_only} ";
  if (statement.rfind(guard, 0) != 0) {
    session << in_dialect(statement, dialect);
    return;
  }
  for (const std::string& one : dialect.append_only(statement.substr(guard.size()))) session << one;
}

void apply_steps(std::int64_t present, std::int64_t wanted, soci::session& session, const Dialect& dialect) {
  for (std::int64_t version = present + 1; version <= wanted; ++version) {
    const Step& step = steps()[static_cast<std::size_t>(version - 1)];
    for (const std::string& statement : step.statements) apply(statement, session, dialect);
    if (step.fill != nullptr) step.fill(session, dialect);
    session << "insert into schema_version (version) values (:version)", soci::use(version);
  }
}

Expected<void> migrate_in_transaction(std::int64_t wanted, soci::session& session, const Dialect& dialect) {
  session << dialect.begin_write;
  const std::int64_t present = schema_of(session);
  if (present > newest_schema()) {
    session << "rollback";
    return fail(ErrorCode::storage_unavailable, {},
                "The data was written by a newer palabre (schema " + std::to_string(present) + "; this one knows " +
                    std::to_string(newest_schema()) +
                    "). Start the newer program again, or restore a backup made before it ran.");
  }
  apply_steps(present, wanted, session, dialect);
  session << "commit";
  return {};
}

} // namespace

std::int64_t newest_schema() {
  return static_cast<std::int64_t>(steps().size());
}

Expected<void> migrate(soci::session& session, const Dialect& dialect) {
  return migrate_to(newest_schema(), session, dialect);
}

Expected<void> migrate_to(std::int64_t version, soci::session& session, const Dialect& dialect) {
  try {
    return migrate_in_transaction(version, session, dialect);
  } catch (const std::exception& error) {
    return fail(ErrorCode::storage_unavailable, {},
                std::string("The database could not be brought up to date: ") + reason_of(error));
  }
}

} // namespace palabre::storage
