// What may be written, where and until when. Pure: everything that matters comes in as an argument.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/instant.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

struct Limits {
  std::size_t body_code_points{10'000};
  std::size_t name_code_points{80};
  std::size_t email_bytes{254};
  std::size_t website_bytes{500};
  std::size_t page_key_bytes{1'000};
  std::size_t title_code_points{300};
  std::size_t url_bytes{2'000};
  unsigned depth{24}; // replies below a top-level comment; deeper ones join the last level
  Duration edit_window{Duration::minutes(15)};
};

// What a writer sends, before any judgement.
struct Draft {
  std::string name;
  std::string email;
  std::string website;
  std::string body;
};

// The draft normalised (see text/utf8.h) and within the limits, or the first failure with its wire field
// (`body`, `author.name`, `author.email`, `author.website`).
[[nodiscard]] Expected<Draft> check_draft(const Draft& draft, const Limits& limits);
// Body alone, as for an edit.
[[nodiscard]] Expected<std::string> check_body(std::string_view body, const Limits& limits);

// A name alone, and an e-mail address alone, which may be empty.
[[nodiscard]] Expected<std::string> check_name(std::string_view text, const std::string& field, const Limits& limits);
[[nodiscard]] Expected<std::string> check_email(std::string_view text, const std::string& field, const Limits& limits);

// One line that somebody writes to the moderators, normalised; it may be empty.
[[nodiscard]] Expected<std::string> check_note(std::string_view text, const std::string& field,
                                               std::size_t code_points);

// Code points that a body (any bytes) may still grow by once nine tenths of the room are taken, negative when there are
// too many; nullopt while there is plenty.
[[nodiscard]] std::optional<std::int64_t> scarce_room(std::string_view body, const Limits& limits);

// Where a comment goes, as its writer's page says it.
struct PageDraft {
  std::string key;
  std::string url;   // may be empty
  std::string title; // may be empty
};

// The key as it stands, or why it can be none (field `page`). An address that cannot be shown as a link is left out, a
// long title is cut: neither is the writer's fault, so neither costs a comment.
[[nodiscard]] Expected<PageDraft> check_page(const PageDraft& page, const Limits& limits);

// The parent a reply really gets: the given one, or its nearest ancestor that keeps the reply within `limits.depth`.
// `ancestors` runs from the wished parent up to the top-level comment, both included, never empty.
[[nodiscard]] CommentId place_reply(const std::vector<CommentId>& ancestors, const Limits& limits);

// Whether the author may still edit or delete.
[[nodiscard]] bool within_edit_window(Instant created, Instant now, const Limits& limits);

} // namespace palabre::rules
