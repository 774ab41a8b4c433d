// What is read of ballots.
#include <algorithm>

#include "server/storage/ballot_write.h"
#include "server/storage/sql_post_store.h"
#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

std::vector<OptionCount> read_options(soci::session& sql, PostId poll, wire::BallotStanding standing) {
  const std::string name(to_name(standing));
  std::int64_t choice = 0;
  std::int64_t count = 0;
  std::vector<OptionCount> counts;
  Statement list((prepare(sql, "select choice, count from ballot_option where post = :post and standing = :standing"
                               " and count > 0"),
                  into(choice), into(count), use(poll.value), use(name)));
  list.each([&] { counts.push_back({static_cast<std::uint32_t>(choice), count}); });
  return counts;
}

PollTally read_tally(soci::session& sql, PostId poll) {
  PollTally tally;
  sql << "select version, counted, set_apart from poll_total where post = :post", into(tally.version),
      into(tally.counted), into(tally.set_apart), use(poll.value);
  tally.counts = read_options(sql, poll, wire::BallotStanding::counted);
  tally.apart_counts = read_options(sql, poll, wire::BallotStanding::set_apart);
  return tally;
}

std::vector<BallotCount> read_patterns(soci::session& sql, PostId poll, wire::BallotStanding standing) {
  const std::string name(to_name(standing));
  std::string choices;
  std::int64_t count = 0;
  std::vector<BallotCount> patterns;
  Statement list((prepare(sql, "select choices, count from ballot_tally where post = :post and standing = :standing"
                               " and count > 0"),
                  into(choices), into(count), use(poll.value), use(name)));
  list.each([&] { patterns.push_back({split_choices(choices), count}); });
  std::sort(patterns.begin(), patterns.end(),
            [](const BallotCount& a, const BallotCount& b) { return a.choices < b.choices; });
  return patterns;
}

std::vector<wire::NamedBallot> read_named(soci::session& sql, PostId poll, std::size_t limit) {
  const auto most = static_cast<std::int64_t>(limit);
  std::string name;
  std::string choices;
  std::string words;
  std::string state;
  std::vector<wire::NamedBallot> named;
  Statement list((prepare(sql, "select b.name, b.choices, coalesce(o.words, ''), coalesce(o.state, '') from ballot b"
                               " left join other_answer o on o.id = b.other"
                               " where b.post = :post and b.standing = 'counted' order by b.name, b.choices"
                               " limit :limit"),
                  into(name), into(choices), into(words), into(state), use(poll.value), use(most)));
  list.each([&] {
    const bool published = other_state_of(state) == OtherState::published;
    Ballot ballot{counted_choices(split_choices(choices), published), published ? words : std::string()};
    if (!ballot.choices.empty()) named.push_back({name, std::move(ballot)});
  });
  return named;
}

std::vector<OtherAnswer> read_others(soci::session& sql, PostId poll, OtherState state, std::size_t limit) {
  const std::string name(to_name(state));
  const auto most = static_cast<std::int64_t>(limit);
  OtherAnswer answer;
  answer.state = state;
  std::vector<OtherAnswer> answers;
  Statement list((prepare(sql, "select id, words, count from other_answer where post = :post and state = :state"
                               " and count > 0 order by count desc, id limit :limit"),
                  into(answer.id), into(answer.words), into(answer.ballots), use(poll.value), use(name), use(most)));
  list.each([&] { answers.push_back(answer); });
  return answers;
}

std::vector<wire::BallotAnomaly> read_anomalies(soci::session& sql, PostId poll) {
  std::string network;
  std::string standing;
  std::int64_t first = 0;
  std::int64_t last = 0;
  wire::BallotAnomaly anomaly;
  std::vector<wire::BallotAnomaly> anomalies;
  Statement list((prepare(sql, "select suspicion, network, standing, count(*), min(created), max(created) from ballot"
                               " where post = :post and suspicion <> '' group by suspicion, network, standing"
                               " order by count(*) desc limit 200"),
                  into(anomaly.rule), into(network), into(standing), into(anomaly.ballots), into(first), into(last),
                  use(poll.value)));
  list.each([&] {
    anomaly.group = anomaly.rule + "." + network;
    anomaly.first = Instant{first};
    anomaly.last = Instant{last};
    anomaly.standing = wire::parse_ballot_standing(standing).value_or(wire::BallotStanding::set_apart);
    anomalies.push_back(anomaly);
  });
  return anomalies;
}

std::optional<StoredBallot> read_ballot(soci::session& sql, PostId poll, const std::string& reader) {
  FindCastBallot find(sql);
  find.post = poll.value;
  find.reader = reader;
  if (!find.statement.run()) return std::nullopt;
  return StoredBallot{{split_choices(find.choices), find.words},
                      find.name,
                      wire::parse_ballot_standing(find.standing).value_or(wire::BallotStanding::set_apart),
                      false};
}

} // namespace

Expected<std::optional<StoredBallot>> SqlPostStore::find_ballot(PostId poll, const std::string& reader) {
  return readers_.run<std::optional<StoredBallot>>(
      [&](ReadSession& session) { return read_ballot(*session.connection, poll, reader); });
}

Expected<PollTally> SqlPostStore::tally(PostId poll) {
  return readers_.run<PollTally>([&](ReadSession& session) { return read_tally(*session.connection, poll); });
}

Expected<std::vector<BallotCount>> SqlPostStore::patterns(PostId poll, wire::BallotStanding standing) {
  return readers_.run<std::vector<BallotCount>>(
      [&](ReadSession& session) { return read_patterns(*session.connection, poll, standing); });
}

Expected<std::vector<wire::NamedBallot>> SqlPostStore::named_ballots(PostId poll, std::size_t limit) {
  return readers_.run<std::vector<wire::NamedBallot>>(
      [&](ReadSession& session) { return read_named(*session.connection, poll, limit); });
}

Expected<std::vector<OtherAnswer>> SqlPostStore::other_answers(PostId poll, OtherState state, std::size_t limit) {
  return readers_.run<std::vector<OtherAnswer>>(
      [&](ReadSession& session) { return read_others(*session.connection, poll, state, limit); });
}

Expected<std::vector<wire::BallotAnomaly>> SqlPostStore::anomalies(PostId poll) {
  return readers_.run<std::vector<wire::BallotAnomaly>>(
      [&](ReadSession& session) { return read_anomalies(*session.connection, poll); });
}

} // namespace palabre::storage
