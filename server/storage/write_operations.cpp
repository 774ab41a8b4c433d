#include "server/storage/write_operations.h"

#include "server/storage/people_write.h"
#include "server/storage/write_parts.h"

#include <algorithm>

namespace palabre::storage {
namespace {

// The comment that an earlier request with this key made.
std::optional<StoredComment> find_repeated(WriteSession& session, const NewComment& comment) {
  if (comment.idempotency_key.empty()) return std::nullopt;
  session.find_idempotent.site = comment.site.value;
  session.find_idempotent.key = comment.idempotency_key;
  if (!session.find_idempotent.statement.run()) return std::nullopt;
  const auto loaded = load(session, session.find_idempotent.comment);
  if (!loaded) return std::nullopt;
  return loaded->to_stored();
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
  if (parent->row.site != comment.site.value || parent->row.page_key != comment.page) {
    return fail(ErrorCode::parent_on_other_page, "parent");
  }
  if (parent->row.in_thread == 0) return fail(ErrorCode::unknown_parent, "parent");
  return std::optional<CommentRow>{std::move(parent->row)};
}

std::int64_t touch_page(WriteSession& session, const NewComment& comment) {
  TouchPage& page = session.touch_page;
  page.site = comment.site.value;
  page.page_key = comment.page;
  page.url = comment.url;
  page.title = comment.title;
  page.counted = is_counted(comment.state) ? 1 : 0;
  page.began = comment.created.milliseconds;
  page.statement.run();
  return page.id;
}

void place_below(CommentRow& row, const std::optional<CommentRow>& parent) {
  row.parent_null = row.root_null = parent ? soci::i_ok : soci::i_null;
  if (!parent) return;
  row.parent = parent->id;
  row.root = parent->root_null == soci::i_ok ? parent->root : parent->id;
}

// Of a comment that nobody has seen yet.
void open_case(WriteSession& session, const NewComment& comment, const CommentRow& row, CaseRow& facts) {
  facts = {};
  facts.revision = 1;
  facts.changed = next_change(session.cases);
  facts.newcomer = comment.newcomer ? 1 : 0;
  facts.kept_back = comment.state == CommentState::published ? 0 : 1;
  facts.judge(comment.state, comment.verdict, row.is_unanswered(comment.verdict.complaint));
  count_tabs(session.cases, comment.site.value, 0, facts.tabs);
}

LoadedComment insert_row(WriteSession& session, const NewComment& comment, const std::optional<CommentRow>& parent) {
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
  row.reasons = reasons_json(comment.verdict.reasons, comment.author, comment.body);
  row.masks = masks_json(comment.masks);
  row.member_null = comment.member ? soci::i_ok : soci::i_null;
  row.member = comment.member.value_or(MemberId{}).value;
  row.asks = comment.asks ? 1 : 0;
  row.answered = static_cast<std::int64_t>(Answered::no);
  row.poll_null = comment.poll ? soci::i_ok : soci::i_null;
  row.poll = comment.poll.value_or(PostId{}).value;
  JudgedRow& judged = session.insert_comment.judged;
  judged.set(comment.verdict);
  judged.reader = comment.reader;
  judged.network = comment.network;
  session.insert_comment.fingerprint = static_cast<std::int64_t>(comment.fingerprint);
  session.insert_comment.email = comment.email;
  open_case(session, comment, row, session.insert_comment.facts);
  session.insert_comment.statement.run();
  return {row, judged, session.insert_comment.facts};
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
  const LoadedComment added = insert_row(session, comment, *parent);
  session.search.add(added.row.id, added.row.author_name, added.row.body);
  change_score(session, added.row, 1);
  note_new(session, added.row);
  remember_key(session, comment, added.row.id);
  return added.to_stored();
}

void write_policy(WriteSession& session, SiteId site, const std::string& page, const std::string& policy) {
  if (policy.empty()) {
    session.drop_policy.site = site.value;
    session.drop_policy.page = page;
    session.drop_policy.statement.run();
  } else {
    session.put_policy.site = site.value;
    session.put_policy.page = page;
    session.put_policy.policy = policy;
    session.put_policy.statement.run();
  }
  session.count_policy.site = site.value;
  session.count_policy.statement.run();
}

void write_filter(WriteSession& session, SiteId site, const std::function<std::string(const std::string&)>& change) {
  session.load_filter.site = site.value;
  const bool known = session.load_filter.statement.run();
  const std::string next = change(known ? bytes_of_text(session.load_filter.bytes) : std::string());
  if (next.empty()) return;
  session.put_filter.site = site.value;
  session.put_filter.bytes = text_of_bytes(next);
  session.put_filter.statement.run();
  session.count_filter.site = site.value;
  session.count_filter.statement.run();
}

} // namespace palabre::storage
