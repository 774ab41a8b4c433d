#include "server/service/comments.h"

#include <algorithm>

#include "server/service/judging.h"
#include "server/service/marks.h"
#include "server/service/origin.h"
#include "server/service/people.h"
#include "server/service/tokens.h"
#include "shared/rules/question.h"

namespace palabre::service {
namespace {

constexpr std::size_t idempotency_key_bytes = 100;

Expected<void> check_idempotency_key(const std::string& key) {
  if (key.size() <= idempotency_key_bytes) return {};
  return fail(ErrorCode::field_too_long, "Idempotency-Key",
              "at most " + std::to_string(idempotency_key_bytes) + " bytes");
}

bool is_of(const Site& site, const std::string& address) {
  const auto origin = origin_of(address);
  return origin && std::find(site.origins.begin(), site.origins.end(), *origin) != site.origins.end();
}

// An address outside the site's origins is not kept, so that the first writer on a page cannot make the feed link
// elsewhere.
Expected<rules::PageDraft> check_page(const Context& context, const Site& site, const wire::PostComment& message) {
  auto page = rules::check_page({message.page, message.url, message.title}, context.limits);
  if (page && !page->url.empty() && !is_of(site, page->url)) page->url.clear();
  return page;
}

Expected<void> check_page_key(const Context& context, const std::string& page) {
  const auto checked = rules::check_page({page, {}, {}}, context.limits);
  if (!checked) return tl::unexpected(checked.error());
  return {};
}

Expected<std::optional<CommentId>> find_parent(const Context& context, const wire::PostComment& message) {
  if (!message.parent) return std::optional<CommentId>{};
  const auto ancestors = context.store.ancestors(*message.parent);
  if (!ancestors) return tl::unexpected(ancestors.error());
  if (ancestors->empty()) return fail(ErrorCode::unknown_parent, "parent");
  return std::optional<CommentId>{rules::place_reply(*ancestors, context.limits)};
}

// The comment that the token's holder may still change.
Expected<storage::StoredComment> open_for_author(const Context& context, CommentId id, std::string_view token) {
  if (token.empty()) return fail(ErrorCode::missing_token, "Authorization");
  if (!is_edit_token(context, id, token)) return fail(ErrorCode::wrong_token, "Authorization");
  auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->comment.state == CommentState::deleted) return fail(ErrorCode::unknown_comment);
  if (!rules::within_edit_window((*found)->comment.created, context.now(), context.limits)) {
    return fail(ErrorCode::edit_window_over);
  }
  return std::move(**found);
}

storage::NewComment to_new_comment(const Site& site, rules::PageDraft page, std::optional<CommentId> parent,
                                   const rules::Draft& draft) {
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = std::move(page.key);
  comment.url = std::move(page.url);
  comment.title = std::move(page.title);
  comment.parent = parent;
  comment.author = Author{draft.name, draft.website};
  comment.email = draft.email;
  comment.body = draft.body;
  return comment;
}

Expected<std::optional<storage::StoredComment>> find_repeated(const Context& context,
                                                              const storage::NewComment& comment) {
  if (comment.idempotency_key.empty()) return std::optional<storage::StoredComment>{};
  return context.store.find_repeated(comment.site, comment.idempotency_key);
}

wire::PostedComment answer_of(const Context& context, storage::StoredComment stored) {
  Comment& comment = stored.comment;
  const CommentId id = comment.id;
  comment.state = shown_state(comment.state);
  if (comment.state == CommentState::deleted) {
    stored.verdict = {};
    comment.author = {};
    comment.body.clear();
    comment.masks.clear();
  }
  return {std::move(comment), for_writer(std::move(stored.verdict)), edit_token(context, id)};
}

// What nobody but the team may put into a comment.
Expected<void> take_staff_parts(const Context& context, const Visitor& visitor, storage::NewComment& comment) {
  comment.member = visitor.member;
  if (!comment.member) {
    comment.asks = rules::is_question(comment.body);
    return {};
  }
  auto staff = staff_body(context, comment.site, comment.body);
  if (!staff) return tl::unexpected(staff.error());
  comment.body = std::move(staff->body);
  comment.poll = staff->poll;
  return {};
}

Expected<wire::PostedComment> answer_to_new(const Context& context, const storage::NewComment& written,
                                            storage::StoredComment stored) {
  auto welcome = welcome_for(context, written, stored);
  if (!welcome) return tl::unexpected(welcome.error());
  wire::PostedComment answer = answer_of(context, std::move(stored));
  answer.welcome = *std::move(welcome);
  return answer;
}

} // namespace

