// Decisions, what undoes them, rules in one click, bans, answers
#include "server/http/desk/desk.h"
#include "server/service/desk_decisions.h"
#include "server/service/desk_settings.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

Response answer_json(int status, std::string body) {
  return respond(status, "application/json", std::move(body));
}

// The one site that a page's session may touch; nullopt: all of them.
Expected<std::optional<SiteId>> only_site(Environment& environment, const DeskCall& call) {
  if (call.caller->inline_site.empty()) return std::optional<SiteId>{};
  const auto site = environment.sites.find(call.caller->inline_site);
  if (!site) return tl::unexpected(site.error());
  return std::optional<SiteId>{site->id};
}

std::optional<std::int64_t> id_in_path(const DeskCall& call) {
  const auto id = Id<struct AnyTag>::parse(call.call.path.get("id"));
  if (!id) return std::nullopt;
  return id->value;
}

Response post_decision(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_decide(call.call.request.body);
  if (!message) return problem(message.error());
  const auto only = only_site(environment, call);
  if (!only) return problem(only.error());
  const auto decided = service::decide(environment.context, *message, call.caller->actor(), *only);
  return decided ? answer_json(200, wire::encode(*decided)) : problem(decided.error());
}

Response post_undo(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(ErrorCode::unknown_decision, "id");
  const auto only = only_site(environment, call);
  if (!only) return problem(only.error());
  const auto undone = service::undo(environment.context, *id, call.caller->actor(), call.caller->member.role, *only);
  return undone ? answer_json(200, wire::encode(*undone)) : problem(undone.error());
}

Response post_rule(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_new_rule(call.call.request.body);
  if (!message) return problem(message.error());
  const auto site = environment.sites.find(message->site);
  if (!site) return problem(site.error());
  const auto made = service::make_rule(environment.context, *site, *message, call.caller->actor());
  return made ? answer_json(200, wire::encode(*made)) : problem(made.error());
}

Response get_bans(Environment& environment, const DeskCall& call) {
  const std::string site = call.call.query.get("site");
  if (!site.empty()) {
    if (const auto found = environment.sites.find(site); !found) return problem(found.error());
  }
  const auto bans = environment.context.store.decisions().bans(site, environment.context.now());
  return bans ? answer_json(200, wire::encode(*bans)) : problem(bans.error());
}

Response post_ban(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_new_ban(call.call.request.body);
  if (!message) return problem(message.error());
  const auto ban = service::add_ban(environment.context, *message, call.caller->actor());
  return ban ? answer_json(201, wire::encode(*ban)) : problem(ban.error());
}

Response delete_ban(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(ErrorCode::unknown_ban, "id");
  const auto lifted = service::lift_ban(environment.context, *id, call.caller->actor());
  if (!lifted) return problem(lifted.error());
  Response response;
  response.status = 204;
  return response;
}

Response post_reply(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_new_reply(call.call.request.body);
  if (!message) return problem(message.error());
  const auto only = only_site(environment, call);
  if (!only) return problem(only.error());
  const service::Replier by{call.caller->actor(), call.caller->member.signature};
  const auto posted = service::post_reply(environment.context, *message, by, *only);
  if (!posted) return problem(posted.error());
  if (posted->similar) return answer_json(200, wire::encode(*posted->similar));
  const auto item = environment.context.store.queue().find_item(posted->comment);
  if (!item) return problem(item.error());
  if (!*item) return problem(ErrorCode::unknown_comment);
  return answer_json(201, wire::encode(**item));
}

} // namespace

std::span<const DeskRoute> decision_routes() {
  using wire::Method;
  constexpr auto moderator = MemberRole::moderator;
  static const std::array routes{
      DeskRoute{Method::post, "decisions", moderator, Inline::allowed, post_decision},
      DeskRoute{Method::post, "decisions/{id}/undo", moderator, Inline::allowed, post_undo},
      DeskRoute{Method::post, "rules", moderator, Inline::refused, post_rule},
      DeskRoute{Method::get, "bans", MemberRole::analyst, Inline::refused, get_bans},
      DeskRoute{Method::post, "bans", moderator, Inline::refused, post_ban},
      DeskRoute{Method::del, "bans/{id}", moderator, Inline::refused, delete_ban},
      DeskRoute{Method::post, "replies", moderator, Inline::allowed, post_reply},
  };
  return routes;
}

} // namespace palabre::http::desk
