// A poll or a contest by itself, read and taken part in without script
#include "server/http/handlers.h"
#include "server/http/plain_page.h"
#include "server/http/plain_part.h"
#include "server/http/reader_cookie.h"

#include <spdlog/spdlog.h>

#include "server/service/desk_settings.h"
#include "server/service/posts.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/engage/views.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

using view::engage::Item;

struct PostTarget {
  Site site;
  PostId id;
  view::Language language{view::Language::en};
  std::string asked_language{}; // empty: the browser's
  std::string page{};           // of whoever comes from its plain thread, and goes back there; may be empty
};

Expected<PostTarget> decode_target(Environment& environment, const Call& call) {
  const auto name = decode_path_text(call.path.get("site"), "site");
  if (!name) return tl::unexpected(name.error());
  auto site = environment.sites.find(*name);
  if (!site) return tl::unexpected(site.error());
  const auto id = PostId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_post, "id");
  const auto owner = service::site_of_post(environment.context, *id);
  if (!owner) return tl::unexpected(owner.error());
  if (*owner != site->id) return fail(ErrorCode::unknown_post, "id");
  PostTarget target{*std::move(site), *id};
  if (const std::string page = call.query.get("page"); !page.empty()) {
    auto key = check_page_key(environment, page);
    if (!key) return tl::unexpected(key.error());
    target.page = *std::move(key);
  }
  const std::string asked = call.query.get("lang");
  const auto spoken = view::spoken_language(asked);
  if (spoken) target.asked_language = view::to_name(*spoken);
  target.language = spoken ? *spoken : preferred_language(call.request.header("Accept-Language"));
  return target;
}

// As this reader sees it; `token` may be empty.
Expected<view::engage::State> read_state(Environment& environment, const PostTarget& target, const Request& request,
                                         const std::string& token) {
  auto shown = service::read_post(environment.context, target.id);
  if (!shown) return tl::unexpected(shown.error());
  auto state = view::engage::first_state(std::move(shown->list.posts), shown->list.now,
                                         view::engage_messages(target.language), view::engage::Place::alone);
  state.asked_language = target.asked_language;
  state.means = view::engage::Means::forms;
  state.page = target.page;
  if (state.items.empty()) return fail(ErrorCode::unknown_post, "id");
  const auto visitor = plain_visitor(environment, request, token);
  if (auto added = add_own_parts(environment, target.site, visitor, state); !added) {
    return tl::unexpected(added.error());
  }
  return state;
}

Response respond_page(Environment& environment, const PostTarget& target, const view::engage::State& state,
                      int status) {
  const auto look = service::look_of(environment.context, target.site.id);
  if (!look) return problem(look.error());
  Response response;
  response.status = status;
  const auto page = std::make_shared<const Rendered>(Rendered{view::engage::post_page(state, plain_stylesheet(), *look),
                                                              page_headers(target.site, *look, "private, no-store")});
  response.owner = page;
  response.shared = page->bytes;
  response.ready_headers = page->headers;
  return response;
}

Response show_again(Environment& environment, const PostTarget& target, const Request& request, const Parameters& form,
                    const std::string& token, const Error& error) {
  auto state = read_state(environment, target, request, token);
  if (!state) return problem(state.error());
  Item& item = state->items.front();
  keep_written(item, form);
  item.error = error;
  Response response = respond_page(environment, target, *state, error_info(error.code).status);
  if (error.retry_after_s > 0) response.set("Retry-After", std::to_string(error.retry_after_s));
  return response;
}

Response send_on(const PostTarget& target) {
  Response response;
  response.status = 303;
  const bool alone = target.page.empty();
  std::string place = alone ? "/p/" + wire::percent_encode(target.site.name) + "/" + target.id.text()
                            : wire::plain_thread_url(target.site.name, target.page);
  if (!target.asked_language.empty()) place += "?lang=" + target.asked_language;
  if (!alone) place += "#palabre-post-" + target.id.text() + "-title";
  response.set("Location", place);
  response.set("Cache-Control", "no-store");
  return response;
}

} // namespace

Response get_post_page(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  auto state = read_state(environment, *target, call.request, reader_cookie(call.request));
  if (!state) return problem(state.error());
  Item& item = state->items.front();
  const bool changing = !call.query.get("change").empty();
  item.poll.changing = changing && item.document.post.poll && item.document.post.poll->changeable;
  item.contest.changing = changing;
  return respond_page(environment, *target, *state, 200);
}

Response take_post_form(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  if (auto allowed = check_form_origin(target->site, call.request); !allowed) return problem(allowed.error());
  const auto form = parse_parameters(call.request.body, Lines::allowed);
  if (!form) return problem(form.error());
  const std::string known = reader_cookie(call.request);
  if (auto allowed = take_write(environment, call.request); !allowed) {
    return show_again(environment, *target, call.request, *form, known, allowed.error());
  }
  const std::string token = known.empty() ? new_reader_token() : known;
  if (auto done = take_part(environment, target->site, target->id, target->page,
                            plain_visitor(environment, call.request, token), *form);
      !done) {
    return show_again(environment, *target, call.request, *form, known, done.error());
  }
  spdlog::info("event=post_form id={}", target->id.value);
  Response response = send_on(*target);
  set_reader_cookie(response, token, is_over_tls(call.request, environment.trusted_proxies));
  return response;
}

} // namespace palabre::http
