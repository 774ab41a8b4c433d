// The one definition of the JSON protocol: what travels, as plain values. codec.h turns them into JSON and back.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/thread.h"
#include "shared/rules/comment_rules.h"
#include "shared/wire/posts.h"

namespace palabre::wire {

// POST comments
struct PostComment {
  std::string site;
  std::string page;  // the page's key
  std::string url;   // where the page is; may be empty
  std::string title; // may be empty
  std::optional<CommentId> parent;
  rules::Draft draft; // author{name,email?,website?}, body
  std::string proof;  // see rules/proof.h; may be empty
  std::string lang{}; // of the page's own words, for texts too short to tell; may be empty
};

// 201 of POST comments, 200 of PATCH comments/{id}
struct PostedComment {
  Comment comment;
  rules::Verdict verdict;
  std::string edit_token; // empty in the answer to an edit
  std::string welcome{};  // the site's word to a newcomer, Markdown; empty: none
};

// PATCH comments/{id}
struct EditComment {
  std::string body;
};

// GET me: what a reader's token shows of a page
struct OwnComment {
  Comment comment; // held or hidden
  rules::Verdict verdict;
  bool appealed{false};
  std::string edit_token;
};
struct OwnMarks {
  std::optional<CommentId> comment; // nullopt: the page itself
  std::vector<std::string> names;
};
struct OwnComments {
  std::uint32_t published{0}; // of this reader on the whole site
  std::vector<OwnComment> comments;
  std::vector<OwnMarks> marks{};
  std::vector<OwnPart> posts{};
};

// POST comments/{id}/flags
enum class FlagReason : std::uint8_t { offence, spam, promotion, personal_data, off_topic, other };
inline constexpr std::array<FlagReason, 6> flag_reasons{FlagReason::offence,   FlagReason::spam,
                                                        FlagReason::promotion, FlagReason::personal_data,
                                                        FlagReason::off_topic, FlagReason::other};
[[nodiscard]] std::string_view to_name(FlagReason reason); // "offence" …
[[nodiscard]] std::optional<FlagReason> parse_flag_reason(std::string_view name);
struct FlagComment {
  FlagReason reason{FlagReason::other};
  std::string note; // one line; may be empty
};

// POST comments/{id}/appeals, with the edit token of one's own held or hidden comment
struct AppealComment {
  std::string message; // one line to the moderator
};

// GET counts; `text`, the number in words, only when a language was asked for
struct PageCount {
  std::string page;
  std::int64_t comments{0};
  std::string text{};
};

// How a site's threads look where the page itself does not say otherwise. Empty: the page decides.
struct Appearance {
  std::string theme{};   // "auto", "light", "dark"
  std::string accent{};  // #rrggbb
  std::string density{}; // "compact", "normal", "airy"
  std::string corners{}; // "square", "soft", "round"
  friend bool operator==(const Appearance&, const Appearance&) = default;
};

// What it is to the style sheet: "--palabre-accent" … and their values. The theme is none of them.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> style_properties(const Appearance& look);

// GET thread; `html` only when asked for
struct ThreadDocument {
  ThreadPage thread;
  std::string html;
  Appearance look{};
  PostList posts{}; // of this page
};

// PUT and DELETE comments/{id}/reactions/{name}, reactions/{name}?site=&page= (of the page itself): `name` is a
// reaction's or a vote's
struct MarkAnswer {
  MarkTally tally;               // as everybody sees it
  std::vector<std::string> mine; // what this reader left there
};

} // namespace palabre::wire
