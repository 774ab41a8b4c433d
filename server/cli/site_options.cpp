#include "server/cli/site_options.h"

#include <algorithm>
#include <array>
#include <optional>

#include <arpa/inet.h>

#include "server/service/origin.h"

namespace palabre::cli {
namespace {

std::string what_is_wrong(const std::string& address) {
  const bool ascii =
      std::all_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return "`" + address + "` is no web address; write it as browsers show it, such as https://blog.example.";
  return "`" + address +
         "` has letters that browsers send in another form; write it as `location.origin` shows it in the "
         "browser's console, such as https://xn--t-9fab.example.";
}

} // namespace

Expected<void> check_site_name(const std::string& name) {
  if (service::is_site_name(name)) return {};
  return fail(ErrorCode::internal, {},
              "`" + name +
                  "` cannot be a site's name: use 1 to 63 lower-case letters, digits and hyphens, "
                  "starting with a letter or a digit.");
}

Expected<std::vector<std::string>> normalise_origins(const std::vector<std::string>& addresses) {
  std::vector<std::string> origins;
  for (const std::string& address : addresses) {
    // What browsers send from sandboxed frames, which have no address of their own.
    auto origin = address == "null" ? std::optional<std::string>(address) : service::origin_of(address);
    if (!origin) return fail(ErrorCode::internal, {}, what_is_wrong(address));
    if (std::find(origins.begin(), origins.end(), *origin) == origins.end()) origins.push_back(*std::move(origin));
  }
  return origins;
}

bool is_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string address(text.substr(0, slash));
  std::array<unsigned char, 16> bytes{};
  unsigned longest = 0;
  if (::inet_pton(AF_INET, address.c_str(), bytes.data()) == 1) longest = 32;
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) longest = 128;
  if (longest == 0) return false;
  if (slash == std::string_view::npos) return true;
  const std::string_view prefix = text.substr(slash + 1);
  if (prefix.empty() || prefix.size() > 3) return false;
  unsigned length = 0;
  for (const char digit : prefix) {
    if (digit < '0' || digit > '9') return false;
    length = length * 10 + static_cast<unsigned>(digit - '0');
  }
  return length <= longest;
}

} // namespace palabre::cli
