// What an owner puts before readers, now or at a planned time: an announcement, a question, a poll or a contest.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/contest.h"
#include "shared/model/id.h"
#include "shared/model/instant.h"
#include "shared/model/poll.h"

namespace palabre {

enum class PostKind : std::uint8_t { announcement, question, poll, contest };
inline constexpr std::array<PostKind, 4> post_kinds{PostKind::announcement, PostKind::question, PostKind::poll,
                                                    PostKind::contest};
[[nodiscard]] std::string_view to_name(PostKind kind);
[[nodiscard]] std::optional<PostKind> parse_post_kind(std::string_view name);

// What is stored; what readers meet follows from it and the time, see PostPhase.
enum class PostState : std::uint8_t { draft, planned, withdrawn };
[[nodiscard]] std::string_view to_name(PostState state);
[[nodiscard]] std::optional<PostState> parse_post_state(std::string_view name);

// `draft`, `planned` and `withdrawn` are unknown to readers. A closed poll or contest is still shown, with its results.
enum class PostPhase : std::uint8_t { draft, planned, open, closed, withdrawn };
[[nodiscard]] std::string_view to_name(PostPhase phase);
[[nodiscard]] std::optional<PostPhase> parse_post_phase(std::string_view name);

enum class Severity : std::uint8_t { news, question, incident };
[[nodiscard]] std::string_view to_name(Severity severity);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view name);

// Where on a page: a line over everything, a card above the thread, or only where the page's author put its place
// (<div data-palabre-poll="ID">) or a member named it in a comment.
enum class PostShape : std::uint8_t { banner, card, in_place };
[[nodiscard]] std::string_view to_name(PostShape shape);
[[nodiscard]] std::optional<PostShape> parse_post_shape(std::string_view name);

// For the share of promotion: value four times out of five.
enum class Purpose : std::uint8_t { value, promotion };
[[nodiscard]] std::string_view to_name(Purpose purpose);
[[nodiscard]] std::optional<Purpose> parse_purpose(std::string_view name);

struct Post {
  PostId id;
  std::string site; // name
  PostKind kind{PostKind::announcement};
  PostState state{PostState::draft};
  Purpose purpose{Purpose::value};
  Severity severity{Severity::news}; // of announcements
  PostShape shape{PostShape::card};
  std::vector<std::string> pages{}; // keys; one that ends in * stands for all that begin so; empty: all pages
  bool dismissible{true};
  std::string title;               // plain text, 1 … 200 code points; a poll's or contest's question
  std::string body;                // Markdown, ≤ 10,000 code points; may be empty; a contest's rules
  std::optional<Instant> starts{}; // nullopt: as soon as it is planned
  std::optional<Instant> ends{};   // exclusive; nullopt: open end
  std::optional<Poll> poll{};      // of kind poll, and only of it
  std::optional<Contest> contest{};
  std::string by{}; // the member's name, as signed
  Instant created;
  std::int64_t revision{0}; // grows with each change
};

[[nodiscard]] PostPhase phase_of(const Post& post, Instant now);
// Whether it belongs on that page, as far as `pages` goes.
[[nodiscard]] bool is_for_page(const Post& post, std::string_view page);

} // namespace palabre
