#include "server/service/moderation.h"

#include "server/service/judging.h"
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

// `change` answers whether it changed anything.
Expected<void> change_filter(const Context& context, SiteId site,
                             const std::function<bool(rules::SpamFilter&)>& change) {
  const auto changed = context.store.change_filter(site, [&](const std::string& bytes) {
    rules::SpamFilter filter = rules::SpamFilter::read(bytes);
    return change(filter) ? filter.write() : std::string();
  });
  context.rules->forget(site);
  return changed;
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
  wire::OwnComments own;
  own.published = history->published;
  for (storage::OwnComment& one : *stored) {
    const CommentId id = one.stored.comment.id;
    one.stored.comment.state = shown_state(one.stored.comment.state);
    own.comments.push_back(
        {std::move(one.stored.comment), for_writer(std::move(one.stored.verdict)), one.appealed, edit_token(context, id)});
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
  const auto closed = is_closed_page(context, site, page, answer.policy);
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
  // Of a page only the differences are kept, so that it follows the site in everything else.
  const std::string kept = page.empty() ? wire::encode(*policy) : json;
  if (auto put = context.store.put_policy(site, page, kept); !put) return tl::unexpected(put.error());
  context.rules->forget(site);
  return policy;
}

Expected<storage::StoredComment> decide_comment(const Context& context, CommentId id, rules::Decision decision) {
  storage::Ruling ruling{state_after(decision)};
  ruling.at = context.now();
  if (decision != rules::Decision::publish) {
    ruling.reason = rules::Reason{"policy.moderator", rules::Severity::note, decision};
  }
  auto stored = context.store.decide_comment(id, ruling);
  if (!stored) return stored;
  context.tell_changed(*stored);
  return stored;
}

Expected<void> learn_decision(const Context& context, CommentId id, rules::SpamLabel label) {
  const auto found = find_living(context, id);
  if (!found) return tl::unexpected(found.error());
  const auto book = context.rules->of_site(context.store, found->site, context.now());
  if (!book) return tl::unexpected(book.error());
  const Comment& comment = found->comment;
  const auto history =
      context.store.history_of({found->site, found->page, found->reader, found->network, comment.created, id});
  if (!history) return tl::unexpected(history.error());
  const rules::Draft draft{comment.author.name, {}, comment.author.website, comment.body};
  const rules::SpamExample example = (*book)->of_page(found->page).spam_example(draft, *history, comment.created);
  return change_filter(context, found->site, [&](rules::SpamFilter& filter) {
    filter.learn(static_cast<std::uint64_t>(id.value), example.features, example.prior, label);
    return true;
  });
}

Expected<void> unlearn_decision(const Context& context, CommentId id) {
  const auto site = site_of_comment(context, id);
  if (!site) return tl::unexpected(site.error());
  return change_filter(context, *site,
                       [&](rules::SpamFilter& filter) { return filter.unlearn(static_cast<std::uint64_t>(id.value)); });
}

} // namespace palabre::service
