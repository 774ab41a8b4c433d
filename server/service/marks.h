// Reactions and votes.
#pragma once

#include <string>
#include <vector>

#include "server/service/comments.h"

namespace palabre::service {

// Votes of one network for one comment in a day, and reactions: what a school or a family does, and no more.
inline constexpr std::int64_t votes_of_network = 40;
inline constexpr std::int64_t reactions_of_network = 120;

enum class MarkAction : std::uint8_t { put, drop };
// missing_token, wrong_token, not_offered (of putting), unknown_comment, own_comment, banned, rate_limited. Both may be
// asked again and again. A closed discussion takes no marks on its comments (thread_closed, of putting); what one left
// there can be taken back. The page itself is not closed with it.
Expected<wire::MarkAnswer> mark_comment(const Context& context, CommentId id, const std::string& name,
                                        MarkAction action, const Visitor& visitor);
Expected<wire::MarkAnswer> mark_page(const Context& context, const Site& site, const std::string& page,
                                     const std::string& name, MarkAction action, const Visitor& visitor);
// What a reader left on a page, as far as the site offers it.
Expected<std::vector<wire::OwnMarks>> own_marks(const Context& context, const Site& site, const std::string& page,
                                                const std::string& reader);
// Puts into the thread what readers may see of its marks, and what they may leave.
void show_marks(ThreadPage& thread, const MarkRules& rules);

} // namespace palabre::service
