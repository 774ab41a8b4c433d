// When a site counts votes otherwise: every voted comment takes its new place in the orders, and its writer's helpful
// answers are counted anew. A few comments at a time, so that readers' writes go between.
#pragma once

#include "server/storage/writer.h"
#include "shared/model/id.h"

namespace palabre::storage {

// Notes it in the transaction that changes the settings; finish_ranking does it, also after a crash.
void rank_later(WriteSession& session, SiteId site);
// Whether any site waits for it.
[[nodiscard]] bool is_ranking_due(soci::session& session);
// All that is due. What fails stays due.
void finish_ranking(Writer& writer);

} // namespace palabre::storage
