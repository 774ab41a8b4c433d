// What readers will meet, beside the form; and what to put into a page.
#include "shared/view/body_view.h"
#include "shared/view/desk/plan_editor_parts.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

NodePtr as_readers_see(const DeskState& desk) {
  const PostForm& form = shown_form(desk);
  const Post& post = form.post;
  std::vector<NodePtr> parts{element(Role::heading, {.key = "head", .attributes = {{Attr::level, "3"}}},
                                     {words(post.title.empty() ? plan_text(desk, "preview_untitled") : post.title)})};
  for (NodePtr& node : body_view(post.body)) parts.push_back(std::move(node));
  return stack("post", "d-card d-stack", std::move(parts));
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
  return element(Role::section,
                 {.key = "preview", .attributes = {style("d-stack"), {Attr::labelled_by, "preview-title"}}},
                 {heading(2, desk.messages.text("desk.preview"), "preview-title"), as_readers_see(desk)});
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
