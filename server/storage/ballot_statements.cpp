#include "server/storage/ballot_statements.h"

namespace palabre::storage {

using soci::into;
using soci::use;

FindVotedPost::FindVotedPost(soci::session& session)
    : statement((prepare(session, "select poll_kind, state, opens, ends, revision from post where id = :id"),
                 into(poll_kind), into(state), into(opens, opens_null), into(ends, ends_null), into(revision),
                 use(id))) {}

FindCastBallot::FindCastBallot(soci::session& session)
    : statement((prepare(session, "select b.choices, b.other, coalesce(o.words, ''), coalesce(o.state, ''), b.name,"
                                  " b.standing from ballot b left join other_answer o on o.id = b.other"
                                  " where b.post = :post and b.reader = :reader"),
                 into(choices), into(other, other_null), into(words), into(other_state), into(name), into(standing),
                 use(post), use(reader))) {}

// The condition uses the network either way: bindings are the same for both.
CountBallots::CountBallots(soci::session& session, const char* and_where)
    : statement((prepare(session, "select count(*) from (select 1 from ballot where post = :post and " +
                                      std::string(and_where) + " and created > :since limit :limit) as top"),
                 into(count), use(post), use(network), use(since), use(limit))) {}

ListCast::ListCast(soci::session& session)
    : statement((prepare(session, "select created from ballot where post = :post and network = :network"
                                  " order by created desc limit :limit"),
                 into(created), use(post), use(network), use(limit))) {}

FindNetworkBallots::FindNetworkBallots(soci::session& session)
    : statement((prepare(session, "select count from ballot_network where post = :post and network = :network"),
                 into(count), use(post), use(network))) {}

FindPollTotal::FindPollTotal(soci::session& session)
    : statement((prepare(session, "select cast_ballots, began from poll_total where post = :post"), into(cast_ballots),
                 into(began), use(post))) {}

FindReview::FindReview(soci::session& session)
    : statement((prepare(session, "select standing from ballot_review where post = :post and suspicion = :suspicion"
                                  " and network = :network"),
                 into(standing), use(post), use(suspicion), use(network))) {}

PutOtherAnswer::PutOtherAnswer(soci::session& session)
    : statement((prepare(session, "insert into other_answer (post, folded, words, state, count)"
                                  " values (:post, :folded, :words, :state, 0)"
                                  " on conflict (post, folded) do update set folded = excluded.folded"
                                  " returning id, state"),
                 into(id), into(known_state), use(post), use(folded), use(words), use(state))) {}

InsertBallot::InsertBallot(soci::session& session)
    : statement((prepare(session, "insert into ballot (post, reader, network, choices, other, name, standing,"
                                  " suspicion, created, changed) values (:post, :reader, :network, :choices, :other,"
                                  " :name, :standing, :suspicion, :created, :created2)"),
                 use(row.post), use(row.reader), use(row.network), use(row.choices), use(row.other, row.other_null),
                 use(row.name), use(row.standing), use(row.suspicion), use(row.created), use(row.created))) {}

UpdateBallot::UpdateBallot(soci::session& session)
    : statement((prepare(session, "update ballot set choices = :choices, other = :other, name = :name,"
                                  " changed = :changed where post = :post and reader = :reader"),
                 use(row.choices), use(row.other, row.other_null), use(row.name), use(row.created), use(row.post),
                 use(row.reader))) {}

AddToTally::AddToTally(soci::session& session)
    : statement((prepare(session, "insert into ballot_tally (post, standing, choices, count)"
                                  " values (:post, :standing, :choices, :change) on conflict (post, standing, choices)"
                                  " do update set count = ballot_tally.count + excluded.count"),
                 use(post), use(standing), use(choices), use(change))) {}

AddToOption::AddToOption(soci::session& session)
    : statement((prepare(session, "insert into ballot_option (post, standing, choice, count)"
                                  " values (:post, :standing, :choice, :change) on conflict (post, standing, choice)"
                                  " do update set count = ballot_option.count + excluded.count"),
                 use(post), use(standing), use(choice), use(change))) {}

AddToOther::AddToOther(soci::session& session)
    : statement(
          (prepare(session, "update other_answer set count = count + :change where id = :id"), use(change), use(id))) {}

AddToNetwork::AddToNetwork(soci::session& session)
    : statement((prepare(session, "insert into ballot_network (post, network, count) values (:post, :network, 1)"
                                  " on conflict (post, network) do update set count = ballot_network.count + 1"),
                 use(post), use(network))) {}

AddToTotal::AddToTotal(soci::session& session)
    : statement((prepare(session, "insert into poll_total (post, counted, set_apart, cast_ballots, version, began)"
                                  " values (:post, :counted, :set_apart, :cast_ballots, 1, :began)"
                                  " on conflict (post) do update set counted = poll_total.counted + excluded.counted,"
                                  " set_apart = poll_total.set_apart + excluded.set_apart,"
                                  " cast_ballots = poll_total.cast_ballots + excluded.cast_ballots,"
                                  " version = poll_total.version + 1"),
                 use(post), use(counted), use(set_apart), use(cast_ballots), use(began))) {}

BallotStatements::BallotStatements(soci::session& session)
    : find_post(session), find_ballot(session), in_poll(session, "network <> :network"),
      of_network(session, "network = :network"), last_of_network(session), find_network(session), find_total(session),
      find_review(session), put_other(session), insert(session), update(session), add_to_tally(session),
      add_to_option(session), add_to_other(session), add_to_network(session), add_to_total(session) {}

} // namespace palabre::storage
