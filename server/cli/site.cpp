// palabre site add NAME --origin URL…, palabre site list
#include <iostream>
#include <memory>

#include "server/cli/command.h"
#include "server/cli/site_options.h"
#include "server/service/engagement.h"
#include "server/storage/store.h"

namespace palabre::cli {
namespace {

struct SiteOptions {
  DataOptions data;
  std::string name;
  std::vector<std::string> addresses;
};

void print(const Site& site) {
  std::cout << site.name;
  for (const std::string& origin : site.origins) std::cout << ' ' << origin;
  std::cout << '\n';
}

int add(const SiteOptions& options) {
  if (auto checked = check_site_name(options.name); !checked) return complain(misused, checked.error().detail);
  const auto origins = normalise_origins(options.addresses);
  if (!origins) return complain(misused, origins.error().detail);
  const auto store = storage::open_sqlite(options.data.directory);
  if (!store) return complain(failed, store.error().detail);
  const auto site = service::register_site(**store, options.name, *origins);
  if (!site) return complain(failed, "The site could not be written: " + site.error().detail + ".");
  print(*site);
  return done;
}

int list(const SiteOptions& options) {
  const auto store = storage::open_sqlite(options.data.directory);
  if (!store) return complain(failed, store.error().detail);
  const auto sites = (*store)->sites();
  if (!sites) return complain(failed, "The sites could not be read: " + sites.error().detail + ".");
  for (const Site& site : *sites) print(site);
  return done;
}

} // namespace

void add_site(CLI::App& app, int& status) {
  const auto options = std::make_shared<SiteOptions>(); // lives as long as the callbacks
  CLI::App* site = app.add_subcommand("site", "The web sites that may show comments");
  site->require_subcommand(1);

  CLI::App* add_command = site->add_subcommand("add", "Register a site, or give it other origins");
  add_command->add_option("name", options->name, "What data-site says in the page")->required()->type_name("NAME");
  add_command->add_option("--origin", options->addresses, "Address of the site's pages; several are allowed")
      ->required()
      ->type_name("URL");
  add_data_options(*add_command, options->data);
  add_command->callback([options, &status] { status = add(*options); });

  CLI::App* list_command = site->add_subcommand("list", "The registered sites, one a line");
  add_data_options(*list_command, options->data);
  list_command->callback([options, &status] { status = list(*options); });
  add_site_policy(*site, status);
}

} // namespace palabre::cli
