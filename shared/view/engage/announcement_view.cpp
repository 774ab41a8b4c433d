// Announcements and questions: a slim line or a card.
#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

std::string kind_key(const Post& post) {
  switch (post.kind) {
  case PostKind::poll: return "post.poll";
  case PostKind::contest: return "post.contest";
  case PostKind::question: return "post.question";
  case PostKind::announcement: break;
  }
  return "post." + std::string(to_name(post.severity));
}

std::string severity_style(const Post& post) {
  const bool asks = post.kind == PostKind::question;
  return " p-severity-" + std::string(asks ? "question" : to_name(post.severity));
}

NodePtr kind_view(const State& state, const Item& item) {
  return element(Role::inline_group, {.key = "kind", .attributes = {style("p-kind")}},
                 {words(state.messages.text(kind_key(item.document.post)))});
}

NodePtr dismiss_button(const State& state, const Item& item) {
  const Post& post = item.document.post;
  if (!post.dismissible || state.means == Means::forms || state.place != Place::thread) return nullptr;
  if (post.kind == PostKind::poll || post.kind == PostKind::contest) return nullptr;
  return press("dismiss", PaintKind::quiet_button, state.messages.text("post.dismiss"),
               {ActionKind::desk_press, verb("dismiss", item)},
               {{Attr::label, state.messages.text("post.dismiss_it", "name", post.title)}});
}

NodePtr answer_button(const State& state, const Item& item) {
  if (item.document.post.kind != PostKind::question) return nullptr;
  if (state.means == Means::forms) {
    if (state.place == Place::alone) return nullptr;
    return element(
        Role::link,
        {.key = "answer",
         .attributes = {style("p-button"), {Attr::href, "#palabre-new"}, {Attr::described_by, id_in(item, "title")}}},
        {words(state.messages.text("post.answer"))});
  }
  return press("answer", PaintKind::button, state.messages.text("post.answer"),
               {ActionKind::desk_press, verb("answer", item)}, {{Attr::described_by, id_in(item, "title")}});
}

NodePtr title_of(const Item& item, const char* level) {
  return element(Role::heading,
                 {.key = "title",
                  .attributes = {{Attr::id, id_in(item, "title")},
                                 style("p-post-title"),
                                 {Attr::level, level},
                                 {Attr::text_direction, "auto"},
                                 {Attr::focusable, ""}}},
                 {words(item.document.post.title)});
}

NodePtr foot_of(std::vector<NodePtr> controls) {
  for (const NodePtr& one : controls) {
    if (one) return element(Role::footer, {.key = "foot", .attributes = {style("p-foot")}}, std::move(controls));
  }
  return nullptr;
}

} // namespace

NodePtr banner_view(const State& state, const Item& item) {
  const Post& post = item.document.post;
  return element(Role::section,
                 {.key = "p" + post.id.text(),
                  .attributes = {{Attr::id, "post-" + dismissal_key(post)},
                                 style("p-banner" + severity_style(post)),
                                 {Attr::labelled_by, id_in(item, "title")}},
                  .state = item.dismissed ? view::State::hidden : view::State::none},
                 {kind_view(state, item),
                  element(Role::group, {.key = "said", .attributes = {style("p-said")}},
                          {title_of(item, "2"), post_body(state, post)}),
                  answer_button(state, item), dismiss_button(state, item)});
}

NodePtr announcement_view(const State& state, const Item& item) {
  const Post& post = item.document.post;
  std::vector<NodePtr> parts{element(Role::header, {.key = "head", .attributes = {style("p-post-head")}},
                                     {kind_view(state, item), until(state, item)}),
                             title_of(item, state.means == Means::forms && state.place == Place::alone ? "1" : "2")};
  if (post.kind == PostKind::poll || post.kind != PostKind::contest) parts.push_back(post_body(state, post));
  if (post.poll) {
    for (NodePtr& part : poll_parts(state, item)) parts.push_back(std::move(part));
  }
  if (post.contest) {
    for (NodePtr& part : contest_parts(state, item)) parts.push_back(std::move(part));
  }
  parts.push_back(foot_of({answer_button(state, item), dismiss_button(state, item)}));
  return element(Role::article,
                 {.key = "p" + post.id.text(),
                  .attributes = {{Attr::id, "post-" + dismissal_key(post)},
                                 style("p-post" + severity_style(post)),
                                 {Attr::labelled_by, id_in(item, "title")}},
                  .state = item.dismissed ? view::State::hidden : view::State::none,
                  .paint = {PaintKind::card, 1}},
                 std::move(parts));
}

} // namespace palabre::view::engage
