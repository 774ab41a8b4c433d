// What the store writes, each inside the writer's transaction. Expected failures are values, the engine's are
// soci::soci_error; after either the caller undoes what was done.
#pragma once

#include "server/storage/write_session.h"

namespace palabre::storage {

[[nodiscard]] Expected<Site> write_site(WriteSession& session, const std::string& name,
                                        const std::vector<std::string>& origins);
[[nodiscard]] Expected<StoredComment> insert_comment(WriteSession& session, const NewComment& comment);
[[nodiscard]] Expected<StoredComment> update_body(WriteSession& session, CommentId id, const Revision& revision);
[[nodiscard]] Expected<StoredComment> decide(WriteSession& session, CommentId id, const Ruling& ruling);
[[nodiscard]] Expected<StoredComment> insert_flag(WriteSession& session, const NewFlag& flag);
[[nodiscard]] Expected<StoredComment> write_appeal(WriteSession& session, CommentId id, const std::string& message,
                                                   Instant created);
[[nodiscard]] Expected<StoredComment> wipe_comment(WriteSession& session, CommentId id);
void write_policy(WriteSession& session, SiteId site, const std::string& page, const std::string& policy);
void write_filter(WriteSession& session, SiteId site, const std::function<std::string(const std::string&)>& change);

} // namespace palabre::storage
