// What decisions teach the sites' filters.
#include <map>

#include "server/service/desk_decisions.h"

namespace palabre::service {
namespace {

constexpr std::size_t lessons_at_once = 500;

using Lessons = std::vector<storage::Lesson>;

// What the filter would have seen of the comment; nullopt: it is not there any more.
Expected<std::optional<rules::SpamExample>> example_of(const Context& context, const SiteRulebook& book, CommentId id) {
  const auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->comment.state == CommentState::deleted) return std::optional<rules::SpamExample>{};
  const storage::StoredComment& stored = **found;
  const Comment& comment = stored.comment;
  const auto history = context.store.history_of(
      {stored.site, stored.page, stored.reader, stored.network, comment.created, id, comment.author.name});
  if (!history) return tl::unexpected(history.error());
  const rules::Draft draft{comment.author.name, {}, comment.author.website, comment.body};
  return book.of_page(stored.page).spam_example(draft, *history, comment.created);
}

Expected<void> teach_filter(const Context& context, SiteId site, const Lessons& lessons) {
  const auto book = context.rules->of_site(context.store, site, context.now());
  if (!book) return tl::unexpected(book.error());
  std::vector<rules::SpamExample> examples; // what the features' names look at
  examples.reserve(lessons.size());
  std::vector<rules::SpamFilter::Lesson> said;
  for (const storage::Lesson& lesson : lessons) {
    rules::SpamFilter::Lesson one{static_cast<std::uint64_t>(lesson.comment.value)};
    if (lesson.label) {
      auto example = example_of(context, **book, lesson.comment);
      if (!example) return tl::unexpected(example.error());
      if (*example) {
        examples.push_back(**std::move(example));
        one.features = &examples.back().features;
        one.prior = examples.back().prior;
        one.label = lesson.label;
      }
    }
    said.push_back(one);
  }
  const auto changed = context.store.change_filter(site, [&](const std::string& bytes) {
    rules::SpamFilter filter = rules::SpamFilter::read(bytes);
    filter.learn_all(said);
    return filter.write();
  });
  if (changed) context.rules->forget(site);
  return changed;
}

Expected<bool> teach_some(const Context& context) {
  storage::DecisionStore& store = context.store.decisions();
  const auto lessons = store.lessons(lessons_at_once);
  if (!lessons) return tl::unexpected(lessons.error());
  std::map<SiteId, Lessons> of_sites;
  for (const storage::Lesson& lesson : *lessons) of_sites[lesson.site].push_back(lesson);
  for (const auto& [site, some] : of_sites) {
    if (auto taught = teach_filter(context, site, some); !taught) return tl::unexpected(taught.error());
    if (auto dropped = store.drop_lessons(some); !dropped) return tl::unexpected(dropped.error());
  }
  return lessons->size() == lessons_at_once;
}

} // namespace

Expected<void> teach_filters(const Context& context) {
  const std::lock_guard teaching(context.rules->teaching());
  while (true) {
    const auto more = teach_some(context);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
  }
}

} // namespace palabre::service
