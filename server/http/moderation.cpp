// POST flags and appeals, GET policy and me
#include "server/http/handlers.h"

#include <spdlog/spdlog.h>

#include "server/service/moderation.h"
#include "server/service/posts.h"
#include "shared/wire/codec.h"

namespace palabre::http {
namespace {

struct Place {
  Site site;
  std::string page;
};

Expected<Place> decode_place(Environment& environment, const Call& call) {
  for (const char* name : {"site", "page"}) {
    if (call.query.get(name).empty()) return fail(ErrorCode::missing_field, name);
  }
  auto site = open_site(environment, call.request, call.query.get("site"));
  if (!site) return tl::unexpected(site.error());
  auto page = check_page_key(environment, call.query.get("page"));
  if (!page) return tl::unexpected(page.error());
  return Place{*std::move(site), *std::move(page)};
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

} // namespace

Response flag_comment(Environment& environment, const Call& call) {
  const auto message = wire::decode_flag(call.request.body);
  if (!message) return problem(message.error());
  const auto id = open_comment(environment, call);
  if (!id) return problem(id.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto flagged = service::flag_comment(environment.context, *id, *message, visitor_of(environment, call.request));
  if (!flagged) return problem(flagged.error());
  spdlog::info("event=comment_flagged id={} reason={}", id->value, wire::to_name(message->reason));
  return no_content();
}

Response appeal(Environment& environment, const Call& call) {
  const auto message = wire::decode_appeal(call.request.body);
  if (!message) return problem(message.error());
  const auto id = open_comment(environment, call);
  if (!id) return problem(id.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto appealed = service::appeal(environment.context, *id, *message, bearer_token(call.request));
  if (!appealed) return problem(appealed.error());
  spdlog::info("event=comment_appealed id={}", id->value);
  return no_content();
}

Response get_policy(Environment& environment, const Call& call) {
  const auto place = decode_place(environment, call);
  if (!place) return problem(place.error());
  const auto policy = service::page_policy(environment.context, place->site, place->page);
  if (!policy) return problem(policy.error());
  const auto document = std::make_shared<const Document>(
      Rendered{wire::encode(*policy), "Content-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
                                      "Cache-Control: public, max-age=60\r\nVary: Accept-Encoding, Origin\r\n"});
  return respond_document(document, call.request);
}

Response get_me(Environment& environment, const Call& call) {
  const auto place = decode_place(environment, call);
  if (!place) return problem(place.error());
  const service::Visitor visitor = visitor_of(environment, call.request);
  auto own = service::own_comments(environment.context, place->site, place->page, visitor);
  if (!own) return problem(own.error());
  auto parts = service::own_parts(environment.context, place->site, place->page, visitor);
  if (!parts) return problem(parts.error());
  own->posts = *std::move(parts);
  Response response = respond(200, "application/json", wire::encode(*own));
  response.set("Cache-Control", "no-store, private");
  return response;
}

} // namespace palabre::http
