#include "server/service/moderation.h"

#include "server/service/audit.h"
#include "server/service/desk_decisions.h"
#include "server/service/judging.h"
#include "server/service/marks.h"
#include "server/service/tokens.h"

namespace palabre::service {
namespace {

constexpr std::size_t note_code_points = 500;

Expected<storage::StoredComment> find_living(const Context& context, CommentId id) {
  auto found = context.store.find_comment(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->comment.state == CommentState::deleted) return fail(ErrorCode::unknown_comment);
  return **std::move(found);
}

storage::Actor command_line() {
  return {std::nullopt, "command line"};
}

} // namespace

Expected<wire::OwnComments> own_comments(const Context& context, const Site& site, const std::string& page,
                                         const Visitor& visitor) {
  if (visitor.reader_token.empty()) return fail(ErrorCode::missing_token, "Authorization");
  if (!is_reader_token(visitor.reader_token)) return fail(ErrorCode::wrong_token, "Authorization");
  const Who who = who_is(context, visitor);
  const auto history = context.store.history_of({site.id, page, who.reader, {}, context.now()});
  if (!history) return tl::unexpected(history.error());
  auto stored = context.store.own_comments(site.id, page, who.reader, own_comments_limit);
  if (!stored) return tl::unexpected(stored.error());
  auto marks = own_marks(context, site, page, who.reader);
  if (!marks) return tl::unexpected(marks.error());
  wire::OwnComments own;
  own.marks = *std::move(marks);
  own.published = history->published;
  for (storage::OwnComment& one : *stored) {
    const CommentId id = one.stored.comment.id;
    one.stored.comment.state = shown_state(one.stored.comment.state);
    own.comments.push_back({std::move(one.stored.comment), for_writer(std::move(one.stored.verdict)), one.appealed,
                            edit_token(context, id)});
  }
  return own;
}

Expected<void> flag_comment(const Context& context, CommentId id, const wire::FlagComment& message,
                            const Visitor& visitor) {
  const auto note = rules::check_note(message.note, "note", note_code_points);
  if (!note) return tl::unexpected(note.error());
  const auto present = find_living(context, id);
  if (!present) return tl::unexpected(present.error());
  const auto book = context.rules->of_site(context.store, present->site, context.now());
  if (!book) return tl::unexpected(book.error());
  const Who who = who_is(context, visitor);
  storage::NewFlag flag;
  flag.comment = id;
  flag.flagger = who.reader.empty() ? who.network : who.reader;
  flag.network = who.network;
  flag.reason = wire::to_name(message.reason);
  flag.note = *note;
  flag.created = context.now();
  flag.hold_after = (*book)->of_page(present->page).policy().hold_after_flags;
  flag.held_for = {"policy.flagged", rules::Severity::mild, rules::Decision::hold};
  const auto stored = context.store.add_flag(flag);
  if (!stored) return tl::unexpected(stored.error());
  if (stored->comment.state != present->comment.state) context.tell_changed(*stored);
  return {};
}

Expected<void> appeal(const Context& context, CommentId id, const wire::AppealComment& message,
                      std::string_view token) {
  if (token.empty()) return fail(ErrorCode::missing_token, "Authorization");
  if (!is_edit_token(context, id, token)) return fail(ErrorCode::wrong_token, "Authorization");
  const auto line = rules::check_note(message.message, "message", note_code_points);
  if (!line) return tl::unexpected(line.error());
  if (line->empty()) return fail(ErrorCode::field_empty, "message");
  const auto stored = context.store.put_appeal(id, *line, context.now());
  if (!stored) return tl::unexpected(stored.error());
  return {};
}

Expected<wire::PagePolicy> page_policy(const Context& context, const Site& site, const std::string& page) {
  const auto book = context.rules->of_site(context.store, site.id, context.now());
  if (!book) return tl::unexpected(book.error());
  wire::PagePolicy answer;
  answer.policy = (*book)->of_page(page).policy();
  const auto closed = is_closed_page(context, site.id, page, answer.policy);
  if (!closed) return tl::unexpected(closed.error());
  answer.open = !*closed;
  for (const auto& [language, known] : context.rules->knowledge().all()) {
    answer.languages.emplace_back(text::to_name(language));
  }
  return answer;
}

Expected<rules::Policy> find_policy(const Context& context, SiteId site, const std::string& page) {
  const auto rules = context.store.site_rules(site);
  if (!rules) return tl::unexpected(rules.error());
  return stored_policy(*rules, page);
}

Expected<rules::Policy> set_policy(const Context& context, SiteId site, const std::string& page,
                                   const std::string& json, const rules::Policy& base) {
  auto policy = page.empty() ? Expected<rules::Policy>(base) : find_policy(context, site);
  if (policy && !json.empty()) policy = wire::decode_policy(json, *policy);
  if (!policy) return policy;
  if (page.empty()) {
    const auto changed =
        context.store.decisions().change_policy(site, std::nullopt, [&](const rules::Policy&) { return *policy; },
                                                {command_line(), context.now(), audit::policy, site});
    if (!changed) return tl::unexpected(changed.error());
  } else if (auto put = context.store.put_policy(site, page, json); !put) {
    // Only the differences are kept, so that the page follows the site in everything else.
    return tl::unexpected(put.error());
  }
  context.tell_settings_changed(site);
  return policy;
}

Expected<storage::StoredComment> decide_comment(const Context& context, CommentId id, wire::DeskAction action) {
  const wire::Decide message{action, {{id, storage::DecisionStore::any_revision}}, {}, true};
  const auto decided = decide(context, message, command_line());
  if (!decided) return tl::unexpected(decided.error());
  return find_living(context, id);
}

} // namespace palabre::service
