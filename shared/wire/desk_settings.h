// The part of desk.h that is about a site's settings and about moderating in its pages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/model/engagement.h"
#include "shared/model/instant.h"
#include "shared/model/member.h"
#include "shared/model/site.h"
#include "shared/rules/policy.h"
#include "shared/wire/messages.h"

namespace palabre::wire {

struct DeskSite {
  SiteId id;
  std::string name;
  std::vector<std::string> origins;
};

struct SiteSettings { // GET sites/{name}
  DeskSite site;
  rules::Policy policy;
  Appearance appearance;
  Engagement engagement{};
  std::int64_t version{0}; // PUT says which it changes: settings_changed (409) when somebody was faster
};
// PUT sites/{name}/policy: {"version", "policy": what differs from the present one, see codec_policy.h} ·
// PUT sites/{name}/origins: {"version","origins":[…]} · PUT sites/{name}/appearance: {"version", …} ·
// PUT sites/{name}/engagement: see codec_engagement.h · all answer with SiteSettings. POST sites {"name","origins"}: a
// new one, 201 with SiteSettings.
struct SiteSummary { // GET sites
  DeskSite site;
  std::int64_t comments{0}; // that readers see
  std::int64_t waiting{0};  // that need a human
};
struct ChangePolicy {
  std::int64_t version{0};
  rules::Policy policy;
};
struct ChangeOrigins {
  std::int64_t version{0};
  std::vector<std::string> origins;
};
struct ChangeAppearance {
  std::int64_t version{0};
  Appearance appearance;
};
struct NewSite {
  std::string name;
  std::vector<std::string> origins;
};

// ---- Moderating in the page ---------------------------------------------------------------------------------------

// POST inline, by a member who is signed in at the desk: a code that the site's page changes for a session of its own,
// once and within a minute.
struct NewInlineCode {
  std::string site;       // name
  std::string page_url{}; // may be empty
  std::string origin;     // of the page: one of the site's
};
struct InlineCode {
  std::string code;
};
// POST inline/session {"code"}, from that origin.
struct InlineSession {
  std::string token; // Authorization: Bearer
  std::string name;  // the member's
  MemberRole role{MemberRole::moderator};
  Instant expires;
};

} // namespace palabre::wire
