#pragma once

#include "server/storage/post_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlPostStore final : public PostStore {
public:
  // Both outlive it.
  SqlPostStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<StoredPost> add_post(SiteId site, const Post& post, const AuditNote& note) override;
  Expected<StoredPost> change_post(const Post& post, std::int64_t revision, const AuditNote& note) override;
  Expected<SiteId> delete_post(PostId id, const AuditNote& note) override;
  Expected<std::optional<StoredPost>> find_post(PostId id) override;
  Expected<std::vector<StoredPost>> opened_posts(SiteId site, Instant since, Instant now, std::size_t limit) override;
  Expected<std::optional<Instant>> next_opening(SiteId site, Instant now) override;
  Expected<std::vector<StoredPost>> posts_between(std::optional<SiteId> site, Instant from, Instant to,
                                                  std::size_t limit) override;
  Expected<PurposeCounts> count_opened(std::optional<SiteId> site, Instant since, Instant until) override;

  Expected<StoredBallot> record_ballot(const NewBallot& ballot) override;
  Expected<bool> withdraw_ballot(const BallotWithdrawal& withdrawal) override;
  Expected<std::optional<StoredBallot>> find_ballot(PostId poll, const std::string& reader) override;
  Expected<PollTally> tally(PostId poll) override;
  Expected<std::vector<BallotCount>> patterns(PostId poll, wire::BallotStanding standing) override;
  Expected<std::vector<wire::NamedBallot>> named_ballots(PostId poll, std::size_t limit) override;
  Expected<std::vector<OtherAnswer>> other_answers(PostId poll, OtherState state, std::size_t limit) override;
  Expected<std::vector<wire::BallotAnomaly>> anomalies(PostId poll) override;
  Expected<void> review_group(PostId poll, const std::string& group, wire::BallotStanding standing,
                              const AuditNote& note) override;
  Expected<void> review_other(PostId poll, std::int64_t answer, OtherState state, const AuditNote& note) override;

private:
  Expected<void> write(const std::function<Expected<void>(WriteSession&)>& change);

  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
