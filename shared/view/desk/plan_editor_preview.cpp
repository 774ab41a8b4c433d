// What readers will meet, beside the form; and what to put into a page.
#include "shared/view/desk/plan_editor_parts.h"
#include "shared/view/engage/views.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

bool is_control(Role role) {
  return role == Role::button || role == Role::field || role == Role::text_area || role == Role::select;
}

// To be looked at only: nothing in it does anything, leads anywhere, or is sent.
NodePtr still(const Node& node) {
  if (node.role == Role::text) return words(node.text);
  std::vector<NodePtr> children;
  for (const NodePtr& child : node.children) children.push_back(still(*child));
  Properties properties{node.key, {}, node.state, {}, node.paint};
  for (const Attribute& one : node.attributes) {
    if (one.name != Attr::href && one.name != Attr::submit) properties.attributes.push_back(one);
  }
  if (is_control(node.role)) properties.state = properties.state | State::disabled;
  const bool sends = node.role == Role::form;
  return element(sends ? Role::group : node.role, std::move(properties), std::move(children));
}

// As far as it is written, and as if it ran.
wire::PostDocument shown_post(const DeskState& desk) {
  const PostForm& form = shown_form(desk);
  wire::PostDocument document;
  document.post = written_post(form, desk.plan.zone).value_or(form.post);
  Post& post = document.post;
  if (post.title.empty()) post.title = plan_text(desk, "preview_untitled");
  if (post.by.empty() && desk.session) post.by = desk.session->member.name;
  if (post.poll) {
    post.poll->options.clear();
    for (const OptionForm& option : form.options) {
      if (!option.text.empty()) post.poll->options.push_back({option.key, option.text});
    }
    document.poll = wire::PollView{};
  }
  if (post.contest) document.contest = wire::ContestView{};
  return document;
}

NodePtr as_readers_see(const DeskState& desk) {
  const bool in_place = shown_form(desk).post.shape == PostShape::in_place;
  const engage::Place place = in_place ? engage::Place::alone : engage::Place::thread;
  const engage::State state = engage::first_state({shown_post(desk)}, desk.now, desk.messages, place);
  return still(*engage::posts_view(state));
}

} // namespace

std::string post_snippet(const Post& post) {
  return "<div data-palabre-poll=\"" + post.id.text() + "\"></div>";
}

std::string page_of(const Post& post) {
  return "/p/" + wire::percent_encode(post.site) + "/" + post.id.text();
}

NodePtr own_page_view(const DeskState& desk, const Post& post) {
  return element(
      Role::section, {.key = "own-page", .attributes = {style("d-stack"), {Attr::labelled_by, "own-page-title"}}},
      {heading(2, plan_text(desk, "own_page"), "own-page-title"), paragraph("d-hint", plan_text(desk, "own_page_hint")),
       element(Role::code_block, {.key = "address", .attributes = {style("d-code")}},
               {element(Role::code, {}, {words(desk.origin + page_of(post))})}),
       stack("do", "d-toolbar", {press("page", PaintKind::button, plan_text(desk, "own_page_open"), "page")})});
}

NodePtr editor_preview(const DeskState& desk) {
  return element(
      Role::section, {.key = "preview", .attributes = {style("d-stack"), {Attr::labelled_by, "preview-title"}}},
      {heading(2, desk.messages.text("desk.preview"), "preview-title"),
       paragraph("d-hint", plan_text(desk, "preview_hint")), stack("still", "d-still", {as_readers_see(desk)})});
}

NodePtr embed_view_of(const DeskState& desk) {
  const Post& post = shown_form(desk).post;
  if (post.id.value == 0) return nullptr;
  return element(Role::section, {.key = "embed", .attributes = {style("d-stack"), {Attr::labelled_by, "embed-title"}}},
                 {heading(2, plan_text(desk, "embed"), "embed-title"),
                  paragraph("d-hint", plan_text(desk, "embed_hint")),
                  element(Role::code_block, {.key = "code", .attributes = {style("d-code")}},
                          {element(Role::code, {}, {words(post_snippet(post))})}),
                  stack("do", "d-toolbar",
                        {press("copy", PaintKind::button, desk.messages.text("desk.copy"), "copy",
                               {{Attr::described_by, "embed-title"}})})});
}

} // namespace palabre::view::desk
