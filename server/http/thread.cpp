// GET thread
#include "server/http/handlers.h"
#include "server/http/thread_query.h"

#include "shared/view/html.h"
#include "shared/view/thread_view.h"
#include "shared/wire/codec.h"

namespace palabre::http {

Expected<wire::ThreadQuery> decode_thread_query(const Parameters& query) {
  wire::ThreadQuery decoded;
  decoded.site = query.get("site");
  if (decoded.site.empty()) return fail(ErrorCode::missing_field, "site");
  decoded.page = query.get("page");
  if (decoded.page.empty()) return fail(ErrorCode::missing_field, "page");
  if (auto options = decode_thread_options(query, decoded); !options) return tl::unexpected(options.error());
  if (const std::string* html = query.find("html")) {
    if (*html != "0" && *html != "1") return fail(ErrorCode::unknown_field_value, "html");
    decoded.html = *html == "1";
  }
  return decoded;
}

Expected<void> decode_thread_options(const Parameters& query, wire::ThreadQuery& out) {
  if (const std::string* sort = query.find("sort")) {
    const auto order = parse_sort_order(*sort);
    if (!order) return fail(ErrorCode::unknown_field_value, "sort");
    out.sort = *order;
  }
  if (const std::string* after = query.find("after")) {
    out.after = Cursor::parse(*after);
    if (!out.after) return fail(ErrorCode::bad_cursor, "after");
  }
  out.lang = view::to_name(view::language_of(query.get("lang")));
  return {};
}

Response get_thread(Environment& environment, const Call& call) {
  const auto query = decode_thread_query(call.query);
  if (!query) return problem(query.error());
  const auto site = open_site(environment, call.request, query->site);
  if (!site) return problem(site.error());
  auto page = service::read_thread(environment.context, *site, *query);
  if (!page) return problem(page.error());
  wire::ThreadDocument document{*std::move(page), {}};
  if (query->html) {
    const view::Language language = view::language_of(query->lang);
    document.html = view::to_html(*view::thread_view(view::first_state(document.thread, language)));
  }
  return json(200, wire::encode(document));
}

} // namespace palabre::http
