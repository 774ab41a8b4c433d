#include "server/service/people.h"

#include <algorithm>

#include "server/service/engagement.h"
#include "shared/rules/saved_reply.h"
#include "shared/rules/similar_answer.h"
#include "shared/rules/standing.h"
#include "shared/text/utf8.h"

namespace palabre::service {
namespace {

constexpr std::size_t answers_compared = 20;
constexpr Duration answers_remembered = Duration::minutes(7 * 24 * 60);

bool is_welcome(const storage::NewComment& written, CommentState state) {
  const bool there = state == CommentState::published || state == CommentState::held;
  return written.newcomer && !written.member && there;
}

} // namespace

Expected<std::string> welcome_of(const Context& context, SiteId site) {
  const auto engagement = engagement_of(context, site);
  if (!engagement) return tl::unexpected(engagement.error());
  return engagement->welcome;
}

Expected<std::string> welcome_for(const Context& context, const storage::NewComment& written,
                                  const storage::StoredComment& stored) {
  if (!is_welcome(written, stored.comment.state)) return std::string();
  auto welcome = welcome_of(context, written.site);
  if (!welcome || welcome->empty()) return welcome;
  const auto first = context.store.people().is_first_of(
      {written.site, written.reader, written.network, written.author.name}, stored.comment.id);
  if (!first) return tl::unexpected(first.error());
  return *first ? welcome : std::string();
}

Expected<void> add_badges(const Context& context, const Site& site, ThreadPage& thread) {
  if (thread.comments.empty()) return {};
  const auto engagement = engagement_of(context, site.id);
  if (!engagement) return tl::unexpected(engagement.error());
  if (engagement->standing == Shown::no) return {};
  const auto [low, high] = std::minmax_element(thread.comments.begin(), thread.comments.end(),
                                               [](const Comment& a, const Comment& b) { return a.id < b.id; });
  const auto standings = context.store.people().standings(site.id, thread.page, low->id, high->id);
  if (!standings) return tl::unexpected(standings.error());
  for (Comment& comment : thread.comments) {
    const auto found = standings->find(comment.id);
    if (found != standings->end()) comment.badges = rules::badges_for(found->second);
  }
  return {};
}

Expected<std::vector<wire::Regular>> regulars(const Context& context, const Site& site) {
  return context.store.people().regulars(site.id, wire::most_regulars);
}

Expected<CommentId> mark_question(const Context& context, CommentId comment, const wire::MarkQuestion& message,
                                  const storage::Actor& by, std::optional<SiteId> only) {
  const auto marked = context.store.people().mark_question({comment, message, only, by, context.now()});
  if (!marked) return tl::unexpected(marked.error());
  context.tell_changed(*marked);
  return comment;
}

Expected<wire::SavedReply> save_reply(const Context& context, std::optional<std::int64_t> id,
                                      const wire::SaveReply& message, const storage::Actor& by) {
  auto title = rules::check_note(message.title, "title", wire::longest_reply_title);
  if (!title) return tl::unexpected(title.error());
  if (title->empty()) return fail(ErrorCode::field_empty, "title");
  auto body = rules::check_body(message.body, context.limits);
  if (!body) return tl::unexpected(body.error());
  wire::SaveReply checked{*std::move(title), *std::move(body), message.shared, message.revision};
  return context.store.people().save_reply({id, by.member.value_or(MemberId{}), std::move(checked), context.now()});
}

Expected<StaffBody> staff_body(const Context& context, SiteId site, const std::string& body) {
  const auto checked = rules::check_body(body, context.limits);
  if (!checked) return tl::unexpected(checked.error());
  if (const auto left = rules::find_placeholder(*checked)) {
    return fail(ErrorCode::unknown_field_value, "body",
                checked->substr(left->begin, left->end - left->begin) + " is still to be filled in");
  }
  rules::WithPoll taken = rules::take_poll(*checked);
  if (!taken.poll) return StaffBody{std::move(taken.body)};
  const auto known = context.store.people().is_poll(site, *taken.poll);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return fail(ErrorCode::unknown_post, "body", "this site has no poll " + taken.poll->text());
  if (taken.body.empty()) return fail(ErrorCode::field_empty, "body", "a few words to go with the poll");
  return StaffBody{std::move(taken.body), taken.poll};
}

Expected<std::optional<wire::SimilarAnswer>> similar_answer(const Context& context,
                                                            const storage::StoredComment& parent,
                                                            const std::string& body, const storage::Actor& by) {
  const Instant since{context.now().milliseconds - answers_remembered.milliseconds};
  const auto answers = context.store.people().last_answers(parent.site, since, answers_compared);
  if (!answers) return tl::unexpected(answers.error());
  const std::string& to = parent.comment.author.name;
  for (const storage::StaffAnswer& one : *answers) {
    if (rules::is_same_answer({body, to, by.name}, {one.body, one.to, one.by})) {
      return std::optional(wire::SimilarAnswer{one.by, one.to, one.at, one.comment});
    }
  }
  return std::optional<wire::SimilarAnswer>{};
}

} // namespace palabre::service
