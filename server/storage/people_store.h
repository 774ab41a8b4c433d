// Standing, saved replies, signatures, questions: server/storage/people_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/desk_store.h"
#include "shared/rules/standing.h"
#include "shared/wire/people.h"

namespace palabre::storage {

struct StoredComment;

struct QuestionMark {
  CommentId comment;
  wire::MarkQuestion mark;
  std::optional<SiteId> only{}; // of another site it is unknown
  Actor by;
  Instant at;
};

struct SavedReplyChange {
  std::optional<std::int64_t> id{}; // nullopt: a new one
  MemberId by;                      // whose it is, if it is not the team's
  wire::SaveReply reply;
  Instant at;
};

// What a member wrote to somebody.
struct StaffAnswer {
  CommentId comment;
  std::string by;
  std::string to;
  std::string body;
  Instant at;
};

// Who wrote a comment, as far as that is known.
struct CommentWriter {
  SiteId site;
  std::string reader;
  std::string network;
  std::string name;
};

class PeopleStore {
public:
  virtual ~PeopleStore() = default;

  // Of the readers who wrote a page's comments with ids from `low` to `high`.
  virtual Expected<std::map<CommentId, rules::Standing>> standings(SiteId site, const std::string& page, CommentId low,
                                                                   CommentId high) = 0;
  // Who wrote most first.
  virtual Expected<std::vector<wire::Regular>> regulars(SiteId site, std::size_t limit) = 0;
  // Nothing else of this reader, or without one of this network and name, was ever written on the site, in whatever
  // state.
  virtual Expected<bool> is_first_of(const CommentWriter& writer, CommentId comment) = 0;

  // unknown_comment; unknown_field_value `answer` where that is no published reply below the question.
  virtual Expected<StoredComment> mark_question(const QuestionMark& mark) = 0;
  // Published ones since then, the newest first.
  virtual Expected<std::vector<StaffAnswer>> last_answers(SiteId site, Instant since, std::size_t limit) = 0;
  virtual Expected<bool> is_poll(SiteId site, PostId poll) = 0;

  virtual Expected<void> put_signature(MemberId member, Signature signature, const AuditNote& note) = 0;

  // The member's own and the team's, by title.
  virtual Expected<std::vector<wire::SavedReply>> saved_replies(MemberId member) = 0;
  // unknown_field_value `id`, settings_changed, field_too_long `replies`.
  virtual Expected<wire::SavedReply> save_reply(const SavedReplyChange& change) = 0;
  virtual Expected<void> drop_reply(std::int64_t id, MemberId by) = 0;
};

} // namespace palabre::storage
