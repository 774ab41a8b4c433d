// Signing in and out, and the links by which members come in.
#include <array>

#include <spdlog/spdlog.h>

#include "server/http/desk/caller.h"
#include "server/service/team.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

// Failed ones stand in the program's log only: in the desk's they would let anybody fill it.
void log_refusal(const Environment& environment, const Request& request, const Error& error) {
  spdlog::warn("event=sign_in_refused reason={} network={}", error_info(error.code).name,
               visitor_of(environment, request).network);
}

Response begin(Environment& environment, const Request& request, const service::SignedIn& signed_in) {
  const auto session = service::describe_session(environment.context, signed_in.member, signed_in.token);
  if (!session) return problem(session.error());
  spdlog::info("event=signed_in member={}", signed_in.member.id.value);
  Response response = json(200, wire::encode(*session));
  set_session_cookie(response, signed_in.token, channel_of(environment, request));
  return response;
}

Response end(Environment& environment, const Request& request) {
  Response response;
  response.status = 204;
  clear_session_cookie(response, channel_of(environment, request));
  return response;
}

std::string former_token(const Environment& environment, const Request& request) {
  return session_cookie(request, channel_of(environment, request));
}

Response sign_in(Environment& environment, const DeskCall& desk) {
  const Request& request = desk.call.request;
  const auto message = wire::decode_sign_in(request.body);
  if (!message) return problem(message.error());
  const auto signed_in = service::sign_in(environment.context, *message, visitor_of(environment, request),
                                          former_token(environment, request));
  if (!signed_in) {
    log_refusal(environment, request, signed_in.error());
    return problem(signed_in.error());
  }
  return begin(environment, request, *signed_in);
}

Response describe(Environment& environment, const Request& request, const Caller& caller, const Member& member) {
  const bool inside = !caller.inline_site.empty();
  auto session = service::describe_session(environment.context, member,
                                           inside ? std::string() : former_token(environment, request));
  if (!session) return problem(session.error());
  if (inside) {
    session->csrf.clear(); // the token proves itself
    std::erase_if(session->sites, [&](const wire::DeskSite& site) { return caller.is_outside(site.name); });
  }
  return json(200, wire::encode(*session));
}

Response get_session(Environment& environment, const DeskCall& desk) {
  return describe(environment, desk.call.request, *desk.caller, desk.caller->member);
}

Response change_session(Environment& environment, const DeskCall& desk) {
  const Request& request = desk.call.request;
  const auto change = wire::decode_change_self(request.body);
  if (!change) return problem(change.error());
  const auto member = service::change_self(environment.context, desk.caller->member, desk.caller->session_hash, *change,
                                           visitor_of(environment, request));
  if (!member) return problem(member.error());
  return describe(environment, request, *desk.caller, *member);
}

Response end_session(Environment& environment, const DeskCall& desk) {
  const auto ended = environment.context.store.team().end_session(desk.caller->session_hash);
  return ended ? end(environment, desk.call.request) : problem(ended.error());
}

Response end_all_sessions(Environment& environment, const DeskCall& desk) {
  const auto ended = environment.context.store.team().end_sessions(desk.caller->member.id);
  return ended ? end(environment, desk.call.request) : problem(ended.error());
}

Response get_invitation(Environment& environment, const DeskCall& desk) {
  const auto info = service::find_invitation(environment.context, desk.call.path.get("token"));
  return info ? json(200, wire::encode(*info)) : problem(info.error());
}

Response accept_invitation(Environment& environment, const DeskCall& desk) {
  const Request& request = desk.call.request;
  const auto message = wire::decode_accept_invitation(request.body);
  if (!message) return problem(message.error());
  const auto signed_in = service::accept_invitation(environment.context, desk.call.path.get("token"), *message,
                                                    former_token(environment, request));
  if (!signed_in) {
    log_refusal(environment, request, signed_in.error());
    return problem(signed_in.error());
  }
  return begin(environment, request, *signed_in);
}

} // namespace

std::span<const DeskRoute> session_routes() {
  using wire::Method;
  static constexpr auto anybody = std::nullopt;
  static constexpr std::array<DeskRoute, 7> routes{{
      {Method::post, "session", anybody, Inline::refused, sign_in},
      {Method::get, "session", MemberRole::analyst, Inline::allowed, get_session},
      {Method::patch, "session", MemberRole::analyst, Inline::refused, change_session},
      {Method::del, "session", MemberRole::analyst, Inline::allowed, end_session},
      {Method::del, "sessions", MemberRole::analyst, Inline::refused, end_all_sessions},
      {Method::get, "invitations/{token}", anybody, Inline::refused, get_invitation},
      {Method::post, "invitations/{token}", anybody, Inline::refused, accept_invitation},
  }};
  return routes;
}

} // namespace palabre::http::desk
