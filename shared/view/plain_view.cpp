// The page without script.
#include <algorithm>

#include "shared/text/markdown.h"
#include "shared/view/comment_view.h"
#include "shared/view/html.h"
#include "shared/view/page_frame.h"
#include "shared/view/parts.h"
#include "shared/view/thread_view.h"

namespace palabre::view {
namespace {

NodePtr way_back(const std::string& address, const Messages& messages) {
  if (!text::is_web_address(address)) return nullptr;
  return element(Role::paragraph, {.attributes = {style("p-page-back")}},
                 {element(Role::link, {.attributes = {{Attr::href, address.substr(0, address.find('#'))}}},
                          {words(messages.text("plain.back"))})});
}

// The newcomer's comment is not in the page: it waits for a moderator.
bool waits_unseen(const ThreadState& state) {
  const auto& comments = state.thread.comments;
  return state.welcome && std::none_of(comments.begin(), comments.end(),
                                       [&](const Comment& comment) { return comment.id == state.welcome->comment; });
}

} // namespace

std::string look_stylesheet(const wire::Appearance& look) {
  return look.accent.empty() ? std::string() : ".p-page,.p-page .p-root{--palabre-accent:" + look.accent + "}";
}

std::string plain_page(const ThreadState& state, std::string_view stylesheet, const std::string& address,
                       const wire::Appearance& look, std::string_view posts) {
  const Messages& messages = state.messages;
  ThreadState plain = state;
  plain.interaction = Interaction::forms;
  const std::string& title = state.thread.title;
  const std::string heading =
      title.empty() ? messages.text("plain.title") : messages.text("plain.title_of", "name", title);

  std::string page = page_begin(messages, heading, stylesheet, look);
  const NodePtr page_title = element(
      Role::heading, {.attributes = {style("p-page-title"), {Attr::level, "1"}, {Attr::text_direction, "auto"}}},
      {words(heading)});
  if (const NodePtr back = way_back(address, messages)) print_html(*back, page);
  print_html(*page_title, page);
  page += posts;
  if (waits_unseen(plain)) print_html(*welcome_view(plain, messages), page);
  print_html(*thread_view(plain), page);
  page += page_end;
  return page;
}

} // namespace palabre::view
