// What the desk looks at: the queue, one comment with what a moderator wants to know of it, what changed meanwhile.
#pragma once

#include "server/service/context.h"

namespace palabre::service {

inline constexpr std::size_t queue_page_size = 50;
inline constexpr std::size_t changes_limit = 100;

// Who looks; `site`, where it is not empty, is the only one that they may see.
struct Looker {
  MemberId member;
  std::string name;
  std::string session;
  std::string site{};
};

// unknown_site, bad_cursor, not_allowed.
[[nodiscard]] Expected<wire::QueuePage> read_queue(const Context& context, wire::QueueFilter filter,
                                                   const std::string& after, const Looker& looker);
// unknown_comment.
[[nodiscard]] Expected<wire::CommentDetail> read_detail(const Context& context, CommentId id, const Looker& looker);
// Notes that `looking` is open there, nullopt: nothing is.
[[nodiscard]] Expected<wire::Changes> read_changes(const Context& context, std::int64_t since, std::string site,
                                                   std::optional<CommentId> looking, const Looker& looker);
// `days` 1 … 90; `offset_minutes` from UTC, ±14 hours.
[[nodiscard]] Expected<wire::Overview> read_overview(const Context& context, const std::string& site, int days,
                                                     int offset_minutes);

} // namespace palabre::service
