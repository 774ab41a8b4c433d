// What readers, authors and owners do about moderation.
#pragma once

#include "server/service/comments.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/desk.h"

namespace palabre::service {

inline constexpr std::size_t own_comments_limit = 100;

// A reader's held and hidden comments of a page. missing_token, wrong_token.
Expected<wire::OwnComments> own_comments(const Context& context, const Site& site, const std::string& page,
                                         const Visitor& visitor);
// unknown_comment where readers do not see it; field_too_long, field_empty and the like of the texts. A reader (without
// a token: a network) counts once.
Expected<void> flag_comment(const Context& context, CommentId id, const wire::FlagComment& message,
                            const Visitor& visitor);
// With the comment's edit token, however old the comment is: missing_token, wrong_token, unknown_comment,
// nothing_to_appeal.
Expected<void> appeal(const Context& context, CommentId id, const wire::AppealComment& message, std::string_view token);

// What a reader's browser needs to judge as the server would.
Expected<wire::PagePolicy> page_policy(const Context& context, const Site& site, const std::string& page);

// The policy of a site, or of one of its pages.
Expected<rules::Policy> find_policy(const Context& context, SiteId site, const std::string& page = {});
// `json` is as in wire/codec_policy.h: of the whole site (`page` empty) what differs from `base`; of a page what
// differs from the site's, and "" takes the page's own policy away. A policy that cannot be read changes nothing.
Expected<rules::Policy> set_policy(const Context& context, SiteId site, const std::string& page,
                                   const std::string& json,
                                   const rules::Policy& base = rules::policy_of(rules::Preset::careful));

// As a moderator at the desk decides, but on the comment as it is now, from the command line. unknown_comment.
Expected<storage::StoredComment> decide_comment(const Context& context, CommentId id, wire::DeskAction action);

} // namespace palabre::service
