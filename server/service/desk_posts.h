// What the desk does with posts and polls. Who calls sees to roles.
#pragma once

#include "server/service/posts.h"

namespace palabre::service {

inline constexpr std::size_t most_desk_posts = 1'000;
inline constexpr Duration promotion_window{30LL * 24 * 60 * 60 * 1000};

// What touches from … to (exclusive), and all drafts; of one site or of all.
Expected<wire::DeskPosts> list_posts(const Context& context, const std::optional<Site>& site, Instant from, Instant to);
Expected<Post> find_post(const Context& context, PostId id); // unknown_post
// What rules::check_post says.
Expected<Post> add_post(const Context& context, const Site& site, const wire::PostDraft& draft,
                        const storage::Actor& by);
// Beside that unknown_post, post_changed, fixed_by_ballots.
Expected<Post> change_post(const Context& context, PostId id, const wire::PostDraft& draft, const storage::Actor& by);
// unknown_post, fixed_by_ballots.
Expected<void> delete_post(const Context& context, PostId id, const storage::Actor& by);
// Ends now; what is over stays so. wrong_order when it never opened.
Expected<Post> close_post(const Context& context, PostId id, const storage::Actor& by);

// unknown_post, of what is no poll too.
Expected<wire::PollDeskResults> poll_results(const Context& context, PostId id);
// unknown_post, with the field `group` or `other` where there is none.
Expected<wire::PollDeskResults> review_ballots(const Context& context, PostId id, const wire::ReviewBallots& message,
                                               const storage::Actor& by);

} // namespace palabre::service