Expected<wire::PostedComment> post_comment(const Context& context, const Site& site, const wire::PostComment& message,
                                           const std::string& idempotency_key, const Visitor& visitor) {
  if (auto checked = check_idempotency_key(idempotency_key); !checked) return tl::unexpected(checked.error());
  auto page = check_page(context, site, message);
  if (!page) return tl::unexpected(page.error());
  auto draft = rules::check_draft(message.draft, context.limits);
  if (!draft) return tl::unexpected(draft.error());
  const auto parent = find_parent(context, message);
  if (!parent) return tl::unexpected(parent.error());
  const Instant now = context.now();
  storage::NewComment comment = to_new_comment(site, *std::move(page), *parent, *draft);
  comment.created = now;
  comment.idempotency_key = bind_idempotency_key(context, idempotency_key, comment);
  // The first request counts in its own history: its answer is given again, not made again.
  auto repeated = find_repeated(context, comment);
  if (!repeated) return tl::unexpected(repeated.error());
  if (*repeated) return answer_of(context, **std::move(repeated));

  auto judgement = judge_new(context, site, message, *draft, visitor, now);
  if (!judgement) return tl::unexpected(judgement.error());
  const Who who = who_is(context, visitor);
  comment.state = state_after(judgement->verdict.decision);
  comment.reader = who.reader;
  comment.network = who.network;
  comment.fingerprint = judgement->fingerprint;
  comment.verdict = std::move(judgement->verdict);
  comment.masks = std::move(judgement->masks);
  comment.newcomer = judgement->newcomer;
  if (auto taken = take_staff_parts(context, visitor, comment); !taken) return tl::unexpected(taken.error());
  auto stored = context.store.add_comment(comment);
  if (!stored) return tl::unexpected(stored.error());
  context.rules->note_comment(site.id);
  context.tell_changed(*stored);
  return answer_to_new(context, comment, *std::move(stored));
}

Expected<wire::PostedComment> edit_comment(const Context& context, CommentId id, const wire::EditComment& message,
                                           std::string_view token) {
  const auto present = open_for_author(context, id, token);
  if (!present) return tl::unexpected(present.error());
  const auto body = rules::check_body(message.body, context.limits);
  if (!body) return tl::unexpected(body.error());
  const Instant now = context.now();
  auto judgement = judge_edit(context, *present, *body, now);
  if (!judgement) return tl::unexpected(judgement.error());

  storage::Revision revision{*body, now, state_after(judgement->verdict.decision)};
  revision.fingerprint = judgement->fingerprint;
  revision.verdict = std::move(judgement->verdict);
  revision.masks = std::move(judgement->masks);
  revision.asks = rules::is_question(*body);
  auto stored = context.store.edit_comment(id, revision);
  if (!stored) return tl::unexpected(stored.error());
  context.tell_changed(*stored);
  wire::PostedComment answer = answer_of(context, *std::move(stored));
  answer.edit_token.clear();
  return answer;
}

Expected<void> delete_comment(const Context& context, CommentId id, std::string_view token) {
  const auto present = open_for_author(context, id, token);
  if (!present) return tl::unexpected(present.error());
  const auto stored = context.store.delete_comment(id, context.now());
  if (!stored) return tl::unexpected(stored.error());
  context.tell_changed(*stored);
  return {};
}

Expected<std::size_t> pages_asked(const Context& context, const Site& site, const wire::ThreadQuery& query) {
  if (!query.through) return std::size_t{1};
  if (auto checked = check_page_key(context, query.page); !checked) return tl::unexpected(checked.error());
  constexpr std::size_t limit = page_size * page_limit;
  const auto count = context.store.count_through(site, query.page, query.sort, query.after, *query.through, limit + 1);
  if (!count) return tl::unexpected(count.error());
  if (*count == 0 || *count > limit) return std::size_t{1};
  return (*count + page_size - 1) / page_size;
}

Expected<ThreadPage> read_thread(const Context& context, const Site& site, const wire::ThreadQuery& query,
                                 std::size_t pages) {
  if (auto checked = check_page_key(context, query.page); !checked) return tl::unexpected(checked.error());
  auto thread = context.store.read_thread(site, query.page, query.sort, query.after, page_size * pages);
  if (!thread) return thread;
  const auto book = context.rules->of_site(context.store, site.id, context.now());
  if (!book) return tl::unexpected(book.error());
  const auto closed = is_closed_page(context, site.id, query.page, (*book)->of_page(query.page).policy());
  if (!closed) return tl::unexpected(closed.error());
  thread->closed = *closed;
  show_marks(*thread, (*book)->engagement.marks);
  if (auto added = add_badges(context, site, *thread); !added) return tl::unexpected(added.error());
  return thread;
}

Expected<std::vector<wire::PageCount>> count_comments(const Context& context, const Site& site,
                                                      const std::vector<std::string>& pages) {
  if (pages.size() > count_limit) {
    return fail(ErrorCode::field_too_long, "page", "at most " + std::to_string(count_limit) + " pages");
  }
  for (const std::string& page : pages) {
    if (auto checked = check_page_key(context, page); !checked) return tl::unexpected(checked.error());
  }
  return context.store.count_comments(site.id, pages);
}

Expected<std::vector<storage::FeedEntry>> recent_comments(const Context& context, const Site& site,
                                                          const std::optional<std::string>& page) {
  if (page) {
    if (auto checked = check_page_key(context, *page); !checked) return tl::unexpected(checked.error());
  }
  return context.store.recent_comments(site.id, page, feed_size);
}

Expected<std::string> page_address(const Context& context, const Site& site, const std::string& page) {
  const auto newest = context.store.recent_comments(site.id, page, 1);
  if (!newest) return tl::unexpected(newest.error());
  if (newest->empty() || !is_of(site, newest->front().url)) return std::string();
  return newest->front().url;
}

Expected<SiteId> site_of_comment(const Context& context, CommentId id) {
  const auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_comment);
  return (*found)->site;
}

} // namespace palabre::service
