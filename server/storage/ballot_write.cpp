#include "server/storage/ballot_write.h"

#include "server/storage/ballot_watch.h"
#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

bool is_ranked(const FindVotedPost& post) {
  return post.poll_kind == to_name(PollKind::ranked);
}

bool is_poll_for_readers(WriteSession& session, PostId id) {
  FindVotedPost& post = session.ballots.find_post;
  post.id = id.value;
  return post.statement.run() && !post.poll_kind.empty() && post.state == to_name(PostState::planned);
}

Expected<void> check_open(const FindVotedPost& post, const NewBallot& ballot) {
  if (post.revision != ballot.revision) return fail(ErrorCode::post_changed);
  if (post.opens_null == soci::i_ok && ballot.cast.milliseconds < post.opens) return fail(ErrorCode::not_open_yet);
  if (post.ends_null == soci::i_ok && post.ends <= ballot.cast.milliseconds) return fail(ErrorCode::closed);
  return {};
}

struct Other {
  std::int64_t id{0};
  bool published{false};
};

Other put_other(WriteSession& session, const NewBallot& ballot) {
  if (ballot.ballot.other.empty()) return {};
  PutOtherAnswer& put = session.ballots.put_other;
  put.post = ballot.post.value;
  put.folded = ballot.folded;
  put.words = ballot.ballot.other;
  put.state = to_name(ballot.other);
  put.statement.run();
  return {put.id, other_state_of(put.known_state) == OtherState::published};
}

StoredBallot stored(const NewBallot& ballot, std::string_view standing, bool changed) {
  return {ballot.ballot, ballot.name, wire::parse_ballot_standing(standing).value_or(wire::BallotStanding::set_apart),
          changed};
}

CountChange counts_of(const NewBallot& ballot, const WatchedPoll& poll, std::string standing, const Other& other) {
  CountChange change{poll.id.value, poll.ranked, std::move(standing), ballot.ballot.choices};
  change.other = other.id;
  change.other_published = other.published;
  change.ballots = 1;
  return change;
}

CountChange former_counts(const FindCastBallot& former, const WatchedPoll& poll) {
  const bool had_other = former.other_null == soci::i_ok;
  CountChange change{poll.id.value, poll.ranked, former.standing, split_choices(former.choices)};
  change.other = had_other ? former.other : 0;
  change.other_published = had_other && other_state_of(former.other_state) == OtherState::published;
  change.ballots = -1;
  return change;
}

void fill(BallotRow& row, const NewBallot& ballot, const Other& other) {
  row.post = ballot.post.value;
  row.reader = ballot.reader;
  row.choices = join_choices(ballot.ballot.choices);
  row.other = other.id;
  row.other_null = other.id == 0 ? soci::i_null : soci::i_ok;
  row.name = ballot.name;
  row.created = ballot.cast.milliseconds;
}

void insert_row(WriteSession& session, const NewBallot& ballot, const Other& other, const WatchedNetwork& network) {
  InsertBallot& insert = session.ballots.insert;
  fill(insert.row, ballot, other);
  insert.row.network = network.hash;
  insert.row.nth = network.ballots;
  insert.row.suspicion = suspicion_of(network, network.ballots);
  insert.row.standing = standing_of(network, network.ballots);
  insert.statement.run();
}

// It is put where its network stands; then the network is judged with it, or the others are by what it says.
Expected<StoredBallot> insert(WriteSession& session, const NewBallot& ballot, const WatchedPoll& poll) {
  WatchedNetwork network = find_network(session, poll.id, ballot.network);
  const std::int64_t nth = ++network.ballots;
  const bool is_base = nth <= rules::household;
  add_chosen(network, ballot.ballot.choices, poll.ranked, 1);
  const Other other = put_other(session, ballot);
  insert_row(session, ballot, other, network);
  put_network(session, poll.id, network);
  CountChange counts = counts_of(ballot, poll, standing_of(network, nth), other);
  counts.base = is_base ? 1 : 0;
  counts.cast = ballot.cast;
  change_counts(session, counts);
  if (ballot.watched && !is_base) judge_network(session, poll, network, ballot.cast);
  if (ballot.watched && is_base && rules::is_time_to_look_again(session.ballots.add_to_total.all_base)) {
    judge_largest(session, poll);
  }
  return stored(ballot, standing_of(network, nth), true);
}

// Equal answers share the words of whoever gave them first.
bool says_the_same(const FindCastBallot& former, const NewBallot& ballot) {
  return former.choices == join_choices(ballot.ballot.choices) && former.folded == ballot.folded &&
         former.name == ballot.name;
}

// It stays its network's nth, from wherever it is changed.
Expected<StoredBallot> change(WriteSession& session, const NewBallot& ballot, const WatchedPoll& poll) {
  const FindCastBallot& former = session.ballots.find_ballot;
  if (!ballot.changeable) return fail(ErrorCode::already_voted);
  const std::int64_t nth = former.nth;
  WatchedNetwork network = find_network(session, poll.id, former.network);
  add_chosen(network, split_choices(former.choices), poll.ranked, -1);
  add_chosen(network, ballot.ballot.choices, poll.ranked, 1);
  CountChange taken = former_counts(former, poll);
  taken.base = nth <= rules::household ? -1 : 0;
  change_counts(session, taken);
  const Other other = put_other(session, ballot);
  fill(session.ballots.update.row, ballot, other);
  session.ballots.update.statement.run();
  put_network(session, poll.id, network);
  CountChange counts = counts_of(ballot, poll, former.standing, other);
  counts.base = -taken.base;
  change_counts(session, counts);
  if (ballot.watched) judge_network(session, poll, network, std::nullopt);
  return stored(ballot, standing_of(network, nth), true);
}

} // namespace

Expected<StoredBallot> write_ballot(WriteSession& session, const NewBallot& ballot) {
  if (!is_poll_for_readers(session, ballot.post)) return fail(ErrorCode::unknown_post);
  const FindVotedPost& post = session.ballots.find_post;
  FindCastBallot& former = session.ballots.find_ballot;
  former.post = ballot.post.value;
  former.reader = ballot.reader;
  const bool voted = former.statement.run();
  // Whoever lost the answer and asks again gets it, also when the poll is over meanwhile.
  if (voted && says_the_same(former, ballot)) return stored(ballot, former.standing, false);
  if (auto open = check_open(post, ballot); !open) return tl::unexpected(open.error());
  const WatchedPoll poll{ballot.post, is_ranked(post)};
  return voted ? change(session, ballot, poll) : insert(session, ballot, poll);
}

} // namespace palabre::storage
