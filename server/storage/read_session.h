// One connection with the statements that read, each prepared once. Used by one thread at a time.
#pragma once

#include <memory>

#include "server/storage/comment_row.h"
#include "server/storage/dialect.h"
#include "server/storage/statement.h"
#include "server/storage/team_statements.h"

namespace palabre::storage {

struct FindPage {
  explicit FindPage(soci::session& session);
  std::int64_t site{0};
  std::string page_key;
  std::int64_t id{0};
  std::string title;
  std::int64_t version{0};
  std::int64_t total{0};
  std::int64_t began{0};
  Statement statement;
};

struct FindComment {
  explicit FindComment(soci::session& session);
  std::int64_t id{0};
  CommentRow row;
  JudgedRow judged;
  Statement statement;
};

struct FindRepeated {
  explicit FindRepeated(soci::session& session);
  std::int64_t site{0};
  std::string key;
  std::int64_t comment{0};
  Statement statement;
};

// What somebody wrote, by reader or by network, of the newest `limit`: counted by the engine, for rows cost more here.
struct CountAuthor {
  enum class Known : std::uint8_t { by_hash, by_hash_and_name }; // with a name: of those without a reader
  CountAuthor(soci::session& session, const char* who, Known known = Known::by_hash);
  std::int64_t site{0};
  std::string hash;
  std::string name;
  std::int64_t until{0};
  std::int64_t before{0}; // an id
  std::int64_t since{0};
  std::int64_t limit{0};
  std::int64_t minute_ago{0};
  std::int64_t hour_ago{0};
  std::int64_t page{0};
  std::int64_t in_minute{0};
  std::int64_t in_hour{0};
  std::int64_t published{0};
  std::int64_t refused{0};
  std::int64_t on_page{0}; // when the last on `page` was written
  soci::indicator on_page_null{soci::i_null};
  Statement statement;
};

// Fingerprints of the site, the newest first.
struct ListFingerprints {
  explicit ListFingerprints(soci::session& session);
  std::int64_t site{0};
  std::int64_t until{0};
  std::int64_t before{0};
  std::int64_t since{0};
  std::int64_t limit{0};
  std::int64_t id{0};
  std::int64_t fingerprint{0};
  std::int64_t created{0};
  std::string reader;
  std::string network;
  Statement statement;
};

// How many comments of the site came after `since` and up to `until`, `limit` at most.
struct CountWritten {
  explicit CountWritten(soci::session& session);
  std::int64_t site{0};
  std::int64_t since{0};
  std::int64_t until{0};
  std::int64_t limit{0};
  std::int64_t count{0};
  Statement statement;
};

struct ListOwn {
  explicit ListOwn(soci::session& session);
  std::int64_t site{0};
  std::string reader;
  std::int64_t page{0};
  std::int64_t limit{0};
  CommentRow row;
  JudgedRow judged;
  std::int64_t appealed{0};
  Statement statement;
};

struct FindRulesVersion {
  explicit FindRulesVersion(soci::session& session);
  std::int64_t site{0};
  std::int64_t policy{0};
  std::int64_t filter{0};
  std::int64_t bans{0};
  Statement statement;
};

struct ListPolicies {
  explicit ListPolicies(soci::session& session);
  std::int64_t site{0};
  std::string page;
  std::string policy;
  Statement statement;
};

struct FindFilter {
  explicit FindFilter(soci::session& session);
  std::int64_t site{0};
  std::string bytes;
  Statement statement;
};

struct FindAncestors {
  explicit FindAncestors(soci::session& session);
  std::int64_t id{0};
  std::int64_t ancestor{0};
  Statement statement;
};

// Of a page's top-level comments after (created, id), or (score, created, id), in the sort order, `limit` many:
// themselves with their scores, or their replies in no order.
enum class Part : std::uint8_t { top, replies };
struct ThreadPart {
  ThreadPart(soci::session& session, SortOrder sort, Part part);
  std::int64_t page{0};
  std::int64_t score{0}; // of orders by score only
  std::int64_t created{0};
  std::int64_t id{0};
  std::int64_t limit{0};
  CommentRow row;
  std::int64_t row_score{0};
  std::string row_marks; // see mark_row.h
  Statement statement;
};

// The top-level comment above a comment that is in the thread of this page, or itself.
struct FindTop {
  explicit FindTop(soci::session& session);
  std::int64_t id{0};
  std::int64_t page{0};
  std::int64_t score{0};
  std::int64_t controversy{0};
  std::int64_t created{0};
  std::int64_t top{0};
  Statement statement;
};

// How many of a page's top-level comments stand after one place and up to another, `limit` at most.
struct CountBetween {
  CountBetween(soci::session& session, SortOrder sort);
  std::int64_t page{0};
  Cursor after;
  Cursor through;
  std::int64_t after_score{0}; // both of orders by score only
  std::int64_t through_score{0};
  std::int64_t limit{0};
  std::int64_t count{0};
  Statement statement;
};

struct RecentComments {
  RecentComments(soci::session& session, const std::string& sql);
  std::int64_t holder{0}; // a site's id or a page's
  std::int64_t limit{0};
  CommentRow row;
  std::string url;
  std::string title;
  Statement statement;
};

struct ListSites {
  explicit ListSites(soci::session& session);
  std::int64_t id{0};
  std::string name;
  Statement statement;
};

struct ListOrigins {
  explicit ListOrigins(soci::session& session);
  std::int64_t site{0};
  std::string origin;
  Statement statement;
};

// All that readers left on a page itself.
struct ListPageMarks {
  explicit ListPageMarks(soci::session& session);
  std::int64_t page{0};
  std::string name;
  std::int64_t count{0};
  Statement statement;
};

struct ReadSession {
  explicit ReadSession(const Dialect& dialect);

  std::unique_ptr<soci::session> connection; // first: the statements go before it
  SearchSql search;
  Statement begin;
  Statement commit;
  FindPage find_page;
  FindComment find_comment;
  FindAncestors find_ancestors;
  FindTop find_top;
  struct Sorted {
    Sorted(soci::session& session, SortOrder sort);
    ThreadPart top;
    ThreadPart replies;
    CountBetween between;
  };
  Sorted newest;
  Sorted oldest;
  Sorted best;
  Sorted controversial;
  [[nodiscard]] Sorted& sorted(SortOrder sort);
  RecentComments recent_of_site;
  RecentComments recent_of_page;
  ListSites list_sites;
  ListOrigins list_origins;
  FindRepeated find_repeated;
  CountAuthor written_by_reader;
  CountAuthor written_from_network;
  CountAuthor signed_from_network;
  ListFingerprints list_fingerprints;
  CountWritten count_written;
  ListOwn list_own;
  FindRulesVersion find_rules_version;
  ListPolicies list_policies;
  FindFilter find_filter;
  ListPageMarks list_page_marks;
  TeamReads team;
};

} // namespace palabre::storage
