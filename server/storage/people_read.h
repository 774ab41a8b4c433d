// What is read about people, each on one connection. They throw soci::soci_error.
#pragma once

#include "server/storage/read_session.h"

namespace palabre::storage {

[[nodiscard]] std::map<CommentId, rules::Standing>
read_standings(ReadSession& session, SiteId site, const std::string& page, CommentId low, CommentId high);
[[nodiscard]] std::vector<wire::Regular> read_regulars(ReadSession& session, SiteId site, std::size_t limit);
[[nodiscard]] bool read_is_first(ReadSession& session, const CommentWriter& writer, CommentId comment);
[[nodiscard]] std::vector<StaffAnswer> read_answers(ReadSession& session, SiteId site, Instant since,
                                                    std::size_t limit);
[[nodiscard]] bool read_is_poll(ReadSession& session, SiteId site, PostId poll);
[[nodiscard]] std::vector<wire::SavedReply> read_saved_replies(ReadSession& session, MemberId member);

} // namespace palabre::storage
