#include "server/storage/ballot_write.h"

#include <algorithm>

#include "shared/rules/ballot_suspicion.h"
#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

constexpr std::int64_t counted_up_to = 1'000; // of a burst: each ballot pays for it

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

// The poll's, and the network's in the last minute.
void add_paces(WriteSession& session, const NewBallot& ballot, rules::BallotTraffic& traffic) {
  BallotStatements& statements = session.ballots;
  const std::int64_t since = ballot.cast.milliseconds - rules::ballot_burst.milliseconds;
  statements.find_total.post = ballot.post.value;
  if (statements.find_total.statement.run()) {
    traffic.in_poll = statements.find_total.cast_ballots;
    const std::int64_t minutes = std::max<std::int64_t>(1, (since - statements.find_total.began) / 60'000);
    traffic.usual_a_minute = traffic.in_poll / minutes;
  }
  for (CountBallots* count : {&statements.in_poll, &statements.of_network}) {
    count->post = ballot.post.value;
    count->network = ballot.network;
    count->since = since;
    count->limit = counted_up_to;
    count->statement.run();
  }
  traffic.of_network_burst = statements.of_network.count;
  traffic.in_poll_burst = statements.in_poll.count + statements.of_network.count;
}

// Only what a rule may ask about so many ballots of one network is looked up: most networks have a few.
rules::BallotTraffic traffic_of(WriteSession& session, const NewBallot& ballot) {
  BallotStatements& statements = session.ballots;
  rules::BallotTraffic traffic;
  statements.find_network.post = ballot.post.value;
  statements.find_network.network = ballot.network;
  if (statements.find_network.statement.run()) traffic.of_network = statements.find_network.count;
  if (traffic.of_network + 1 < static_cast<std::int64_t>(rules::spacing_looked_at)) return traffic;
  statements.last_of_network.post = ballot.post.value;
  statements.last_of_network.network = ballot.network;
  statements.last_of_network.limit = static_cast<std::int64_t>(rules::spacing_looked_at) - 1;
  statements.last_of_network.statement.each(
      [&] { traffic.of_network_last.push_back(Instant{statements.last_of_network.created}); });
  if (traffic.of_network < rules::trusted_ballots_of_a_network) return traffic;
  add_paces(session, ballot, traffic);
  return traffic;
}

// The group's standing, as far as somebody decided about it.
std::string standing_of(WriteSession& session, const NewBallot& ballot, std::string_view suspicion) {
  if (suspicion.empty()) return std::string(to_name(wire::BallotStanding::counted));
  FindReview& review = session.ballots.find_review;
  review.post = ballot.post.value;
  review.suspicion = suspicion;
  review.network = ballot.network;
  return review.statement.run() ? review.standing : std::string(to_name(wire::BallotStanding::set_apart));
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

CountChange counts_of(const NewBallot& ballot, bool ranked, std::string standing, const Other& other) {
  return {ballot.post.value, ranked, std::move(standing), ballot.ballot.choices, other.id, other.published, 1};
}

void fill(BallotRow& row, const NewBallot& ballot, const Other& other) {
  row.post = ballot.post.value;
  row.reader = ballot.reader;
  row.network = ballot.network;
  row.choices = join_choices(ballot.ballot.choices);
  row.other = other.id;
  row.other_null = other.id == 0 ? soci::i_null : soci::i_ok;
  row.name = ballot.name;
  row.created = ballot.cast.milliseconds;
}

Expected<StoredBallot> insert(WriteSession& session, const NewBallot& ballot, bool ranked) {
  const bool watched = ballot.watched && !ballot.network.empty();
  const std::string_view suspicion =
      watched ? rules::suspicion_of(traffic_of(session, ballot), ballot.cast) : std::string_view();
  const Other other = put_other(session, ballot);
  InsertBallot& insert = session.ballots.insert;
  fill(insert.row, ballot, other);
  insert.row.suspicion = suspicion;
  insert.row.standing = standing_of(session, ballot, suspicion);
  insert.statement.run();
  session.ballots.add_to_network.post = ballot.post.value;
  session.ballots.add_to_network.network = ballot.network;
  session.ballots.add_to_network.statement.run();
  AddToTotal& total = session.ballots.add_to_total;
  total.post = ballot.post.value;
  total.counted = total.set_apart = 0;
  total.cast_ballots = 1;
  total.began = ballot.cast.milliseconds;
  total.statement.run();
  change_counts(session, counts_of(ballot, ranked, insert.row.standing, other));
  return stored(ballot, insert.row.standing, true);
}

bool says_the_same(const FindCastBallot& former, const NewBallot& ballot) {
  return former.choices == join_choices(ballot.ballot.choices) && former.words == ballot.ballot.other &&
         former.name == ballot.name;
}

Expected<StoredBallot> change(WriteSession& session, const NewBallot& ballot, bool ranked) {
  const FindCastBallot& former = session.ballots.find_ballot;
  const std::string standing = former.standing;
  if (!ballot.changeable) return fail(ErrorCode::already_voted);
  const bool had_other = former.other_null == soci::i_ok;
  change_counts(session,
                {ballot.post.value, ranked, standing, split_choices(former.choices), had_other ? former.other : 0,
                 had_other && other_state_of(former.other_state) == OtherState::published, -1});
  const Other other = put_other(session, ballot);
  fill(session.ballots.update.row, ballot, other);
  session.ballots.update.statement.run();
  change_counts(session, counts_of(ballot, ranked, standing, other));
  return stored(ballot, standing, true);
}

} // namespace

std::string_view to_name(OtherState state) {
  switch (state) {
  case OtherState::held: return "held";
  case OtherState::published: return "published";
  case OtherState::refused: break;
  }
  return "refused";
}

OtherState other_state_of(std::string_view name) {
  if (name == to_name(OtherState::published)) return OtherState::published;
  return name == to_name(OtherState::held) ? OtherState::held : OtherState::refused;
}

std::string join_choices(const std::vector<std::uint32_t>& choices) {
  std::string text;
  for (const std::uint32_t choice : choices) text += (text.empty() ? "" : ",") + std::to_string(choice);
  return text;
}

std::vector<std::uint32_t> split_choices(std::string_view text) {
  std::vector<std::uint32_t> choices;
  bool in_number = false;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      in_number = false;
      continue;
    }
    if (!in_number) choices.push_back(0);
    in_number = true;
    choices.back() = choices.back() * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return choices;
}

