// Who works at the desk: the team, its roles, links for new members and new passwords.
#include <array>

#include <spdlog/spdlog.h>

#include "server/http/desk/desk.h"
#include "server/service/team.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

Expected<MemberId> member_of(const DeskCall& desk) {
  const auto id = MemberId::parse(desk.call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_member, "id");
  return *id;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response get_team(Environment& environment, const DeskCall& desk) {
  const auto team = service::read_team(environment.context, desk.caller->member.role);
  return team ? json(200, wire::encode(*team)) : problem(team.error());
}

Response invite(Environment& environment, const DeskCall& desk) {
  const auto wanted = wire::decode_new_invitation(desk.call.request.body);
  if (!wanted) return problem(wanted.error());
  const auto made = service::invite(environment.context, *wanted, desk.caller->actor());
  return made ? json(201, wire::encode(*made)) : problem(made.error());
}

Response drop_invitation(Environment& environment, const DeskCall& desk) {
  const auto id = Id<struct InvitationTag>::parse(desk.call.path.get("id"));
  if (!id) return problem(ErrorCode::invitation_over, "id");
  const auto dropped = service::drop_invitation(environment.context, id->value, desk.caller->actor());
  return dropped ? no_content() : problem(dropped.error());
}

Response change_member(Environment& environment, const DeskCall& desk) {
  const auto change = wire::decode_change_member(desk.call.request.body);
  if (!change) return problem(change.error());
  const auto id = member_of(desk);
  if (!id) return problem(id.error());
  const auto changed = service::change_role(environment.context, *id, change->role, desk.caller->actor());
  if (!changed) return problem(changed.error());
  spdlog::info("event=role_changed member={} role={}", id->value, to_name(change->role));
  return get_team(environment, desk);
}

Response remove_member(Environment& environment, const DeskCall& desk) {
  const auto id = member_of(desk);
  if (!id) return problem(id.error());
  const auto removed = service::remove_member(environment.context, *id, desk.caller->actor());
  if (!removed) return problem(removed.error());
  spdlog::info("event=member_removed member={}", id->value);
  return no_content();
}

Response reset_password(Environment& environment, const DeskCall& desk) {
  const auto id = member_of(desk);
  if (!id) return problem(id.error());
  const auto made = service::make_reset_link(environment.context, *id, desk.caller->actor());
  return made ? json(201, wire::encode(*made)) : problem(made.error());
}

} // namespace

std::span<const DeskRoute> team_routes() {
  using wire::Method;
  static constexpr std::array<DeskRoute, 6> routes{{
      {Method::get, "team", MemberRole::analyst, Inline::refused, get_team},
      {Method::post, "invitations", MemberRole::owner, Inline::refused, invite},
      {Method::del, "invitations/{id}", MemberRole::owner, Inline::refused, drop_invitation},
      {Method::patch, "members/{id}", MemberRole::owner, Inline::refused, change_member},
      {Method::del, "members/{id}", MemberRole::owner, Inline::refused, remove_member},
      {Method::post, "members/{id}/reset", MemberRole::owner, Inline::refused, reset_password},
  }};
  return routes;
}

} // namespace palabre::http::desk
