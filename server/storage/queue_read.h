// What the desk reads of the queue, each on one connection inside one transaction. They throw soci::soci_error.
#pragma once

#include "server/storage/read_session.h"

namespace palabre::storage {

// unknown_site, bad_cursor.
[[nodiscard]] Expected<wire::QueuePage> read_queue_page(ReadSession& session, const wire::QueueFilter& filter,
                                                        const std::string& after, std::size_t limit);
[[nodiscard]] std::optional<wire::QueueItem> read_queue_item(ReadSession& session, CommentId id);
[[nodiscard]] Expected<wire::CommentDetail> read_comment_detail(ReadSession& session, CommentId id);
[[nodiscard]] Expected<wire::Changes> read_queue_changes(ReadSession& session, std::int64_t since,
                                                         const wire::QueueFilter& filter, std::size_t limit);
[[nodiscard]] Expected<wire::Overview> read_desk_overview(ReadSession& session, const std::string& site, Instant now,
                                                          int days, int offset_minutes);

} // namespace palabre::storage
