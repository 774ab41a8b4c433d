// Posts as readers meet them, and their part in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/service/context.h"
#include "shared/wire/posts.h"

namespace palabre::service {

// For how long a poll that is over, or a contest whose winners are named, is shown with the pages it was on; a contest
// stays there until they are. By its own address it stays.
inline constexpr Duration shown_after_closing{30LL * 24 * 60 * 60 * 1000};
inline constexpr std::size_t most_posts_of_site = 200; // looked at for a page
inline constexpr std::size_t most_posts_of_page = 20;

// Posts, and when time alone will change them.
struct ShownPosts {
  wire::PostList list;
  std::optional<Instant> changes{};
};

// What is open on that page, with polls and contests that closed lately: banners and cards, and what has its own place
// where it names its pages. `named` are posts that the page's comments name. `list.now` is to the minute, so that a
// document does not change with each second.
Expected<ShownPosts> posts_of_page(const Context& context, const Site& site, const std::string& page,
                                   const std::vector<PostId>& named = {});
// One, open or closed: unknown_post where readers do not know it.
Expected<ShownPosts> read_post(const Context& context, PostId id);

// The post, if it is there and readers know it: unknown_post, or not_open_yet where `early` may be told.
enum class Early : std::uint8_t { unknown, told };
Expected<storage::StoredPost> find_shown_post(const Context& context, PostId id, Early early = Early::unknown);

// As everybody sees it; `whole`: with results, as staff and whoever may see them now do.
enum class Results : std::uint8_t { as_public, whole };
Expected<wire::PostDocument> document_of(const Context& context, const storage::StoredPost& stored, Instant now,
                                         Results results = Results::as_public);

// missing_token, wrong_token, unknown_post.
Expected<wire::OwnPart> own_part(const Context& context, PostId id, const Visitor& visitor);
// Of the posts of a page that this reader has a part in.
Expected<std::vector<wire::OwnPart>> own_parts(const Context& context, const Site& site, const std::string& page,
                                               const Visitor& visitor);

// The site a post belongs to; unknown_post.
Expected<SiteId> site_of_post(const Context& context, PostId id);

} // namespace palabre::service
