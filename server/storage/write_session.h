// The one connection that writes, with its statements, each prepared once. Used by the writer's thread only.
#pragma once

#include <memory>

#include "server/storage/audit_write.h"
#include "server/storage/ballot_statements.h"
#include "server/storage/case_write.h"
#include "server/storage/comment_row.h"
#include "server/storage/decision_statements.h"
#include "server/storage/dialect.h"
#include "server/storage/mark_statements.h"
#include "server/storage/people_statements.h"
#include "server/storage/search_write.h"
#include "server/storage/statement.h"
#include "server/storage/team_statements.h"

namespace palabre::storage {

struct PutSite {
  explicit PutSite(soci::session& session);
  std::string name;
  std::int64_t id{0};
  Statement statement;
};

struct ClearOrigins {
  explicit ClearOrigins(soci::session& session);
  std::int64_t site{0};
  Statement statement;
};

struct InsertOrigin {
  explicit InsertOrigin(soci::session& session);
  std::int64_t site{0};
  std::int64_t position{0};
  std::string origin;
  Statement statement;
};

// Makes the page, or counts a change of it. An address and a title that a page has are kept.
struct TouchPage {
  explicit TouchPage(soci::session& session);
  std::int64_t site{0};
  std::string page_key;
  std::string url;
  std::string title;
  std::int64_t counted{0}; // added to the page's total
  std::int64_t began{0};   // when its first comment was written; 0: there is none yet
  std::int64_t id{0};
  Statement statement;
};

struct ChangePage {
  explicit ChangePage(soci::session& session);
  std::int64_t counted{0}; // added to the page's total
  std::int64_t id{0};
  Statement statement;
};

struct ChangeScore {
  explicit ChangeScore(soci::session& session);
  std::int64_t change{0};
  std::int64_t id{0}; // of a top-level comment
  Statement statement;
};

struct InsertComment {
  explicit InsertComment(soci::session& session);
  CommentRow row; // row.id comes back
  std::string email;
  JudgedRow judged;
  std::int64_t fingerprint{0};
  CaseRow facts;
  Statement statement;
};

// Locks the row where the engine locks rows.
struct LoadComment {
  explicit LoadComment(soci::session& session);
  std::int64_t id{0};
  CommentRow row;
  JudgedRow judged;
  CaseRow facts;
  Statement statement;
};

struct UpdateBody {
  explicit UpdateBody(soci::session& session);
  std::int64_t id{0};
  std::string body;
  std::int64_t edited{0};
  std::int64_t fingerprint{0};
  std::string reasons;
  std::string masks;
  JudgedRow judged;
  std::int64_t asks{0};
  Statement statement;
};

struct UpdateState {
  explicit UpdateState(soci::session& session);
  std::int64_t id{0};
  std::string state;
  std::int64_t in_thread{0};
  Statement statement;
};

struct UpdateReasons {
  explicit UpdateReasons(soci::session& session);
  std::int64_t id{0};
  std::string reasons;
  std::string decided_by;
  Statement statement;
};

// Wipes what a person wrote: name, website, e-mail address and body, with what the rules said of it.
struct WipeComment {
  explicit WipeComment(soci::session& session);
  std::int64_t id{0};
  std::int64_t in_thread{0};
  Statement statement;
};

struct PlaceInThread {
  explicit PlaceInThread(soci::session& session);
  std::int64_t id{0};
  std::int64_t in_thread{0};
  Statement statement;
};

// Whether a comment has a reply that is in the thread.
struct FindReply {
  explicit FindReply(soci::session& session);
  std::int64_t parent{0};
  std::int64_t id{0};
  Statement statement;
};

struct FindIdempotent {
  explicit FindIdempotent(soci::session& session);
  std::int64_t site{0};
  std::string key;
  std::int64_t comment{0};
  Statement statement;
};

struct InsertIdempotent {
  explicit InsertIdempotent(soci::session& session);
  std::int64_t site{0};
  std::string key;
  std::int64_t comment{0};
  Statement statement;
};

// A second flag of one flagger changes nothing.
struct InsertFlag {
  explicit InsertFlag(soci::session& session);
  std::int64_t comment{0};
  std::string flagger;
  std::string network;
  std::string reason;
  std::string note;
  std::int64_t created{0};
  std::int64_t added{0}; // the comment, when it did
  Statement statement;
};

struct CountFlags {
  explicit CountFlags(soci::session& session);
  std::int64_t comment{0};
  std::int64_t networks{0};
  Statement statement;
};

struct PutAppeal {
  explicit PutAppeal(soci::session& session);
  std::int64_t comment{0};
  std::string message;
  std::int64_t created{0};
  Statement statement;
};

// Readers' and the author's words about a comment that its author deletes.
struct DropWords {
  DropWords(soci::session& session, const char* table);
  std::int64_t comment{0};
  Statement statement;
};

struct PutPolicy {
  explicit PutPolicy(soci::session& session);
  std::int64_t site{0};
  std::string page;
  std::string policy;
  Statement statement;
};

struct DropPolicy {
  explicit DropPolicy(soci::session& session);
  std::int64_t site{0};
  std::string page;
  Statement statement;
};

struct LoadFilter {
  explicit LoadFilter(soci::session& session);
  std::int64_t site{0};
  std::string bytes;
  Statement statement;
};

struct PutFilter {
  explicit PutFilter(soci::session& session);
  std::int64_t site{0};
  std::string bytes;
  Statement statement;
};

struct CountVersion {
  CountVersion(soci::session& session, const char* column);
  std::int64_t site{0};
  Statement statement;
};

struct WriteSession {
  explicit WriteSession(const Dialect& dialect);

  std::unique_ptr<soci::session> connection; // first: the statements go before it
  Statement begin;
  Statement commit;
  Statement rollback;
  Statement savepoint;
  Statement release;
  Statement rollback_to;
  Statement probe; // a change that nobody reads; engines write none where the values stay the same
  PutSite put_site;
  ClearOrigins clear_origins;
  InsertOrigin insert_origin;
  TouchPage touch_page;
  ChangePage change_page;
  ChangeScore change_score;
  InsertComment insert_comment;
  LoadComment load_comment;
  UpdateBody update_body;
  WipeComment wipe_comment;
  UpdateState update_state;
  UpdateReasons update_reasons;
  CaseWrites cases;
  SearchWrites search;
  PlaceInThread place_in_thread;
  FindReply find_reply;
  FindIdempotent find_idempotent;
  InsertIdempotent insert_idempotent;
  InsertFlag insert_flag;
  CountFlags count_flags;
  PutAppeal put_appeal;
  DropWords drop_flags;
  DropWords drop_appeal;
  PutPolicy put_policy;
  DropPolicy drop_policy;
  LoadFilter load_filter;
  PutFilter put_filter;
  CountVersion count_policy;
  CountVersion count_filter;
  InsertAudit insert_audit;
  TeamWrites team;
  DecisionStatements decisions;
  BallotStatements ballots;
  MarkWrites marks;
  PeopleWrites people;
};

} // namespace palabre::storage
