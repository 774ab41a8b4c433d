#include "server/service/polls.h"

#include "server/service/judging.h"
#include "server/service/tokens.h"
#include "shared/rules/ballots.h"
#include "shared/text/words.h"

namespace palabre::service {
namespace {

constexpr int attempts = 3; // while an owner changes the post meanwhile

// Equal answers are one whatever their case, accents and punctuation.
std::string fold_answer(const std::string& words) {
  const text::Words split = text::split_words(words);
  std::string folded;
  for (const text::Word& word : split.words) {
    if (!folded.empty()) folded += ' ';
    folded += split.text(word);
  }
  return folded.empty() ? split.folded.text : folded;
}

Expected<std::string> check_voter_name(const Context& context, const Post& post, const std::string& name) {
  if (post.poll->secrecy == Secrecy::secret) return std::string();
  return rules::check_name(name, "name", context.limits);
}

// Whose policy holds for what is written with a ballot.
std::string page_of(const Post& post) {
  return post.pages.size() == 1 ? post.pages.front() : std::string();
}

// As a comment with these words would be judged.
Expected<storage::OtherState> judge_other(const Context& context, const Site& site, const Post& post,
                                          const storage::NewBallot& ballot, const Visitor& visitor) {
  const rules::Draft draft{ballot.name, {}, {}, ballot.ballot.other};
  auto judgement = judge_entry(context, site, page_of(post), draft, visitor, ballot.cast);
  if (!judgement) {
    Error error = judgement.error();
    if (error.code == ErrorCode::rejected_by_rules) error.field = "other";
    return tl::unexpected(std::move(error));
  }
  return judgement->verdict.decision == rules::Decision::publish ? storage::OtherState::published
                                                                 : storage::OtherState::held;
}

Expected<storage::NewBallot> prepare(const Context& context, const Site& site, const Post& post,
                                     const wire::CastBallot& message, const Visitor& visitor) {
  auto checked = rules::check_ballot(*post.poll, message.ballot);
  if (!checked) return tl::unexpected(checked.error());
  auto name = check_voter_name(context, post, message.name);
  if (!name) return tl::unexpected(name.error());
  storage::NewBallot ballot;
  ballot.post = post.id;
  ballot.revision = post.revision;
  ballot.reader = hash_of_reader(context, visitor.reader_token);
  ballot.network = hash_of_voter_network(context, post.id, visitor.network);
  ballot.ballot = *std::move(checked);
  ballot.name = *std::move(name);
  ballot.cast = context.now();
  ballot.changeable = post.poll->changeable;
  ballot.watched = context.counts_pace;
  if (auto may = check_voter(context, site, page_of(post), ballot.name, visitor, ballot.cast); !may)
    return tl::unexpected(may.error());
  if (ballot.ballot.other.empty()) return ballot;
  ballot.folded = fold_answer(ballot.ballot.other);
  const auto other = judge_other(context, site, post, ballot, visitor);
  if (!other) return tl::unexpected(other.error());
  ballot.other = *other;
  return ballot;
}

Expected<storage::StoredPost> find_poll(const Context& context, PostId id, Early early) {
  auto found = find_shown_post(context, id, early);
  if (found && !found->post.poll) return fail(ErrorCode::unknown_post);
  return found;
}

// What was voted on may be looked at by who voted.
Expected<wire::BallotReceipt> receipt_of(const Context& context, const storage::StoredPost& stored, Ballot ballot) {
  const bool seen = stored.post.poll->results == ResultsShown::after_voting;
  auto document = document_of(context, stored, context.now(), seen ? Results::whole : Results::as_public);
  if (!document) return tl::unexpected(document.error());
  return wire::BallotReceipt{std::move(ballot), *std::move(document)};
}

} // namespace

Expected<wire::BallotReceipt> cast_ballot(const Context& context, const Site& site, PostId id,
                                          const wire::CastBallot& message, const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  if (context.counts_pace) {
    if (auto taken = context.polls->take_ballot(id, site.id, context.now()); !taken) {
      return tl::unexpected(taken.error());
    }
  }
  for (int attempt = 1;; ++attempt) {
    const auto stored = find_poll(context, id, Early::told);
    if (!stored) return tl::unexpected(stored.error());
    const auto ballot = prepare(context, site, stored->post, message, visitor);
    if (!ballot) return tl::unexpected(ballot.error());
    auto recorded = context.store.posts().record_ballot(*ballot);
    if (!recorded && recorded.error().code == ErrorCode::post_changed && attempt < attempts) continue;
    if (!recorded) return tl::unexpected(recorded.error());
    if (recorded->changed) context.tell_voted(site.id, id);
    return receipt_of(context, *stored, std::move(recorded->ballot));
  }
}

Expected<wire::OwnPart> withdraw_ballot(const Context& context, const Site& site, PostId id, const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  for (int attempt = 1;; ++attempt) {
    const auto stored = find_poll(context, id, Early::told);
    if (!stored) return tl::unexpected(stored.error());
    if (phase_of(stored->post, context.now()) == PostPhase::closed) return fail(ErrorCode::closed);
    if (!stored->post.poll->changeable) return fail(ErrorCode::already_voted);
    const storage::BallotWithdrawal withdrawal{id, stored->post.revision, hash_of_reader(context, visitor.reader_token),
                                               context.counts_pace};
    const auto gone = context.store.posts().withdraw_ballot(withdrawal);
    if (!gone && gone.error().code == ErrorCode::post_changed && attempt < attempts) continue;
    if (!gone) return tl::unexpected(gone.error());
    if (*gone) context.tell_voted(site.id, id);
    wire::OwnPart part;
    part.post = id;
    return part;
  }
}

Expected<wire::PublishedBallots> published_ballots(const Context& context, PostId id) {
  const auto stored = find_poll(context, id, Early::unknown);
  if (!stored) return tl::unexpected(stored.error());
  const auto document = document_of(context, *stored, context.now());
  if (!document) return tl::unexpected(document.error());
  if (!document->poll->shown) return fail(ErrorCode::not_open_yet, {}, "the results are not shown to all");
  auto patterns = context.store.posts().patterns(id, wire::BallotStanding::counted);
  if (!patterns) return tl::unexpected(patterns.error());
  wire::PublishedBallots published;
  published.result = rules::count_ballots(*stored->post.poll, *patterns);
  published.ballots = *std::move(patterns);
  if (stored->post.poll->secrecy == Secrecy::secret) return published;
  auto named = context.store.posts().named_ballots(id, most_named_ballots);
  if (!named) return tl::unexpected(named.error());
  published.named = *std::move(named);
  return published;
}

Expected<bool> has_many_ballots(const Context& context, PostId id) {
  const auto tally = context.store.posts().tally(id);
  if (!tally) return tl::unexpected(tally.error());
  return tally->counted > many_ballots;
}

} // namespace palabre::service
