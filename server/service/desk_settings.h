// What owners set, and the rules that moderators make in one click.
#pragma once

#include <string>

#include "server/service/context.h"
#include "shared/wire/desk.h"

namespace palabre::service {

Expected<std::vector<wire::SiteSummary>> list_sites(const Context& context);
Expected<wire::SiteSettings> read_settings(const Context& context, const Site& site);

// The body is what codec_desk.h reads. A broken one changes nothing; settings_changed when somebody was faster.
Expected<void> change_policy(const Context& context, const Site& site, const std::string& json,
                             const storage::Actor& by);
Expected<void> change_origins(const Context& context, const Site& site, const wire::ChangeOrigins& message,
                              const storage::Actor& by);
Expected<void> change_appearance(const Context& context, const Site& site, const wire::ChangeAppearance& message,
                                 const storage::Actor& by);
Expected<Site> add_site(const Context& context, const wire::NewSite& message, const storage::Actor& by);
// How the site's threads look.
Expected<wire::Appearance> look_of(const Context& context, SiteId site);

// A value that no list takes is unknown_field_value with the field `value`. What is there already is no error.
Expected<wire::MadeRule> make_rule(const Context& context, const Site& site, const wire::NewRule& message,
                                   const storage::Actor& by);
// A domain as lists have it, of an address or of a host. `widen`: of anything but a bare domain the part that somebody
// registered; what is trusted is better not widened.
[[nodiscard]] std::string domain_of(std::string_view text, bool widen);

} // namespace palabre::service
