// A post by itself, without script.
#include "shared/view/engage/views.h"
#include "shared/view/html.h"
#include "shared/view/page_frame.h"

namespace palabre::view::engage {

std::string post_page(const State& state, std::string_view stylesheet, const wire::Appearance& look) {
  State plain = state;
  plain.means = Means::forms;
  plain.place = Place::alone;
  const std::string title = plain.items.empty() ? std::string() : plain.items.front().document.post.title;
  std::string page = page_begin(plain.messages, title, stylesheet, look);
  print_html(*posts_view(plain), page);
  page += page_end;
  return page;
}

} // namespace palabre::view::engage
