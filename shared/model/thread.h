#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/comment.h"

namespace palabre {

// Of top-level comments; replies always run oldest first. `best`: those with the highest score first, of equals the
// newest. A comment's score is its rank by votes and, of equals, how many published comments are below it;
// `controversial` goes by how much and how evenly it is voted on. See rules/ranking.h.
enum class SortOrder : std::uint8_t { newest, oldest, best, controversial };
inline constexpr std::array<SortOrder, 4> sort_orders{SortOrder::newest, SortOrder::oldest, SortOrder::best,
                                                      SortOrder::controversial};
// Whether places in it have a score.
[[nodiscard]] constexpr bool has_score(SortOrder order) {
  return order == SortOrder::best || order == SortOrder::controversial;
}

[[nodiscard]] std::string_view to_name(SortOrder order); // "newest", "oldest", "best", "controversial"
[[nodiscard]] std::optional<SortOrder> parse_sort_order(std::string_view name);

// Where a further page of a thread begins: after this top-level comment, in the sort order of the request. Scores
// change while people read, so further pages by score may repeat a comment or leave one out.
struct Cursor {
  Instant created;
  CommentId id;
  std::optional<std::int64_t> score{}; // of orders that have one, and of them only

  [[nodiscard]] std::string text() const; // "<milliseconds>-<id>", with a score "<score>_<milliseconds>-<id>"
  [[nodiscard]] static std::optional<Cursor> parse(std::string_view text);
};

// Top-level comments on one page of a thread.
inline constexpr std::size_t thread_page_size = 100;

// What the public reads: the same for everybody, cacheable. Holds one page, or several that follow one another:
// top-level comments with all their replies.
struct ThreadPage {
  std::string site;        // the site's name
  std::string page;        // the page's key, see page_key.h
  std::string title;       // of the page; may be empty
  std::int64_t version{0}; // grows with every change of the thread; 0: nothing was ever written
  std::int64_t total{0};   // published and hidden comments in the whole thread
  SortOrder sort{SortOrder::newest};
  std::vector<Comment> comments; // top level in sort order, each directly followed by its replies, depth first
  std::optional<Cursor> next;    // nullopt on the last page
  bool closed{false};            // nothing may be written any more
  MarkRules marks{};             // what readers may leave on comments
  MarkTally page_marks{};        // what they left on the page itself
};

} // namespace palabre
