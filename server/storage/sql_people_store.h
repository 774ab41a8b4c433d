#pragma once

#include "server/storage/people_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlPeopleStore final : public PeopleStore {
public:
  // Both outlive it.
  SqlPeopleStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<std::map<CommentId, rules::Standing>> standings(SiteId site, const std::string& page, CommentId low,
                                                           CommentId high) override;
  Expected<std::vector<wire::Regular>> regulars(SiteId site, std::size_t limit) override;
  Expected<bool> is_first_of(const CommentWriter& writer, CommentId comment) override;
  Expected<StoredComment> mark_question(const QuestionMark& mark) override;
  Expected<std::vector<StaffAnswer>> last_answers(SiteId site, Instant since, std::size_t limit) override;
  Expected<bool> is_poll(SiteId site, PostId poll) override;
  Expected<void> put_signature(MemberId member, Signature signature, const AuditNote& note) override;
  Expected<std::vector<wire::SavedReply>> saved_replies(MemberId member) override;
  Expected<wire::SavedReply> save_reply(const SavedReplyChange& change) override;
  Expected<void> drop_reply(std::int64_t id, MemberId by) override;

private:
  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
