// The queue, what a moderator sees beside an item, and what happens meanwhile.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_desk_parts.h"
#include "shared/wire/codec_verdict.h"

namespace palabre::wire {

namespace {

constexpr std::int64_t largest_count = 4'294'967'295;

// The desk reads whatever readers ever wrote.
template <class T, class Read> Expected<T> decode_desk(std::string_view json, const Read& read) {
  return decode_with<T>(json, read, ControlCharacters::kept);
}

template <class Write> std::string written(const Write& write) {
  std::string out;
  JsonWriter writer(out);
  write(writer);
  return out;
}

void write_flag(JsonWriter& writer, std::string_view name, bool value) {
  writer.key(name);
  writer.boolean(value);
}

std::uint32_t read_count(FieldReader& fields, std::string_view name) {
  const std::int64_t count = fields.integer(name);
  if (count < 0 || count > largest_count) fields.refuse(ErrorCode::unknown_field_value, name);
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 0, largest_count));
}

CommentId read_comment_id(FieldReader& fields, std::string_view name) {
  const auto id = CommentId::parse(fields.text(name));
  if (!id) fields.refuse(ErrorCode::unknown_field_value, name);
  return id.value_or(CommentId{});
}

template <class T, class Write>
void write_list(JsonWriter& writer, std::string_view name, const std::vector<T>& list, const Write& write) {
  writer.key(name);
  writer.begin_array();
  for (const T& one : list) write(writer, one);
  writer.end_array();
}

template <class T, class Read> std::vector<T> read_list(FieldReader& fields, std::string_view name, const Read& read) {
  std::vector<T> list;
  for (FieldReader& one : fields.objects(name)) list.push_back(read(one));
  return list;
}

void write_counts(JsonWriter& writer, const std::map<QueueTab, std::int64_t>& counts) {
  writer.key("counts");
  writer.begin_object();
  for (const auto& [tab, count] : counts) writer.member(to_name(tab), count);
  writer.end_object();
}

std::map<QueueTab, std::int64_t> read_counts(FieldReader fields) {
  std::map<QueueTab, std::int64_t> counts;
  for (const QueueTab tab : queue_tabs) {
    if (fields.has(to_name(tab))) counts[tab] = fields.integer(to_name(tab));
  }
  return counts;
}

DeskFlag read_desk_flag(FieldReader& fields) {
  DeskFlag flag;
  const auto reason = parse_flag_reason(fields.text("reason"));
  if (!reason) fields.refuse(ErrorCode::unknown_field_value, "reason");
  flag.reason = reason.value_or(FlagReason::other);
  flag.note = fields.text("note", Presence::optional);
  flag.created = Instant{fields.integer("created")};
  return flag;
}

void write_desk_flag(JsonWriter& writer, const DeskFlag& flag) {
  writer.begin_object();
  writer.member("reason", to_name(flag.reason));
  writer.member("note", flag.note);
  writer.member("created", flag.created.milliseconds);
  writer.end_object();
}

AuthorRecord read_record(FieldReader fields) {
  AuthorRecord record;
  record.published = fields.integer("published");
  record.refused = fields.integer("refused");
  record.first = read_instant_ms(fields, "first");
  record.recent = read_list<QueueItem>(fields, "recent", read_item);
  return record;
}

void write_record(JsonWriter& writer, const AuthorRecord& record) {
  writer.begin_object();
  writer.member("published", record.published);
  writer.member("refused", record.refused);
  write_instant(writer, "first", record.first);
  write_list(writer, "recent", record.recent, write_item);
  writer.end_object();
}

using Clue = std::pair<std::string, float>;

Clue read_clue(FieldReader& fields) {
  constexpr double most = 1000;
  return {fields.text("name"), static_cast<float>(std::clamp(fields.number("weight"), -most, most))};
}

void write_clue(JsonWriter& writer, const Clue& clue) {
  writer.begin_object();
  writer.member("name", clue.first);
  writer.key("weight");
  writer.thousandths(clue.second);
  writer.end_object();
}

