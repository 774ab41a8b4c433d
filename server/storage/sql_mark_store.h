#pragma once

#include "server/storage/mark_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlMarkStore final : public MarkStore {
public:
  // Both outlive it.
  SqlMarkStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

private:
  [[maybe_unused]] ReaderPool& readers_;
  [[maybe_unused]] Writer& writer_;
};

} // namespace palabre::storage
