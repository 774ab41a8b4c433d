#pragma once

#include "server/storage/mark_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlMarkStore final : public MarkStore {
public:
  // Both outlive it.
  SqlMarkStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<StoredMark> put_mark(const NewMark& mark) override;
  Expected<StoredMark> drop_mark(const NewMark& mark) override;
  Expected<std::vector<wire::OwnMarks>> own_marks(SiteId site, const std::string& page,
                                                  const std::string& reader) override;
  Expected<std::optional<Engagement>> engagement(SiteId site) override;
  Expected<std::int64_t> change_engagement(SiteId site, std::optional<std::int64_t> version,
                                           const Engagement& engagement, const AuditNote& note) override;
  Expected<void> begin_engagement(SiteId site, const Engagement& engagement) override;

private:
  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
