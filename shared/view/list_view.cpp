#include "shared/view/list_view.h"

#include <algorithm>
#include <functional>

#include "shared/view/comment_view.h"
#include "shared/view/composer_view.h"
#include "shared/view/moderation_view.h"
#include "shared/view/parts.h"

namespace palabre::view {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

struct Slot {
  std::size_t parent{nobody}; // a smaller index, or nobody
  unsigned depth{1};
  std::vector<NodePtr> replies; // gathered last to first
  std::size_t replies_fingerprint{0};
  std::size_t below{0}; // comments below it
  bool repeated{false}; // the id came before; shown once
  bool changing{false}; // something in it is not worth caching: an open composer, a comment on its way
};

std::size_t mixed(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9e3779b9u + (seed << 6) + (seed >> 2));
}

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

// What readers left on it, and this reader among them.
std::size_t marks_of(const ThreadState& state, const Comment& comment) {
  const MarkRules& rules = state.thread.marks;
  std::size_t seed = static_cast<std::size_t>(rules.votes) + 4 * rules.reactions.size() + (state.marking == comment.id);
  seed = mixed(mixed(seed, static_cast<std::size_t>(comment.marks.up)), static_cast<std::size_t>(comment.marks.down));
  for (const ReactionCount& one : comment.marks.reactions) {
    seed = mixed(mixed(seed, hash_of(one.name)), static_cast<std::size_t>(one.count));
  }
  const auto own = state.own_marks.find(comment.id);
  if (own == state.own_marks.end()) return seed;
  for (const std::string& name : own->second) seed = mixed(seed, hash_of(name));
  return seed;
}

// What this reader told moderators, or lifted.
std::size_t reports_of(const ThreadState& state, CommentId id) {
  std::size_t seed =
      state.mine.count(id) + 2 * state.flagged.count(id) + 4 * state.appealed.count(id) + (state.thread.closed ? 8 : 0);
  if (state.flagging && state.flagging->comment == id) {
    const std::optional<Error>& error = state.flagging->error;
    seed += 16 + (state.flagging->sending ? 32 : 0) + (error ? 64 * (static_cast<std::size_t>(error->code) + 1) : 0);
  }
  if (state.lifted.empty()) return seed;
  const std::string prefix = id.text() + ".";
  for (auto one = state.lifted.lower_bound(prefix); one != state.lifted.end() && one->rfind(prefix, 0) == 0; ++one) {
    seed = mixed(seed, hash_of(*one));
  }
  return seed;
}

// Of all that a comment's own words and buttons come from, replies left out.
std::size_t fingerprint_of(const ThreadState& state, const Comment& comment, const std::vector<CommentId>& begun) {
  std::size_t seed =
      static_cast<std::size_t>(state.messages.language()) * 2 + static_cast<std::size_t>(state.interaction);
  seed = mixed(seed, static_cast<std::size_t>(comment.id.value));
  seed = mixed(seed, comment.parent ? static_cast<std::size_t>(comment.parent->value) : 0);
  const std::size_t marks = state.own.count(comment.id) + 2 * state.folded.count(comment.id) +
                            4 * state.fresh.count(comment.id) + (state.quotable == comment.id ? 8 : 0);
  seed = mixed(seed, static_cast<std::size_t>(comment.state) * 16 + marks);
  seed = mixed(seed, static_cast<std::size_t>(comment.created.milliseconds));
  seed = mixed(seed, comment.edited ? static_cast<std::size_t>(comment.edited->milliseconds) + 1 : 0);
  seed = mixed(seed, hash_of(comment.author.name));
  seed = mixed(seed, hash_of(comment.author.website));
  if (const auto leaving = state.leaving.find(comment.id); leaving != state.leaving.end()) {
    seed = mixed(seed, static_cast<std::size_t>(leaving->second) + 1);
  }
  if (const auto error = state.remove_errors.find(comment.id); error != state.remove_errors.end()) {
    seed = mixed(mixed(seed, static_cast<std::size_t>(error->second.code) + 1),
                 static_cast<std::size_t>(error->second.retry_after_s));
  }
  for (const std::string& reason : comment.reasons) seed = mixed(seed, hash_of(reason));
  for (const std::string& mask : comment.masks) seed = mixed(seed, hash_of(mask));
  seed = mixed(seed, reports_of(state, comment.id));
  seed = mixed(seed, marks_of(state, comment));
  for (const Badge badge : comment.badges) seed = mixed(seed, static_cast<std::size_t>(badge) + 1);
  seed = mixed(seed, 2 * static_cast<std::size_t>(comment.question) +
                         (state.welcome && state.welcome->comment == comment.id ? 1 : 0));
  if (state.additions != nullptr) seed = mixed(seed, state.additions->fingerprint(comment.id));
  if (std::find(begun.begin(), begun.end(), comment.id) != begun.end()) seed = mixed(seed, 1);
  return mixed(seed, hash_of(comment.body));
}

