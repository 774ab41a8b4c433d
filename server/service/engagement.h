// What a site's owner wants of readers' engagement.
#pragma once

#include <string>
#include <vector>

#include "server/service/context.h"
#include "shared/wire/codec_engagement.h"

namespace palabre::service {

// As stored now; nothing is offered where the owner never said.
Expected<Engagement> stored_engagement(const Context& context, SiteId site);
// As the rule book has it, two seconds old at most.
Expected<Engagement> engagement_of(const Context& context, SiteId site);
// The errors of rules/engagement.h; settings_changed when somebody was faster.
Expected<void> change_engagement(const Context& context, const Site& site, const wire::ChangeEngagement& message,
                                 const storage::Actor& by);
// Puts the site. One that is new begins with rules::engagement_of_new_site.
Expected<Site> register_site(storage::Store& store, const std::string& name, const std::vector<std::string>& origins);

} // namespace palabre::service
