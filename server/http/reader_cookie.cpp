#include "server/http/reader_cookie.h"

#include <array>

#include <sodium.h>

#include "server/http/cookies.h"
#include "server/service/tokens.h"

namespace palabre::http {
std::string reader_cookie(const Request& request) {
  std::string found = find_cookie(request, reader_cookie_name);
  return service::is_reader_token(found) ? found : std::string();
}

std::string new_reader_token() {
  std::array<unsigned char, 18> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 32> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

void set_reader_cookie(Response& response, const std::string& token, bool secure) {
  response.set("Set-Cookie", std::string(reader_cookie_name) + "=" + token +
                                 "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
}

} // namespace palabre::http
