// One-time codes with which a site's page gets a member's session of its own. In memory: a code lives for a minute.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "shared/model/instant.h"
#include "shared/model/member.h"

namespace palabre::http::desk {

struct InlineGrant {
  MemberId member;
  std::string name;
  MemberRole role{MemberRole::moderator};
  std::string site;   // name
  std::string origin; // of the page
  Instant until;
};

class InlineCodes {
public:
  static constexpr Duration life = Duration::seconds(60);
  static constexpr std::size_t limit = 10'000; // codes at one time

  // By the code's hash. False: there are too many.
  [[nodiscard]] bool add(const std::string& hash, InlineGrant grant, Instant now);
  // Once; nullopt: none such, or it is over, or it is for another origin, which uses it up too.
  [[nodiscard]] std::optional<InlineGrant> take(const std::string& hash, std::string_view origin, Instant now);

private:
  std::mutex mutex_;
  std::map<std::string, InlineGrant> grants_;
};

} // namespace palabre::http::desk
