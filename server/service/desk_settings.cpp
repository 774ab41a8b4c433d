#include "server/service/desk_settings.h"

#include <algorithm>

#include "server/service/audit.h"
#include "server/service/engagement.h"
#include "server/service/moderation.h"
#include "server/service/origin.h"
#include "shared/rules/engagement.h"
#include "shared/wire/codec_desk.h"

namespace palabre::service {
namespace {

constexpr std::size_t origin_limit = 100;

storage::AuditNote note_of(const Context& context, const Site& site, const char* action, const storage::Actor& by) {
  return {by, context.now(), action, site.id, "site " + site.name};
}

Expected<std::vector<std::string>> check_origins(const std::vector<std::string>& addresses) {
  if (addresses.empty()) return fail(ErrorCode::field_empty, "origins", "name at least one address");
  if (addresses.size() > origin_limit) {
    return fail(ErrorCode::field_too_long, "origins", "at most " + std::to_string(origin_limit) + " addresses");
  }
  std::vector<std::string> origins;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const auto origin = origin_of(addresses[i]);
    if (!origin) {
      return fail(ErrorCode::malformed_address, "origins." + std::to_string(i),
                  "must be an address such as https://example.org; of a name with accents its xn-- form");
    }
    if (std::find(origins.begin(), origins.end(), *origin) == origins.end()) origins.push_back(*origin);
  }
  return origins;
}

Expected<void> tell(const Context& context, SiteId site, Expected<void> changed) {
  if (changed) context.tell_settings_changed(site);
  return changed;
}

} // namespace

Expected<std::vector<wire::SiteSummary>> list_sites(const Context& context) {
  return context.store.decisions().site_summaries();
}

Expected<wire::SiteSettings> read_settings(const Context& context, const Site& site) {
  // The version first: what changes in between is then found out when it is written back.
  const auto version = context.store.rules_version(site.id);
  if (!version) return tl::unexpected(version.error());
  auto policy = find_policy(context, site.id);
  if (!policy) return tl::unexpected(policy.error());
  const auto sites = context.store.sites();
  if (!sites) return tl::unexpected(sites.error());
  const auto look = context.store.decisions().appearance(site.id);
  if (!look) return tl::unexpected(look.error());
  const auto engagement = stored_engagement(context, site.id);
  if (!engagement) return tl::unexpected(engagement.error());
  wire::SiteSettings settings;
  settings.site.id = site.id;
  settings.site.name = site.name;
  settings.policy = *std::move(policy);
  settings.appearance = *look;
  settings.engagement = *engagement;
  settings.version = version->policy;
  for (const Site& one : *sites) {
    if (one.id == site.id) settings.site.origins = one.origins;
  }
  return settings;
}

Expected<void> change_policy(const Context& context, const Site& site, const std::string& json,
                             const storage::Actor& by) {
  const auto version = context.store.rules_version(site.id);
  if (!version) return tl::unexpected(version.error());
  const auto present = find_policy(context, site.id);
  if (!present) return tl::unexpected(present.error());
  const auto wanted = wire::decode_change_policy(json, *present);
  if (!wanted) return tl::unexpected(wanted.error());
  if (wanted->version != version->policy) return fail(ErrorCode::settings_changed);
  const auto changed = context.store.decisions().change_policy(
      site.id, wanted->version, [&](const rules::Policy&) { return wanted->policy; },
      note_of(context, site, audit::policy, by));
  if (!changed) return tl::unexpected(changed.error());
  context.tell_settings_changed(site.id);
  return {};
}

Expected<void> change_origins(const Context& context, const Site& site, const wire::ChangeOrigins& message,
                              const storage::Actor& by) {
  const auto origins = check_origins(message.origins);
  if (!origins) return tl::unexpected(origins.error());
  return tell(context, site.id,
              context.store.decisions().change_origins(site.id, message.version, *origins,
                                                       note_of(context, site, audit::origins, by)));
}

Expected<void> change_appearance(const Context& context, const Site& site, const wire::ChangeAppearance& message,
                                 const storage::Actor& by) {
  return tell(context, site.id,
              context.store.decisions().change_appearance(site.id, message.version, message.appearance,
                                                          note_of(context, site, audit::appearance, by)));
}

Expected<Site> add_site(const Context& context, const wire::NewSite& message, const storage::Actor& by) {
  if (!is_site_name(message.name)) {
    return fail(ErrorCode::unknown_field_value, "name",
                "must be lower-case letters, digits and hyphens, 63 at most, such as my-blog");
  }
  const auto origins = check_origins(message.origins);
  if (!origins) return tl::unexpected(origins.error());
  auto site = context.store.decisions().add_site(message.name, *origins,
                                                 {by, context.now(), audit::site, {}, "site " + message.name});
  if (!site) return site;
  if (auto begun = context.store.marks().begin_engagement(site->id, rules::engagement_of_new_site()); !begun) {
    return tl::unexpected(begun.error());
  }
  context.tell_settings_changed(site->id);
  return site;
}

Expected<wire::Appearance> look_of(const Context& context, SiteId site) {
  const auto book = context.rules->of_site(context.store, site, context.now());
  if (!book) return tl::unexpected(book.error());
  return (*book)->look;
}

} // namespace palabre::service
