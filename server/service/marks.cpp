#include "server/service/marks.h"

#include <algorithm>

#include "server/service/engagement.h"
#include "server/service/judging.h"
#include "server/service/tokens.h"
#include "shared/rules/engagement.h"
#include "shared/rules/marks.h"

namespace palabre::service {
namespace {

Shown on_page(const storage::MarkTarget& target) {
  return target.comment ? Shown::no : Shown::yes;
}

std::vector<std::string> offered(std::vector<std::string> names, const MarkRules& rules, Shown page) {
  const auto gone = std::remove_if(names.begin(), names.end(),
                                   [&](const std::string& name) { return !rules::is_offered(name, rules, page); });
  names.erase(gone, names.end());
  return names;
}

// Of another day another hash, so that no one's marks can be followed by where they are.
std::string network_of_day(const Context& context, const std::string& network, Instant now) {
  if (network.empty()) return {};
  constexpr std::int64_t day = 86'400'000;
  return hash_of_network(context, network + "\nmarks " + std::to_string(now.milliseconds / day));
}

// Of a comment's page, which is not known yet.
Expected<void> check_is_open(const Context& context, const SiteRulebook& book, CommentId id) {
  const auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_comment);
  const std::string& page = (*found)->page;
  const auto closed = is_closed_page(context, (*found)->site, page, book.of_page(page).policy());
  if (!closed) return tl::unexpected(closed.error());
  return *closed ? fail(ErrorCode::thread_closed, "page") : Expected<void>{};
}

Expected<void> check_put(const Context& context, const SiteRulebook& book, const storage::NewMark& mark,
                         const Who& who) {
  if (!rules::is_offered(mark.name, book.engagement.marks, on_page(mark.target))) {
    return fail(ErrorCode::not_offered, "name");
  }
  if (book.ban_of(who.reader, who.network, mark.created) == wire::BanEffect::ban) return fail(ErrorCode::banned);
  return mark.target.comment ? check_is_open(context, book, *mark.target.comment) : Expected<void>{};
}

Expected<wire::MarkAnswer> change(const Context& context, storage::MarkTarget target, const std::string& name,
                                  MarkAction action, const Visitor& visitor) {
  if (!rules::is_mark_name(name)) return fail(ErrorCode::not_offered, "name");
  const auto book = context.rules->of_site(context.store, target.site, context.now());
  if (!book) return tl::unexpected(book.error());
  const Who who = who_is(context, visitor);
  storage::NewMark mark;
  mark.target = std::move(target);
  mark.name = name;
  mark.reader = who.reader;
  mark.created = context.now();
  mark.network = network_of_day(context, visitor.network, mark.created);
  if (context.counts_pace) mark.network_cap = rules::is_vote(name) ? votes_of_network : reactions_of_network;
  if (action == MarkAction::put) {
    if (auto checked = check_put(context, **book, mark, who); !checked) return tl::unexpected(checked.error());
  }
  auto& store = context.store.marks();
  auto stored = action == MarkAction::put ? store.put_mark(mark) : store.drop_mark(mark);
  if (!stored) return tl::unexpected(stored.error());
  if (stored->changed && context.marked) context.marked(stored->site, stored->page);
  const MarkRules& rules = (*book)->engagement.marks;
  const Shown page = on_page(mark.target);
  return wire::MarkAnswer{rules::shown_tally(stored->tally, rules, page), offered(stored->mine, rules, page)};
}

} // namespace

Expected<wire::MarkAnswer> mark_comment(const Context& context, CommentId id, const std::string& name,
                                        MarkAction action, const Visitor& visitor) {
  if (auto checked = check_reader_token(visitor.reader_token); !checked) return tl::unexpected(checked.error());
  const auto site = site_of_comment(context, id);
  if (!site) return tl::unexpected(site.error());
  return change(context, {*site, id, {}}, name, action, visitor);
}

Expected<wire::MarkAnswer> mark_page(const Context& context, const Site& site, const std::string& page,
                                     const std::string& name, MarkAction action, const Visitor& visitor) {
  if (auto checked = check_reader_token(visitor.reader_token); !checked) return tl::unexpected(checked.error());
  return change(context, {site.id, std::nullopt, page}, name, action, visitor);
}

Expected<std::vector<wire::OwnMarks>> own_marks(const Context& context, const Site& site, const std::string& page,
                                                const std::string& reader) {
  const auto engagement = engagement_of(context, site.id);
  if (!engagement) return tl::unexpected(engagement.error());
  auto stored = context.store.marks().own_marks(site.id, page, reader);
  if (!stored) return stored;
  std::vector<wire::OwnMarks> own;
  for (wire::OwnMarks& one : *stored) {
    one.names = offered(std::move(one.names), engagement->marks, one.comment ? Shown::no : Shown::yes);
    if (!one.names.empty()) own.push_back(std::move(one));
  }
  return own;
}

void show_marks(ThreadPage& thread, const MarkRules& rules) {
  thread.marks = rules;
  thread.page_marks = rules::shown_tally(thread.page_marks, rules, Shown::yes);
  for (Comment& comment : thread.comments) comment.marks = rules::shown_tally(comment.marks, rules, Shown::no);
}

} // namespace palabre::service
