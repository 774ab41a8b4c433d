// What an owner decides about ballots.
#include "server/storage/ballot_write.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

// Ballots that say the same, with all that their counts depend on.
struct SameBallots {
  std::string standing;
  std::string choices;
  std::int64_t other{0};
  std::string other_state;
  std::int64_t ballots{0};
};

constexpr const char* same_ballots =
    "select b.standing, b.choices, coalesce(b.other, 0), coalesce(o.state, ''), count(*)"
    " from ballot b left join other_answer o on o.id = b.other where ";
constexpr const char* by_words = " group by b.standing, b.choices, coalesce(b.other, 0), coalesce(o.state, '')";

template <class Bind>
std::vector<SameBallots> list_same(soci::session& sql, const std::string& where, const Bind& bind) {
  SameBallots row;
  auto prepared = prepare(sql, same_ballots + where + by_words);
  prepared, into(row.standing), into(row.choices), into(row.other), into(row.other_state), into(row.ballots);
  bind(prepared);
  std::vector<SameBallots> found;
  Statement statement(prepared);
  statement.each([&] { found.push_back(row); });
  return found;
}

bool is_ranked(WriteSession& session, PostId poll) {
  session.ballots.find_post.id = poll.value;
  return session.ballots.find_post.statement.run() &&
         session.ballots.find_post.poll_kind == palabre::to_name(PollKind::ranked);
}

CountChange counts_of(const SameBallots& same, PostId poll, bool ranked, std::int64_t sign) {
  return {poll.value,         ranked,
          same.standing,      split_choices(same.choices),
          same.other,         other_state_of(same.other_state) == OtherState::published,
          sign * same.ballots};
}

// Takes the ballots out of the sums as they are, and puts them back as `become` makes them.
template <class Become>
void move_counts(WriteSession& session, PostId poll, std::vector<SameBallots> same, const Become& become) {
  const bool ranked = is_ranked(session, poll);
  for (SameBallots& ballots : same) {
    change_counts(session, counts_of(ballots, poll, ranked, -1));
    become(ballots);
    change_counts(session, counts_of(ballots, poll, ranked, 1));
  }
}

} // namespace

Expected<void> write_group_review(WriteSession& session, PostId poll, const std::string& group,
                                  wire::BallotStanding standing, const AuditNote& note) {
  const std::size_t dot = group.find('.');
  const std::string suspicion = group.substr(0, dot);
  const std::string network = dot == std::string::npos ? std::string() : group.substr(dot + 1);
  soci::session& sql = *session.connection;
  auto same = list_same(sql, "b.post = :post and b.suspicion = :suspicion and b.network = :network",
                        [&](auto& prepared) { prepared, use(poll.value), use(suspicion), use(network); });
  if (same.empty() || suspicion.empty()) return fail(ErrorCode::unknown_post, "group");
  const std::string name(to_name(standing));
  move_counts(session, poll, std::move(same), [&](SameBallots& ballots) { ballots.standing = name; });
  sql << "update ballot set standing = :standing where post = :post and suspicion = :suspicion and network = :network",
      use(name), use(poll.value), use(suspicion), use(network);
  sql << "insert into ballot_review (post, suspicion, network, standing) values (:post, :suspicion, :network, "
         ":standing)"
         " on conflict (post, suspicion, network) do update set standing = excluded.standing",
      use(poll.value), use(suspicion), use(network), use(name);
  insert_audit(session, note);
  return {};
}

Expected<void> write_other_review(WriteSession& session, PostId poll, std::int64_t answer, OtherState state,
                                  const AuditNote& note) {
  soci::session& sql = *session.connection;
  std::string words;
  sql << "select words from other_answer where id = :id and post = :post", into(words), use(answer), use(poll.value);
  if (!sql.got_data()) return fail(ErrorCode::unknown_post, "other");
  const std::string name(to_name(state));
  move_counts(session, poll, list_same(sql, "b.other = :answer", [&](auto& prepared) { prepared, use(answer); }),
              [&](SameBallots& ballots) { ballots.other_state = name; });
  sql << "update other_answer set state = :state where id = :id", use(name), use(answer);
  AuditNote line = note;
  line.note = words;
  insert_audit(session, line);
  return {};
}

} // namespace palabre::storage
