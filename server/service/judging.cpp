#include "server/service/judging.h"

#include <algorithm>

#include "server/service/tokens.h"
#include "shared/rules/masks.h"
#include "shared/rules/near_duplicate.h"
#include "shared/rules/proof.h"

namespace palabre::service {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

void add_reason(Error& error, const rules::Reason& reason) {
  error.detail += (error.detail.empty() ? "" : ", ") + reason.rule;
  error.reasons.push_back(reason.rule);
}

tl::unexpected<Error> rejected(const rules::Verdict& verdict) {
  Error error{ErrorCode::rejected_by_rules, "body", {}, 0};
  for (const rules::Reason& reason : verdict.reasons) {
    if (reason.decision == rules::Decision::reject) add_reason(error, reason);
  }
  return tl::unexpected<Error>(std::move(error));
}

bool is_closed(const rules::Policy& policy, const std::optional<Instant>& began, Instant now) {
  if (policy.close_after_days == 0 || !began) return false;
  return *began + Duration{std::int64_t{policy.close_after_days} * day_ms} <= now;
}

Expected<void> check_page_is_open(const rules::Policy& policy, const rules::History& history, Instant now) {
  if (is_closed(policy, history.page_began, now)) {
    return fail(ErrorCode::thread_closed, "page",
                "closed " + std::to_string(policy.close_after_days) + " days after its first comment");
  }
  if (policy.slow_mode.milliseconds <= 0 || !history.author_on_page) return {};
  // Clocks may be set back: nobody waits longer than the mode says.
  const std::int64_t left =
      std::min((*history.author_on_page + policy.slow_mode - now).milliseconds, policy.slow_mode.milliseconds);
  if (left <= 0) return {};
  return tl::unexpected(Error{ErrorCode::rate_limited, {}, "slow mode", (left + 999) / 1000});
}

Expected<Judgement> judge(const SiteRulebook& book, const rules::Moderation& moderation, const rules::Draft& draft,
                          const rules::History& history, text::Language hint, Instant now) {
  Judgement judgement;
  judgement.verdict = moderation.decide_comment(draft, history, book.filter.get(), hint, now);
  if (judgement.verdict.decision == rules::Decision::reject) return rejected(judgement.verdict);
  judgement.fingerprint = rules::fingerprint(text::split_words(draft.body));
  judgement.newcomer = history.published == 0;
  judgement.masks = rules::masked_words(judgement.verdict, draft.body, moderation.policy());
  return judgement;
}

constexpr const char* muted = "policy.muted";

// What is written by whoever is muted waits, as for any other reason.
void hold_muted(Judgement& judgement) {
  judgement.verdict.decision = rules::Decision::hold;
  std::vector<rules::Reason>& reasons = judgement.verdict.reasons;
  reasons.insert(reasons.begin(), {muted, rules::Severity::mild, rules::Decision::hold});
}

} // namespace

Who who_is(const Context& context, const Visitor& visitor) {
  return {hash_of_reader(context, visitor.reader_token), hash_of_network(context, visitor.network)};
}

rules::Verdict for_writer(rules::Verdict verdict) {
  for (rules::Reason& reason : verdict.reasons) {
    if (reason.rule == muted) reason.rule = "policy.waits";
  }
  return verdict;
}

CommentState state_after(rules::Decision decision) {
  switch (decision) {
  case rules::Decision::publish: return CommentState::published;
  case rules::Decision::hide: return CommentState::hidden;
  case rules::Decision::hold:
  case rules::Decision::reject: break;
  }
  return CommentState::held;
}

Expected<bool> is_closed_page(const Context& context, SiteId site, const std::string& page,
                              const rules::Policy& policy) {
  if (policy.close_after_days == 0) return false;
  const auto history = context.store.history_of({site, page, {}, {}, context.now()});
  if (!history) return tl::unexpected(history.error());
  return is_closed(policy, history->page_began, context.now());
}

