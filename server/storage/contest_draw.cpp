// From the opening to the prizes: the seed, the closed list, the winners.
#include <algorithm>
#include <set>

#include "server/storage/contest_rows.h"
#include "server/storage/sql_contest_store.h"
#include "shared/rules/draw.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

// The row as it is; where the engine locks rows, nobody else touches it until the transaction is over.
Expected<ContestRow> take_contest(soci::session& sql, PostId post) {
  sql << "update contest set frozen = frozen where post = :post", use(post.value);
  auto contest = find_contest(sql, post);
  if (!contest) return fail(ErrorCode::unknown_post);
  return *std::move(contest);
}

Expected<StoredContest> make_contest(soci::session& sql, PostId post, const std::string& seed) {
  std::int64_t id = 0;
  sql << "select id from post where id = :id and kind = 'contest'", use(post.value), into(id);
  if (!sql.got_data()) return fail(ErrorCode::unknown_post);
  const std::string hash = rules::hash_of_seed(seed);
  sql << "insert into contest (post, seed, seed_hash, list, list_hash, winners) values (:post, :seed, :hash, '', '', "
         "'')"
         " on conflict (post) do nothing",
      use(post.value), use(seed), use(hash);
  const auto contest = find_contest(sql, post);
  if (!contest) return fail(ErrorCode::internal);
  return contest->to_contest();
}

Expected<StoredContest> close_list(WriteSession& session, PostId post, const AuditNote& note) {
  soci::session& sql = *session.connection;
  auto contest = take_contest(sql, post);
  if (!contest) return tl::unexpected(contest.error());
  if (contest->frozen) return contest->to_contest();
  std::int64_t held = 0;
  sql << "select count(*) from entry where post = :post and state = 'held'", use(post.value), into(held);
  if (held > 0) return fail(ErrorCode::entries_waiting, {}, std::to_string(held) + " entries wait");
  std::vector<std::string> lines;
  for (const EntryRow& row : list_entries(sql, post, "and state = 'accepted' order by number")) {
    lines.push_back(rules::entry_line(row.number, row.receipt, row.name, row.words));
  }
  const std::string list = joined(lines);
  const std::string hash = rules::hash_of_list(lines);
  sql << "update contest set list = :list, list_hash = :hash, frozen = :frozen where post = :post", use(list),
      use(hash), use(note.at.milliseconds), use(post.value);
  AuditNote line = note;
  line.after = R"({"list_hash":")" + hash + R"(","entries":)" + std::to_string(lines.size()) + "}";
  insert_audit(session, line);
  contest->frozen = note.at;
  contest->list_hash = hash;
  return contest->to_contest();
}

// Each code once, each winner one: the first winners first, as far as there are codes.
void give_prizes(soci::session& sql, PostId post, const std::vector<std::int64_t>& winners) {
  std::set<std::int64_t> served;
  std::vector<std::int64_t> free;
  std::int64_t position = 0;
  std::int64_t entry = 0;
  soci::indicator none = soci::i_null;
  Statement all((prepare(sql, "select position, entry from prize where post = :post order by position"), into(position),
                 into(entry, none), use(post.value)));
  all.each([&] {
    if (none == soci::i_ok) {
      served.insert(entry);
    } else {
      free.push_back(position);
    }
  });
  auto next = free.begin();
  for (const std::int64_t winner : winners) {
    if (next == free.end()) return;
    if (served.count(winner) != 0) continue;
    const std::int64_t place = *next++;
    sql << "update prize set entry = :entry where post = :post and position = :position and entry is null", use(winner),
        use(post.value), use(place);
  }
}

std::string text_of(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const std::int64_t number : numbers) text += (text.empty() ? "" : ",") + std::to_string(number);
  return text;
}

StoredContest name_winners(WriteSession& session, PostId post, ContestRow contest, std::vector<std::int64_t> winners,
                           const AuditNote& note) {
  soci::session& sql = *session.connection;
  const std::string text = text_of(winners);
  sql << "update contest set winners = :winners, drawn = :drawn where post = :post", use(text),
      use(note.at.milliseconds), use(post.value);
  give_prizes(sql, post, winners);
  AuditNote line = note;
  line.after = "[" + text + "]";
  insert_audit(session, line);
  contest.winners = std::move(winners);
  contest.drawn = note.at;
  return contest.to_contest();
}

std::vector<std::string> read_lines(soci::session& sql, PostId post) {
  std::string list;
  sql << "select list from contest where post = :post", use(post.value), into(list);
  return lines_of(list);
}

// nullopt: it was drawn before.
Expected<std::optional<ContestRow>> take_undrawn(soci::session& sql, PostId post) {
  auto contest = take_contest(sql, post);
  if (!contest) return tl::unexpected(contest.error());
  if (!contest->frozen) return fail(ErrorCode::wrong_order, {}, "close the list of entries first");
  if (contest->drawn) return std::optional<ContestRow>{};
  return std::optional<ContestRow>{*std::move(contest)};
}

