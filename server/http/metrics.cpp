// GET /metrics
#include "server/http/metrics.h"

#include <algorithm>

#include <spdlog/fmt/fmt.h>

#include "server/http/environment.h"
#include "server/http/handlers.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

constexpr int too_many_requests = 429;

std::string label_of(std::size_t route) {
  if (route == Metrics::files) return "files";
  if (route == Metrics::desk) return "desk";
  if (route == Metrics::none) return "none";
  const wire::RouteInfo& info = wire::routes()[route];
  return fmt::format("{} {}", wire::to_name(info.method), info.path);
}

std::size_t index_of(wire::Route route) {
  const auto all = wire::routes();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [route](const wire::RouteInfo& info) { return info.route == route; }) -
      all.begin());
}

} // namespace

void Metrics::count(std::size_t route, int status, std::chrono::nanoseconds duration) {
  Route& counters = routes_[route];
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
  counters.by_class[status_class].fetch_add(1, std::memory_order_relaxed);
  if (status == too_many_requests) rate_limited_.fetch_add(1, std::memory_order_relaxed);
  const double seconds = std::chrono::duration<double>(duration).count();
  const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
  counters.by_duration[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  counters.nanoseconds.fetch_add(static_cast<std::uint64_t>(duration.count()), std::memory_order_relaxed);
}

void Metrics::append_requests(std::string& out) const {
  out += "# HELP palabre_http_requests_total Requests answered.\n# TYPE palabre_http_requests_total counter\n";
  for (std::size_t route = 0; route < routes_.size(); ++route) {
    for (std::size_t status = 1; status < routes_[route].by_class.size(); ++status) {
      const std::uint64_t count = routes_[route].by_class[status];
      if (count == 0) continue;
      out += fmt::format("palabre_http_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", label_of(route), status,
                         count);
    }
  }
}

void Metrics::append_durations(std::string& out) const {
  out += "# HELP palabre_http_request_seconds Time to make an answer.\n"
         "# TYPE palabre_http_request_seconds histogram\n";
  for (std::size_t route = 0; route < none; ++route) {
    const Route& counters = routes_[route];
    std::uint64_t total = 0;
    std::string lines;
    for (std::size_t i = 0; i < counters.by_duration.size(); ++i) {
      total += counters.by_duration[i];
      const std::string bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf";
      lines += fmt::format("palabre_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", label_of(route), bound,
                           total);
    }
    if (total == 0) continue;
    out += lines;
    out += fmt::format("palabre_http_request_seconds_sum{{route=\"{0}\"}} {1}\n"
                       "palabre_http_request_seconds_count{{route=\"{0}\"}} {2}\n",
                       label_of(route), static_cast<double>(counters.nanoseconds) / 1e9, total);
  }
}

std::string Metrics::text(const Gauges& gauges) const {
  constexpr std::size_t success = 2;
  constexpr std::size_t redirection = 3; // a form's answer
  const std::uint64_t posted = routes_[index_of(wire::Route::post_comment)].by_class[success] +
                               routes_[index_of(wire::Route::plain_post)].by_class[redirection];
  std::string out;
  append_requests(out);
  append_durations(out);
  const auto one = [&out](std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
    out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, type, value);
  };
  one("palabre_connections", "gauge", "Open connections.", gauges.connections);
  one("palabre_document_cache_hits_total", "counter", "Documents answered from memory.", gauges.cache_hits);
  one("palabre_document_cache_misses_total", "counter", "Documents made.", gauges.cache_misses);
  one("palabre_document_cache_bytes", "gauge", "Memory of ready-made documents.", gauges.cache_bytes);
  one("palabre_comments_posted_total", "counter", "Comments accepted.", posted);
  one("palabre_rate_limited_total", "counter", "Requests refused for coming too fast.", rate_limited_);
  return out;
}

Response get_metrics(Environment& environment, const Call&) {
  const DocumentCache& documents = environment.documents;
  const std::size_t connections = environment.connections ? environment.connections() : 0;
  Response response =
      respond(200, "text/plain; version=0.0.4; charset=utf-8",
              environment.metrics.text({connections, documents.hits(), documents.misses(), documents.bytes()}));
  response.set("Cache-Control", "no-store");
  return response;
}

} // namespace palabre::http
