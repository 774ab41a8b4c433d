// What a comment's change means for its writer's standing and for what it answers; each inside the writer's
// transaction. They throw soci::soci_error.
#pragma once

#include "server/storage/people_store.h"
#include "server/storage/write_session.h"

namespace palabre::storage {

// A comment that was just written.
void note_new(WriteSession& session, const CommentRow& row);
// A comment that was in another state before.
void note_state(WriteSession& session, const CommentRow& row, CommentState was);

// Counts the comment in its writer's standing, or no more, as its state and votes now are: to be called after its votes
// changed.
void count_helpful(WriteSession& session, CommentId comment);

// unknown_comment; unknown_field_value `answer` where that is no published reply below the question.
[[nodiscard]] Expected<StoredComment> write_question(WriteSession& session, const QuestionMark& mark);

// unknown_field_value `id`, settings_changed, field_too_long (there are too many).
[[nodiscard]] Expected<wire::SavedReply> write_saved_reply(WriteSession& session, const SavedReplyChange& change);
[[nodiscard]] Expected<bool> drop_saved_reply(WriteSession& session, std::int64_t id, MemberId by);

} // namespace palabre::storage