CommentDetail read_detail(FieldReader fields) {
  CommentDetail detail;
  detail.item = read_item(fields.object("item"));
  detail.above = read_list<Comment>(fields, "above", read_comment);
  detail.below = read_list<Comment>(fields, "below", read_comment);
  detail.flags = read_list<DeskFlag>(fields, "flags", read_desk_flag);
  if (fields.has("appeal")) detail.appeal = fields.text("appeal");
  detail.author = read_record(fields.object("author"));
  detail.clues = read_list<Clue>(fields, "clues", read_clue);
  detail.can_ban_author = fields.boolean("can_ban_author", Presence::optional);
  detail.can_ban_network = fields.boolean("can_ban_network", Presence::optional);
  return detail;
}

QueuePage read_queue_page(FieldReader fields) {
  QueuePage page;
  page.items = read_list<QueueItem>(fields, "items", read_item);
  page.next = fields.text("next", Presence::optional);
  page.counts = read_counts(fields.object("counts", Presence::optional));
  page.change = fields.integer("change");
  return page;
}

Changes read_changes(FieldReader fields) {
  Changes changes;
  changes.change = fields.integer("change");
  changes.items = read_list<QueueItem>(fields, "items", read_item);
  changes.more = fields.boolean("more", Presence::optional);
  changes.present = read_list<MemberPresence>(fields, "present", [](FieldReader& present) {
    return MemberPresence{read_comment_id(present, "comment"), present.text("name")};
  });
  changes.counts = read_counts(fields.object("counts", Presence::optional));
  return changes;
}

void write_integers(JsonWriter& writer, std::string_view name, const std::vector<std::int64_t>& integers) {
  write_list(writer, name, integers, [](JsonWriter& out, std::int64_t one) { out.integer(one); });
}

// A week in one line: weekday * 24 + hour.
std::vector<std::int64_t> flat(const std::array<std::array<std::int64_t, 24>, 7>& hours) {
  std::vector<std::int64_t> line;
  for (const auto& day : hours) line.insert(line.end(), day.begin(), day.end());
  return line;
}

void read_hours(FieldReader& fields, std::array<std::array<std::int64_t, 24>, 7>& hours) {
  const auto line = fields.integers("hours");
  if (line.size() != 7 * 24) return fields.refuse(ErrorCode::unknown_field_value, "hours", "must be 168 numbers");
  for (std::size_t hour = 0; hour < line.size(); ++hour) hours[hour / 24][hour % 24] = line[hour];
}

Overview read_overview(FieldReader fields) {
  Overview overview;
  overview.days = fields.integers("days");
  overview.held = fields.integers("held");
  read_hours(fields, overview.hours);
  FieldReader reasons = fields.object("reasons");
  for (const std::string_view axis : rules::axis_names) {
    if (reasons.has(axis)) overview.reasons.emplace(axis, reasons.integer(axis));
  }
  overview.waiting = fields.integer("waiting");
  overview.oldest_waiting = read_instant_ms(fields, "oldest_waiting");
  overview.decided_today = fields.integer("decided_today");
  return overview;
}

} // namespace

void write_instant(JsonWriter& writer, std::string_view name, const std::optional<Instant>& instant) {
  writer.key(name);
  if (instant) {
    writer.integer(instant->milliseconds);
  } else {
    writer.null();
  }
}

std::optional<Instant> read_instant_ms(FieldReader& fields, std::string_view name) {
  if (!fields.has(name)) return std::nullopt;
  return Instant{fields.integer(name)};
}

void write_item(JsonWriter& writer, const QueueItem& item) {
  writer.begin_object();
  writer.key("comment");
  write_comment(writer, item.comment);
  writer.member("site", item.site);
  writer.member("page", item.page);
  writer.member("page_title", item.page_title);
  writer.member("page_url", item.page_url);
  writer.key("verdict");
  write_verdict(writer, item.verdict, draft_of(item.comment));
  writer.member("author", item.author);
  writer.member("revision", item.revision);
  writer.member("flags", std::int64_t{item.flags});
  write_flag(writer, "appealed", item.appealed);
  write_flag(writer, "newcomer", item.newcomer);
  writer.member("decided_by", item.decided_by);
  writer.member("attention", item.attention);
  if (item.unanswered) write_flag(writer, "unanswered", true);
  writer.end_object();
}

