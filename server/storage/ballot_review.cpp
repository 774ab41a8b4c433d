// What an owner decides about ballots.
#include "server/storage/ballot_watch.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

bool is_ranked(WriteSession& session, PostId poll) {
  session.ballots.find_post.id = poll.value;
  return session.ballots.find_post.statement.run() &&
         session.ballots.find_post.poll_kind == palabre::to_name(PollKind::ranked);
}

} // namespace

// A decision is about a network, under whatever suspicion it is by now.
Expected<void> write_group_review(WriteSession& session, PostId poll, const std::string& group,
                                  wire::BallotStanding standing, const AuditNote& note) {
  const std::size_t dot = group.find('.');
  if (dot == std::string::npos) return fail(ErrorCode::unknown_post, "group");
  WatchedNetwork network = find_network(session, poll, group.substr(dot + 1));
  if (network.suspicion.rule.empty()) return fail(ErrorCode::unknown_post, "group");
  network.decided = to_name(standing);
  put_network(session, poll, network);
  regroup(session, {poll, is_ranked(session, poll)}, network);
  insert_audit(session, note);
  return {};
}

Expected<void> write_other_review(WriteSession& session, PostId poll, std::int64_t answer, OtherState state,
                                  const AuditNote& note) {
  soci::session& sql = *session.connection;
  std::int64_t known = 0;
  sql << "select id from other_answer where id = :id and post = :post", into(known), use(answer), use(poll.value);
  if (!sql.got_data()) return fail(ErrorCode::unknown_post, "other");
  const std::string name(to_name(state));
  move_counts(session, poll, is_ranked(session, poll),
              list_same(session, "b.other = :answer", [&](auto& prepared) { prepared, use(answer); }),
              [&](SameBallots& ballots) { ballots.other_state = name; });
  sql << "update other_answer set state = :state where id = :id", use(name), use(answer);
  AuditNote line = note;
  line.note = "answer " + std::to_string(answer); // the log holds no reader's words
  insert_audit(session, line);
  return {};
}

} // namespace palabre::storage
