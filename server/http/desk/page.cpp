// /admin: the page that the desk lives in
#include "server/assets/assets.h"
#include "server/http/handlers.h"

namespace palabre::http {

Response get_desk_page(Environment&, const Call&) {
  const assets::Asset* asset = assets::find("admin.html");
  if (asset == nullptr) return problem(ErrorCode::unknown_route, {}, "this server was built without the desk");
  Response response = respond(200, std::string(asset->content_type), std::string(asset->identity));
  // Nothing but our own files, in nobody's frame; the preview of a thread is a frame of our own.
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
               "img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  response.set("Cache-Control", "no-cache");
  response.set("Referrer-Policy", "same-origin");
  response.set("X-Content-Type-Options", "nosniff");
  return response;
}

} // namespace palabre::http
