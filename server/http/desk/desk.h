// The desk's own door below /api/v1/admin: one table of routes, one check of who asks, one handler a route.
//
// Who asks: the session's cookie (`palabre_desk`; `__Host-palabre_desk` over TLS; HttpOnly, SameSite=Strict), with
// whatever changes something the header wire::csrf_header beside it and no foreign Origin; or, from a site's own page,
// a bearer token that may only do what the table marks as Inline::allowed, for that site and from that origin.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "server/http/environment.h"
#include "server/storage/desk_store.h"
#include "shared/model/member.h"
#include "shared/wire/desk_routes.h"

namespace palabre::http::desk {

struct Caller {
  Member member;
  std::string session_hash;  // as the store knows the session
  std::string inline_site{}; // site's name: may do nothing elsewhere; empty: the whole desk

  [[nodiscard]] storage::Actor actor() const { return {member.id, member.name}; }
  // Whether this site is none of theirs. Nothing that the desk answers goes past it.
  [[nodiscard]] bool is_outside(std::string_view site) const { return !inline_site.empty() && inline_site != site; }
};

struct DeskCall {
  const Call& call;
  const Caller* caller{nullptr}; // nullptr on routes for everybody
};

enum class Inline : std::uint8_t { refused, allowed };

struct DeskRoute {
  wire::Method method;
  std::string_view path;           // below wire::desk_root, with {name} parameters
  std::optional<MemberRole> needs; // nullopt: everybody, as for signing in
  Inline from_pages;
  Response (*handler)(Environment& environment, const DeskCall& call);
};

// One list a subject, each beside its handlers.
[[nodiscard]] std::span<const DeskRoute> session_routes();  // session.cpp: sign in and out, invitations
[[nodiscard]] std::span<const DeskRoute> team_routes();     // team.cpp
[[nodiscard]] std::span<const DeskRoute> queue_routes();    // queue.cpp: queue, detail, changes, overview
[[nodiscard]] std::span<const DeskRoute> decision_routes(); // decisions.cpp: decisions, undo, rules, bans, replies
[[nodiscard]] std::span<const DeskRoute> people_routes();   // people.cpp: regulars, saved replies, questions
[[nodiscard]] std::span<const DeskRoute> audit_routes();    // audit.cpp
[[nodiscard]] std::span<const DeskRoute> contest_routes();  // contests.cpp: entries, freeze, draw, jury, prizes
[[nodiscard]] std::span<const DeskRoute> post_routes();     // posts.cpp: posts, polls
[[nodiscard]] std::span<const DeskRoute>
settings_routes(); // settings.cpp: sites, policy, origins, looks, engagement, inline

// not_signed_in, wrong_csrf, not_allowed, origin_not_allowed.
[[nodiscard]] Expected<Caller> find_caller(Environment& environment, const Request& request, const DeskRoute& route);

// Who writes a comment on this site (its name): staff, when they may moderate it and ask from a page of ours or with an
// inline token.
[[nodiscard]] service::Visitor writer_of(Environment& environment, const Request& request, std::string_view site);

// Whatever is asked below wire::desk_root.
[[nodiscard]] Response answer(Environment& environment, const Request& request);

} // namespace palabre::http::desk
