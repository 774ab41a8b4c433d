#include "server/http/plain_thread.h"

#include "server/http/plain_page.h"
#include "server/http/plain_part.h"
#include "server/http/thread_query.h"
#include "server/service/desk_settings.h"
#include "server/service/people.h"
#include "server/service/posts.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/engage/views.h"

namespace palabre::http {
namespace {

struct PrintedPosts {
  std::string html;
  std::optional<Instant> changes{};
};

// Above the first comments only, as with script.
Expected<PrintedPosts> print_posts(const Environment& environment, const PlainTarget& target,
                                   const service::Visitor& visitor) {
  if (target.query.after) return PrintedPosts{};
  auto shown = service::posts_of_page(environment.context, target.site, target.query.page);
  if (!shown) return tl::unexpected(shown.error());
  if (shown->list.posts.empty()) return PrintedPosts{{}, shown->changes};
  auto state = view::engage::first_state(std::move(shown->list.posts), shown->list.now,
                                         view::engage_messages(view::language_of(target.query.lang)));
  state.asked_language = target.asked_language;
  state.means = view::engage::Means::forms;
  state.page = target.query.page;
  if (auto added = add_own_parts(environment, target.site, visitor, state); !added) {
    return tl::unexpected(added.error());
  }
  return PrintedPosts{view::engage::forms_html(state), shown->changes};
}

} // namespace

Expected<PlainTarget> decode_target(Environment& environment, const Call& call) {
  const auto name = decode_path_text(call.path.get("site"), "site");
  if (!name) return tl::unexpected(name.error());
  auto site = environment.sites.find(*name);
  if (!site) return tl::unexpected(site.error());
  const auto page = wire::page_of_plain_path(call.path.get("page"));
  if (!page) return fail(ErrorCode::malformed_request, "page");
  auto key = check_page_key(environment, *page);
  if (!key) return tl::unexpected(key.error());
  PlainTarget target{*std::move(site), {}, {}};
  target.query.site = *name;
  target.query.page = *std::move(key);
  if (auto options = decode_thread_options(call.query, target.query); !options) return tl::unexpected(options.error());
  if (call.query.find("lang") == nullptr) {
    target.query.lang = view::to_name(preferred_language(call.request.header("Accept-Language")));
  } else {
    target.asked_language = target.query.lang;
  }
  target.welcome = CommentId::parse(call.query.get("welcome"));
  return target;
}

Expected<view::ThreadState> read_state(const Environment& environment, const PlainTarget& target, std::size_t pages) {
  auto page = service::read_thread(environment.context, target.site, target.query, pages);
  if (!page) return tl::unexpected(page.error());
  auto state = view::first_state(*std::move(page), view::built_in_messages(view::language_of(target.query.lang)));
  state.asked_language = target.asked_language;
  if (!target.welcome) return state;
  auto welcome = service::welcome_of(environment.context, target.site.id);
  if (!welcome) return tl::unexpected(welcome.error());
  if (!welcome->empty()) state.welcome = view::Welcome{*target.welcome, *std::move(welcome)};
  return state;
}

Expected<Rendered> print_page(const Environment& environment, const PlainTarget& target, const view::ThreadState& state,
                              const service::Visitor& visitor, std::string_view caching) {
  const auto look = service::look_of(environment.context, target.site.id);
  if (!look) return tl::unexpected(look.error());
  const auto posts = print_posts(environment, target, visitor);
  if (!posts) return tl::unexpected(posts.error());
  const auto address = service::page_address(environment.context, target.site, target.query.page);
  std::string page = view::plain_page(state, plain_stylesheet(), address.value_or(std::string()), *look, posts->html);
  return Rendered{std::move(page), page_headers(target.site, *look, caching), posts->changes};
}

Response see_other(const PlainTarget& target, const std::string& element) {
  Response response;
  response.status = 303;
  std::string place = wire::plain_thread_url(target.site.name, target.query.page);
  if (!target.asked_language.empty()) place += "?lang=" + target.asked_language;
  if (target.welcome) place += (target.asked_language.empty() ? "?welcome=" : "&welcome=") + target.welcome->text();
  response.set("Location", place + "#palabre-" + element);
  response.set("Cache-Control", "no-store");
  return response;
}

Response show_state(const Environment& environment, const PlainTarget& target, const view::ThreadState& state,
                    const service::Visitor& visitor, int status) {
  auto printed = print_page(environment, target, state, visitor, "no-store");
  if (!printed) return problem(printed.error());
  Response response;
  response.status = status;
  const auto page = std::make_shared<const Rendered>(*std::move(printed));
  response.owner = page;
  response.shared = page->bytes;
  response.ready_headers = page->headers;
  return response;
}

} // namespace palabre::http
