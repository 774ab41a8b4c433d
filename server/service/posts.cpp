#include "server/service/posts.h"

#include <algorithm>

#include "server/service/contests.h"
#include "server/service/tokens.h"

namespace palabre::service {
namespace {

constexpr std::size_t shown_others = 20;
constexpr std::int64_t minute_ms = 60'000;

// When it leaves the pages that it was on; nullopt: nobody knows yet.
std::optional<Instant> leaves_pages(const storage::StoredPost& stored) {
  const Post& post = stored.post;
  if (!post.ends || (post.kind != PostKind::poll && post.kind != PostKind::contest)) return post.ends;
  if (post.kind == PostKind::poll) return *post.ends + shown_after_closing;
  if (!stored.drawn) return std::nullopt;
  return (*stored.drawn < *post.ends ? *post.ends : *stored.drawn) + shown_after_closing;
}

bool is_shown_on(const storage::StoredPost& stored, const std::string& page, Instant now) {
  const Post& post = stored.post;
  const PostPhase phase = phase_of(post, now);
  if (phase != PostPhase::open && phase != PostPhase::closed) return false;
  const auto leaves = leaves_pages(stored);
  if (leaves && *leaves <= now) return false;
  if (post.shape == PostShape::in_place && post.pages.empty()) return false; // it has a place, where it is asked for
  return is_for_page(post, page);
}

void keep_earlier(std::optional<Instant>& kept, const std::optional<Instant>& other, Instant now) {
  if (other && now < *other && (!kept || *other < *kept)) kept = other;
}

void note_changes(std::optional<Instant>& changes, const storage::StoredPost& stored, Instant now) {
  keep_earlier(changes, stored.post.starts, now);
  keep_earlier(changes, stored.post.ends, now);
  keep_earlier(changes, leaves_pages(stored), now);
}

Instant to_the_minute(Instant now) {
  return Instant{now.milliseconds - now.milliseconds % minute_ms};
}

Expected<wire::PollView> poll_view(const Context& context, const Post& post, bool shown) {
  const bool for_staff = post.poll->results == ResultsShown::staff;
  wire::PollView view;
  if (!shown && for_staff) return view;
  const auto count = context.polls->count(context.store, post, Ballots::counted);
  if (!count) return tl::unexpected(count.error());
  view.voters = count->result.ballots;
  view.set_apart = count->set_apart;
  view.shown = shown;
  if (!shown) return view;
  view.result = count->result;
  if (!post.poll->other) return view;
  const auto others = context.store.posts().other_answers(post.id, storage::OtherState::published, shown_others);
  if (!others) return tl::unexpected(others.error());
  for (const storage::OtherAnswer& answer : *others) view.others.push_back(answer.words);
  return view;
}

bool are_results_public(const Post& post, PostPhase phase) {
  if (post.poll->results == ResultsShown::staff) return false;
  return post.poll->results == ResultsShown::always || phase == PostPhase::closed;
}

// Without what only the desk knows.
Post for_readers(Post post) {
  post.by.clear();
  post.pages.clear();
  post.purpose = Purpose::value;
  post.revision = 0;
  if (post.contest) post.contest->answers.clear();
  return post;
}

Expected<wire::OwnPart> part_in(const Context& context, const Post& post, const Visitor& visitor) {
  wire::OwnPart part;
  part.post = post.id;
  if (post.contest) {
    auto entry = own_entry(context, post, visitor);
    if (!entry) return tl::unexpected(entry.error());
    part.entry = *std::move(entry);
  }
  if (!post.poll) return part;
  auto ballot = context.store.posts().find_ballot(post.id, hash_of_reader(context, visitor.reader_token));
  if (!ballot) return tl::unexpected(ballot.error());
  if (!*ballot) return part;
  part.ballot = std::move((*ballot)->ballot);
  if (post.poll->results != ResultsShown::after_voting) return part;
  auto view = poll_view(context, post, true);
  if (!view) return tl::unexpected(view.error());
  part.poll = *std::move(view);
  return part;
}

// The posts of the site that may be on pages now.
Expected<std::vector<storage::StoredPost>> opened_posts(const Context& context, const Site& site, Instant now) {
  const Instant since{now.milliseconds - shown_after_closing.milliseconds};
  return context.store.posts().opened_posts(site.id, since, now, most_posts_of_site);
}

Expected<void> add_named(const Context& context, const Site& site, const std::vector<PostId>& named, Instant now,
                         ShownPosts& shown) {
  for (const PostId id : named) {
    if (shown.list.posts.size() >= most_posts_of_page) return {};
    const auto there = std::any_of(shown.list.posts.begin(), shown.list.posts.end(),
                                   [&](const wire::PostDocument& one) { return one.post.id == id; });
    if (there) continue;
    const auto found = find_shown_post(context, id);
    if (!found && found.error().code == ErrorCode::unknown_post) continue;
    if (!found) return tl::unexpected(found.error());
    if (found->site != site.id) continue;
    auto document = document_of(context, *found, now);
    if (!document) return tl::unexpected(document.error());
    document->post.shape = PostShape::in_place; // the comment is its place
    note_changes(shown.changes, *found, now);
    shown.list.posts.push_back(*std::move(document));
  }
  return {};
}

} // namespace

Expected<wire::PostDocument> document_of(const Context& context, const storage::StoredPost& stored, Instant now,
                                         Results results) {
  wire::PostDocument document;
  document.phase = phase_of(stored.post, now);
  document.post = for_readers(stored.post);
  if (stored.post.contest) {
    auto view = contest_view(context, stored.post, now);
    if (!view) return tl::unexpected(view.error());
    document.contest = *std::move(view);
  }
  if (!stored.post.poll) return document;
  const bool shown = results == Results::whole || are_results_public(stored.post, document.phase);
  auto view = poll_view(context, stored.post, shown);
  if (!view) return tl::unexpected(view.error());
  document.poll = *std::move(view);
  return document;
}

Expected<storage::StoredPost> find_shown_post(const Context& context, PostId id, Early early) {
  auto found = context.store.posts().find_post(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_post);
  const PostPhase phase = phase_of((*found)->post, context.now());
  if (phase == PostPhase::planned && early == Early::told) return fail(ErrorCode::not_open_yet);
  if (phase != PostPhase::open && phase != PostPhase::closed) return fail(ErrorCode::unknown_post);
  return **std::move(found);
}

Expected<ShownPosts> posts_of_page(const Context& context, const Site& site, const std::string& page,
                                   const std::vector<PostId>& named) {
  const Instant now = context.now();
  const auto opened = opened_posts(context, site, now);
  if (!opened) return tl::unexpected(opened.error());
  ShownPosts shown;
  shown.list.now = to_the_minute(now);
  for (const storage::StoredPost& stored : *opened) {
    note_changes(shown.changes, stored, now);
    if (shown.list.posts.size() >= most_posts_of_page || !is_shown_on(stored, page, now)) continue;
    auto document = document_of(context, stored, now);
    if (!document) return tl::unexpected(document.error());
    shown.list.posts.push_back(*std::move(document));
  }
  const auto next = context.store.posts().next_opening(site.id, now);
  if (!next) return tl::unexpected(next.error());
  keep_earlier(shown.changes, *next, now);
  if (auto added = add_named(context, site, named, now, shown); !added) return tl::unexpected(added.error());
  return shown;
}

Expected<ShownPosts> read_post(const Context& context, PostId id) {
  const auto found = find_shown_post(context, id);
  if (!found) return tl::unexpected(found.error());
  const Instant now = context.now();
  auto document = document_of(context, *found, now);
  if (!document) return tl::unexpected(document.error());
  ShownPosts shown;
  shown.list.now = to_the_minute(now);
  shown.list.posts.push_back(*std::move(document));
  note_changes(shown.changes, *found, now);
  return shown;
}

Expected<wire::OwnPart> own_part(const Context& context, PostId id, const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  const auto found = find_shown_post(context, id);
  if (!found) return tl::unexpected(found.error());
  return part_in(context, found->post, visitor);
}

Expected<std::vector<wire::OwnPart>> own_parts(const Context& context, const Site& site, const std::string& page,
                                               const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  const Instant now = context.now();
  const auto opened = opened_posts(context, site, now);
  if (!opened) return tl::unexpected(opened.error());
  std::vector<wire::OwnPart> parts;
  for (const storage::StoredPost& stored : *opened) {
    if (parts.size() >= most_posts_of_page || !is_shown_on(stored, page, now)) continue;
    auto part = part_in(context, stored.post, visitor);
    if (!part) return tl::unexpected(part.error());
    if (part->ballot || part->entry) parts.push_back(*std::move(part));
  }
  return parts;
}

Expected<SiteId> site_of_post(const Context& context, PostId id) {
  const auto found = context.store.posts().find_post(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_post);
  return (*found)->site;
}

} // namespace palabre::service
