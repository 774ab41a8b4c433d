// Newcomers, regulars, and how the team answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/service/context.h"
#include "shared/wire/people.h"

namespace palabre::service {

// What the site says to whoever wrote this comment, if it is the first that it knows of them; else empty.
Expected<std::string> welcome_for(const Context& context, const storage::NewComment& written,
                                  const storage::StoredComment& stored);
// The text itself, where a page without script shows it.
Expected<std::string> welcome_of(const Context& context, SiteId site);

// Beside the names in a thread, where the site wants that.
Expected<void> add_badges(const Context& context, const Site& site, ThreadPage& thread);

Expected<std::vector<wire::Regular>> regulars(const Context& context, const Site& site);

// Of one site alone where `only` is given. unknown_comment, unknown_field_value `answer`.
Expected<CommentId> mark_question(const Context& context, CommentId comment, const wire::MarkQuestion& message,
                                  const storage::Actor& by, std::optional<SiteId> only = std::nullopt);

// What is wrong with title and body; unknown_field_value `id`, settings_changed, field_too_long.
Expected<wire::SavedReply> save_reply(const Context& context, std::optional<std::int64_t> id,
                                      const wire::SaveReply& message, const storage::Actor& by);

// A member's answer as it is written: signed, without the line that names a poll of the site. unknown_field_value
// `body` where something is still to be filled in, unknown_post where the site has no such poll.
struct StaffBody {
  std::string body;
  std::optional<PostId> poll{};
};
Expected<StaffBody> staff_body(const Context& context, SiteId site, const std::string& body);

// The last answer of the team that says nearly the same.
Expected<std::optional<wire::SimilarAnswer>> similar_answer(const Context& context,
                                                            const storage::StoredComment& parent,
                                                            const std::string& body, const storage::Actor& by);

} // namespace palabre::service
