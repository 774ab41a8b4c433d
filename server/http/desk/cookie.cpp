#include "server/http/desk/cookie.h"

#include "server/service/team.h"

namespace palabre::http::desk {
namespace {

std::string_view name_of(Channel channel) {
  return channel == Channel::tls ? "__Host-palabre_desk" : "palabre_desk";
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Calls `use` with each pair of a Cookie header.
template <class Use> void each_pair(std::string_view list, const Use& use) {
  while (!list.empty()) {
    const std::string_view pair = list.substr(0, list.find(';'));
    list.remove_prefix(pair.size() == list.size() ? list.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) use(trim(pair.substr(0, equals)), trim(pair.substr(equals + 1)));
  }
}

void put(Response& response, const std::string& value, Channel channel, std::int64_t seconds) {
  response.set("Set-Cookie", std::string(name_of(channel)) + "=" + value +
                                 "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Strict" +
                                 (channel == Channel::tls ? "; Secure" : ""));
}

} // namespace

std::string session_cookie(const Request& request, Channel channel) {
  std::string found;
  bool disagree = false;
  for (const HeaderView& header : request.headers) {
    if (!equal_ignoring_case(header.name, "Cookie")) continue;
    each_pair(header.value, [&](std::string_view name, std::string_view value) {
      if (name != name_of(channel) || value.empty()) return;
      if (!found.empty() && found != value) disagree = true;
      found = value;
    });
  }
  return disagree ? std::string() : found;
}

void set_session_cookie(Response& response, const std::string& token, Channel channel) {
  put(response, token, channel, service::session_life.milliseconds / 1000);
}

void clear_session_cookie(Response& response, Channel channel) {
  put(response, {}, channel, 0);
}

} // namespace palabre::http::desk
