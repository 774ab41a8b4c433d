#include "shared/view/page_frame.h"

#include "shared/view/html.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

std::string page_begin(const Messages& messages, std::string_view title, std::string_view stylesheet,
                       const wire::Appearance& look) {
  std::string page = "<!doctype html>\n<html lang=\"";
  page += to_name(messages.language());
  page += "\" dir=\"";
  page += direction_of(messages.language());
  page += "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
          "initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>";
  page += escape_html(title);
  page += "</title><style>";
  page += stylesheet;
  page += "</style>";
  if (const std::string own = look_stylesheet(look); !own.empty()) page += "<style>" + own + "</style>";
  page += "</head><body class=\"p-page\"";
  if (look.theme == "light" || look.theme == "dark") page += " data-theme=\"" + look.theme + "\"";
  page += "><main>";
  return page;
}

} // namespace palabre::view
