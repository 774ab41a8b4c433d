// Changing marks and engagement, in the writer's transaction.
#pragma once

#include "server/storage/mark_store.h"
#include "server/storage/write_session.h"

namespace palabre::storage {

enum class MarkChange : std::uint8_t { put, drop };
[[nodiscard]] Expected<StoredMark> change_mark(WriteSession& session, const NewMark& mark, MarkChange change);

// The comment takes the place in the orders that these rules give it.
void rank_comment(WriteSession& session, std::int64_t comment, const MarkTally& tally, const MarkRules& offered);

} // namespace palabre::storage
