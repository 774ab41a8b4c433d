// Posts as the server prints them: for a page with script, and by themselves.
#include "shared/view/body_view.h"
#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"
#include "shared/view/html.h"
#include "shared/view/page_frame.h"
#include "shared/wire/routes.h"

namespace palabre::view::engage {

namespace {

std::vector<NodePtr> markdown_body(std::string_view markdown) {
  return body_view(markdown);
}

// What went wrong comes first: it is what a screen reader says of a page that was sent again.
std::string title_of(const State& state) {
  if (state.items.empty()) return {};
  const Item& item = state.items.front();
  const std::string wrong = item.error ? error_text(*item.error, state.messages) + " – " : std::string();
  return wrong + item.document.post.title;
}

NodePtr way_back(const State& state) {
  std::string address = wire::plain_thread_url(state.items.front().document.post.site, state.page);
  if (!state.asked_language.empty()) address += "?lang=" + state.asked_language;
  return element(Role::paragraph, {.attributes = {style("p-page-back")}},
                 {element(Role::link, {.attributes = {{Attr::href, std::move(address)}}},
                          {words(state.messages.text("plain.back"))})});
}

} // namespace

std::string posts_html(std::vector<wire::PostDocument> posts, Instant now, const Messages& messages, Place place) {
  State state = first_state(std::move(posts), now, messages, place);
  state.bodies = markdown_body;
  return to_html(*posts_view(state));
}

std::string forms_html(const State& state) {
  State plain = state;
  plain.means = Means::forms;
  plain.bodies = markdown_body;
  return to_html(*posts_view(plain));
}

std::string post_page(const State& state, std::string_view stylesheet, const wire::Appearance& look) {
  State alone = state;
  alone.place = Place::alone;
  std::string page = page_begin(state.messages, title_of(state), stylesheet, look);
  if (!state.page.empty()) print_html(*way_back(state), page);
  page += forms_html(alone);
  page += page_end;
  return page;
}

} // namespace palabre::view::engage
