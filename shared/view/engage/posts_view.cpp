#include <algorithm>
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

// FNV-1a over what a reader read: told anew when it says something else.
std::uint32_t hash_of(const Post& post) {
  std::uint32_t hash = 2166136261u;
  for (const std::string* text : {&post.title, &post.body}) {
    for (const char byte : *text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  }
  return hash ^ static_cast<std::uint32_t>(post.severity);
}

bool is_banner(const State& state, const Item& item) {
  const Post& post = item.document.post;
  const bool speaks = post.kind == PostKind::announcement || post.kind == PostKind::question;
  return state.place == Place::thread && post.shape == PostShape::banner && speaks;
}

// What stands first is what must be known first.
enum class Rank : std::uint8_t { incident, banner, card };

Rank rank_of(const State& state, const Item& item) {
  if (!is_banner(state, item)) return Rank::card;
  const Post& post = item.document.post;
  const bool incident = post.kind == PostKind::announcement && post.severity == Severity::incident;
  return incident ? Rank::incident : Rank::banner;
}

bool is_here(const State& state, const Item& item) {
  // Without script there is no article around it that has a place for it.
  return state.place == Place::alone || state.means == Means::forms || item.document.post.shape != PostShape::in_place;
}

void choose_as_cast(PollPart& part) {
  if (!part.cast) return;
  part.chosen = part.cast->choices;
  part.other = part.cast->other;
}

} // namespace

std::string dismissal_key(const Post& post) {
  return post.id.text() + "-" + std::to_string(post.revision) + "-" + std::to_string(hash_of(post));
}

std::vector<const Item*> in_order(const State& state) {
  std::vector<const Item*> shown;
  for (const Rank rank : {Rank::incident, Rank::banner, Rank::card}) {
    for (const Item& item : state.items) {
      if (is_here(state, item) && rank_of(state, item) == rank) shown.push_back(&item);
    }
  }
  return shown;
}

bool is_drawn(const wire::PostDocument& document) {
  return document.contest && (!document.contest->winners.empty() || !document.contest->proof.seed.empty());
}

const wire::PollView* visible_results(const Item& item) {
  if (item.document.poll && item.document.poll->shown) return &*item.document.poll;
  return item.poll.own_view && item.poll.own_view->shown ? &*item.poll.own_view : nullptr;
}

State first_state(std::vector<wire::PostDocument> posts, Instant now, Messages messages, Place place) {
  State state;
  state.messages = std::move(messages);
  state.place = place;
  state.now = now;
  for (wire::PostDocument& post : posts) {
    state.items.push_back({std::move(post)});
    choose_as_cast(state.items.back().poll);
  }
  return state;
}

NodePtr posts_view(const State& state) {
  std::vector<NodePtr> shown;
  for (const Item* item : in_order(state)) {
    const bool card = rank_of(state, *item) == Rank::card;
    shown.push_back(card ? announcement_view(state, *item) : banner_view(state, *item));
  }
  return element(Role::group, {.key = "posts", .attributes = {style("p-thread p-posts")}}, std::move(shown));
}

NodePtr post_body(const State& state, const Post& post) {
  if (post.body.empty()) return nullptr;
  return element(Role::group, {.key = "body", .attributes = {style("p-body"), {Attr::text_direction, "auto"}}},
                 state.bodies != nullptr ? state.bodies(post.body) : std::vector<NodePtr>());
}

std::vector<NodePtr> plain_body(std::string_view markdown) {
  return {element(Role::paragraph, {}, {words(std::string(markdown))})};
}

} // namespace palabre::view::engage
