#include "server/storage/read_operations.h"

#include "server/storage/mark_row.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace palabre::storage {
namespace {

using Replies = std::unordered_map<CommentId, std::vector<Comment>>; // by parent

std::int64_t row_limit(std::size_t limit) {
  constexpr auto largest = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  return static_cast<std::int64_t>(std::min(limit, largest));
}

bool older(const Comment& a, const Comment& b) {
  return a.created == b.created ? a.id < b.id : a.created < b.created;
}

void set_range(ThreadPart& part, std::int64_t page, const Cursor& after, std::size_t limit) {
  part.page = page;
  part.score = after.score.value_or(0);
  part.created = after.created.milliseconds;
  part.id = after.id.value;
  part.limit = row_limit(limit);
}

// Where the first page begins.
Cursor start_of(SortOrder sort) {
  using Bounds = std::numeric_limits<std::int64_t>;
  const std::int64_t bound = sort == SortOrder::oldest ? Bounds::min() : Bounds::max();
  return Cursor{Instant{bound}, CommentId{bound}, bound};
}

bool is_public(CommentState state) {
  return state == CommentState::published || state == CommentState::hidden || state == CommentState::deleted;
}

// What the public sees of a row in the thread: of one kept from it only that its replies have something above them.
Comment shown(const ThreadPart& part) {
  Comment comment = part.row.to_comment();
  if (comment.state != CommentState::deleted) comment.marks = tally_of_text(part.row_marks);
  if (is_public(comment.state)) return comment;
  Comment placeholder;
  placeholder.id = comment.id;
  placeholder.parent = comment.parent;
  placeholder.created = comment.created;
  placeholder.state = CommentState::deleted;
  return placeholder;
}

Replies read_replies(ThreadPart& part) {
  Replies replies;
  part.statement.each([&] { replies[CommentId{part.row.parent}].push_back(shown(part)); });
  for (auto& [parent, siblings] : replies) std::sort(siblings.begin(), siblings.end(), older);
  return replies;
}

void read_page_marks(ReadSession& session, std::int64_t page, MarkTally& tally) {
  session.list_page_marks.page = page;
  session.list_page_marks.statement.each(
      [&] { add_count(tally, session.list_page_marks.name, session.list_page_marks.count); });
}

// The comment and what is below it, depth first. On a stack of its own: the depth comes from data.
void append_with_replies(std::vector<Comment>& out, Comment top, Replies& replies) {
  std::vector<Comment> waiting;
  waiting.push_back(std::move(top));
  while (!waiting.empty()) {
    out.push_back(std::move(waiting.back()));
    waiting.pop_back();
    const auto below = replies.find(out.back().id);
    if (below == replies.end()) continue;
    std::move(below->second.rbegin(), below->second.rend(), std::back_inserter(waiting));
  }
}

} // namespace

std::vector<Site> read_sites(ReadSession& session) {
  std::vector<Site> sites;
  session.list_sites.statement.each([&] {
    sites.push_back(Site{SiteId{session.list_sites.id}, session.list_sites.name, {}});
  });
  session.list_origins.statement.each([&] {
    const SiteId owner{session.list_origins.site};
    const auto site = std::find_if(sites.begin(), sites.end(), [&](const Site& one) { return one.id == owner; });
    if (site != sites.end()) site->origins.push_back(session.list_origins.origin);
  });
  return sites;
}

std::optional<StoredComment> read_comment(ReadSession& session, CommentId id) {
  session.find_comment.id = id.value;
  if (!session.find_comment.statement.run()) return std::nullopt;
  return session.find_comment.judged.to_stored(session.find_comment.row);
}

std::vector<CommentId> read_ancestors(ReadSession& session, CommentId id) {
  std::vector<CommentId> chain;
  session.find_ancestors.id = id.value;
  session.find_ancestors.statement.each([&] { chain.push_back(CommentId{session.find_ancestors.ancestor}); });
  return chain;
}

ThreadPage read_thread_page(ReadSession& session, const Site& site, const std::string& page, SortOrder sort,
                            const std::optional<Cursor>& after, std::size_t top_level_limit) {
  ThreadPage thread;
  thread.site = site.name;
  thread.page = page;
  thread.sort = sort;
  FindPage& found = session.find_page;
  found.site = site.id.value;
  found.page_key = page;
  if (!found.statement.run()) return thread;
  thread.title = found.title;
  thread.version = found.version;
  thread.total = found.total;

  read_page_marks(session, found.id, thread.page_marks);

  const Cursor start = after.value_or(start_of(sort));
  ThreadPart& top_part = session.sorted(sort).top;
  set_range(top_part, found.id, start, top_level_limit + 1); // one more tells whether there is a next page
  std::vector<Comment> top;
  std::int64_t last_score = 0; // of the last that is not too many
  top_part.statement.each([&] {
    top.push_back(shown(top_part));
    if (top.size() <= top_level_limit) last_score = top_part.row_score;
  });
  if (top.size() > top_level_limit) {
    top.resize(top_level_limit);
    const bool scored = has_score(sort);
    if (!top.empty()) {
      thread.next = Cursor{top.back().created, top.back().id, scored ? std::optional(last_score) : std::nullopt};
    }
  }

  ThreadPart& reply_part = session.sorted(sort).replies;
  set_range(reply_part, found.id, start, top_level_limit);
  Replies replies = read_replies(reply_part);
  for (Comment& comment : top) append_with_replies(thread.comments, std::move(comment), replies);
  return thread;
}

std::size_t count_through(ReadSession& session, const Site& site, const std::string& page, SortOrder sort,
                          const std::optional<Cursor>& after, CommentId through, std::size_t limit) {
  session.find_page.site = site.id.value;
  session.find_page.page_key = page;
  if (!session.find_page.statement.run()) return 0;
  FindTop& found = session.find_top;
  found.id = through.value;
  found.page = session.find_page.id;
  if (!found.statement.run()) return 0;
  CountBetween& between = session.sorted(sort).between;
  between.page = session.find_page.id;
  between.after = after.value_or(start_of(sort));
  between.after_score = between.after.score.value_or(0);
  between.through = Cursor{Instant{found.created}, CommentId{found.top}};
  between.through_score = sort == SortOrder::controversial ? found.controversy : found.score;
  between.limit = row_limit(limit);
  between.statement.run();
  return static_cast<std::size_t>(between.count);
}

std::vector<wire::PageCount> read_counts(ReadSession& session, SiteId site, const std::vector<std::string>& pages) {
  std::vector<wire::PageCount> counts;
  counts.reserve(pages.size());
  session.find_page.site = site.value;
  for (const std::string& page : pages) {
    session.find_page.page_key = page;
    const bool found = session.find_page.statement.run();
    counts.push_back(wire::PageCount{page, found ? session.find_page.total : 0});
  }
  return counts;
}

std::vector<FeedEntry> read_recent(ReadSession& session, SiteId site, const std::optional<std::string>& page,
                                   std::size_t limit) {
  std::vector<FeedEntry> entries;
  RecentComments& recent = page ? session.recent_of_page : session.recent_of_site;
  recent.holder = site.value;
  if (page) {
    session.find_page.site = site.value;
    session.find_page.page_key = *page;
    if (!session.find_page.statement.run()) return entries;
    recent.holder = session.find_page.id;
  }
  recent.limit = row_limit(limit);
  recent.statement.each([&] {
    entries.push_back(FeedEntry{recent.row.to_comment(), recent.row.page_key, recent.url, recent.title});
  });
  return entries;
}

} // namespace palabre::storage
