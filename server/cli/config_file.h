// The configuration file, TOML:
//
//   host = "127.0.0.1"
//   port = 8080
//   data = "/var/lib/palabre"
//   trusted_proxies = ["127.0.0.1/32"]
//   [[site]]
//   name = "blog"
//   origins = ["https://blog.example"]
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/error.h"

namespace palabre::cli {

struct ConfiguredSite {
  std::string name;
  std::vector<std::string> origins; // normalised
};

struct Config {
  std::optional<std::string> host;
  std::optional<int> port;
  std::optional<std::string> data;
  std::vector<std::string> trusted_proxies;
  std::vector<ConfiguredSite> sites;
};

// The error's detail is a sentence with file, line and what to do.
[[nodiscard]] Expected<Config> read_config(const std::string& path);

} // namespace palabre::cli