// Comments with words for them in a composer, open or not.
std::vector<CommentId> begun_of(const ThreadState& state) {
  std::vector<CommentId> begun;
  for (const auto& [key, composer] : state.composers) {
    const std::optional<CommentId> id = CommentId::parse(std::string_view(key).substr(key.find('-') + 1));
    if (id && !composer.draft.body.empty()) begun.push_back(*id);
  }
  return begun;
}

std::vector<std::size_t> fingerprints_of(const ThreadState& state) {
  const std::vector<CommentId> begun = begun_of(state);
  std::vector<std::size_t> fingerprints;
  fingerprints.reserve(state.thread.comments.size());
  for (const Comment& comment : state.thread.comments) fingerprints.push_back(fingerprint_of(state, comment, begun));
  return fingerprints;
}

std::size_t folded(const std::vector<std::size_t>& fingerprints) {
  std::size_t seed = fingerprints.size();
  for (const std::size_t one : fingerprints) seed = mixed(seed, one);
  return seed;
}

// Nothing in the list depends on more than the comments themselves.
bool is_quiet(const ThreadState& state) {
  return state.pending.empty() && !state.replying_to && !state.editing && !state.appealing;
}

// A parent that does not stand before its reply is taken for none, so whatever came in there are no cycles.
std::vector<Slot> place_comments(const ThreadState& state, std::map<CommentId, std::size_t>& places) {
  const std::vector<Comment>& comments = state.thread.comments;
  std::vector<Slot> slots(comments.size());

  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto parent = comments[i].parent ? places.find(*comments[i].parent) : places.end();
    if (parent != places.end()) {
      const Slot& above = slots[parent->second];
      const bool too_deep = above.depth >= deepest_nesting;
      slots[i].parent = too_deep ? above.parent : parent->second;
      slots[i].depth = too_deep ? above.depth : above.depth + 1;
    }
    slots[i].repeated = !places.emplace(comments[i].id, i).second;
  }
  return slots;
}

void mark_changing(const ThreadState& state, const std::map<CommentId, std::size_t>& places, std::vector<Slot>& slots) {
  const auto mark = [&](const std::optional<CommentId>& id) {
    const auto found = id ? places.find(*id) : places.end();
    if (found == places.end()) return;
    for (std::size_t i = found->second; i != nobody; i = slots[i].parent) slots[i].changing = true;
  };
  mark(state.replying_to);
  mark(state.editing);
  mark(state.appealing);
  for (const PendingComment& pending : state.pending) mark(pending.parent);
}

NodePtr article_of(const ThreadState& state, const Messages& messages, const Comment& comment, Slot& slot,
                   std::size_t fingerprint, ViewCache* cache) {
  if (cache != nullptr && !slot.changing) {
    const auto found = cache->comments.find(comment.id);
    if (found != cache->comments.end() && found->second.fingerprint == fingerprint) return found->second.node;
  }
  std::reverse(slot.replies.begin(), slot.replies.end());
  NodePtr node = comment_view(state, messages, comment, {slot.depth, slot.below}, std::move(slot.replies));
  if (cache != nullptr && !slot.changing)
    cache->comments.insert_or_assign(comment.id, ViewCache::Entry{fingerprint, node});
  return node;
}

void forget_gone_comments(ViewCache& cache, const std::map<CommentId, std::size_t>& places) {
  if (cache.comments.size() <= places.size()) return;
  for (auto entry = cache.comments.begin(); entry != cache.comments.end();) {
    entry = places.count(entry->first) == 0 ? cache.comments.erase(entry) : std::next(entry);
  }
}