QueueItem read_item(FieldReader fields) {
  QueueItem item;
  item.comment = read_comment(fields.object("comment"));
  item.site = fields.text("site");
  item.page = fields.text("page");
  item.page_title = fields.text("page_title", Presence::optional);
  item.page_url = fields.text("page_url", Presence::optional);
  item.verdict = read_verdict(fields.object("verdict"), draft_of(item.comment));
  item.author = fields.text("author", Presence::optional);
  item.revision = fields.integer("revision");
  item.flags = read_count(fields, "flags");
  item.appealed = fields.boolean("appealed", Presence::optional);
  item.newcomer = fields.boolean("newcomer", Presence::optional);
  item.decided_by = fields.text("decided_by", Presence::optional);
  item.attention = fields.integer("attention");
  item.unanswered = fields.boolean("unanswered", Presence::optional);
  return item;
}

Expected<QueueItem> decode_queue_item(std::string_view json) {
  return decode_desk<QueueItem>(json, read_item);
}

std::string encode(const QueueItem& message) {
  return written([&](JsonWriter& writer) { write_item(writer, message); });
}

Expected<QueuePage> decode_queue_page(std::string_view json) {
  return decode_desk<QueuePage>(json, read_queue_page);
}

std::string encode(const QueuePage& message) {
  return written([&](JsonWriter& writer) {
    writer.begin_object();
    write_list(writer, "items", message.items, write_item);
    writer.member("next", message.next);
    write_counts(writer, message.counts);
    writer.member("change", message.change);
    writer.end_object();
  });
}

Expected<CommentDetail> decode_comment_detail(std::string_view json) {
  return decode_desk<CommentDetail>(json, read_detail);
}

std::string encode(const CommentDetail& message) {
  return written([&](JsonWriter& writer) {
    writer.begin_object();
    writer.key("item");
    write_item(writer, message.item);
    write_list(writer, "above", message.above, write_comment);
    write_list(writer, "below", message.below, write_comment);
    write_list(writer, "flags", message.flags, write_desk_flag);
    if (message.appeal) writer.member("appeal", *message.appeal);
    writer.key("author");
    write_record(writer, message.author);
    write_list(writer, "clues", message.clues, write_clue);
    write_flag(writer, "can_ban_author", message.can_ban_author);
    write_flag(writer, "can_ban_network", message.can_ban_network);
    writer.end_object();
  });
}

Expected<Changes> decode_changes(std::string_view json) {
  return decode_desk<Changes>(json, read_changes);
}

std::string encode(const Changes& message) {
  return written([&](JsonWriter& writer) {
    writer.begin_object();
    writer.member("change", message.change);
    write_list(writer, "items", message.items, write_item);
    write_flag(writer, "more", message.more);
    write_list(writer, "present", message.present, [](JsonWriter& out, const MemberPresence& one) {
      out.begin_object();
      out.member("comment", one.comment.text());
      out.member("name", one.name);
      out.end_object();
    });
    write_counts(writer, message.counts);
    writer.end_object();
  });
}

Expected<Overview> decode_overview(std::string_view json) {
  return decode_desk<Overview>(json, read_overview);
}

std::string encode(const Overview& message) {
  return written([&](JsonWriter& writer) {
    writer.begin_object();
    write_integers(writer, "days", message.days);
    write_integers(writer, "held", message.held);
    write_integers(writer, "hours", flat(message.hours));
    writer.key("reasons");
    writer.begin_object();
    for (const std::string_view axis : rules::axis_names) {
      const auto found = message.reasons.find(std::string(axis));
      if (found != message.reasons.end()) writer.member(axis, found->second);
    }
    writer.end_object();
    writer.member("waiting", message.waiting);
    write_instant(writer, "oldest_waiting", message.oldest_waiting);
    writer.member("decided_today", message.decided_today);
    writer.end_object();
  });
}

} // namespace palabre::wire
