// Posts as the server prints them: for a page with script, and by themselves.
#include "shared/view/body_view.h"
#include "shared/view/engage/views.h"
#include "shared/view/html.h"
#include "shared/view/page_frame.h"

namespace palabre::view::engage {

namespace {

std::vector<NodePtr> markdown_body(std::string_view markdown) {
  return body_view(markdown);
}

} // namespace

std::string posts_html(std::vector<wire::PostDocument> posts, Instant now, const Messages& messages, Place place) {
  State state = first_state(std::move(posts), now, messages, place);
  state.bodies = markdown_body;
  return to_html(*posts_view(state));
}

std::string post_page(const State& state, std::string_view stylesheet, const wire::Appearance& look) {
  State plain = state;
  plain.means = Means::forms;
  plain.place = Place::alone;
  plain.bodies = markdown_body;
  const std::string title = plain.items.empty() ? std::string() : plain.items.front().document.post.title;
  std::string page = page_begin(plain.messages, title, stylesheet, look);
  print_html(*posts_view(plain), page);
  page += page_end;
  return page;
}

} // namespace palabre::view::engage
