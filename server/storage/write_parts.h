// What the write operations share.
#pragma once

#include "server/storage/write_session.h"

namespace palabre::storage {

// A comment with what the rules said of it, and its case.
struct LoadedComment {
  CommentRow row;
  JudgedRow judged;
  CaseRow facts;
  [[nodiscard]] CommentState state() const { return state_of_name(row.state); }
  [[nodiscard]] StoredComment to_stored() const { return judged.to_stored(row); }
};

// nullopt: not there.
[[nodiscard]] std::optional<LoadedComment> load(WriteSession& session, std::int64_t id);
// unknown_comment when it is not there or deleted.
[[nodiscard]] Expected<LoadedComment> load_living(WriteSession& session, CommentId id);

// Readers see it counted in the page's total.
[[nodiscard]] bool is_counted(CommentState state);
// A change of the page that readers see.
void change_page(WriteSession& session, std::int64_t page, std::int64_t counted);
// A published comment counts in the score of the top-level comment above it.
void change_score(WriteSession& session, const CommentRow& below, std::int64_t change);

// Whether a comment that readers see no longer stays as a placeholder, for the replies below it.
[[nodiscard]] bool has_reply_in_thread(WriteSession& session, std::int64_t id);
// Placeholders above a comment that left the thread, as far as nothing else is below them.
void drop_empty_placeholders(WriteSession& session, CommentRow below);
// Moves the comment, which is not deleted, to another state that is not `deleted` either.
void change_state(WriteSession& session, CommentRow& row, CommentState state);
// Keeps the case of a comment that was changed, as a change of the database's own number. Last: it looks at the
// comment's state, its reasons and the facts as they now are in `loaded`.
void store_case(WriteSession& session, LoadedComment& loaded);
// The same of a change that is none of the comment itself, as an answer to it: who decides about it need not look
// again.
void store_tabs(WriteSession& session, LoadedComment& loaded);

} // namespace palabre::storage
