// A reader without script: their token in a cookie of ours, for forms that need one. Browsers with script keep theirs
// in the page (web/src/glue/storage.ts) and never send this.
#pragma once

#include <string>

#include "server/http/message.h"

namespace palabre::http {

inline constexpr const char* reader_cookie_name = "palabre_reader";

// The token of the request's cookie; empty when there is none, it is no token, or several disagree.
[[nodiscard]] std::string reader_cookie(const Request& request);
[[nodiscard]] std::string new_reader_token();
// SameSite=Lax: a form on somebody else's page never comes with it. For a year.
void set_reader_cookie(Response& response, const std::string& token, bool secure);

} // namespace palabre::http
