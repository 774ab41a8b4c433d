// What moderators decide.
#pragma once

#include <optional>

#include "server/service/context.h"
#include "shared/wire/desk.h"
#include "shared/wire/people.h"

namespace palabre::service {

inline constexpr Duration kept_when_removed = Duration::minutes(30 * 24 * 60);

// Of one site alone where `only` is given. field_too_long and the like of the note.
Expected<wire::Decided> decide(const Context& context, const wire::Decide& message, const storage::Actor& by,
                               std::optional<SiteId> only = std::nullopt);
// unknown_decision, not_allowed, settings_changed.
Expected<wire::Decided> undo(const Context& context, std::int64_t decision, const storage::Actor& by, MemberRole role,
                             std::optional<SiteId> only = std::nullopt);
// Tells the sites' filters what was decided since they last were told. One call does it all; others wait for it.
Expected<void> teach_filters(const Context& context);
// For good, what moderators removed long ago; how many.
Expected<std::size_t> wipe_removed(const Context& context);

// unknown_comment, unknown_field_value; note's errors.
Expected<wire::Ban> add_ban(const Context& context, const wire::NewBan& message, const storage::Actor& by);
// unknown_ban
Expected<void> lift_ban(const Context& context, std::int64_t id, const storage::Actor& by);

// An answer in the page under the member's name and with their signature, which no rule applies to; or, where that is
// asked, what was said before that is nearly the same, and nothing is written. unknown_parent, and the errors of
// staff_body (people.h).
struct Replier {
  storage::Actor actor;
  Signature signature{Signature::none};
};
struct PostedReply {
  CommentId comment;
  std::optional<wire::SimilarAnswer> similar{};
};
Expected<PostedReply> post_reply(const Context& context, const wire::NewReply& message, const Replier& by,
                                 std::optional<SiteId> only = std::nullopt);

} // namespace palabre::service
