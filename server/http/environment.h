// What every handler needs, and the handlers' common shape.
#pragma once

#include <string>
#include <vector>

#include "server/http/background.h"
#include "server/http/client.h"
#include "server/http/desk/inline_codes.h"
#include "server/http/document_cache.h"
#include "server/http/message.h"
#include "server/http/metrics.h"
#include "server/http/server.h"
#include "server/http/sites.h"
#include "server/http/target.h"
#include "server/http/vote_pace.h"
#include "server/service/comments.h"

namespace palabre::http {

struct Environment {
  // Takes over the context's `changed`: what was there is still called.
  Environment(service::Context context, const ServerOptions& options);
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  service::Context context;
  ServerOptions options;
  std::vector<Network> trusted_proxies;
  SiteDirectory sites;
  DocumentCache documents;
  WriteLimiter writes;
  WriteLimiter ballots; // a class or an office votes through one address
  WriteLimiter marks;
  VotePace votes;
  Metrics metrics;
  desk::InlineCodes inline_codes;
  std::function<std::size_t()> connections; // how many are open; set by the server
  Background background;                    // last: it uses what is above
};

// One request on its way: the parameters of its path are still encoded, those of its query are decoded.
struct Call {
  const Request& request;
  Parameters path;
  Parameters query;
};

// The site by its name, if the request's origin may talk to it: unknown_site, origin_not_allowed.
[[nodiscard]] Expected<Site> open_site(Environment& environment, const Request& request, std::string_view name);
[[nodiscard]] Expected<void> check_origin(const Site& site, const Request& request);
// Whether the Origin header names this server itself, as its Host header has it.
[[nodiscard]] bool is_own_origin(const Request& request, std::string_view origin);
// Whether a sandboxed frame, whose origin is `null`, only wants to read, or asks whether it may: what the public reads,
// anybody may. Writing is for sites that list `null`.
[[nodiscard]] bool is_opaque_reading(const Request& request, std::string_view origin);
// The media type of Content-Type without parameters, "application/json".
[[nodiscard]] std::string_view media_type(const Request& request);
// Takes one of the client's writes: rate_limited.
[[nodiscard]] Expected<void> take_write(Environment& environment, const Request& request);
// Takes one of the client's ballots, of which there may be more: rate_limited.
[[nodiscard]] Expected<void> take_ballot(Environment& environment, const Request& request);
// The same of reactions and votes, of which there are more.
[[nodiscard]] Expected<void> take_mark(Environment& environment, const Request& request);
// The token of the Authorization header; empty when there is none.
[[nodiscard]] std::string_view bearer_token(const Request& request);
// Who asks, with their reader's token.
[[nodiscard]] service::Visitor visitor_of(const Environment& environment, const Request& request);
// The comment of the path, if the request's origin may talk to its site.
[[nodiscard]] Expected<CommentId> open_comment(Environment& environment, const Call& call);
// The post of the path with its site, if the request's origin may talk to it: unknown_post.
struct OpenPost {
  PostId id;
  Site site;
};
[[nodiscard]] Expected<OpenPost> open_post(Environment& environment, const Call& call);
[[nodiscard]] Response json(int status, std::string body);

// The page of the documents that belong to a whole site.
inline constexpr const char* whole_site = "";
// The page of the documents that belong to one post: no page's key has a line feed.
[[nodiscard]] std::string post_page(PostId post);
// A cached document in the coding that the request likes best, or 304.
[[nodiscard]] Response respond_document(const DocumentPtr& document, const Request& request);
// The page's key as the store has it; errors with the field `page`.
[[nodiscard]] Expected<std::string> check_page_key(const Environment& environment, const std::string& page);

} // namespace palabre::http
