#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/id.h"
#include "shared/model/instant.h"
#include "shared/model/mark.h"
#include "shared/model/standing.h"

namespace palabre {

// What everybody may know of an author. The e-mail address never enters this type.
struct Author {
  std::string name;    // plain text, 1 … 80 code points
  std::string website; // absolute http(s) URL or empty
};

enum class CommentState : std::uint8_t {
  published,
  held,    // waits for a moderator; seen by its author only
  hidden,  // published, folded behind a reason
  deleted, // by its author; kept as a nameless placeholder while it has replies
  spam,    // a moderator says so; to readers as held
  removed, // by a moderator, who can bring it back; to readers as deleted
};

[[nodiscard]] std::string_view to_name(CommentState state); // "published" …
[[nodiscard]] std::optional<CommentState> parse_comment_state(std::string_view name);
// What readers are told of it, its author among them.
[[nodiscard]] CommentState shown_state(CommentState state);

struct Comment {
  CommentId id;
  std::optional<CommentId> parent; // nullopt: top level
  Author author;                   // empty when deleted
  std::string body;                // Markdown source; empty when deleted
  Instant created;
  std::optional<Instant> edited;
  CommentState state{CommentState::published};
  std::vector<std::string> reasons{}; // of a hidden or held one: the rules' names, the weightiest first
  std::vector<std::string> masks{};   // words of the body, as written, that readers see masked until they lift it
  MarkTally marks{};
  std::vector<Badge> badges{}; // of its author
  QuestionState question{QuestionState::none};
  std::optional<PostId> poll{}; // that a member put into this comment
};

} // namespace palabre
