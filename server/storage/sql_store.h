// The Store on SQL through SOCI: reads on a pool of connections, writes grouped by one thread.
#pragma once

#include "server/storage/decision_store.h"
#include "server/storage/queue_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/recent_fingerprints.h"
#include "server/storage/sql_contest_store.h"
#include "server/storage/sql_mark_store.h"
#include "server/storage/sql_people_store.h"
#include "server/storage/sql_post_store.h"
#include "server/storage/store.h"
#include "server/storage/team_store.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlStore final : public Store {
public:
  // The database is migrated. Throws soci::soci_error.
  SqlStore(const Dialect& dialect, std::string secret);

  Expected<Site> put_site(const std::string& name, const std::vector<std::string>& origins) override;
  Expected<std::vector<Site>> sites() override;
  Expected<StoredComment> add_comment(const NewComment& comment) override;
  Expected<StoredComment> edit_comment(CommentId id, const Revision& revision) override;
  Expected<StoredComment> delete_comment(CommentId id, Instant when) override;
  Expected<StoredComment> decide_comment(CommentId id, const Ruling& ruling) override;
  Expected<StoredComment> add_flag(const NewFlag& flag) override;
  Expected<StoredComment> put_appeal(CommentId id, const std::string& message, Instant created) override;
  Expected<std::optional<StoredComment>> find_comment(CommentId id) override;
  Expected<std::optional<StoredComment>> find_repeated(SiteId site, const std::string& idempotency_key) override;
  Expected<std::vector<CommentId>> ancestors(CommentId id) override;
  Expected<ThreadPage> read_thread(const Site& site, const std::string& page, SortOrder sort,
                                   const std::optional<Cursor>& after, std::size_t top_level_limit) override;
  Expected<std::size_t> count_through(const Site& site, const std::string& page, SortOrder sort,
                                      const std::optional<Cursor>& after, CommentId through,
                                      std::size_t limit) override;
  Expected<std::vector<wire::PageCount>> count_comments(SiteId site, const std::vector<std::string>& pages) override;
  Expected<std::vector<FeedEntry>> recent_comments(SiteId site, const std::optional<std::string>& page,
                                                   std::size_t limit) override;
  Expected<rules::History> history_of(const HistoryQuery& query) override;
  Expected<rules::Pace> pace_of_site(SiteId site, Instant until) override;
  Expected<double> usual_pace_of_site(SiteId site, Instant until) override;
  Expected<std::vector<OwnComment>> own_comments(SiteId site, const std::string& page, const std::string& reader,
                                                 std::size_t limit) override;
  Expected<RulesVersion> rules_version(SiteId site) override;
  Expected<SiteRules> site_rules(SiteId site) override;
  Expected<void> put_policy(SiteId site, const std::string& page, const std::string& policy) override;
  Expected<void> change_filter(SiteId site, const std::function<std::string(const std::string&)>& change) override;
  TeamStore& team() override { return team_; }
  DecisionStore& decisions() override { return decisions_; }
  QueueStore& queue() override { return queue_; }
  MarkStore& marks() override { return marks_; }
  PostStore& posts() override { return posts_; }
  ContestStore& contests() override { return contests_; }
  PeopleStore& people() override { return people_; }
  Expected<std::string> secret() override;
  Expected<void> ping() override;

private:
  [[nodiscard]] std::vector<rules::RecentComment> recent_for(ReadSession& session, const HistoryQuery& query,
                                                             const RecentFingerprints::Reading& reading);
  // After a comment was changed.
  [[nodiscard]] Expected<StoredComment> with_new_fingerprint(Expected<StoredComment> changed);

  const std::string secret_;
  RecentFingerprints fingerprints_;
  ReaderPool readers_;
  Writer writer_;
  SqlTeamStore team_{readers_, writer_};
  SqlDecisionStore decisions_{readers_, writer_};
  SqlQueueStore queue_{readers_};
  SqlMarkStore marks_{readers_, writer_};
  SqlPostStore posts_{readers_, writer_};
  SqlContestStore contests_{readers_, writer_};
  SqlPeopleStore people_{readers_, writer_};
};

// Migrates the database, makes the secret where there is none, opens the store.
[[nodiscard]] Expected<std::unique_ptr<Store>> open_sql_store(const Dialect& dialect);

} // namespace palabre::storage
