// Taking a ballot back.
#include "server/storage/ballot_write.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

// The network and the poll have one ballot less; that it was there is not kept.
void delete_row(WriteSession& session, const BallotWithdrawal& withdrawal) {
  soci::session& sql = *session.connection;
  const std::int64_t post = withdrawal.post.value;
  std::string network;
  sql << "select network from ballot where post = :post and reader = :reader", into(network), use(post),
      use(withdrawal.reader);
  sql << "delete from ballot where post = :post and reader = :reader", use(post), use(withdrawal.reader);
  sql << "update ballot_network set count = count - 1 where post = :post and network = :network", use(post),
      use(network);
  AddToTotal& total = session.ballots.add_to_total;
  total.post = post;
  total.counted = total.set_apart = total.began = 0;
  total.cast_ballots = -1;
  total.statement.run();
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
  const bool had_other = cast.other_null == soci::i_ok;
  const bool ranked = post.poll_kind == to_name(PollKind::ranked);
  change_counts(session,
                {withdrawal.post.value, ranked, cast.standing, split_choices(cast.choices), had_other ? cast.other : 0,
                 had_other && other_state_of(cast.other_state) == OtherState::published, -1});
  delete_row(session, withdrawal);
  return true;
}

} // namespace palabre::storage
