// The page without script.
#include "shared/text/markdown.h"
#include "shared/view/html.h"
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

} // namespace

std::string look_stylesheet(const wire::Appearance& look) {
  return look.accent.empty() ? std::string() : ".p-page,.p-page .p-root{--palabre-accent:" + look.accent + "}";
}

std::string plain_page(const ThreadState& state, std::string_view stylesheet, const std::string& address,
                       const wire::Appearance& look) {
  const Messages& messages = state.messages;
  ThreadState plain = state;
  plain.interaction = Interaction::forms;
  const std::string& title = state.thread.title;
  const std::string heading =
      title.empty() ? messages.text("plain.title") : messages.text("plain.title_of", "name", title);

  std::string page = "<!doctype html>\n<html lang=\"";
  page += to_name(messages.language());
  page += "\" dir=\"";
  page += direction_of(messages.language());
  page += "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
          "initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>";
  page += escape_html(heading);
  page += "</title><style>";
  page += stylesheet;
  page += "</style>";
  if (const std::string own = look_stylesheet(look); !own.empty()) page += "<style>" + own + "</style>";
  page += "</head><body class=\"p-page\"";
  if (look.theme == "light" || look.theme == "dark") page += " data-theme=\"" + look.theme + "\"";
  page += "><main>";
  const NodePtr page_title = element(
      Role::heading, {.attributes = {style("p-page-title"), {Attr::level, "1"}, {Attr::text_direction, "auto"}}},
      {words(heading)});
  if (const NodePtr back = way_back(address, messages)) print_html(*back, page);
  print_html(*page_title, page);
  print_html(*thread_view(plain), page);
  page += "</main></body></html>\n";
  return page;
}

} // namespace palabre::view
