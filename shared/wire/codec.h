// JSON in and out (nlohmann/json behind this wall only). Decoders take any bytes: they never throw, never recurse with
// the input, and answer with an Error whose `field` names the place. Limits: nesting 16 levels, duplicate keys and lone
// surrogates refused, members nobody knows are ignored.
#pragma once

#include <string>
#include <string_view>

#include "shared/wire/messages.h"

namespace palabre::wire {

[[nodiscard]] Expected<PostComment> decode_post_comment(std::string_view json);
[[nodiscard]] std::string encode(const PostComment& message);

[[nodiscard]] Expected<EditComment> decode_edit_comment(std::string_view json);
[[nodiscard]] std::string encode(const EditComment& message);

[[nodiscard]] Expected<PostedComment> decode_posted_comment(std::string_view json);
[[nodiscard]] std::string encode(const PostedComment& message);

// {"published","comments":[{"comment","verdict","reasons","appealed","edit_token"}],"posts":[OwnPart …]?}; `posts` is
// written here and read by decode_own_parts (codec_posts.h).
[[nodiscard]] Expected<OwnComments> decode_own_comments(std::string_view json);
[[nodiscard]] std::string encode(const OwnComments& message);

// {"reason","note"?}
[[nodiscard]] Expected<FlagComment> decode_flag(std::string_view json);
[[nodiscard]] std::string encode(const FlagComment& message);

// {"message"}
[[nodiscard]] Expected<AppealComment> decode_appeal(std::string_view json);
[[nodiscard]] std::string encode(const AppealComment& message);

// {"site","page","title","version","total","sort","comments":[{"id","parent","author":{"name","website"},"body","created",
// "edited","state","reasons"?,"masks"?}],"next","closed"?,"look"?,"html"?}; "parent", "edited" and "next" are null
// where there is none; "closed" is only there when it is true, "look" when the owner chose one.
[[nodiscard]] Expected<ThreadDocument> decode_thread(std::string_view json);
[[nodiscard]] std::string encode(const ThreadDocument& message);

// {"counts":[{"page","comments","text"?}]}
[[nodiscard]] Expected<std::vector<PageCount>> decode_counts(std::string_view json);
[[nodiscard]] std::string encode(const std::vector<PageCount>& counts);

// RFC 9457: {"type","title","status","code","field"?,"detail"?,"reasons"?,"retry_after"?}
[[nodiscard]] std::string encode_problem(const Error& error);
// From a response that was no 2xx; whatever the body is, there is an Error (a foreign body gives `internal`, or by
// status).
[[nodiscard]] Error decode_problem(int status, std::string_view json);

} // namespace palabre::wire
