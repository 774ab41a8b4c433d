// Who has which comment open at the desk, in memory: a hint between colleagues, no lock. Thread safe.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "shared/model/id.h"
#include "shared/model/instant.h"
#include "shared/wire/desk.h"

namespace palabre::service {

class Presence {
public:
  static constexpr Duration kept = Duration::seconds(15);

  struct Place {
    CommentId comment; // 0: none
    std::string site;  // name
    std::string name;  // the member's
  };
  // Where this window of a member is now. `session` tells windows that a member signed in apart.
  void note(MemberId member, const std::string& session, const Place& place, Instant now);
  // The others, of one site (empty: of all); each member and comment once.
  [[nodiscard]] std::vector<wire::MemberPresence> others(MemberId member, const std::string& site, Instant now);

private:
  struct Seen {
    Place place;
    Instant at;
  };
  using Key = std::pair<MemberId, std::string>;
  std::mutex mutex_;
  std::map<Key, Seen> seen_;
};

} // namespace palabre::service