Expected<Judgement> judge_new(const Context& context, const Site& site, const wire::PostComment& message,
                              const rules::Draft& draft, const Visitor& visitor, Instant now) {
  const auto book = context.rules->of_site(context.store, site.id, now);
  if (!book) return tl::unexpected(book.error());
  const rules::Moderation& moderation = (*book)->of_page(message.page);
  const Who who = who_is(context, visitor);
  auto history = context.store.history_of({site.id, message.page, who.reader, who.network, now, {}, draft.name});
  if (!history) return tl::unexpected(history.error());
  history->staff = visitor.staff;
  if (!history->staff) {
    if (auto open = check_page_is_open(moderation.policy(), *history, now); !open) return tl::unexpected(open.error());
  }
  const auto ban = history->staff ? std::nullopt : (*book)->ban_of(who.reader, who.network, now);
  if (ban == wire::BanEffect::ban) return fail(ErrorCode::banned);
  const SitePace pace = context.rules->pace_of(site.id);
  history->site = pace.pace;
  history->site_usual_per_hour = pace.usual_per_hour;
  if (!context.counts_pace) history->author = history->network = history->site = {};
  const rules::Proof proof = rules::read_proof(message.proof);
  history->writing = proof.writing;
  history->trap = proof.trap;
  auto judgement = judge(**book, moderation, draft, *history, text::parse_language(message.lang), now);
  if (judgement && ban) hold_muted(*judgement);
  return judgement;
}

Expected<Judgement> judge_entry(const Context& context, const Site& site, const std::string& page,
                                const rules::Draft& draft, const Visitor& visitor, Instant now) {
  const auto book = context.rules->of_site(context.store, site.id, now);
  if (!book) return tl::unexpected(book.error());
  const Who who = who_is(context, visitor);
  auto history = context.store.history_of({site.id, page, who.reader, who.network, now, {}, draft.name});
  if (!history) return tl::unexpected(history.error());
  history->staff = visitor.staff;
  const auto ban = history->staff ? std::nullopt : (*book)->ban_of(who.reader, who.network, now);
  if (ban == wire::BanEffect::ban) return fail(ErrorCode::banned);
  history->author = history->network = {};
  history->author_on_page.reset();
  history->page_began.reset();
  auto judgement = judge(**book, (*book)->of_page(page), draft, *history, text::Language::unknown, now);
  if (judgement && ban) hold_muted(*judgement);
  return judgement;
}

Expected<void> check_voter(const Context& context, const Site& site, const std::string& page, const std::string& name,
                           const Visitor& visitor, Instant now) {
  const auto book = context.rules->of_site(context.store, site.id, now);
  if (!book) return tl::unexpected(book.error());
  const Who who = who_is(context, visitor);
  if (!visitor.staff && (*book)->ban_of(who.reader, who.network, now) == wire::BanEffect::ban) {
    return fail(ErrorCode::banned);
  }
  if (name.empty()) return {};
  const rules::Moderation& moderation = (*book)->of_page(page);
  const rules::Verdict verdict =
      moderation.decide_comment({name, {}, {}, {}}, {}, (*book)->filter.get(), text::Language::unknown, now);
  Error error{ErrorCode::rejected_by_rules, "name", {}, 0};
  for (const rules::Reason& reason : verdict.reasons) {
    const bool of_policy = reason.rule.rfind("policy.", 0) == 0; // says who waits, not what is wrong
    if (reason.decision != rules::Decision::publish && !of_policy) add_reason(error, reason);
  }
  if (error.reasons.empty()) return {};
  return tl::unexpected<Error>(std::move(error));
}

Expected<Judgement> judge_edit(const Context& context, const storage::StoredComment& stored, const std::string& body,
                               Instant now) {
  const auto book = context.rules->of_site(context.store, stored.site, now);
  if (!book) return tl::unexpected(book.error());
  auto history = context.store.history_of(
      {stored.site, stored.page, stored.reader, stored.network, now, stored.comment.id, stored.comment.author.name});
  if (!history) return tl::unexpected(history.error());
  const auto ban = (*book)->ban_of(stored.reader, stored.network, now);
  if (ban == wire::BanEffect::ban) return fail(ErrorCode::banned);
  history->author = history->network = {};
  history->author_on_page.reset();
  history->page_began.reset();
  const Author& author = stored.comment.author;
  auto judgement = judge(**book, (*book)->of_page(stored.page), {author.name, {}, author.website, body}, *history,
                         stored.verdict.language, now);
  if (judgement && ban) hold_muted(*judgement);
  return judgement;
}

} // namespace palabre::service
