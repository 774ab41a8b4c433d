// GET thread
#include "server/http/handlers.h"
#include "server/http/shown_posts.h"
#include "server/http/thread_query.h"

#include "server/service/desk_settings.h"
#include "server/service/posts.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/html.h"
#include "shared/view/thread_view.h"
#include "shared/wire/codec.h"

namespace palabre::http {
namespace {

// `max-age=0` makes a cache ask again each time, which costs a 304: so a reader's own comment is there after a reload.
constexpr const char* thread_headers = "Content-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
                                       "Cache-Control: public, max-age=0, must-revalidate\r\n"
                                       "Vary: Accept-Encoding, Origin\r\n";

std::vector<PostId> polls_in(const ThreadPage& thread) {
  std::vector<PostId> polls;
  for (const Comment& comment : thread.comments) {
    if (comment.poll) polls.push_back(*comment.poll);
  }
  return polls;
}

Expected<Rendered> render_thread(const Environment& environment, const Site& site, const wire::ThreadQuery& query,
                                 std::size_t pages) {
  auto page = service::read_thread(environment.context, site, query, pages);
  if (!page) return tl::unexpected(page.error());
  const auto look = service::look_of(environment.context, site.id);
  if (!look) return tl::unexpected(look.error());
  wire::ThreadDocument document{*std::move(page), {}, *look};
  std::optional<Instant> until;
  if (!query.after) {
    auto shown = service::posts_of_page(environment.context, site, query.page, polls_in(document.thread));
    if (!shown) return tl::unexpected(shown.error());
    document.posts = std::move(shown->list);
    until = shown->changes;
  }
  if (query.html) {
    const view::Messages messages = view::built_in_messages(view::language_of(query.lang));
    document.posts.html = html_of_posts(document.posts, query.lang, view::engage::Place::thread);
    document.html = view::to_html(*view::thread_view(view::first_state(document.thread, messages)));
  }
  return Rendered{wire::encode(document), thread_headers, until};
}

} // namespace

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
    if (!out.after || out.after->score.has_value() != has_score(out.sort)) {
      return fail(ErrorCode::bad_cursor, "after");
    }
  }
  if (const std::string* through = query.find("through")) {
    out.through = CommentId::parse(*through);
    if (!out.through) return fail(ErrorCode::unknown_field_value, "through");
  }
  out.lang = view::to_name(view::language_of(query.get("lang")));
  return {};
}

std::string variant_of(std::string_view kind, const wire::ThreadQuery& query, std::size_t pages) {
  std::string variant(kind);
  if (pages > 1) variant.append(" ").append(std::to_string(pages));
  variant.append("\n").append(to_name(query.sort)).append("\n").append(query.after ? query.after->text() : "");
  return variant.append("\n").append(query.lang);
}

Response get_thread(Environment& environment, const Call& call) {
  auto query = decode_thread_query(call.query);
  if (!query) return problem(query.error());
  const auto site = open_site(environment, call.request, query->site);
  if (!site) return problem(site.error());
  auto page = check_page_key(environment, query->page);
  if (!page) return problem(page.error());
  query->page = *std::move(page);
  if (!query->html) query->lang.clear(); // the language matters to words only
  const auto pages = service::pages_asked(environment.context, *site, *query);
  if (!pages) return problem(pages.error());
  const auto document =
      environment.documents.get(site->id, query->page, variant_of(query->html ? "html" : "json", *query, *pages),
                                [&] { return render_thread(environment, *site, *query, *pages); });
  if (!document) return problem(document.error());
  return respond_document(*document, call.request);
}

} // namespace palabre::http
