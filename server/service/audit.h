// What the log says of what was done. The team's own lines are "team." and "session." with what happened.
#pragma once

#include <string>

#include "server/service/context.h"
#include "server/storage/desk_store.h"

namespace palabre::service {

// comment.approve, comment.hide, comment.hold, comment.spam, comment.remove: by the store.
namespace audit {
inline constexpr const char* reply = "comment.reply";
inline constexpr const char* rule = "rule.add";
inline constexpr const char* policy = "policy.change";
inline constexpr const char* origins = "origins.change";
inline constexpr const char* appearance = "appearance.change";
inline constexpr const char* engagement = "engagement.change";
inline constexpr const char* site = "site.add";
inline constexpr const char* entry = "contest.entry";
inline constexpr const char* prizes = "contest.prizes";
inline constexpr const char* freeze = "contest.freeze";
inline constexpr const char* draw = "contest.draw";
inline constexpr const char* jury = "contest.jury";
inline constexpr const char* post_add = "post.add";
inline constexpr const char* post_change = "post.change";
inline constexpr const char* post_delete = "post.delete";
inline constexpr const char* post_close = "post.close";
inline constexpr const char* poll_review = "poll.review";
} // namespace audit

inline constexpr std::size_t audit_page_size = 100;
Expected<wire::AuditPage> read_audit(const Context& context, const storage::AuditFilter& filter,
                                     const std::string& after);

// The whole log, newest first, as one text: RFC 4180 with a byte order mark, where no cell is a formula to a
// spreadsheet; or one JSON object a line.
enum class AuditFormat : std::uint8_t { csv, json_lines };
Expected<std::string> export_audit(const Context& context, const storage::AuditFilter& filter, AuditFormat format);

} // namespace palabre::service
