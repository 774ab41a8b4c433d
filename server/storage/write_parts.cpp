#include "server/storage/write_parts.h"

#include "server/storage/people_write.h"

namespace palabre::storage {
namespace {

void place(WriteSession& session, std::int64_t id, bool in_thread) {
  session.place_in_thread.id = id;
  session.place_in_thread.in_thread = in_thread ? 1 : 0;
  session.place_in_thread.statement.run();
}

// Placeholders that a comment coming back needs above it.
void raise_placeholders(WriteSession& session, CommentRow below) {
  while (below.parent_null == soci::i_ok) {
    const auto parent = load(session, below.parent);
    if (!parent || parent->row.in_thread == 1) return;
    place(session, parent->row.id, true);
    below = parent->row;
  }
}

} // namespace

std::optional<LoadedComment> load(WriteSession& session, std::int64_t id) {
  session.load_comment.id = id;
  if (!session.load_comment.statement.run()) return std::nullopt;
  return LoadedComment{session.load_comment.row, session.load_comment.judged, session.load_comment.facts};
}

Expected<LoadedComment> load_living(WriteSession& session, CommentId id) {
  auto loaded = load(session, id.value);
  if (!loaded || loaded->state() == CommentState::deleted) return fail(ErrorCode::unknown_comment);
  return *std::move(loaded);
}

bool is_counted(CommentState state) {
  return state == CommentState::published || state == CommentState::hidden;
}

void change_page(WriteSession& session, std::int64_t page, std::int64_t counted) {
  session.change_page.id = page;
  session.change_page.counted = counted;
  session.change_page.statement.run();
}

void change_score(WriteSession& session, const CommentRow& below, std::int64_t change) {
  if (below.root_null != soci::i_ok || state_of_name(below.state) != CommentState::published) return;
  session.change_score.id = below.root;
  session.change_score.change = change;
  session.change_score.statement.run();
}

bool has_reply_in_thread(WriteSession& session, std::int64_t id) {
  session.find_reply.parent = id;
  return session.find_reply.statement.run();
}

void drop_empty_placeholders(WriteSession& session, CommentRow below) {
  while (below.parent_null == soci::i_ok) {
    const auto parent = load(session, below.parent);
    if (!parent || is_counted(parent->state())) return;
    if (has_reply_in_thread(session, parent->row.id)) return;
    place(session, parent->row.id, false);
    below = parent->row;
  }
}

void change_state(WriteSession& session, CommentRow& row, CommentState state) {
  const CommentState was = state_of_name(row.state);
  const bool before = is_counted(was);
  const bool after = is_counted(state);
  const std::int64_t was_in_thread = row.in_thread;
  change_score(session, row, -1);
  row.state = to_name(state);
  row.in_thread = after || has_reply_in_thread(session, row.id) ? 1 : 0;
  session.update_state.id = row.id;
  session.update_state.state = row.state;
  session.update_state.in_thread = row.in_thread;
  session.update_state.statement.run();
  note_state(session, row, was);
  if (row.in_thread == 1 && was_in_thread == 0) raise_placeholders(session, row);
  if (row.in_thread == 0 && was_in_thread == 1) drop_empty_placeholders(session, row);
  change_score(session, row, 1);
  change_page(session, row.page, (after ? 1 : 0) - (before ? 1 : 0));
}

void store_case(WriteSession& session, LoadedComment& loaded) {
  ++loaded.facts.revision;
  store_tabs(session, loaded);
}

void store_tabs(WriteSession& session, LoadedComment& loaded) {
  CaseRow& facts = loaded.facts;
  const std::int64_t tabs_before = facts.tabs;
  facts.changed = next_change(session.cases);
  facts.judge(loaded.state(), loaded.to_stored().verdict, loaded.row.is_unanswered(loaded.judged.complaint != 0));
  session.cases.update.id = loaded.row.id;
  session.cases.update.row = facts;
  session.cases.update.statement.run();
  count_tabs(session.cases, loaded.row.site, tabs_before, facts.tabs);
}

} // namespace palabre::storage
