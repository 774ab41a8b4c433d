// What the screens of posts share, and one function a screen and a part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/desk/controls.h"

namespace palabre::view::desk {

[[nodiscard]] bool may_plan(const DeskState& desk); // change anything here
[[nodiscard]] bool owns(const DeskState& desk);
// "desk.plan_" + key.
[[nodiscard]] std::string plan_text(const DeskState& desk, std::string_view key);
[[nodiscard]] std::string plan_text(const DeskState& desk, std::string_view key, Messages::Places places);
[[nodiscard]] std::string plan_plural(const DeskState& desk, std::string_view key, std::int64_t n);

struct PlanFrame {
  std::string name;
  std::string title;
  NodePtr head{};    // beside the title
  bool narrow{true}; // of a comfortable width for text and forms
};
[[nodiscard]] NodePtr plan_frame(const PlanFrame& frame, std::vector<NodePtr> parts);
// What is shown until something is there: nullptr once it is loaded; else it comes, or what went wrong with a button.
[[nodiscard]] NodePtr plan_waiting(const DeskState& desk, LoadState load, const std::optional<Error>& error);
// Edit, and results or entries; of a stored post.
[[nodiscard]] NodePtr post_tabs(const DeskState& desk, const Post& post);
[[nodiscard]] std::string plan_link(const DeskState& desk, std::string_view more = {}); // "#/plan?site=…&" + more

[[nodiscard]] NodePtr glyph(PostKind kind); // hidden from assistive technology
[[nodiscard]] std::string kind_words(const DeskState& desk, PostKind kind);
[[nodiscard]] NodePtr phase_badge(const DeskState& desk, PostPhase phase);
[[nodiscard]] NodePtr badge(std::string key, Tone tone, std::string text);
// "November 20, 2026, 09:00", where the owner is.
[[nodiscard]] std::string moment_words(const DeskState& desk, Instant instant);
[[nodiscard]] std::string clock_words(const DeskState& desk, Instant instant); // "09:00"
// From when to when readers meet it.
[[nodiscard]] std::string span_words(const DeskState& desk, const Post& post);
[[nodiscard]] std::string percent_words(const DeskState& desk, std::int64_t part, std::int64_t whole);

struct Tick {
  std::string name; // as in FieldParts
  std::string label;
  bool on{false};
  std::string hint{};
  State state{State::none};
};
[[nodiscard]] NodePtr tick_field(const Tick& tick);
// A table with its heads; the first column heads its rows. Numbers stand at the end of their columns.
[[nodiscard]] NodePtr plan_table(std::string key, std::string_view labelled_by, std::string_view look,
                                 const std::vector<std::string>& heads, std::vector<NodePtr> rows);
[[nodiscard]] NodePtr plan_row(std::string key, std::string head, std::vector<NodePtr> cells);
[[nodiscard]] NodePtr number_cell(std::string text);
// A bar with its words behind it.
[[nodiscard]] NodePtr bar_cell(std::int64_t part, std::int64_t largest, Tone tone, std::string text);

// ---- Screens
// ---------------------------------------------------------------------------------------------------------

[[nodiscard]] NodePtr calendar_view(const DeskState& desk);
[[nodiscard]] NodePtr month_view(const DeskState& desk);
[[nodiscard]] NodePtr post_list_view(const DeskState& desk);
[[nodiscard]] NodePtr share_view(const DeskState& desk); // of promotion
// Links to the editor, one a kind.
[[nodiscard]] NodePtr new_posts(const DeskState& desk, std::string key, const std::string& label,
                                const std::string& more);
[[nodiscard]] NodePtr post_line(const DeskState& desk, const wire::DeskPost& post);
[[nodiscard]] NodePtr editor_view(const DeskState& desk);
[[nodiscard]] NodePtr poll_results_view(const DeskState& desk);
[[nodiscard]] NodePtr entries_view(const DeskState& desk);

// The instant at which readers meet it, or met it.
[[nodiscard]] Instant begin_of(const wire::DeskPost& post);
// Whether a control of the editor's is wrong, rather than the whole step refused.
[[nodiscard]] bool is_of_control(const Error& error);
// What to put into a page where the post shall stand.
[[nodiscard]] std::string post_snippet(const Post& post);
[[nodiscard]] NodePtr own_page_view(const DeskState& desk, const Post& post);
[[nodiscard]] std::string page_of(const Post& post); // its own, below the server's address
[[nodiscard]] const PostForm& shown_form(const DeskState& desk);

} // namespace palabre::view::desk
