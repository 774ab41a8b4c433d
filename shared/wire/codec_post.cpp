// Posts, lists of them, and what the desk sends and reads of them.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

PostList read_post_list(FieldReader fields) {
  PostList list;
  for (FieldReader& post : fields.objects("posts", Presence::optional)) list.posts.push_back(read_post_document(post));
  list.now = read_time(fields, "now").value_or(Instant{});
  list.html = fields.text(fields.has("posts_html") ? "posts_html" : "html", Presence::optional);
  return list;
}

void write_desk_post(JsonWriter& writer, const DeskPost& post) {
  writer.key("post");
  write_post(writer, post.post);
  writer.member("phase", to_name(post.phase));
  writer.member("ballots", post.ballots);
  write_time(writer, "opens", post.opens);
}

DeskPost read_desk_post(FieldReader fields) {
  DeskPost post;
  post.post = read_post(fields.object("post"));
  post.phase = read_name(fields, "phase", parse_post_phase);
  post.ballots = fields.integer("ballots");
  post.opens = read_time(fields, "opens");
  return post;
}

DeskPosts read_desk_posts(FieldReader fields) {
  DeskPosts posts;
  for (FieldReader& post : fields.objects("posts")) posts.posts.push_back(read_desk_post(post));
  posts.value_30 = fields.integer("value_30");
  posts.promotion_30 = fields.integer("promotion_30");
  posts.now = read_time(fields, "now").value_or(Instant{});
  return posts;
}

} // namespace

void write_post_members(JsonWriter& writer, const Post& post) {
  if (post.id.value > 0) writer.member("id", post.id.text());
  writer.member("site", post.site);
  writer.member("kind", to_name(post.kind));
  writer.member("state", to_name(post.state));
  writer.member("purpose", to_name(post.purpose));
  writer.member("severity", to_name(post.severity));
  writer.member("shape", to_name(post.shape));
  writer.member("pages", post.pages);
  write_flag(writer, "dismissible", post.dismissible);
  writer.member("title", post.title);
  writer.member("body", post.body);
  write_time(writer, "starts", post.starts);
  write_time(writer, "ends", post.ends);
  if (post.poll) {
    writer.key("poll");
    write_poll(writer, *post.poll);
  }
  if (post.contest) {
    writer.key("contest");
    write_contest(writer, *post.contest);
  }
  if (!post.by.empty()) writer.member("by", post.by);
  writer.member("created", to_rfc3339(post.created));
  writer.member("revision", post.revision);
}

void write_post(JsonWriter& writer, const Post& post) {
  writer.begin_object();
  write_post_members(writer, post);
  writer.end_object();
}

Post read_post(FieldReader fields) {
  Post post;
  if (fields.has("id")) post.id = read_id<PostId>(fields, "id");
  post.site = fields.text("site");
  post.kind = read_name(fields, "kind", parse_post_kind);
  post.state = read_name_or(fields, "state", post.state, parse_post_state);
  post.purpose = read_name_or(fields, "purpose", post.purpose, parse_purpose);
  post.severity = read_name_or(fields, "severity", post.severity, parse_severity);
  post.shape = read_name_or(fields, "shape", post.shape, parse_post_shape);
  post.pages = fields.texts("pages", Presence::optional);
  if (fields.has("dismissible")) post.dismissible = fields.boolean("dismissible");
  post.title = fields.text("title");
  post.body = fields.text("body", Presence::optional);
  post.starts = read_time(fields, "starts");
  post.ends = read_time(fields, "ends");
  if (fields.has("poll")) post.poll = read_poll(fields.object("poll"));
  if (fields.has("contest")) post.contest = read_contest(fields.object("contest"));
  post.by = fields.text("by", Presence::optional);
  post.created = read_time(fields, "created").value_or(Instant{});
  post.revision = fields.integer("revision", Presence::optional);
  return post;
}

Expected<Post> decode_post(std::string_view json) {
  return decode_with<Post>(json, read_post);
}

std::string encode(const Post& post) {
  return written_object([&](JsonWriter& writer) { write_post_members(writer, post); });
}

void write_post_document(JsonWriter& writer, const PostDocument& document) {
  writer.begin_object();
  write_post_members(writer, document.post);
  writer.member("phase", to_name(document.phase));
  if (document.poll) {
    writer.key("poll_view");
    write_poll_view(writer, *document.poll);
  }
  if (document.contest) {
    writer.key("contest_view");
    write_contest_view(writer, *document.contest);
  }
  writer.end_object();
}

PostDocument read_post_document(FieldReader fields) {
  PostDocument document;
  document.post = read_post(fields);
  document.phase = read_name(fields, "phase", parse_post_phase);
  if (fields.has("poll_view")) document.poll = read_poll_view(fields.object("poll_view"));
  if (fields.has("contest_view")) document.contest = read_contest_view(fields.object("contest_view"));
  return document;
}

void write_post_list(JsonWriter& writer, const PostList& list) {
  writer.key("posts");
  writer.begin_array();
  for (const PostDocument& post : list.posts) write_post_document(writer, post);
  writer.end_array();
  writer.member("now", to_rfc3339(list.now));
}

Expected<PostList> decode_post_list(std::string_view json) {
  return decode_with<PostList>(json, read_post_list);
}

std::string encode(const PostList& list) {
  return written_object([&](JsonWriter& writer) {
    write_post_list(writer, list);
    write_if_any(writer, "html", list.html);
  });
}

Expected<PostDraft> decode_post_draft(std::string_view json) {
  return decode_with<PostDraft>(json, [](FieldReader fields) {
    PostDraft draft;
    draft.post = read_post(fields.object("post"));
    draft.revision = fields.integer("revision", Presence::optional);
    return draft;
  });
}

std::string encode(const PostDraft& draft) {
  return written_object([&](JsonWriter& writer) {
    writer.key("post");
    write_post(writer, draft.post);
    writer.member("revision", draft.revision);
  });
}

Expected<DeskPosts> decode_desk_posts(std::string_view json) {
  return decode_with<DeskPosts>(json, read_desk_posts);
}

std::string encode(const DeskPosts& posts) {
  return written_object([&](JsonWriter& writer) {
    write_objects(writer, "posts", posts.posts, write_desk_post);
    writer.member("value_30", posts.value_30);
    writer.member("promotion_30", posts.promotion_30);
    writer.member("now", to_rfc3339(posts.now));
  });
}

} // namespace palabre::wire
