#include "server/service/desk_posts.h"

#include <algorithm>

#include "server/service/audit.h"
#include "shared/rules/posts.h"

namespace palabre::service {
namespace {

constexpr std::size_t most_held_others = 200;

storage::AuditNote note_of(const Context& context, const storage::Actor& by, const char* action) {
  return {by, context.now(), action};
}

Expected<storage::StoredPost> load(const Context& context, PostId id) {
  auto found = context.store.posts().find_post(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_post);
  return **std::move(found);
}

Expected<storage::StoredPost> load_poll(const Context& context, PostId id) {
  auto stored = load(context, id);
  if (stored && !stored->post.poll) return fail(ErrorCode::unknown_post);
  return stored;
}

Expected<Post> told(const Context& context, Expected<storage::StoredPost> stored) {
  if (!stored) return tl::unexpected(stored.error());
  context.tell_post_changed(stored->site, stored->post.id);
  return std::move(stored->post);
}

// At the desk everything of the post is known.
Expected<wire::PostDocument> whole_document(const Context& context, const storage::StoredPost& stored) {
  auto document = document_of(context, stored, context.now(), Results::whole);
  if (document) document->post = stored.post;
  return document;
}

} // namespace

Expected<wire::DeskPosts> list_posts(const Context& context, const std::optional<Site>& site, Instant from,
                                     Instant to) {
  const std::optional<SiteId> id = site ? std::optional(site->id) : std::nullopt;
  auto stored = context.store.posts().posts_between(id, from, to, most_desk_posts);
  if (!stored) return tl::unexpected(stored.error());
  const Instant now = context.now();
  const auto opened =
      context.store.posts().count_opened(id, Instant{now.milliseconds - promotion_window.milliseconds}, now);
  if (!opened) return tl::unexpected(opened.error());
  wire::DeskPosts posts;
  posts.value_30 = opened->value;
  posts.promotion_30 = opened->promotion;
  posts.now = now;
  for (storage::StoredPost& one : *stored) {
    const PostPhase phase = phase_of(one.post, now);
    posts.posts.push_back({std::move(one.post), phase, one.ballots, one.opens});
  }
  return posts;
}

Expected<Post> find_post(const Context& context, PostId id) {
  auto stored = load(context, id);
  if (!stored) return tl::unexpected(stored.error());
  return std::move(stored->post);
}

Expected<Post> add_post(const Context& context, const Site& site, const wire::PostDraft& draft,
                        const storage::Actor& by) {
  auto post = rules::check_post(draft.post);
  if (!post) return post;
  post->id = PostId{};
  post->site = site.name;
  post->by = by.name;
  post->created = context.now();
  return told(context, context.store.posts().add_post(site.id, *post, note_of(context, by, audit::post_add)));
}

Expected<Post> change_post(const Context& context, PostId id, const wire::PostDraft& draft, const storage::Actor& by) {
  const auto present = load(context, id);
  if (!present) return tl::unexpected(present.error());
  auto post = rules::check_post(draft.post, &present->post);
  if (!post) return post;
  if (post->site != present->post.site) {
    return fail(ErrorCode::unknown_field_value, "post.site", "a post stays on its site");
  }
  post->id = id;
  post->by = present->post.by;
  post->created = present->post.created;
  return told(context,
              context.store.posts().change_post(*post, draft.revision, note_of(context, by, audit::post_change)));
}

Expected<void> delete_post(const Context& context, PostId id, const storage::Actor& by) {
  const auto site = context.store.posts().delete_post(id, note_of(context, by, audit::post_delete));
  if (!site) return tl::unexpected(site.error());
  context.tell_post_changed(*site, id);
  return {};
}

Expected<Post> close_post(const Context& context, PostId id, const storage::Actor& by) {
  while (true) {
    auto present = load(context, id);
    if (!present) return tl::unexpected(present.error());
    const Instant now = context.now();
    const PostPhase phase = phase_of(present->post, now);
    if (phase == PostPhase::closed) return std::move(present->post);
    if (phase != PostPhase::open) return fail(ErrorCode::wrong_order, {}, "it is not open");
    Post post = present->post;
    post.ends = post.starts ? Instant{std::max(now.milliseconds, post.starts->milliseconds + 1)} : now;
    auto changed = context.store.posts().change_post(post, post.revision, note_of(context, by, audit::post_close));
    if (!changed && changed.error().code == ErrorCode::post_changed) continue;
    return told(context, std::move(changed));
  }
}

Expected<wire::PollDeskResults> poll_results(const Context& context, PostId id) {
  const auto stored = load_poll(context, id);
  if (!stored) return tl::unexpected(stored.error());
  auto document = whole_document(context, *stored);
  if (!document) return tl::unexpected(document.error());
  auto with_all = context.polls->count(context.store, stored->post, Ballots::all);
  if (!with_all) return tl::unexpected(with_all.error());
  auto anomalies = context.store.posts().anomalies(id);
  if (!anomalies) return tl::unexpected(anomalies.error());
  const auto held = context.store.posts().other_answers(id, storage::OtherState::held, most_held_others);
  if (!held) return tl::unexpected(held.error());
  wire::PollDeskResults results{*std::move(document), std::move(with_all->result), *std::move(anomalies), {}};
  for (const storage::OtherAnswer& answer : *held) results.held_others.emplace_back(answer.id, answer.words);
  return results;
}

Expected<wire::PollDeskResults> review_ballots(const Context& context, PostId id, const wire::ReviewBallots& message,
                                               const storage::Actor& by) {
  const auto stored = load_poll(context, id);
  if (!stored) return tl::unexpected(stored.error());
  storage::AuditNote note = note_of(context, by, audit::poll_review);
  note.site = stored->site;
  note.about = id.text();
  Expected<void> done;
  if (!message.group.empty()) {
    note.note = message.group.substr(0, message.group.find('.')); // the rule; who it was is nobody's to know
    note.after = "\"" + std::string(to_name(message.standing)) + "\"";
    done = context.store.posts().review_group(id, message.group, message.standing, note);
  } else {
    const auto state = message.publish ? storage::OtherState::published : storage::OtherState::refused;
    note.after = message.publish ? "\"published\"" : "\"refused\"";
    done = context.store.posts().review_other(id, message.other, state, note);
  }
  if (!done) return tl::unexpected(done.error());
  context.tell_voted(stored->site, id);
  return poll_results(context, id);
}

} // namespace palabre::service
