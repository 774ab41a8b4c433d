#include "server/http/desk/caller.h"

#include "server/service/team.h"
#include "server/service/tokens.h"

namespace palabre::http::desk {
namespace {

bool only_reads(const Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

Expected<storage::StoredSession> find_session(Environment& environment, std::string_view token) {
  auto session = service::use_session(environment.context, std::string(token));
  if (!session) return tl::unexpected(session.error());
  if (!*session) return fail(ErrorCode::not_signed_in);
  return **std::move(session);
}

Expected<void> check_csrf(const Environment& environment, const Request& request, std::string_view token) {
  if (only_reads(request)) return {};
  if (service::is_csrf_token(environment.context, token, request.header(wire::csrf_header))) return {};
  return fail(ErrorCode::wrong_csrf, std::string(wire::csrf_header));
}

// From its own pages a browser may leave Origin out of what only reads.
bool comes_from(const Request& request, const std::string& allowed) {
  const std::string_view origin = request.header("Origin");
  if (!origin.empty()) return origin == allowed;
  return only_reads(request) && is_own_origin(request, allowed) && check_own_request(request).has_value();
}

Caller caller_of(storage::StoredSession session, std::string_view token) {
  return {std::move(session.member), service::hash_of_session(token), std::move(session.inline_site)};
}

Expected<Caller> caller_at_the_desk(Environment& environment, const Request& request) {
  if (auto own = check_own_request(request); !own) return tl::unexpected(own.error());
  const std::string token = session_cookie(request, channel_of(environment, request));
  auto session = find_session(environment, token);
  if (!session) return tl::unexpected(session.error());
  if (!session->inline_site.empty()) return fail(ErrorCode::not_signed_in); // a page's token opens no desk
  if (auto checked = check_csrf(environment, request, token); !checked) return tl::unexpected(checked.error());
  return caller_of(*std::move(session), token);
}

Expected<Caller> caller_in_a_page(Environment& environment, const Request& request, std::string_view token) {
  auto session = find_session(environment, token);
  if (!session) return tl::unexpected(session.error());
  if (session->inline_site.empty()) return fail(ErrorCode::not_signed_in); // the cookie's token is no page's
  if (!comes_from(request, session->inline_origin)) {
    return fail(ErrorCode::origin_not_allowed, "Origin", "this token is another page's");
  }
  return caller_of(*std::move(session), token);
}

} // namespace

Channel channel_of(const Environment& environment, const Request& request) {
  return is_over_tls(request, environment.trusted_proxies) ? Channel::tls : Channel::plain;
}

Expected<void> check_own_request(const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (!origin.empty() && !is_own_origin(request, origin)) {
    return fail(ErrorCode::origin_not_allowed, "Origin", "only the desk's own pages may ask this");
  }
  const std::string_view site = request.header("Sec-Fetch-Site");
  if (site.empty() || site == "same-origin" || site == "none") return {};
  return fail(ErrorCode::origin_not_allowed, "Sec-Fetch-Site", "only the desk's own pages may ask this");
}

Expected<Caller> find_caller(Environment& environment, const Request& request, const DeskRoute& route) {
  const std::string_view bearer = bearer_token(request);
  auto caller =
      bearer.empty() ? caller_at_the_desk(environment, request) : caller_in_a_page(environment, request, bearer);
  if (!caller) return caller;
  if (!caller->inline_site.empty() && route.from_pages != Inline::allowed) {
    return fail(ErrorCode::not_allowed, {}, "this is done at the desk itself");
  }
  if (route.needs && !may(caller->member.role, *route.needs)) {
    return fail(ErrorCode::not_allowed, {}, "this needs the role " + std::string(to_name(*route.needs)));
  }
  return caller;
}

namespace {

// A cookie counts where the browser says that the page is our own; a header of the desk is not asked for, as the widget
// of readers has none.
std::optional<MemberId> staff_of(Environment& environment, const Request& request, std::string_view site) {
  const std::string_view bearer = bearer_token(request);
  if (service::is_session_token(bearer)) {
    const auto caller = caller_in_a_page(environment, request, bearer);
    if (!caller || !may(caller->member.role, MemberRole::moderator) || caller->is_outside(site)) return std::nullopt;
    return caller->member.id;
  }
  if (request.header("Origin").empty() || !check_own_request(request)) return std::nullopt;
  const auto session = find_session(environment, session_cookie(request, channel_of(environment, request)));
  if (!session || !session->inline_site.empty() || !may(session->member.role, MemberRole::moderator)) {
    return std::nullopt;
  }
  return session->member.id;
}

} // namespace

service::Visitor writer_of(Environment& environment, const Request& request, std::string_view site) {
  service::Visitor visitor = visitor_of(environment, request);
  visitor.member = staff_of(environment, request, site);
  visitor.staff = visitor.member.has_value();
  if (visitor.staff && service::is_session_token(visitor.reader_token)) visitor.reader_token.clear(); // no reader's
  return visitor;
}

} // namespace palabre::http::desk