Expected<StoredContest> as_it_was(soci::session& sql, PostId post) {
  const auto contest = find_contest(sql, post);
  if (!contest) return fail(ErrorCode::unknown_post);
  return contest->to_contest();
}

Expected<StoredContest> draw_once(WriteSession& session, PostId post, std::size_t winners, const AuditNote& note) {
  soci::session& sql = *session.connection;
  auto contest = take_undrawn(sql, post);
  if (!contest) return tl::unexpected(contest.error());
  if (!*contest) return as_it_was(sql, post);
  std::vector<std::int64_t> numbers;
  for (const std::string& line : rules::draw_winners((*contest)->seed, read_lines(sql, post), winners)) {
    const auto number = rules::number_of_line(line);
    if (!number) return fail(ErrorCode::internal, {}, "the stored list of a contest is none");
    numbers.push_back(*number);
  }
  return name_winners(session, post, **std::move(contest), std::move(numbers), note);
}

Expected<void> check_choice(soci::session& sql, PostId post, const std::vector<std::int64_t>& winners) {
  std::set<std::int64_t> listed;
  for (const std::string& line : read_lines(sql, post)) listed.insert(rules::number_of_line(line).value_or(0));
  std::set<std::int64_t> named;
  for (const std::int64_t number : winners) {
    if (listed.count(number) == 0 || !named.insert(number).second) {
      return fail(ErrorCode::unknown_field_value, "entries", "accepted entries, each once");
    }
  }
  return {};
}

Expected<StoredContest> choose_once(WriteSession& session, PostId post, const std::vector<std::int64_t>& winners,
                                    const AuditNote& note) {
  soci::session& sql = *session.connection;
  auto contest = take_undrawn(sql, post);
  if (!contest) return tl::unexpected(contest.error());
  if (!*contest) {
    auto before = as_it_was(sql, post);
    if (before && before->winners != winners) return fail(ErrorCode::wrong_order, {}, "others were chosen before");
    return before;
  }
  if (auto checked = check_choice(sql, post, winners); !checked) return tl::unexpected(checked.error());
  return name_winners(session, post, **std::move(contest), winners, note);
}

Expected<std::size_t> write_prizes(WriteSession& session, PostId post, const std::vector<std::string>& codes,
                                   std::size_t most, const AuditNote& note) {
  soci::session& sql = *session.connection;
  const auto contest = take_contest(sql, post);
  if (!contest) return tl::unexpected(contest.error());
  std::int64_t last = 0;
  std::int64_t present = 0;
  sql << "select coalesce(max(position), 0), count(*) from prize where post = :post", into(last), into(present),
      use(post.value);
  std::string code;
  std::int64_t position = 0;
  std::int64_t added_at = 0;
  Statement insert((prepare(sql, "insert into prize (post, position, code) values (:post, :position, :code)"
                                 " on conflict (post, code) do nothing returning position"),
                    into(added_at), use(post.value), use(position), use(code)));
  std::size_t added = 0;
  for (const std::string& one : codes) {
    code = one;
    position = last + 1;
    if (!insert.run()) continue;
    ++last;
    ++added;
  }
  if (static_cast<std::size_t>(present) + added > most) {
    return fail(ErrorCode::field_too_long, "codes", "at most " + std::to_string(most) + " codes");
  }
  if (added == 0) return added;
  if (contest->drawn) give_prizes(sql, post, contest->winners);
  AuditNote line = note;
  line.after = std::to_string(added); // codes are secrets: the log tells how many
  insert_audit(session, line);
  return added;
}

} // namespace

Expected<StoredContest> SqlContestStore::open(PostId post, const std::string& seed) {
  return writer_.run<StoredContest>(
      [&](WriteSession& session) { return make_contest(*session.connection, post, seed); });
}

Expected<StoredContest> SqlContestStore::freeze(PostId post, const AuditNote& note) {
  return writer_.run<StoredContest>([&](WriteSession& session) { return close_list(session, post, note); });
}

Expected<StoredContest> SqlContestStore::draw(PostId post, std::size_t winners, const AuditNote& note) {
  return writer_.run<StoredContest>([&](WriteSession& session) { return draw_once(session, post, winners, note); });
}

Expected<StoredContest> SqlContestStore::choose(PostId post, const std::vector<std::int64_t>& winners,
                                                const AuditNote& note) {
  return writer_.run<StoredContest>([&](WriteSession& session) { return choose_once(session, post, winners, note); });
}

Expected<std::size_t> SqlContestStore::add_prizes(PostId post, const std::vector<std::string>& codes, std::size_t most,
                                                  const AuditNote& note) {
  return writer_.run<std::size_t>(
      [&](WriteSession& session) { return write_prizes(session, post, codes, most, note); });
}

} // namespace palabre::storage
