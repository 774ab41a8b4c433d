#include "server/service/desk_decisions.h"

#include "server/service/audit.h"
#include "server/service/people.h"
#include "shared/rules/signature.h"

namespace palabre::service {
namespace {

constexpr std::size_t note_code_points = 500;
constexpr std::size_t taught_at_once = 8; // more of them are told to the filter after the answer
constexpr std::size_t wiped_at_once = 200;

void tell_changed(const Context& context, const storage::StoredDecision& stored) {
  if (context.changed) {
    for (const storage::ChangedPage& page : stored.pages) context.changed(page.site, page.page);
  }
  if (stored.site) context.tell_settings_changed(*stored.site);
}

void teach(const Context& context, std::size_t decided) {
  if (decided > taught_at_once && context.later) {
    context.later([context] { static_cast<void>(teach_filters(context)); });
  } else {
    static_cast<void>(teach_filters(context)); // what fails now is told with the next decision
  }
}

Expected<wire::Decided> finish(const Context& context, Expected<storage::StoredDecision> stored) {
  if (!stored) return tl::unexpected(stored.error());
  tell_changed(context, *stored);
  if (!stored->pages.empty()) teach(context, stored->decided.items.size());
  return std::move(stored->decided);
}

Expected<storage::StoredComment> find_parent(const Context& context, CommentId id, std::optional<SiteId> only) {
  auto parent = context.store.find_comment(id);
  if (!parent) return tl::unexpected(parent.error());
  if (!*parent || (only && (*parent)->site != *only)) return fail(ErrorCode::unknown_parent, "parent");
  return **std::move(parent);
}

} // namespace

Expected<wire::Decided> decide(const Context& context, const wire::Decide& message, const storage::Actor& by,
                               std::optional<SiteId> only) {
  const auto note = rules::check_note(message.note, "note", note_code_points);
  if (!note) return tl::unexpected(note.error());
  wire::Decide checked = message;
  checked.note = *note;
  return finish(context, context.store.decisions().decide(checked, by, context.now(), only));
}

Expected<wire::Decided> undo(const Context& context, std::int64_t decision, const storage::Actor& by, MemberRole role,
                             std::optional<SiteId> only) {
  return finish(context, context.store.decisions().undo(decision, by, role, context.now(), only));
}

Expected<std::size_t> wipe_removed(const Context& context) {
  const Instant now = context.now();
  const Instant before{now.milliseconds - kept_when_removed.milliseconds};
  std::size_t all = 0;
  while (true) {
    const auto wiped = context.store.decisions().wipe_removed(before, wiped_at_once, now);
    if (!wiped) return wiped;
    all += *wiped;
    if (*wiped < wiped_at_once) return all;
  }
}

Expected<wire::Ban> add_ban(const Context& context, const wire::NewBan& message, const storage::Actor& by) {
  const auto note = rules::check_note(message.note, "note", note_code_points);
  if (!note) return tl::unexpected(note.error());
  wire::NewBan checked = message;
  checked.note = *note;
  auto stored = context.store.decisions().add_ban(checked, by, context.now());
  if (!stored) return tl::unexpected(stored.error());
  context.rules->forget(stored->site);
  const auto sites = context.store.sites();
  if (!sites) return tl::unexpected(sites.error());
  for (const Site& site : *sites) {
    if (site.id == stored->site) stored->ban.site = site.name;
  }
  return std::move(stored->ban);
}

Expected<void> lift_ban(const Context& context, std::int64_t id, const storage::Actor& by) {
  const auto site = context.store.decisions().lift_ban(id, by, context.now());
  if (!site) return tl::unexpected(site.error());
  context.rules->forget(*site);
  return {};
}

Expected<PostedReply> post_reply(const Context& context, const wire::NewReply& message, const Replier& by,
                                 std::optional<SiteId> only) {
  const auto parent = find_parent(context, message.parent, only);
  if (!parent) return tl::unexpected(parent.error());
  auto body = staff_body(context, parent->site, message.body);
  if (!body) return tl::unexpected(body.error());
  if (message.ask_if_similar) {
    auto similar = similar_answer(context, *parent, body->body, by.actor);
    if (!similar) return tl::unexpected(similar.error());
    if (*similar) return PostedReply{CommentId{}, *std::move(similar)};
  }
  const auto ancestors = context.store.ancestors(message.parent);
  if (!ancestors) return tl::unexpected(ancestors.error());
  storage::NewComment comment;
  comment.site = parent->site;
  comment.page = parent->page;
  comment.parent = rules::place_reply(*ancestors, context.limits);
  comment.author.name = by.actor.name;
  comment.body = rules::sign(body->body, by.actor.name, by.signature);
  comment.created = context.now();
  comment.member = by.actor.member;
  comment.poll = body->poll;
  const auto stored = context.store.add_comment(comment);
  if (!stored) return tl::unexpected(stored.error());
  context.tell_changed(*stored);
  storage::AuditNote note{by.actor, comment.created, audit::reply, stored->site,
                          "comment " + stored->comment.id.text()};
  note.note = "answers comment " + message.parent.text();
  if (auto noted = context.store.decisions().add_note(note); !noted) return tl::unexpected(noted.error());
  return PostedReply{stored->comment.id};
}

} // namespace palabre::service
