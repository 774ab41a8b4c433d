#include "server/storage/write_operations.h"

#include <algorithm>

namespace palabre::storage {
namespace {

// Readers see it counted in the page's total.
bool is_counted(CommentState state) {
  return state == CommentState::published || state == CommentState::hidden;
}

// nullopt: not there.
std::optional<CommentRow> load(WriteSession& session, std::int64_t id) {
  session.load_comment.id = id;
  if (!session.load_comment.statement.run()) return std::nullopt;
  return session.load_comment.row;
}

// What an author may still change.
Expected<CommentRow> load_living(WriteSession& session, CommentId id) {
  auto row = load(session, id.value);
  if (!row || state_of_name(row->state) == CommentState::deleted) return fail(ErrorCode::unknown_comment);
  return *row;
}

bool has_reply_in_thread(WriteSession& session, std::int64_t id) {
  session.find_reply.parent = id;
  return session.find_reply.statement.run();
}

void change_page(WriteSession& session, std::int64_t page, std::int64_t counted) {
  session.change_page.id = page;
  session.change_page.counted = counted;
  session.change_page.statement.run();
}

// A published comment counts in the score of the top-level comment above it.
void change_score(WriteSession& session, const CommentRow& below, std::int64_t change) {
  if (below.root_null != soci::i_ok || state_of_name(below.state) != CommentState::published) return;
  session.change_score.id = below.root;
  session.change_score.change = change;
  session.change_score.statement.run();
}

// The comment that an earlier request with this key made.
std::optional<StoredComment> find_repeated(WriteSession& session, const NewComment& comment) {
  if (comment.idempotency_key.empty()) return std::nullopt;
  session.find_idempotent.site = comment.site.value;
  session.find_idempotent.key = comment.idempotency_key;
  if (!session.find_idempotent.statement.run()) return std::nullopt;
  const auto row = load(session, session.find_idempotent.comment);
  if (!row) return std::nullopt;
  return row->to_stored();
}

void remember_key(WriteSession& session, const NewComment& comment, std::int64_t id) {
  if (comment.idempotency_key.empty()) return;
  session.insert_idempotent.site = comment.site.value;
  session.insert_idempotent.key = comment.idempotency_key;
  session.insert_idempotent.comment = id;
  session.insert_idempotent.statement.run();
}

// A parent that readers do not see (held, or deleted without a placeholder) is as unknown as one that never was.
Expected<std::optional<CommentRow>> find_parent(WriteSession& session, const NewComment& comment) {
  if (!comment.parent) return std::optional<CommentRow>{};
  auto parent = load(session, comment.parent->value);
  if (!parent) return fail(ErrorCode::unknown_parent, "parent");
  if (parent->site != comment.site.value || parent->page_key != comment.page) {
    return fail(ErrorCode::parent_on_other_page, "parent");
  }
  if (parent->in_thread == 0) return fail(ErrorCode::unknown_parent, "parent");
  return parent;
}

std::int64_t touch_page(WriteSession& session, const NewComment& comment) {
  TouchPage& page = session.touch_page;
  page.site = comment.site.value;
  page.page_key = comment.page;
  page.url = comment.url;
  page.title = comment.title;
  page.counted = is_counted(comment.state) ? 1 : 0;
  page.statement.run();
  return page.id;
}

void place_below(CommentRow& row, const std::optional<CommentRow>& parent) {
  row.parent_null = row.root_null = parent ? soci::i_ok : soci::i_null;
  if (!parent) return;
  row.parent = parent->id;
  row.root = parent->root_null == soci::i_ok ? parent->root : parent->id;
}

CommentRow insert_row(WriteSession& session, const NewComment& comment, const std::optional<CommentRow>& parent) {
  CommentRow& row = session.insert_comment.row;
  row.site = comment.site.value;
  row.page = touch_page(session, comment);
  place_below(row, parent);
  row.in_thread = is_counted(comment.state) ? 1 : 0;
  row.state = to_name(comment.state);
  row.author_name = comment.author.name;
  row.author_website = comment.author.website;
  row.body = comment.body;
  row.created = comment.created.milliseconds;
  row.edited_null = soci::i_null;
  row.page_key = comment.page;
  session.insert_comment.email = comment.email;
  session.insert_comment.statement.run();
  return row;
}

// Placeholders above a comment that left the thread, as far as nothing else is below them.
void drop_empty_placeholders(WriteSession& session, CommentRow below) {
  while (below.parent_null == soci::i_ok) {
    const auto parent = load(session, below.parent);
    if (!parent || state_of_name(parent->state) != CommentState::deleted) return;
    if (has_reply_in_thread(session, parent->id)) return;
    session.leave_thread.id = parent->id;
    session.leave_thread.statement.run();
    below = *parent;
  }
}

} // namespace

Expected<Site> write_site(WriteSession& session, const std::string& name, const std::vector<std::string>& origins) {
  session.put_site.name = name;
  session.put_site.statement.run();
  Site site{SiteId{session.put_site.id}, name, {}};
  session.clear_origins.site = site.id.value;
  session.clear_origins.statement.run();
  session.insert_origin.site = site.id.value;
  for (const std::string& origin : origins) {
    if (std::find(site.origins.begin(), site.origins.end(), origin) != site.origins.end()) continue;
    session.insert_origin.position = static_cast<std::int64_t>(site.origins.size());
    session.insert_origin.origin = origin;
    session.insert_origin.statement.run();
    site.origins.push_back(origin);
  }
  return site;
}

Expected<StoredComment> insert_comment(WriteSession& session, const NewComment& comment) {
  if (auto repeated = find_repeated(session, comment)) return *repeated;
  const auto parent = find_parent(session, comment);
  if (!parent) return tl::unexpected(parent.error());
  const CommentRow row = insert_row(session, comment, *parent);
  change_score(session, row, 1);
  remember_key(session, comment, row.id);
  return row.to_stored();
}

Expected<StoredComment> update_body(WriteSession& session, CommentId id, const std::string& body, Instant edited) {
  auto row = load_living(session, id);
  if (!row) return tl::unexpected(row.error());
  session.update_body.id = id.value;
  session.update_body.body = body;
  session.update_body.edited = edited.milliseconds;
  session.update_body.statement.run();
  change_page(session, row->page, 0);
  row->body = body;
  row->edited = edited.milliseconds;
  row->edited_null = soci::i_ok;
  return row->to_stored();
}

Expected<StoredComment> wipe_comment(WriteSession& session, CommentId id) {
  auto row = load_living(session, id);
  if (!row) return tl::unexpected(row.error());
  const bool stays = row->in_thread == 1 && has_reply_in_thread(session, id.value);
  session.wipe_comment.id = id.value;
  session.wipe_comment.in_thread = stays ? 1 : 0;
  session.wipe_comment.statement.run();
  if (!stays) drop_empty_placeholders(session, *row);
  change_score(session, *row, -1);
  change_page(session, row->page, is_counted(state_of_name(row->state)) ? -1 : 0);
  row->state = to_name(CommentState::deleted);
  row->author_name.clear();
  row->author_website.clear();
  row->body.clear();
  row->edited_null = soci::i_null;
  return row->to_stored();
}

} // namespace palabre::storage
