#include "server/http/environment.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include "server/service/desk_decisions.h"
#include "server/service/posts.h"
#include "shared/rules/comment_rules.h"

namespace palabre::http {
namespace {

constexpr std::size_t cache_bytes = 64 * 1024 * 1024;
constexpr std::size_t limited_clients = 65'536;
// A lively talk fits in, a flood does not.
constexpr rules::RateLimit write_limit{20, 1.0 / 3};
// Neighbours, schools and offices share an address: a few dozen may vote at once.
constexpr rules::RateLimit ballot_limit{120, 2};
// Reading through a long thread with a finger on the votes.
constexpr rules::RateLimit mark_limit{60, 1};

std::vector<Network> parse_proxies(const std::vector<std::string>& texts) {
  std::vector<Network> networks;
  for (const std::string& text : texts) {
    if (const auto network = parse_network(text)) {
      networks.push_back(*network);
    } else {
      spdlog::error("event=bad_trusted_proxy value={}", text);
    }
  }
  return networks;
}

// What an earlier run did not come to, and what is over.
void tidy(const service::Context& context) {
  if (auto taught = service::teach_filters(context); !taught) {
    spdlog::error("event=filters_not_taught reason=\"{}\"", taught.error().detail);
  }
  const auto wiped = service::wipe_removed(context);
  if (!wiped) spdlog::error("event=removed_not_wiped reason=\"{}\"", wiped.error().detail);
  if (wiped && *wiped > 0) spdlog::info("event=removed_wiped comments={}", *wiped);
}

} // namespace

Environment::Environment(service::Context context_in, const ServerOptions& options_in)
    : context(std::move(context_in)), options(options_in), trusted_proxies(parse_proxies(options_in.trusted_proxies)),
      sites(context.store), documents(cache_bytes, &DocumentCache::Clock::now, [this] { return context.now(); }),
      writes(write_limit, limited_clients), ballots(ballot_limit, limited_clients), marks(mark_limit, limited_clients) {
  if (sodium_init() < 0) spdlog::error("event=no_randomness reason=\"libsodium cannot start\"");
  context.counts_pace = options.rate_limits == RateLimits::on;
  context.changed = [this, former = std::move(context.changed)](SiteId site, const std::string& page) {
    documents.changed(site, page);
    documents.changed(site, whole_site);
    if (former) former(site, page);
  };
  context.post_changed = [this](SiteId site, PostId) { documents.changed(site); };
  context.voted = [this](SiteId site, PostId post) {
    documents.changed(site, post_page(post));
    if (votes.is_time(site)) documents.changed(site);
  };
  context.marked = [this](SiteId site, const std::string& page) { documents.counted(site, page); };
  context.settings_changed = [this](SiteId site) {
    sites.forget();
    documents.changed(site);
  };
  context.later = [this](std::function<void()> work) { background.add(std::move(work)); };
  background.daily([this] { tidy(context); });
}

bool is_own_origin(const Request& request, std::string_view origin) {
  const std::string_view host = request.header("Host");
  const std::size_t scheme_end = origin.find("://");
  if (host.empty() || scheme_end == std::string_view::npos) return false;
  const std::string_view scheme = origin.substr(0, scheme_end);
  return (scheme == "http" || scheme == "https") && equal_ignoring_case(origin.substr(scheme_end + 3), host);
}

bool is_opaque_reading(const Request& request, std::string_view origin) {
  if (origin != "null") return false;
  const std::string_view method =
      request.method == "OPTIONS" ? request.header("Access-Control-Request-Method") : std::string_view(request.method);
  return method == "GET" || method == "HEAD";
}

Expected<void> check_origin(const Site& site, const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (origin.empty() || allows(site, origin) || is_own_origin(request, origin)) return {};
  if (is_opaque_reading(request, origin)) return {};
  return fail(ErrorCode::origin_not_allowed, "Origin",
              "the site " + site.name + " does not list this page's origin; its owner adds it with `palabre site add`");
}

Expected<Site> open_site(Environment& environment, const Request& request, std::string_view name) {
  auto site = environment.sites.find(name);
  if (!site) return site;
  if (auto allowed = check_origin(*site, request); !allowed) return tl::unexpected(allowed.error());
  return site;
}

std::string_view media_type(const Request& request) {
  std::string_view type = request.header("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return type;
}

Expected<void> take_write(Environment& environment, const Request& request) {
  if (environment.options.rate_limits == RateLimits::off) return {};
  return environment.writes.take(client_address(request, environment.trusted_proxies), environment.context.now());
}

Expected<void> take_ballot(Environment& environment, const Request& request) {
  if (environment.options.rate_limits == RateLimits::off) return {};
  return environment.ballots.take(client_address(request, environment.trusted_proxies), environment.context.now());
}

Expected<void> take_mark(Environment& environment, const Request& request) {
  if (environment.options.rate_limits == RateLimits::off) return {};
  return environment.marks.take(client_address(request, environment.trusted_proxies), environment.context.now());
}

std::string_view bearer_token(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view value = request.header("Authorization");
  if (!equal_ignoring_case(value.substr(0, scheme.size()), scheme)) return {};
  return value.substr(scheme.size());
}

service::Visitor visitor_of(const Environment& environment, const Request& request) {
  return {std::string(bearer_token(request)), client_address(request, environment.trusted_proxies).prefix()};
}

Expected<CommentId> open_comment(Environment& environment, const Call& call) {
  const auto id = CommentId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_comment, "id");
  const auto site_id = service::site_of_comment(environment.context, *id);
  if (!site_id) return tl::unexpected(site_id.error());
  const auto site = environment.sites.find(*site_id);
  if (!site) return tl::unexpected(site.error());
  if (auto allowed = check_origin(*site, call.request); !allowed) return tl::unexpected(allowed.error());
  return *id;
}

Expected<OpenPost> open_post(Environment& environment, const Call& call) {
  const auto id = PostId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_post, "id");
  const auto site_id = service::site_of_post(environment.context, *id);
  if (!site_id) return tl::unexpected(site_id.error());
  auto site = environment.sites.find(*site_id);
  if (!site) return tl::unexpected(site.error());
  if (auto allowed = check_origin(*site, call.request); !allowed) return tl::unexpected(allowed.error());
  return OpenPost{*id, *std::move(site)};
}

std::string post_page(PostId post) {
  return "\npost/" + post.text();
}

Response json(int status, std::string body) {
  Response response = respond(status, "application/json", std::move(body));
  response.set("Cache-Control", "no-store");
  return response;
}

Response respond_document(const DocumentPtr& document, const Request& request) {
  const Document::Form& form = document->form(choose_coding(request.header("Accept-Encoding")));
  Response response;
  response.owner = document;
  response.shared = form.bytes;
  response.ready_headers = form.headers;
  if (matches_etag(request.header("If-None-Match"), form.etag)) response.status = 304;
  return response;
}

Expected<std::string> check_page_key(const Environment& environment, const std::string& page) {
  auto checked = rules::check_page({page, {}, {}}, environment.context.limits);
  if (!checked) return tl::unexpected(checked.error());
  return std::move(checked->key);
}

} // namespace palabre::http
