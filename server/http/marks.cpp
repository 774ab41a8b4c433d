// PUT and DELETE reactions, of comments and of pages
#include "server/service/marks.h"
#include "server/http/handlers.h"
#include "shared/wire/codec_engagement.h"

namespace palabre::http {
namespace {

using service::MarkAction;

Response answer(const Expected<wire::MarkAnswer>& answer) {
  if (!answer) return problem(answer.error());
  Response response = json(200, wire::encode(*answer));
  response.set("Cache-Control", "no-store, private");
  return response;
}

Response mark_comment(Environment& environment, const Call& call, MarkAction action) {
  const auto name = decode_path_text(call.path.get("name"), "name");
  if (!name) return problem(name.error());
  const auto id = open_comment(environment, call);
  if (!id) return problem(id.error());
  if (auto allowed = take_mark(environment, call.request); !allowed) return problem(allowed.error());
  return answer(service::mark_comment(environment.context, *id, *name, action, visitor_of(environment, call.request)));
}

Response mark_page(Environment& environment, const Call& call, MarkAction action) {
  for (const char* parameter : {"site", "page"}) {
    if (call.query.get(parameter).empty()) return problem(ErrorCode::missing_field, parameter);
  }
  const auto name = decode_path_text(call.path.get("name"), "name");
  if (!name) return problem(name.error());
  const auto site = open_site(environment, call.request, call.query.get("site"));
  if (!site) return problem(site.error());
  const auto page = check_page_key(environment, call.query.get("page"));
  if (!page) return problem(page.error());
  if (auto allowed = take_mark(environment, call.request); !allowed) return problem(allowed.error());
  return answer(
      service::mark_page(environment.context, *site, *page, *name, action, visitor_of(environment, call.request)));
}

} // namespace

Response put_mark(Environment& environment, const Call& call) {
  return mark_comment(environment, call, MarkAction::put);
}

Response drop_mark(Environment& environment, const Call& call) {
  return mark_comment(environment, call, MarkAction::drop);
}

Response put_page_mark(Environment& environment, const Call& call) {
  return mark_page(environment, call, MarkAction::put);
}

Response drop_page_mark(Environment& environment, const Call& call) {
  return mark_page(environment, call, MarkAction::drop);
}

} // namespace palabre::http
