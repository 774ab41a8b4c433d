// The widget's files, from inside the executable
#include "server/http/handlers.h"
#include "server/http/negotiation.h"

#include "server/assets/assets.h"

namespace palabre::http {
namespace {

// A name that changes with its content may be kept for ever; others are asked for again.
std::string_view cache_policy(const Call& call) {
  return call.query.find("v") != nullptr ? "public, max-age=31536000, immutable" : "public, max-age=300";
}

std::string_view bytes_of(const assets::Asset& asset, Coding coding) {
  switch (coding) {
  case Coding::brotli: return asset.brotli;
  case Coding::gzip: return asset.gzip;
  case Coding::identity: break;
  }
  return asset.identity;
}

} // namespace

Response get_asset(Environment&, const Call& call) {
  const assets::Asset* asset = assets::find(call.request.path.substr(1));
  if (asset == nullptr) return problem(ErrorCode::unknown_route, {}, "this server was built without this file");
  const Coding coding = choose_coding(call.request.header("Accept-Encoding"));
  Response response = respond(200, std::string(asset->content_type), {});
  response.set("Cache-Control", std::string(cache_policy(call)));
  response.set("Vary", "Accept-Encoding");
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Cross-Origin-Resource-Policy", "cross-origin");
  std::string tag(asset->etag);
  if (coding != Coding::identity) {
    response.set("Content-Encoding", std::string(to_name(coding)));
    tag.insert(tag.size() - 1, "-" + std::string(to_name(coding)));
  }
  response.set("ETag", tag);
  response.owner = std::shared_ptr<const void>(std::shared_ptr<const void>(), asset); // static: nobody owns it
  response.shared = bytes_of(*asset, coding);
  if (matches_etag(call.request.header("If-None-Match"), tag)) response.status = 304;
  return response;
}

} // namespace palabre::http
