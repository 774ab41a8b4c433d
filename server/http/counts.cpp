// GET counts
#include "server/http/handlers.h"

#include "shared/view/catalogues/built_in.h"
#include "shared/wire/codec.h"

namespace palabre::http {

Response get_counts(Environment& environment, const Call& call) {
  const std::string name = call.query.get("site");
  if (name.empty()) return problem(ErrorCode::missing_field, "site");
  const std::vector<std::string> pages = call.query.all("page");
  if (pages.empty()) return problem(ErrorCode::missing_field, "page");
  if (pages.size() > service::count_limit) return problem(ErrorCode::field_too_long, "page");
  const auto site = open_site(environment, call.request, name);
  if (!site) return problem(site.error());
  auto counts = service::count_comments(environment.context, *site, pages);
  if (!counts) return problem(counts.error());
  if (const std::string* language = call.query.find("lang")) {
    const view::Messages messages = view::built_in_messages(view::language_of(*language));
    for (wire::PageCount& count : *counts) count.text = messages.plural("thread.count", count.comments);
  }
  Response response = respond(200, "application/json", wire::encode(*counts));
  response.set("Cache-Control", "public, max-age=5");
  return response;
}

} // namespace palabre::http
