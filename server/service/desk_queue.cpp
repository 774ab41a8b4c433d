#include "server/service/desk_queue.h"

namespace palabre::service {
namespace {

constexpr std::size_t clue_limit = 8;

// The site asked for, as far as the looker may see it.
Expected<std::string> site_for(const Looker& looker, std::string asked) {
  if (looker.site.empty()) return asked;
  if (!asked.empty() && asked != looker.site) return fail(ErrorCode::not_allowed, "site");
  return looker.site;
}

// What the site's filter saw in it.
Expected<std::vector<std::pair<std::string, float>>> clues_of(const Context& context, CommentId id) {
  std::vector<std::pair<std::string, float>> clues;
  const auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return clues;
  const storage::StoredComment& stored = **found;
  const auto book = context.rules->of_site(context.store, stored.site, context.now());
  if (!book) return tl::unexpected(book.error());
  if (!(*book)->filter) return clues;
  const Comment& comment = stored.comment;
  const auto history = context.store.history_of(
      {stored.site, stored.page, stored.reader, stored.network, comment.created, id, comment.author.name});
  if (!history) return tl::unexpected(history.error());
  const rules::Draft draft{comment.author.name, {}, comment.author.website, comment.body};
  const auto example = (*book)->of_page(stored.page).spam_example(draft, *history, comment.created);
  for (rules::Explanation& one : (*book)->filter->explain(example.features, clue_limit)) {
    clues.emplace_back(std::move(one.feature), one.weight);
  }
  return clues;
}

} // namespace

Expected<wire::QueuePage> read_queue(const Context& context, wire::QueueFilter filter, const std::string& after,
                                     const Looker& looker) {
  auto site = site_for(looker, std::move(filter.site));
  if (!site) return tl::unexpected(site.error());
  filter.site = *std::move(site);
  return context.store.queue().read_queue(filter, after, queue_page_size);
}

Expected<wire::CommentDetail> read_detail(const Context& context, CommentId id, const Looker& looker) {
  auto detail = context.store.queue().read_detail(id);
  if (!detail) return detail;
  if (!looker.site.empty() && detail->item.site != looker.site) return fail(ErrorCode::unknown_comment);
  auto clues = clues_of(context, id);
  if (!clues) return tl::unexpected(clues.error());
  detail->clues = *std::move(clues);
  return detail;
}

Expected<wire::Changes> read_changes(const Context& context, std::int64_t since, std::string site,
                                     std::optional<CommentId> looking, const Looker& looker) {
  const auto seen = site_for(looker, std::move(site));
  if (!seen) return tl::unexpected(seen.error());
  wire::QueueFilter filter;
  filter.site = *seen;
  auto changes = context.store.queue().read_changes(since, filter, changes_limit);
  if (!changes) return changes;
  Presence::Place place{CommentId{0}, {}, looker.name};
  if (looking) {
    const auto item = context.store.queue().find_item(*looking);
    if (!item) return tl::unexpected(item.error());
    if (*item && (looker.site.empty() || (*item)->site == looker.site)) {
      place.comment = *looking;
      place.site = (*item)->site;
    }
  }
  const Instant now = context.now();
  context.presence->note(looker.member, looker.session, place, now);
  changes->present = context.presence->others(looker.member, *seen, now);
  return changes;
}

Expected<wire::Overview> read_overview(const Context& context, const std::string& site, int days, int offset_minutes) {
  return context.store.queue().read_overview(site, context.now(), days, offset_minutes);
}

} // namespace palabre::service
