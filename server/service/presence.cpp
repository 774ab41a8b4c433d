#include "server/service/presence.h"

#include <algorithm>

namespace palabre::service {

void Presence::note(MemberId member, const std::string& session, const Place& place, Instant now) {
  const std::lock_guard lock(mutex_);
  const Key key{member, session};
  if (place.comment.value == 0) {
    seen_.erase(key);
  } else {
    seen_[key] = {place, now};
  }
}

std::vector<wire::MemberPresence> Presence::others(MemberId member, const std::string& site, Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(seen_, [now](const auto& one) { return one.second.at + kept < now || now < one.second.at; });
  std::vector<wire::MemberPresence> present;
  for (const auto& [key, seen] : seen_) {
    if (key.first == member || (!site.empty() && seen.place.site != site)) continue;
    const auto same = [&place = seen.place](const wire::MemberPresence& one) {
      return one.comment == place.comment && one.name == place.name;
    };
    if (std::none_of(present.begin(), present.end(), same)) present.push_back({seen.place.comment, seen.place.name});
  }
  return present;
}

} // namespace palabre::service
