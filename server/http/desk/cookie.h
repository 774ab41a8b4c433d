// The session's cookie.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace palabre::http::desk {

// Over TLS only the name that no other host of the domain can set (`__Host-`) is read and written.
enum class Channel : std::uint8_t { plain, tls };

// The token of the request's cookie; empty when there is none, or when several disagree, as somebody may have planted
// one of them.
[[nodiscard]] std::string session_cookie(const Request& request, Channel channel);
void set_session_cookie(Response& response, const std::string& token, Channel channel);
void clear_session_cookie(Response& response, Channel channel);

} // namespace palabre::http::desk
