#include "server/storage/contest_rows.h"

#include <algorithm>

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string entry_columns =
    "select number, name, naming, words, state, reasons, suspect, decided, withdrawn, receipt, created from entry"
    " where post = :post ";

soci::details::prepare_temp_type into_entry(soci::details::prepare_temp_type prepared, EntryRow& row) {
  prepared, into(row.number), into(row.name), into(row.naming), into(row.words), into(row.state), into(row.reasons),
      into(row.suspect), into(row.decided), into(row.withdrawn), into(row.receipt), into(row.created);
  return prepared;
}

template <class Key>
std::optional<EntryRow> find_one(soci::session& session, PostId post, const std::string& condition, const Key& key) {
  EntryRow row;
  auto prepared = into_entry(prepare(session, entry_columns + condition), row);
  prepared, use(post.value), use(key);
  if (!Statement(prepared).run()) return std::nullopt;
  return row;
}

std::vector<std::int64_t> numbers_of(const std::string& text) {
  std::vector<std::int64_t> numbers;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    numbers.push_back(std::stoll(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return numbers;
}

} // namespace

StoredContest ContestRow::to_contest() const {
  return {seed_hash, drawn ? seed : std::string(), list_hash, frozen, drawn, winners};
}

std::optional<ContestRow> find_contest(soci::session& session, PostId post) {
  ContestRow row;
  std::string winners;
  std::int64_t frozen = 0;
  std::int64_t drawn = 0;
  soci::indicator frozen_null = soci::i_null;
  soci::indicator drawn_null = soci::i_null;
  auto prepared = prepare(session, "select seed, seed_hash, list_hash, frozen, drawn, winners from contest"
                                   " where post = :post");
  prepared, into(row.seed), into(row.seed_hash), into(row.list_hash), into(frozen, frozen_null),
      into(drawn, drawn_null), into(winners), use(post.value);
  if (!Statement(prepared).run()) return std::nullopt;
  if (frozen_null == soci::i_ok) row.frozen = Instant{frozen};
  if (drawn_null == soci::i_ok) row.drawn = Instant{drawn};
  row.winners = numbers_of(winners);
  return row;
}

wire::Entry EntryRow::to_entry(const std::vector<std::int64_t>& winners) const {
  wire::Entry entry;
  entry.number = number;
  entry.state = parse_entry_state(state).value_or(EntryState::held);
  entry.name = name;
  entry.naming = parse_naming(naming).value_or(Naming::nobody); // tells least
  entry.text = words;
  entry.created = Instant{created};
  entry.suspect = suspect != 0;
  entry.reasons = lines_of(reasons);
  entry.won = std::find(winners.begin(), winners.end(), number) != winners.end();
  return entry;
}

std::optional<EntryRow> find_entry_of(soci::session& session, PostId post, const std::string& reader) {
  return find_one(session, post, "and reader = :reader", reader);
}

std::optional<EntryRow> find_entry_at(soci::session& session, PostId post, std::int64_t number) {
  return find_one(session, post, "and number = :number", number);
}

std::vector<EntryRow> list_entries(soci::session& session, PostId post, const std::string& rest) {
  std::vector<EntryRow> rows;
  EntryRow row;
  auto prepared = into_entry(prepare(session, entry_columns + rest), row);
  prepared, use(post.value);
  Statement(prepared).each([&] { rows.push_back(row); });
  return rows;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

} // namespace palabre::storage
