// palabre serve
#include <filesystem>
#include <iostream>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "server/cli/clock.h"
#include "server/cli/command.h"
#include "server/cli/config_file.h"
#include "server/cli/data_directory.h"
#include "server/cli/demo_samples.h"
#include "server/cli/desk_link.h"
#include "server/cli/shutdown.h"
#include "server/cli/site_options.h"
#include "server/http/knowledge.h"
#include "server/http/server.h"
#include "server/service/engagement.h"
#include "server/service/origin.h"
#include "server/service/team.h"

namespace palabre::cli {
namespace {

struct ServeOptions {
  DataOptions data;
  http::ServerOptions server;
  std::string config_file;
  bool no_rate_limits{false};
  std::vector<ConfiguredSite> sites;
  CLI::Option* host{nullptr};
  CLI::Option* port{nullptr};
};

// Structured lines on stderr: stdout is for the one line that says where the server listens.
void start_logging() {
  auto logger = spdlog::stderr_logger_mt("palabre");
  logger->set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  spdlog::set_default_logger(std::move(logger));
}

// What was given on the command line stands.
Expected<void> apply_config(ServeOptions& options) {
  if (options.config_file.empty()) return {};
  auto config = read_config(options.config_file);
  if (!config) return tl::unexpected(config.error());
  if (config->host && options.host->count() == 0) options.server.host = *config->host;
  if (config->port && options.port->count() == 0) options.server.port = *config->port;
  if (config->data && options.data.directory_option->count() == 0) options.data.directory = *config->data;
  auto& proxies = options.server.trusted_proxies;
  proxies.insert(proxies.end(), config->trusted_proxies.begin(), config->trusted_proxies.end());
  options.sites = std::move(config->sites);
  return {};
}

std::string address(const std::string& host, int port) {
  const bool bare_ipv6 = host.find(':') != std::string::npos && host.front() != '[';
  return "http://" + (bare_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

// A server that listens everywhere is near at hand too.
std::string setup_address(const std::string& host, int port, const wire::MadeInvitation& link) {
  const bool everywhere = host == "0.0.0.0" || host == "::" || host == "[::]" || host == "*";
  return desk_link(address(everywhere ? "127.0.0.1" : host, port), wire::InvitationKind::setup, link.token);
}

Expected<void> register_sites(storage::Store& store, const std::vector<ConfiguredSite>& sites) {
  for (const ConfiguredSite& site : sites) {
    if (auto put = service::register_site(store, site.name, site.origins); !put) return tl::unexpected(put.error());
  }
  return {};
}

Expected<void> prepare_demo(storage::Store& store, const std::string& host, int port) {
  std::vector<std::string> origins;
  for (const std::string& name : {host, std::string("127.0.0.1"), std::string("localhost"), std::string("::1")}) {
    // Any host that passes the bind is an address of ours; one that is no origin (`*`) just cannot be visited.
    if (const auto origin = service::origin_of(address(name, port))) origins.push_back(*origin);
  }
  const auto site = service::register_site(store, "demo", origins);
  if (!site) return tl::unexpected(site.error());
  return add_demo_samples(store, *site, address(host, port), clock_now());
}

int serve_from(storage::Store& store, const ServeOptions& options) {
  if (auto put = register_sites(store, options.sites); !put) return complain(failed, put.error().detail);
  const auto secret = store.secret();
  if (!secret) return complain(failed, secret.error().detail);
  const auto rule_book = std::make_shared<service::RuleBook>(http::built_in_knowledge());
  const service::Context context{store, rules::Limits{}, *secret, clock_now, {}, rule_book};
  http::Server server(context, options.server);
  const auto port = server.bind();
  if (!port) return complain(failed, port.error().detail);
  if (!options.server.demo_directory.empty()) {
    if (auto ready = prepare_demo(store, options.server.host, *port); !ready) {
      return complain(failed, "The demo's comments could not be written: " + ready.error().detail + ".");
    }
  }
  const auto link = service::make_setup_link(context);
  if (!link) return complain(failed, "The set-up link could not be made: " + link.error().detail + ".");
  const ShutdownWatch watch([&server] { server.stop(); });
  std::cout << "listening on " << address(options.server.host, *port) << std::endl;
  if (*link) std::cout << "Set up your desk (once): " << setup_address(options.server.host, *port, **link) << std::endl;
  spdlog::info("event=listening address={} data={}", address(options.server.host, *port), options.data.directory);
  server.run();
  spdlog::info("event=stopped");
  return done;
}

int serve(ServeOptions options) {
  if (auto applied = apply_config(options); !applied) return complain(misused, applied.error().detail);
  std::error_code error;
  const std::string& demo = options.server.demo_directory;
  if (!demo.empty() && !std::filesystem::is_directory(demo, error)) {
    return complain(misused, "There is no directory " + demo + " to show as the demo.");
  }
  start_logging();
  if (options.no_rate_limits) {
    options.server.rate_limits = http::RateLimits::off;
    spdlog::warn("event=rate_limits_off reason=\"--no-rate-limits was given; meant for load tests only\"");
  }
  block_shutdown_signals();
  const auto store = storage::open_sqlite(options.data.directory);
  if (!store) return complain(failed, store.error().detail);
  const auto lock = ServeLock::take(options.data.directory);
  if (!lock) return complain(failed, lock.error().detail);
  return serve_from(**store, options);
}

} // namespace

void add_serve(CLI::App& app, int& status) {
  const auto options = std::make_shared<ServeOptions>(); // lives as long as the callback
  CLI::App* command = app.add_subcommand("serve", "Serve comments over HTTP");
  options->host = command->add_option("--host", options->server.host, "Address to listen on")->capture_default_str();
  options->port = command->add_option("--port", options->server.port, "Port; 0 picks a free one")
                      ->check(CLI::Range(0, 65535))
                      ->capture_default_str();
  add_data_options(*command, options->data);
  command->add_option("--demo", options->server.demo_directory, "Show the examples in DIR under /demo/")
      ->type_name("DIR");
  command->add_option("--config", options->config_file, "Configuration file (TOML)")->type_name("FILE");
  command
      ->add_option("--trusted-proxy", options->server.trusted_proxies,
                   "Network whose X-Forwarded-For is believed; several are allowed")
      ->type_name("CIDR")
      ->check([](const std::string& text) {
        return is_network(text) ? std::string{} : "`" + text + "` is no network such as 10.0.0.0/8";
      });
  command->add_flag("--no-rate-limits", options->no_rate_limits, "For load tests");
  command->callback([options, &status] { status = serve(*options); });
}

} // namespace palabre::cli
