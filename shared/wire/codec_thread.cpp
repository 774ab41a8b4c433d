#include "shared/wire/codec.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_policy_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {

namespace {

// Bytes of a comment's JSON beside its words, and a little room for what is escaped.
constexpr std::size_t bytes_around_comment = 200;

std::size_t expected_size(const ThreadDocument& message) {
  std::size_t size = bytes_around_comment + message.thread.title.size() + message.html.size() * 9 / 8;
  for (const Comment& comment : message.thread.comments) {
    size += bytes_around_comment + comment.author.name.size() + comment.author.website.size() + comment.body.size();
  }
  return size;
}

ThreadDocument read_thread(FieldReader fields) {
  ThreadDocument message;
  message.thread.site = fields.text("site");
  message.thread.page = fields.text("page");
  message.thread.title = fields.text("title", Presence::optional);
  message.thread.version = fields.integer("version");
  message.thread.total = fields.integer("total");
  const std::optional<SortOrder> sort = parse_sort_order(fields.text("sort"));
  if (!sort) fields.refuse(ErrorCode::unknown_field_value, "sort");
  message.thread.sort = sort.value_or(SortOrder::newest);
  for (FieldReader& comment : fields.objects("comments")) message.thread.comments.push_back(read_comment(comment));
  if (fields.has("next")) {
    message.thread.next = Cursor::parse(fields.text("next"));
    if (!message.thread.next) fields.refuse(ErrorCode::bad_cursor, "next");
  }
  message.thread.closed = fields.has("closed") && fields.boolean("closed");
  message.thread.marks = read_mark_rules(fields.object("marks", Presence::optional));
  message.thread.page_marks = read_tally(fields.object("page_marks", Presence::optional));
  FieldReader look = fields.object("look", Presence::optional);
  message.look = read_appearance(look);
  message.html = fields.text("html", Presence::optional);
  return message;
}

std::vector<PageCount> read_counts(FieldReader fields) {
  std::vector<PageCount> counts;
  for (FieldReader& count : fields.objects("counts")) {
    counts.push_back({count.text("page"), count.integer("comments"), count.text("text", Presence::optional)});
  }
  return counts;
}

} // namespace

Expected<ThreadDocument> decode_thread(std::string_view json) {
  return decode_with<ThreadDocument>(json, read_thread);
}

std::string encode(const ThreadDocument& message) {
  std::string out;
  out.reserve(expected_size(message));
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("site", message.thread.site);
  writer.member("page", message.thread.page);
  writer.member("title", message.thread.title);
  writer.member("version", message.thread.version);
  writer.member("total", message.thread.total);
  writer.member("sort", to_name(message.thread.sort));
  writer.key("comments");
  writer.begin_array();
  for (const Comment& comment : message.thread.comments) write_comment(writer, comment);
  writer.end_array();
  writer.key("next");
  if (message.thread.next) {
    writer.string(message.thread.next->text());
  } else {
    writer.null();
  }
  if (message.thread.closed) {
    writer.key("closed");
    writer.boolean(true);
  }
  if (message.thread.marks != MarkRules{}) {
    writer.key("marks");
    write_mark_rules(writer, message.thread.marks);
  }
  if (!message.thread.page_marks.empty()) {
    writer.key("page_marks");
    write_tally(writer, message.thread.page_marks);
  }
  if (message.look != Appearance{}) {
    writer.key("look");
    writer.begin_object();
    write_appearance(writer, message.look);
    for (const auto& [name, value] : style_properties(message.look)) writer.member(name, value); // for embed.js
    writer.end_object();
  }
  if (!message.html.empty()) writer.member("html", message.html);
  if (!message.posts.posts.empty()) {
    write_post_list(writer, message.posts);
    if (!message.posts.html.empty()) writer.member("posts_html", message.posts.html);
  }
  writer.end_object();
  return out;
}

Expected<std::vector<PageCount>> decode_counts(std::string_view json) {
  return decode_with<std::vector<PageCount>>(json, read_counts);
}

std::string encode(const std::vector<PageCount>& counts) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("counts");
  writer.begin_array();
  for (const PageCount& count : counts) {
    writer.begin_object();
    writer.member("page", count.page);
    writer.member("comments", count.comments);
    if (!count.text.empty()) writer.member("text", count.text);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return out;
}

} // namespace palabre::wire