std::vector<std::uint32_t> counted_choices(std::vector<std::uint32_t> choices, bool other_published) {
  if (!other_published) std::erase(choices, other_option);
  return choices;
}

void change_counts(WriteSession& session, const CountChange& change) {
  BallotStatements& statements = session.ballots;
  const bool counted = change.standing == to_name(wire::BallotStanding::counted);
  if (change.other != 0 && counted) {
    statements.add_to_other.id = change.other;
    statements.add_to_other.change = change.ballots;
    statements.add_to_other.statement.run();
  }
  const auto choices = counted_choices(change.choices, change.other_published);
  AddToTotal& total = statements.add_to_total;
  total.post = change.post;
  total.counted = counted && !choices.empty() ? change.ballots : 0;
  total.set_apart = !counted && !choices.empty() ? change.ballots : 0;
  total.cast_ballots = total.began = 0;
  total.statement.run();
  if (choices.empty()) return;
  AddToTally& tally = statements.add_to_tally;
  tally.post = change.post;
  tally.standing = change.standing;
  tally.choices = join_choices(choices);
  tally.change = change.ballots;
  tally.statement.run();
  AddToOption& option = statements.add_to_option;
  option.post = change.post;
  option.standing = change.standing;
  option.change = change.ballots;
  for (std::size_t i = 0; i < (change.ranked ? 1U : choices.size()); ++i) {
    option.choice = choices[i];
    option.statement.run();
  }
}

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
  return voted ? change(session, ballot, is_ranked(post)) : insert(session, ballot, is_ranked(post));
}

} // namespace palabre::storage
