// What is said about members, sessions and links: what is read is written and read again the same; a refusal can be
// shown. And any bytes as the cookie that a session hangs on.
#include "server/http/desk/cookie.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_desk.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> void check(std::string_view json, Expected<T> (*decode)(std::string_view)) {
  const Expected<T> first = decode(json);
  if (!first) {
    fuzz::require(text::is_valid_utf8(wire::encode_problem(first.error())), "the problem is text");
    return;
  }
  const std::string written = wire::encode(*first);
  const Expected<T> second = decode(written);
  fuzz::require(second.has_value(), "what was written is read");
  fuzz::require(wire::encode(*second) == written, "and written the same");
}

void check_cookie(std::string_view raw) {
  http::Request request;
  request.headers = {{"Cookie", raw}};
  const std::string token = http::desk::session_cookie(request, http::desk::Channel::plain);
  fuzz::require(token.find(';') == std::string::npos, "one value");
  fuzz::require(token.empty() || raw.find("palabre_desk") != std::string_view::npos, "of our name");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::as_text(data, size);
  check(json, wire::decode_sign_in);
  check(json, wire::decode_desk_session);
  check(json, wire::decode_invitation_info);
  check(json, wire::decode_accept_invitation);
  check(json, wire::decode_new_invitation);
  check(json, wire::decode_made_invitation);
  check(json, wire::decode_team);
  check(json, wire::decode_change_member);
  check(json, wire::decode_change_self);
  check_cookie(json);
  check_cookie("a=b; palabre_desk=" + std::string(json));
  return 0;
}
