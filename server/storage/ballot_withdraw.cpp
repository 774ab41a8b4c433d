// Taking a ballot back.
#include "server/storage/ballot_watch.h"
#include "server/storage/ballot_write.h"

namespace palabre::storage {
namespace {

using soci::use;

void take_out_of_counts(WriteSession& session, const WatchedPoll& poll, const FindCastBallot& cast) {
  const bool had_other = cast.other_null == soci::i_ok;
  CountChange change{poll.id.value, poll.ranked, cast.standing, split_choices(cast.choices)};
  change.other = had_other ? cast.other : 0;
  change.other_published = had_other && other_state_of(cast.other_state) == OtherState::published;
  change.ballots = -1;
  change.base = cast.nth <= rules::household ? -1 : 0;
  change.cast = Instant{}; // there is one ballot less
  change_counts(session, change);
}

// The network's last ballot becomes its nth, so that they are numbered without a gap.
void close_gap(WriteSession& session, const WatchedPoll& poll, const WatchedNetwork& network, std::int64_t nth) {
  const std::int64_t last = network.ballots;
  if (network.hash.empty() || nth >= last) return;
  const std::string standing = standing_of(network, nth);
  const std::string suspicion = suspicion_of(network, nth);
  auto moved = list_same(session, "b.post = :post and b.network = :network and b.nth = :last",
                         [&](auto& prepared) { prepared, use(poll.id.value), use(network.hash), use(last); });
  move_counts(session, poll.id, poll.ranked, std::move(moved), [&](SameBallots& ballots) {
    ballots.standing = standing;
    ballots.base = nth <= rules::household ? ballots.ballots : 0;
  });
  *session.connection << "update ballot set nth = :nth, standing = :standing, suspicion = :suspicion"
                         " where post = :post and network = :network and nth = :last",
      use(nth), use(standing), use(suspicion), use(poll.id.value), use(network.hash), use(last);
}

} // namespace

Expected<bool> erase_ballot(WriteSession& session, const BallotWithdrawal& withdrawal) {
  FindVotedPost& post = session.ballots.find_post;
  post.id = withdrawal.post.value;
  if (!post.statement.run() || post.poll_kind.empty()) return fail(ErrorCode::unknown_post);
  if (post.revision != withdrawal.revision) return fail(ErrorCode::post_changed);
  FindCastBallot& cast = session.ballots.find_ballot;
  cast.post = withdrawal.post.value;
  cast.reader = withdrawal.reader;
  if (!cast.statement.run()) return false;
  const WatchedPoll poll{withdrawal.post, post.poll_kind == to_name(PollKind::ranked)};
  WatchedNetwork network = find_network(session, poll.id, cast.network);
  take_out_of_counts(session, poll, cast);
  *session.connection << "delete from ballot where post = :post and reader = :reader", use(poll.id.value),
      use(withdrawal.reader);
  close_gap(session, poll, network, cast.nth);
  --network.ballots;
  add_chosen(network, split_choices(cast.choices), poll.ranked, -1);
  put_network(session, poll.id, network);
  if (withdrawal.watched) judge_network(session, poll, network, std::nullopt);
  return true;
}

} // namespace palabre::storage
