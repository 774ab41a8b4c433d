// Every public route, once: the server registers from this table, the OpenAPI document is written from it, the widget
// builds its URLs with it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/model/id.h"
#include "shared/model/thread.h"

namespace palabre::wire {

enum class Method : std::uint8_t { get, post, put, patch, del };
[[nodiscard]] std::string_view to_name(Method method); // "GET" …

enum class Route : std::uint8_t {
  thread,
  post_comment,
  edit_comment,
  delete_comment,
  flag_comment,
  appeal,
  policy,
  me,
  put_mark,
  drop_mark,
  put_page_mark,
  drop_page_mark,
  counts,
  posts,
  post,
  own_part,
  cast_ballot,
  withdraw_ballot,
  ballots,
  enter_contest,
  withdraw_entry,
  contest_draw,
  embed_script,
  widget_glue,
  widget_more,
  widget_wasm,
  widget_messages,
  plain_thread,
  plain_post,
  post_page,
  post_form,
  feed,
  health,
  metrics,
  openapi,
};

struct RouteInfo {
  Route route;
  Method method;
  std::string_view path;    // with {name} parameters
  std::string_view summary; // one English line
};

[[nodiscard]] std::span<const RouteInfo> routes();

struct ThreadQuery {
  std::string site;
  std::string page;
  SortOrder sort{SortOrder::newest};
  std::optional<Cursor> after;
  std::string lang; // a catalogue's name; empty: none asked for
  bool html{false};
  std::optional<CommentId> through{}; // all pages up to the one with this comment; see service::pages_asked
};

// Relative to the server's root, percent-encoded: "/api/v1/thread?site=…".
[[nodiscard]] std::string thread_url(const ThreadQuery& query);
[[nodiscard]] std::string comments_url();
[[nodiscard]] std::string comment_url(CommentId id);
[[nodiscard]] std::string flags_url(CommentId id);
[[nodiscard]] std::string appeals_url(CommentId id);
[[nodiscard]] std::string mark_url(CommentId id, std::string_view name);
[[nodiscard]] std::string page_mark_url(std::string_view site, std::string_view page, std::string_view name);
[[nodiscard]] std::string policy_url(std::string_view site, std::string_view page);
[[nodiscard]] std::string me_url(std::string_view site, std::string_view page);
[[nodiscard]] std::string entry_url(PostId contest);
[[nodiscard]] std::string draw_url(PostId contest);
// A page as a path behind "/t/{site}" and "/feed/{site}". A key that is a path itself stands there as it is,
// percent-encoded with its slashes kept: "/t/blog/articles/x". Any other key (no slash in front, or with empty, `.` or
// `..` segments, which browsers and proxies would rewrite) is encoded whole, slashes too, behind "/=":
// "/t/blog/=post%2F42". A bare `=` is never written by the first form, so the two cannot be mistaken for each other.
[[nodiscard]] std::string plain_thread_url(std::string_view site, std::string_view page);
[[nodiscard]] std::string feed_url(std::string_view site, std::string_view page);
// The key back. `raw` is what follows "/t/{site}" in the request's target, still percent-encoded, without the query.
// nullopt: no key (empty, a bad percent sequence, not UTF-8).
[[nodiscard]] std::optional<std::string> page_of_plain_path(std::string_view raw);

// Everything but RFC 3986's unreserved characters is encoded.
[[nodiscard]] std::string percent_encode(std::string_view text);
// nullopt: a percent sign without two hexadecimal digits. The result may be any bytes.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);

} // namespace palabre::wire
