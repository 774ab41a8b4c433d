#pragma once

#include "server/storage/contest_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlContestStore final : public ContestStore {
public:
  // Both outlive it.
  SqlContestStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<StoredContest> open(PostId post, const std::string& seed) override;
  Expected<std::optional<StoredContest>> find(PostId post) override;
  Expected<std::vector<std::string>> read_list(PostId post) override;
  Expected<StoredEntry> enter(const NewEntry& entry) override;
  Expected<void> withdraw(PostId post, const std::string& reader, Instant at) override;
  Expected<std::optional<StoredEntry>> find_entry(PostId post, const std::string& reader) override;
  Expected<ContestCounts> counts(PostId post) override;
  Expected<std::vector<wire::Entry>> entries(PostId post, std::optional<EntryState> state, std::int64_t after,
                                             std::size_t limit) override;
  Expected<std::vector<wire::Entry>> newest_with_words(PostId post, std::size_t limit) override;
  Expected<std::vector<wire::Entry>> winners(PostId post) override;
  Expected<wire::Entry> decide(PostId post, std::int64_t number, EntryState state, const AuditNote& note) override;
  Expected<std::size_t> add_prizes(PostId post, const std::vector<std::string>& codes, std::size_t most,
                                   const AuditNote& note) override;
  Expected<StoredContest> freeze(PostId post, const AuditNote& note) override;
  Expected<StoredContest> draw(PostId post, std::size_t winners, const AuditNote& note) override;
  Expected<StoredContest> choose(PostId post, const std::vector<std::int64_t>& winners, const AuditNote& note) override;
  Expected<bool> has_commented(SiteId site, const std::string& page, const std::string& reader) override;
  Expected<std::vector<std::string>> commented_pages(SiteId site, const std::string& reader,
                                                     std::size_t limit) override;
  Expected<bool> has_voted(PostId poll, const std::string& reader) override;

private:
  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
