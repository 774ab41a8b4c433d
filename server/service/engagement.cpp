#include "server/service/engagement.h"

#include <algorithm>

#include "server/service/audit.h"
#include "shared/rules/engagement.h"

namespace palabre::service {

Expected<Engagement> stored_engagement(const Context& context, SiteId site) {
  const auto stored = context.store.marks().engagement(site);
  if (!stored) return tl::unexpected(stored.error());
  return stored->value_or(Engagement{});
}

Expected<Engagement> engagement_of(const Context& context, SiteId site) {
  const auto book = context.rules->of_site(context.store, site, context.now());
  if (!book) return tl::unexpected(book.error());
  return (*book)->engagement;
}

Expected<void> change_engagement(const Context& context, const Site& site, const wire::ChangeEngagement& message,
                                 const storage::Actor& by) {
  const auto checked = rules::check_engagement(message.engagement);
  if (!checked) return tl::unexpected(checked.error());
  const storage::AuditNote note{by, context.now(), audit::engagement, site.id, "site " + site.name};
  const auto changed = context.store.marks().change_engagement(site.id, message.version, *checked, note);
  if (!changed) return tl::unexpected(changed.error());
  context.tell_settings_changed(site.id);
  return {};
}

Expected<Site> register_site(storage::Store& store, const std::string& name, const std::vector<std::string>& origins) {
  const auto known = store.sites();
  if (!known) return tl::unexpected(known.error());
  const bool is_new = std::none_of(known->begin(), known->end(), [&](const Site& one) { return one.name == name; });
  auto site = store.put_site(name, origins);
  if (!site || !is_new) return site;
  if (auto begun = store.marks().begin_engagement(site->id, rules::engagement_of_new_site()); !begun) {
    return tl::unexpected(begun.error());
  }
  return site;
}

} // namespace palabre::service