void add_pending(const ThreadState& state, const Messages& messages, const std::map<CommentId, std::size_t>& places,
                 std::vector<Slot>& slots, std::vector<NodePtr>& top) {
  for (auto pending = state.pending.rbegin(); pending != state.pending.rend(); ++pending) {
    const auto parent = pending->parent ? places.find(*pending->parent) : places.end();
    if (parent == places.end()) {
      top.push_back(pending_view(messages, *pending, 1));
    } else {
      Slot& above = slots[parent->second];
      above.replies.push_back(pending_view(messages, *pending, above.depth + 1));
    }
  }
}

// Top-level articles in their order, pending ones among them.
std::vector<NodePtr> articles_of(const ThreadState& state, const Messages& messages,
                                 const std::vector<std::size_t>& fingerprints, ViewCache* cache) {
  const std::vector<Comment>& comments = state.thread.comments;
  std::map<CommentId, std::size_t> places;
  std::vector<Slot> slots = place_comments(state, places);
  mark_changing(state, places, slots);

  std::vector<NodePtr> pending; // both last to first
  std::vector<NodePtr> articles;
  add_pending(state, messages, places, slots, pending);
  if (state.thread.sort == SortOrder::oldest) articles.swap(pending);
  for (std::size_t i = comments.size(); i-- > 0;) {
    Slot& slot = slots[i];
    if (slot.repeated) continue;
    const std::size_t fingerprint = mixed(mixed(fingerprints[i], slot.depth), slot.replies_fingerprint);
    NodePtr article = article_of(state, messages, comments[i], slot, fingerprint, cache);
    if (slot.parent == nobody) {
      articles.push_back(std::move(article));
    } else {
      slots[slot.parent].replies.push_back(std::move(article));
      slots[slot.parent].below += slot.below + 1;
      slots[slot.parent].replies_fingerprint = mixed(slots[slot.parent].replies_fingerprint, fingerprint);
    }
  }
  for (NodePtr& one : pending) articles.push_back(std::move(one));
  if (cache != nullptr) forget_gone_comments(*cache, places);
  std::reverse(articles.begin(), articles.end());
  return articles;
}

NodePtr with_child(const Node& node, std::size_t place, NodePtr child) {
  Node copy = node;
  copy.children[place] = std::move(child);
  return std::make_shared<const Node>(std::move(copy));
}

// `node` with this composer in place of the one of its key, all else being the same pointers. Null: it is not in there.
// Of the cards only that of `article` is searched.
NodePtr with_composer(const Node& node, const std::string& article, const NodePtr& composer) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = *node.children[i];
    if (child.key == composer->key) return with_child(node, i, composer);
    const bool holds =
        child.role == Role::article || child.key == "replies" || (child.key == "card" && node.key == article);
    NodePtr changed = holds ? with_composer(child, article, composer) : nullptr;
    if (changed) return with_child(node, i, std::move(changed));
  }
  return nullptr;
}

// The list of the last view with today's composers. Null: it has to be made anew.
NodePtr recomposed(const ThreadState& state, const Messages& messages, NodePtr list) {
  for (const auto& [kind, id] :
       {std::pair(ComposerKind::reply, state.replying_to), {ComposerKind::edit, state.editing}}) {
    if (!list || !id) continue;
    list = with_composer(*list, "c" + id->text(), composer_view(state, messages, {kind, *id}));
  }
  if (list && state.appealing) {
    list = with_composer(*list, "c" + state.appealing->text(), appeal_box(state, messages, *state.appealing));
  }
  return list;
}

} // namespace

NodePtr list_view(const ThreadState& state, const Messages& messages, ViewCache* cache, Changed changed) {
  if (cache != nullptr && changed == Changed::composers && cache->shown) {
    if (NodePtr list = recomposed(state, messages, cache->shown)) return cache->shown = std::move(list);
  }
  if (cache != nullptr) cache->shown = nullptr;
  if (state.thread.comments.empty() && state.pending.empty()) return nullptr;
  const std::vector<std::size_t> fingerprints = fingerprints_of(state);
  const std::size_t fingerprint = folded(fingerprints);
  const bool cacheable = cache != nullptr && is_quiet(state);
  if (cacheable && cache->list.node && cache->list.fingerprint == fingerprint) {
    return cache->shown = cache->list.node;
  }

  NodePtr list = element(Role::group, {.key = "list", .attributes = {style("p-list")}},
                         articles_of(state, messages, fingerprints, cache));
  if (cacheable) cache->list = {fingerprint, list};
  if (cache != nullptr) cache->shown = list;
  return list;
}

} // namespace palabre::view
