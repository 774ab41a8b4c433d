// One use case per function: load, ask the rules, store, notify.
#pragma once

#include <string>
#include <string_view>

#include "server/service/context.h"
#include "shared/wire/messages.h"
#include "shared/wire/routes.h"

namespace palabre::service {

inline constexpr std::size_t page_size = thread_page_size;
// Pages in one answer, at most.
inline constexpr std::size_t page_limit = 20;
// Pages in one request for counts.
inline constexpr std::size_t count_limit = 200;
// Comments in a feed.
inline constexpr std::size_t feed_size = 50;

// Errors: those of check_draft, check_page, unknown_parent, parent_on_other_page, rejected_by_rules, thread_closed,
// rate_limited (slow mode), storage's.
Expected<wire::PostedComment> post_comment(const Context& context, const Site& site, const wire::PostComment& message,
                                           const std::string& idempotency_key, const Visitor& visitor = {});
// missing_token, wrong_token, edit_window_over, unknown_comment, rejected_by_rules.
Expected<wire::PostedComment> edit_comment(const Context& context, CommentId id, const wire::EditComment& message,
                                           std::string_view token);
Expected<void> delete_comment(const Context& context, CommentId id, std::string_view token);

// How many pages, from the start or `after` on, hold the comment that the query wants to see through to: 1 …
// page_limit. One where it wants none, where that comment is not in this page's thread, and where it is further than
// the limit.
Expected<std::size_t> pages_asked(const Context& context, const Site& site, const wire::ThreadQuery& query);
// `pages` of the thread as one.
Expected<ThreadPage> read_thread(const Context& context, const Site& site, const wire::ThreadQuery& query,
                                 std::size_t pages = 1);
Expected<std::vector<wire::PageCount>> count_comments(const Context& context, const Site& site,
                                                      const std::vector<std::string>& pages);
Expected<std::vector<storage::FeedEntry>> recent_comments(const Context& context, const Site& site,
                                                          const std::optional<std::string>& page);
// Where a page is: an address of the site's own origins, as the first writer's browser gave it; empty when unknown.
Expected<std::string> page_address(const Context& context, const Site& site, const std::string& page);
// The site a comment belongs to; unknown_comment.
Expected<SiteId> site_of_comment(const Context& context, CommentId id);

// Base64url of a keyed hash over the comment's id: nothing to store, and the same again for a repeated request.
[[nodiscard]] std::string edit_token(const Context& context, CommentId id);

} // namespace palabre::service
