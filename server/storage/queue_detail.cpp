// One comment with what stands around it, and the figures of the overview.
#include <algorithm>
#include <limits>

#include "server/storage/queue_parts.h"
#include "server/storage/queue_read.h"
#include "server/storage/read_operations.h"

namespace palabre::storage {
namespace {

constexpr std::size_t around = 5;        // comments above, below, and of the author
constexpr std::size_t author_rows = 500; // looked at for an author's record
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

std::optional<QueueRow> find_row(ReadSession& session, CommentId id) {
  Conditions conditions;
  conditions.add("c.id = :id", id.value);
  auto rows = list_rows(session, conditions, "", 1);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

std::vector<Comment> read_above(ReadSession& session, CommentId id) {
  std::vector<Comment> above;
  const auto chain = read_ancestors(session, id); // itself first
  for (std::size_t i = 1; i < chain.size() && above.size() < around; ++i) {
    if (auto stored = read_comment(session, chain[i])) above.push_back(std::move(stored->comment));
  }
  std::reverse(above.begin(), above.end());
  return above;
}

std::vector<Comment> read_below(ReadSession& session, CommentId id) {
  Conditions conditions;
  conditions.add("c.parent = :parent", id.value);
  std::vector<Comment> below;
  for (const QueueRow& row : list_rows(session, conditions, " order by c.id", around)) {
    below.push_back(row.row.to_comment());
  }
  return below;
}

std::vector<wire::DeskFlag> read_flags(ReadSession& session, CommentId id) {
  constexpr int most = 200;
  std::string reason;
  std::string note;
  std::int64_t created = 0;
  Statement list(
      (prepare(*session.connection,
               "select reason, note, created from flag where comment = :comment limit " + std::to_string(most)),
       soci::into(reason), soci::into(note), soci::into(created), soci::use(id.value)));
  std::vector<wire::DeskFlag> flags;
  list.each([&] {
    flags.push_back({wire::parse_flag_reason(reason).value_or(wire::FlagReason::other), note, Instant{created}});
  });
  std::sort(flags.begin(), flags.end(),
            [](const wire::DeskFlag& a, const wire::DeskFlag& b) { return b.created < a.created; });
  return flags;
}

std::optional<std::string> read_appeal(ReadSession& session, CommentId id) {
  std::string message;
  Statement find((prepare(*session.connection, "select message from appeal where comment = :comment"),
                  soci::into(message), soci::use(id.value)));
  if (!find.run()) return std::nullopt;
  return message;
}

wire::AuthorRecord read_record(ReadSession& session, const QueueRow& of) {
  wire::AuthorRecord record;
  const std::string author = author_of(of.judged.reader, of.judged.network);
  if (author.empty()) return record;
  Conditions conditions;
  conditions.add("c.site = :site", of.row.site);
  add_author(conditions, author);
  std::string state;
  std::int64_t created = 0;
  auto prepared = prepare(*session.connection, "select c.state, c.created from comment c" + conditions.text() +
                                                   " order by c.created desc limit " + std::to_string(author_rows));
  prepared, soci::into(state), soci::into(created);
  conditions.bind(prepared);
  Statement list(prepared);
  list.each([&] {
    const CommentState one = state_of_name(state);
    if (one == CommentState::published) ++record.published;
    if (one != CommentState::published && one != CommentState::deleted) ++record.refused;
    record.first = Instant{created};
  });
  for (const QueueRow& row : list_rows(session, conditions, " order by c.created desc", around + 1)) {
    if (row.row.id != of.row.id && record.recent.size() < around) record.recent.push_back(row.to_item());
  }
  return record;
}

// Of one site: comments from `begin` up to `end`.
struct Span {
  std::int64_t begin, end;
};
class Counter {
public:
  Counter(ReadSession& session, const std::string& more)
      : statement_((prepare(*session.connection, "select count(*) from comment c where c.site = :site"
                                                 " and c.created >= :begin and c.created < :end" +
                                                     more),
                    soci::into(count_), soci::use(site_), soci::use(begin_), soci::use(end_))) {}
  std::int64_t count(std::int64_t site, Span span) {
    site_ = site;
    begin_ = span.begin;
    end_ = span.end;
    statement_.run();
    return count_;
  }

private:
  std::int64_t site_{0}, begin_{0}, end_{0}, count_{0};
  Statement statement_;
};

// Monday is 0; of days since 1970, which began on a Thursday.
std::size_t weekday_of(std::int64_t day) {
  return static_cast<std::size_t>(((day + 3) % 7 + 7) % 7);
}

std::optional<Instant> oldest_waiting(ReadSession& session, std::int64_t site) {
  std::optional<Instant> oldest;
  // One look for each grade of attention: there are some dozens at most.
  for (std::int64_t below = std::numeric_limits<std::int64_t>::max();;) {
    Conditions conditions;
    conditions.add("c.site = :site", site);
    conditions.add("(c.tabs & 1) <> 0");
    conditions.add("c.attention < :attention", below);
    const auto rows = list_rows(session, conditions, " order by c.attention desc, c.created, c.id", 1);
    if (rows.empty()) return oldest;
    const Instant created{rows.front().row.created};
    if (!oldest || created < *oldest) oldest = created;
    below = rows.front().facts.attention;
  }
}

void add_site(ReadSession& session, std::int64_t site, std::int64_t first_day, std::int64_t shift,
              wire::Overview& overview) {
  Counter all(session, " and (c.tabs & 64) <> 0");
  Counter kept_back(session, " and (c.tabs & 64) <> 0 and c.kept_back = 1");
  for (std::size_t day = 0; day < overview.days.size(); ++day) {
    const std::int64_t number = first_day + static_cast<std::int64_t>(day);
    const std::int64_t midnight = number * day_ms - shift;
    const std::int64_t comments = all.count(site, {midnight, midnight + day_ms});
    if (comments == 0) continue;
    overview.days[day] += comments;
    overview.held[day] += kept_back.count(site, {midnight, midnight + day_ms});
    for (std::int64_t hour = 0; hour < 24; ++hour) {
      const std::int64_t begin = midnight + hour * hour_ms;
      overview.hours[weekday_of(number)][static_cast<std::size_t>(hour)] += all.count(site, {begin, begin + hour_ms});
    }
  }
  const std::int64_t since = first_day * day_ms - shift;
  for (const std::string_view axis : rules::axis_names) {
    Conditions conditions;
    conditions.add("c.site = :site", site);
    conditions.add("c.axis = :axis and c.axis <> ''", std::string(axis));
    conditions.add("c.created >= :since", since);
    const std::int64_t count = read_number(session, "count(*)", conditions);
    if (count > 0) overview.reasons[std::string(axis)] += count;
  }
}

} // namespace

std::optional<wire::QueueItem> read_queue_item(ReadSession& session, CommentId id) {
  const auto row = find_row(session, id);
  if (!row) return std::nullopt;
  return row->to_item();
}

Expected<wire::CommentDetail> read_comment_detail(ReadSession& session, CommentId id) {
  const auto row = find_row(session, id);
  if (!row || state_of_name(row->row.state) == CommentState::deleted) return fail(ErrorCode::unknown_comment);
  wire::CommentDetail detail;
  detail.item = row->to_item();
  detail.above = read_above(session, id);
  detail.below = read_below(session, id);
  detail.flags = read_flags(session, id);
  detail.appeal = read_appeal(session, id);
  detail.author = read_record(session, *row);
  detail.can_ban_author = !row->judged.reader.empty();
  detail.can_ban_network = !row->judged.network.empty();
  return detail;
}

Expected<wire::Overview> read_desk_overview(ReadSession& session, const std::string& site, Instant now, int days,
                                            int offset_minutes) {
  const auto sites = sites_named(session, site);
  if (!sites) return tl::unexpected(sites.error());
  const std::int64_t shift = std::int64_t{offset_minutes} * 60'000;
  const std::int64_t today = (now.milliseconds + shift) / day_ms;
  wire::Overview overview;
  overview.days.resize(static_cast<std::size_t>(days));
  overview.held.resize(overview.days.size());
  overview.waiting = kept_counts(session, *sites)[wire::QueueTab::waiting];
  for (const std::int64_t one : *sites) {
    add_site(session, one, today - days + 1, shift, overview);
    const auto oldest = oldest_waiting(session, one);
    if (oldest && (!overview.oldest_waiting || *oldest < *overview.oldest_waiting)) overview.oldest_waiting = oldest;
    Conditions decided;
    decided.add("c.site = :site", one);
    decided.add("c.decided_at >= :midnight and c.decided_at > 0", today * day_ms - shift);
    overview.decided_today += read_number(session, "count(*)", decided);
  }
  return overview;
}

} // namespace palabre::storage
