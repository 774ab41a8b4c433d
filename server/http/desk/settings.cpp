// Sites and their settings; sessions for moderating in a site's own pages
#include "server/http/desk/desk.h"
#include "server/service/desk_settings.h"
#include "server/service/engagement.h"
#include "server/service/inline_session.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

Response answer_json(int status, std::string body) {
  return respond(status, "application/json", std::move(body));
}

Expected<Site> site_in_path(Environment& environment, const DeskCall& call) {
  const auto name = decode_path_text(call.call.path.get("name"), "name");
  if (!name) return tl::unexpected(name.error());
  return environment.sites.find(*name);
}

Response show_settings(const Environment& environment, const Site& site, int status) {
  const auto settings = service::read_settings(environment.context, site);
  return settings ? answer_json(status, wire::encode(*settings)) : problem(settings.error());
}

Response get_sites(Environment& environment, const DeskCall&) {
  const auto sites = service::list_sites(environment.context);
  return sites ? answer_json(200, wire::encode(*sites)) : problem(sites.error());
}

Response get_settings(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  return site ? show_settings(environment, *site, 200) : problem(site.error());
}

Response put_policy(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  if (!site) return problem(site.error());
  const auto changed =
      service::change_policy(environment.context, *site, std::string(call.call.request.body), call.caller->actor());
  return changed ? show_settings(environment, *site, 200) : problem(changed.error());
}

Response put_origins(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  if (!site) return problem(site.error());
  const auto message = wire::decode_change_origins(call.call.request.body);
  if (!message) return problem(message.error());
  const auto changed = service::change_origins(environment.context, *site, *message, call.caller->actor());
  return changed ? show_settings(environment, *site, 200) : problem(changed.error());
}

Response put_appearance(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  if (!site) return problem(site.error());
  const auto message = wire::decode_change_appearance(call.call.request.body);
  if (!message) return problem(message.error());
  const auto changed = service::change_appearance(environment.context, *site, *message, call.caller->actor());
  return changed ? show_settings(environment, *site, 200) : problem(changed.error());
}

Response get_engagement(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  if (!site) return problem(site.error());
  const auto settings = service::read_settings(environment.context, *site);
  if (!settings) return problem(settings.error());
  return answer_json(200, wire::encode(wire::ChangeEngagement{settings->version, settings->engagement}));
}

Response put_engagement(Environment& environment, const DeskCall& call) {
  const auto site = site_in_path(environment, call);
  if (!site) return problem(site.error());
  const auto message = wire::decode_change_engagement(call.call.request.body);
  if (!message) return problem(message.error());
  const auto changed = service::change_engagement(environment.context, *site, *message, call.caller->actor());
  return changed ? show_settings(environment, *site, 200) : problem(changed.error());
}

Response post_site(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_new_site(call.call.request.body);
  if (!message) return problem(message.error());
  const auto site = service::add_site(environment.context, *message, call.caller->actor());
  return site ? show_settings(environment, *site, 201) : problem(site.error());
}

Response post_inline(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_new_inline_code(call.call.request.body);
  if (!message) return problem(message.error());
  const auto site = environment.sites.find(message->site);
  if (!site) return problem(site.error());
  if (!allows(*site, message->origin)) {
    return problem(ErrorCode::origin_not_allowed, "origin", "the site does not list this origin");
  }
  const service::OneTimeCode made = service::make_code();
  const Member& member = call.caller->member;
  const bool added = environment.inline_codes.add(
      made.hash, {member.id, member.name, member.role, site->name, message->origin, {}}, environment.context.now());
  if (!added) return problem(ErrorCode::overloaded);
  return answer_json(201, wire::encode(wire::InlineCode{made.code}));
}

// Asked by the site's page, which has no session yet.
Response post_inline_session(Environment& environment, const DeskCall& call) {
  const auto message = wire::decode_inline_code(call.call.request.body);
  if (!message) return problem(message.error());
  if (auto allowed = take_write(environment, call.call.request); !allowed) return problem(allowed.error());
  const std::string_view origin = call.call.request.header("Origin");
  const auto grant =
      environment.inline_codes.take(service::hash_of_code(message->code), origin, environment.context.now());
  if (!grant) return problem(ErrorCode::invitation_over, "code");
  const auto begun = service::begin_inline_session(environment.context, grant->member, grant->site, grant->origin);
  if (!begun) return problem(begun.error());
  return answer_json(201, wire::encode(wire::InlineSession{begun->token, grant->name, grant->role, begun->expires}));
}

} // namespace

std::span<const DeskRoute> settings_routes() {
  using wire::Method;
  constexpr auto owner = MemberRole::owner;
  static const std::array routes{
      DeskRoute{Method::get, "sites", MemberRole::analyst, Inline::refused, get_sites},
      DeskRoute{Method::get, "sites/{name}", MemberRole::analyst, Inline::refused, get_settings},
      DeskRoute{Method::put, "sites/{name}/policy", owner, Inline::refused, put_policy},
      DeskRoute{Method::put, "sites/{name}/origins", owner, Inline::refused, put_origins},
      DeskRoute{Method::put, "sites/{name}/appearance", owner, Inline::refused, put_appearance},
      DeskRoute{Method::get, "sites/{name}/engagement", MemberRole::analyst, Inline::refused, get_engagement},
      DeskRoute{Method::put, "sites/{name}/engagement", owner, Inline::refused, put_engagement},
      DeskRoute{Method::post, "sites", owner, Inline::refused, post_site},
      DeskRoute{Method::post, "inline", MemberRole::moderator, Inline::refused, post_inline},
      DeskRoute{Method::post, "inline/session", std::nullopt, Inline::allowed, post_inline_session},
  };
  return routes;
}

} // namespace palabre::http::desk
