#include "shared/rules/links.h"

#include <algorithm>

namespace palabre::rules {

std::vector<Link> find_links(std::string_view body) {
  std::vector<Link> links;
  for (std::size_t at = body.find("http"); at != std::string_view::npos; at = body.find("http", at + 4)) {
    const std::size_t end = std::min(body.find_first_of(" \n)>", at), body.size());
    links.push_back(
        {std::string(body.substr(at, end - at)), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), 0});
  }
  return links;
}

} // namespace palabre::rules
