#include "server/http/desk/cookie.h"

#include "server/http/cookies.h"
#include "server/service/team.h"

namespace palabre::http::desk {
namespace {

std::string_view name_of(Channel channel) {
  return channel == Channel::tls ? "__Host-palabre_desk" : "palabre_desk";
}

void put(Response& response, const std::string& value, Channel channel, std::int64_t seconds) {
  response.set("Set-Cookie", std::string(name_of(channel)) + "=" + value +
                                 "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Strict" +
                                 (channel == Channel::tls ? "; Secure" : ""));
}

} // namespace

std::string session_cookie(const Request& request, Channel channel) {
  return find_cookie(request, name_of(channel));
}

void set_session_cookie(Response& response, const std::string& token, Channel channel) {
  put(response, token, channel, service::session_life.milliseconds / 1000);
}

void clear_session_cookie(Response& response, Channel channel) {
  put(response, {}, channel, 0);
}

} // namespace palabre::http::desk
