#include "shared/wire/desk_routes.h"

namespace palabre::wire {
namespace {

void append(std::string& url, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  url += url.find('?') == std::string::npos ? '?' : '&';
  url += name;
  url += '=';
  url += percent_encode(value);
}

} // namespace

std::string desk_url(std::string_view path) {
  std::string url(desk_root);
  url += '/';
  url += path;
  return url;
}

std::string queue_url(const QueueFilter& filter, std::string_view after) {
  std::string url = desk_url("queue");
  append(url, "tab", to_name(filter.tab));
  append(url, "site", filter.site);
  append(url, "page", filter.page);
  append(url, "author", filter.author);
  append(url, "lang", filter.language);
  append(url, "sentiment", filter.sentiment);
  append(url, "reason", filter.reason);
  append(url, "q", filter.query);
  append(url, "after", after);
  return url;
}

} // namespace palabre::wire
