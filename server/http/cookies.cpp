#include "server/http/cookies.h"

namespace palabre::http {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Calls `use` with each pair of a Cookie header.
template <class Use> void each_pair(std::string_view list, const Use& use) {
  while (!list.empty()) {
    const std::string_view pair = list.substr(0, list.find(';'));
    list.remove_prefix(pair.size() == list.size() ? list.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) use(trim(pair.substr(0, equals)), trim(pair.substr(equals + 1)));
  }
}

} // namespace

std::string find_cookie(const Request& request, std::string_view wanted) {
  std::string found;
  bool disagree = false;
  for (const HeaderView& header : request.headers) {
    if (!equal_ignoring_case(header.name, "Cookie")) continue;
    each_pair(header.value, [&](std::string_view name, std::string_view value) {
      if (name != wanted || value.empty()) return;
      if (!found.empty() && found != value) disagree = true;
      found = value;
    });
  }
  return disagree ? std::string() : found;
}

} // namespace palabre::http
