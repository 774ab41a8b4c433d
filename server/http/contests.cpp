// PUT and DELETE of one's entry, GET of what a draw is checked with
#include "server/http/contests.h"

#include <spdlog/spdlog.h>

#include "server/http/handlers.h"
#include "server/service/contests.h"
#include "server/service/posts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::http {
namespace {

constexpr const char* document_headers = "Content-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
                                         "Cache-Control: public, max-age=0, must-revalidate\r\n"
                                         "Vary: Accept-Encoding, Origin\r\n";

Expected<FoundContest> open_contest(Environment& environment, const Call& call) {
  auto found = find_contest(environment, call);
  if (!found) return found;
  if (auto allowed = check_origin(found->site, call.request); !allowed) return tl::unexpected(allowed.error());
  return found;
}

Response own_part(const Expected<wire::OwnPart>& part) {
  if (!part) return problem(part.error());
  Response response = respond(200, "application/json", wire::encode(*part));
  response.set("Cache-Control", "no-store, private");
  return response;
}

} // namespace

Expected<FoundContest> find_contest(Environment& environment, const Call& call) {
  const auto id = PostId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_post, "id");
  auto found = environment.context.store.posts().find_post(*id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || !(*found)->post.contest) return fail(ErrorCode::unknown_post, "id");
  auto site = environment.sites.find((*found)->site);
  if (!site) return tl::unexpected(site.error());
  return FoundContest{std::move((*found)->post), *std::move(site)};
}

Response put_entry(Environment& environment, const Call& call) {
  const auto message = wire::decode_enter_contest(call.request.body);
  if (!message) return problem(message.error());
  const auto found = open_contest(environment, call);
  if (!found) return problem(found.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto entered = service::enter_contest(environment.context, found->site, found->post, *message,
                                              visitor_of(environment, call.request));
  if (entered) {
    spdlog::info("event=contest_entered post={} number={}", found->post.id.value, entered->entry->number);
  }
  return own_part(entered);
}

Response delete_entry(Environment& environment, const Call& call) {
  const auto found = open_contest(environment, call);
  if (!found) return problem(found.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  return own_part(
      service::withdraw_entry(environment.context, found->site, found->post, visitor_of(environment, call.request)));
}

Response get_draw(Environment& environment, const Call& call) {
  const auto found = open_contest(environment, call);
  if (!found) return problem(found.error());
  // A closed list may be long: its document is made once.
  const auto document =
      environment.documents.get(found->site.id, post_page(found->post.id), "draw", [&]() -> Expected<Rendered> {
        const auto shown = service::read_post(environment.context, found->post.id);
        if (!shown) return tl::unexpected(shown.error());
        const auto proof = service::read_draw(environment.context, found->post);
        if (!proof) return tl::unexpected(proof.error());
        return Rendered{wire::encode(*proof), document_headers, shown->changes};
      });
  return document ? respond_document(*document, call.request) : problem(document.error());
}

} // namespace palabre::http
