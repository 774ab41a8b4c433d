// What the store writes, each inside the writer's transaction. Expected failures are values, the engine's are
// soci::soci_error; after either the caller undoes what was done.
#pragma once

#include "server/storage/write_session.h"

namespace palabre::storage {

[[nodiscard]] Expected<Site> write_site(WriteSession& session, const std::string& name,
                                        const std::vector<std::string>& origins);
[[nodiscard]] Expected<StoredComment> insert_comment(WriteSession& session, const NewComment& comment);
[[nodiscard]] Expected<StoredComment> update_body(WriteSession& session, CommentId id, const std::string& body,
                                                  Instant edited);
[[nodiscard]] Expected<StoredComment> wipe_comment(WriteSession& session, CommentId id);

} // namespace palabre::storage
