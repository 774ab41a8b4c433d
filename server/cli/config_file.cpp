#include "server/cli/config_file.h"

#include <filesystem>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "server/cli/site_options.h"

namespace palabre::cli {
namespace {

class Reader {
public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  Expected<Config> read(const toml::table& file) {
    Config config;
    for (const auto& [key, node] : file) {
      if (auto taken = take(config, std::string(key.str()), key.source(), node); !taken) {
        return tl::unexpected(taken.error());
      }
    }
    return config;
  }

  [[nodiscard]] tl::unexpected<Error> at(const toml::source_region& place, const std::string& sentence) const {
    return fail(ErrorCode::internal, {}, path_ + ":" + std::to_string(place.begin.line) + ": " + sentence);
  }

private:
  Expected<void> take(Config& config, const std::string& key, const toml::source_region& place,
                      const toml::node& node) {
    if (key == "host") return take_text(config.host, key, node);
    if (key == "data") return take_text(config.data, key, node);
    if (key == "port") return take_port(config, node);
    if (key == "trusted_proxies") return take_proxies(config, node);
    if (key == "site") return take_sites(config, node);
    return at(place, "unknown setting `" + key + "`; known are host, port, data, trusted_proxies and [[site]].");
  }

  Expected<void> take_text(std::optional<std::string>& out, const std::string& key, const toml::node& node) {
    out = node.value_exact<std::string>();
    if (out && !out->empty()) return {};
    return at(node.source(), "`" + key + "` must be a text in quotes, and not empty.");
  }

  Expected<void> take_port(Config& config, const toml::node& node) {
    const auto port = node.value_exact<std::int64_t>();
    if (!port || *port < 0 || *port > 65535) return at(node.source(), "`port` must be a number from 0 to 65535.");
    config.port = static_cast<int>(*port);
    return {};
  }

  Expected<std::vector<std::string>> texts(const std::string& key, const toml::node& node) {
    std::vector<std::string> out;
    const toml::array* array = node.as_array();
    if (array == nullptr) return at(node.source(), "`" + key + "` must be a list of texts, such as [\"…\"].");
    for (const toml::node& item : *array) {
      const auto text = item.value_exact<std::string>();
      if (!text) return at(item.source(), "`" + key + "` must hold texts in quotes only.");
      out.push_back(*text);
    }
    return out;
  }

  Expected<void> take_proxies(Config& config, const toml::node& node) {
    auto proxies = texts("trusted_proxies", node);
    if (!proxies) return tl::unexpected(proxies.error());
    for (const std::string& proxy : *proxies) {
      if (!is_network(proxy)) {
        return at(node.source(), "`" + proxy + "` is no network address; write it like 10.0.0.0/8 or ::1.");
      }
    }
    config.trusted_proxies = *std::move(proxies);
    return {};
  }

  Expected<void> take_sites(Config& config, const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return at(node.source(), "a site starts with [[site]], in two brackets.");
    for (const toml::node& item : *array) {
      const toml::table* table = item.as_table();
      if (table == nullptr) return at(item.source(), "a site starts with [[site]], in two brackets.");
      if (auto taken = take_site(config, *table); !taken) return taken;
    }
    return {};
  }

  Expected<void> take_site(Config& config, const toml::table& table) {
    ConfiguredSite site;
    for (const auto& [key, node] : table) {
      if (key.str() == "name") {
        site.name = node.value_exact<std::string>().value_or("");
        if (auto checked = check_site_name(site.name); !checked) return at(node.source(), checked.error().detail);
      } else if (key.str() == "origins") {
        auto listed = texts("origins", node);
        if (!listed) return tl::unexpected(listed.error());
        auto origins = normalise_origins(*listed);
        if (!origins) return at(node.source(), origins.error().detail);
        site.origins = *std::move(origins);
      } else {
        return at(key.source(),
                  "unknown setting `" + std::string(key.str()) + "` of a site; known are name and origins.");
      }
    }
    if (site.name.empty()) return at(table.source(), "this [[site]] needs a name.");
    if (site.origins.empty()) return at(table.source(), "this [[site]] needs origins, the addresses of its web pages.");
    config.sites.push_back(std::move(site));
    return {};
  }

  std::string path_;
};

} // namespace

Expected<Config> read_config(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return fail(ErrorCode::internal, {}, "There is no configuration file " + path + ".");
  }
  Reader reader(path);
  const toml::parse_result result = toml::parse_file(path);
  if (!result) return reader.at(result.error().source(), std::string(result.error().description()) + ".");
  return reader.read(result.table());
}

} // namespace palabre::cli
