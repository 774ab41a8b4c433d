// Every public route, once: the server registers from this table, the OpenAPI document is written from it, the widget
// builds its URLs with it.
#pragma once

#include <array>
#include <optional>
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
  counts,
  embed_script,
  widget_glue,
  widget_wasm,
  plain_thread,
  plain_post,
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

[[nodiscard]] const std::array<RouteInfo, 14>& routes();

struct ThreadQuery {
  std::string site;
  std::string page;
  SortOrder sort{SortOrder::newest};
  std::optional<Cursor> after;
  std::string lang; // a catalogue's name; empty: none asked for
  bool html{false};
};

// Relative to the server's root, percent-encoded: "/api/v1/thread?site=…".
[[nodiscard]] std::string thread_url(const ThreadQuery& query);
[[nodiscard]] std::string comments_url();
[[nodiscard]] std::string comment_url(CommentId id);
// "/t/{site}/{page}": the page's key percent-encoded whole, slashes kept.
[[nodiscard]] std::string plain_thread_url(std::string_view site, std::string_view page);
[[nodiscard]] std::string percent_encode(std::string_view text);

} // namespace palabre::wire
