#include "server/http/reader_cookie.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "server/service/tokens.h"

namespace palabre::http {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

} // namespace

std::string reader_cookie(const Request& request) {
  std::string found;
  for (const HeaderView& header : request.headers) {
    if (!equal_ignoring_case(header.name, "Cookie")) continue;
    std::string_view list = header.value;
    while (!list.empty()) {
      const std::string_view pair = list.substr(0, list.find(';'));
      list.remove_prefix(std::min(pair.size() + 1, list.size()));
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos || trim(pair.substr(0, equals)) != reader_cookie_name) continue;
      const std::string_view value = trim(pair.substr(equals + 1));
      if (!found.empty() && found != value) return {};
      found = value;
    }
  }
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
