#include "server/storage/ballot_statements.h"

namespace palabre::storage {

using soci::into;
using soci::use;

FindVotedPost::FindVotedPost(soci::session& session)
    : statement((prepare(session, "select poll_kind, state, opens, ends, revision from post where id = :id"),
                 into(poll_kind), into(state), into(opens, opens_null), into(ends, ends_null), into(revision),
                 use(id))) {}

FindCastBallot::FindCastBallot(soci::session& session)
    : statement((
          prepare(
              session,
              "select b.choices, b.other, coalesce(o.words, ''), coalesce(o.folded, ''), coalesce(o.state, ''), b.name,"
              " b.standing, b.network, b.nth from ballot b left join other_answer o on o.id = b.other"
              " where b.post = :post and b.reader = :reader"),
          into(choices), into(other, other_null), into(words), into(folded), into(other_state), into(name),
          into(standing), into(network), into(nth), use(post), use(reader))) {}

CountBallots::CountBallots(soci::session& session)
    : statement((prepare(session, "select count(*) from (select 1 from ballot where post = :post and created > :since"
                                  " limit :limit) as top"),
                 into(count), use(post), use(since), use(limit))) {}

ListCast::ListCast(soci::session& session)
    : statement((prepare(session, "select created from ballot where post = :post and network = :network"
                                  " order by nth desc limit :limit"),
                 into(created), use(post), use(network), use(limit))) {}

ListFirst::ListFirst(soci::session& session)
    : statement((prepare(session, "select choices from ballot where post = :post and network = :network"
                                  " and nth <= :up_to"),
                 into(choices), use(post), use(network), use(up_to))) {}

ListBase::ListBase(soci::session& session)
    : statement((prepare(session, "select choice, base from ballot_option where post = :post"
                                  " and standing = 'counted' and base > 0"),
                 into(choice), into(base), use(post))) {}

FindNetwork::FindNetwork(soci::session& session)
    : statement((prepare(session, "select count, choices, suspicion, counted, decided from ballot_network"
                                  " where post = :post and network = :network"),
                 into(row.count), into(row.choices), into(row.suspicion), into(row.counted), into(row.decided),
                 use(row.post), use(row.network))) {}

PutNetwork::PutNetwork(soci::session& session)
    : statement((prepare(session, "insert into ballot_network (post, network, count, choices, suspicion, counted,"
                                  " decided) values (:post, :network, :count, :choices, :suspicion, :counted, :decided)"
                                  " on conflict (post, network) do update set count = excluded.count,"
                                  " choices = excluded.choices, suspicion = excluded.suspicion,"
                                  " counted = excluded.counted, decided = excluded.decided"),
                 use(row.post), use(row.network), use(row.count), use(row.choices), use(row.suspicion),
                 use(row.counted), use(row.decided))) {}

ListLargest::ListLargest(soci::session& session)
    : statement((prepare(session, "select network from ballot_network where post = :post and count > 5"
                                  " order by count desc limit :limit"),
                 into(network), use(post), use(limit))) {}

FindPollTotal::FindPollTotal(soci::session& session)
    : statement((prepare(session, "select cast_ballots, base, began from poll_total where post = :post"),
                 into(cast_ballots), into(base), into(began), use(post))) {}

PutOtherAnswer::PutOtherAnswer(soci::session& session)
    : statement((prepare(session, "insert into other_answer (post, folded, words, state, count)"
                                  " values (:post, :folded, :words, :state, 0)"
                                  " on conflict (post, folded) do update set folded = excluded.folded"
                                  " returning id, state"),
                 into(id), into(known_state), use(post), use(folded), use(words), use(state))) {}

InsertBallot::InsertBallot(soci::session& session)
    : statement(
          (prepare(session, "insert into ballot (post, reader, network, choices, other, name, standing,"
                            " suspicion, nth, created, changed) values (:post, :reader, :network, :choices, :other,"
                            " :name, :standing, :suspicion, :nth, :created, :created2)"),
           use(row.post), use(row.reader), use(row.network), use(row.choices), use(row.other, row.other_null),
           use(row.name), use(row.standing), use(row.suspicion), use(row.nth), use(row.created), use(row.created))) {}

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
    : statement((prepare(session, "insert into ballot_option (post, standing, choice, count, base)"
                                  " values (:post, :standing, :choice, :change, :base)"
                                  " on conflict (post, standing, choice) do update set"
                                  " count = ballot_option.count + excluded.count,"
                                  " base = ballot_option.base + excluded.base"),
                 use(post), use(standing), use(choice), use(change), use(base))) {}

AddToOther::AddToOther(soci::session& session)
    : statement(
          (prepare(session, "update other_answer set count = count + :change where id = :id"), use(change), use(id))) {}

AddToTotal::AddToTotal(soci::session& session)
    : statement((prepare(session, "insert into poll_total (post, counted, set_apart, cast_ballots, base, version,"
                                  " began) values (:post, :counted, :set_apart, :cast_ballots, :base, 1, :began)"
                                  " on conflict (post) do update set counted = poll_total.counted + excluded.counted,"
                                  " set_apart = poll_total.set_apart + excluded.set_apart,"
                                  " cast_ballots = poll_total.cast_ballots + excluded.cast_ballots,"
                                  " base = poll_total.base + excluded.base,"
                                  " version = poll_total.version + 1 returning base"),
                 into(all_base), use(post), use(counted), use(set_apart), use(cast_ballots), use(base), use(began))) {}

BallotStatements::BallotStatements(soci::session& session)
    : find_post(session), find_ballot(session), in_poll(session), last_of_network(session), first_of_network(session),
      list_base(session), find_network(session), put_network(session), list_largest(session), find_total(session),
      put_other(session), insert(session), update(session), add_to_tally(session), add_to_option(session),
      add_to_other(session), add_to_total(session) {}

} // namespace palabre::storage
