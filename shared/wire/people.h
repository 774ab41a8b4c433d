// What travels about the people who take part: regulars, saved replies, questions and their answers. At the desk, below
// /api/v1/admin; names in JSON are the members' names here, ids decimal text, instants milliseconds since 1970.
//   GET  sites/{name}/regulars                 → {"regulars":[Regular…]}, who wrote most first
//   GET  saved_replies                         → {"replies":[SavedReply…]}, by title
//   POST saved_replies   SaveReply             → 201 SavedReply
//   PUT|DELETE saved_replies/{id}  (PUT: SaveReply) → SavedReply, 204; settings_changed, unknown_field_value `id`
//   PUT  comments/{id}/question  MarkQuestion  → QueueItem; unknown_comment, unknown_field_value `answer`
// Moderators; regulars analysts too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/standing.h"

namespace palabre::wire {

struct Regular {
  std::string author; // as QueueFilter::author
  std::string name;   // as they last signed
  std::int64_t published{0};
  std::int64_t helpful{0};
  Instant first;
  Instant last;
  std::vector<Badge> badges{};
};
inline constexpr std::size_t most_regulars = 100;

inline constexpr std::size_t longest_reply_title = 80; // code points
inline constexpr std::size_t most_saved_replies = 200; // of one member, and of the team
struct SavedReply {
  std::int64_t id{0};
  std::string title;
  std::string body;   // Markdown, with {name}, {title} and [[…]], see rules/saved_reply.h
  bool shared{false}; // the whole team's; else one's own
  std::int64_t revision{0};
};
struct SaveReply {
  std::string title;
  std::string body;
  bool shared{false};
  std::int64_t revision{0}; // of a change: what it was read at
};

struct MarkQuestion {
  QuestionState state{QuestionState::answered};
  std::optional<CommentId> answer{}; // with `answered`: the reply that is it
};

// The answer to NewReply::ask_if_similar.
struct SimilarAnswer {
  std::string by; // who said it
  std::string to; // to whom
  Instant at;
  CommentId comment;
};

// codec_people.cpp
[[nodiscard]] Expected<std::vector<Regular>> decode_regulars(std::string_view json);
[[nodiscard]] std::string encode(const std::vector<Regular>& regulars);
[[nodiscard]] Expected<SavedReply> decode_saved_reply(std::string_view json);
[[nodiscard]] std::string encode(const SavedReply& reply);
[[nodiscard]] Expected<std::vector<SavedReply>> decode_saved_replies(std::string_view json);
[[nodiscard]] std::string encode(const std::vector<SavedReply>& replies);
[[nodiscard]] Expected<SaveReply> decode_save_reply(std::string_view json);
[[nodiscard]] std::string encode(const SaveReply& message);
[[nodiscard]] Expected<MarkQuestion> decode_mark_question(std::string_view json);
[[nodiscard]] std::string encode(const MarkQuestion& message);
[[nodiscard]] Expected<SimilarAnswer> decode_similar_answer(std::string_view json); // {"similar":{…}}
[[nodiscard]] std::string encode(const SimilarAnswer& message);

} // namespace palabre::wire
