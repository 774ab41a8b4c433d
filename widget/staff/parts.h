// The companion by subject. Private to the room.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "shared/view/desk/inline_view.h"
#include "shared/wire/desk.h"
#include "widget/app/changes.h"
#include "widget/app/companion.h"

namespace palabre::widget::staff {

struct Desk {
  view::desk::InlineState state;
  std::string token;                              // empty: nobody moderates here
  std::optional<CommentId> meant{};               // to be shown once the held comments are here
  std::set<CommentId> brought;                    // comments that no reader's thread has
  std::map<CommentId, wire::DeskAction> wanted{}; // decided before it was known what about
};

// What a request was for, as Request::about; the comment is beside it.
inline constexpr std::string_view about_queue = "queue";
inline constexpr std::string_view about_detail = "detail";
inline constexpr std::string_view about_decision = "decision";
inline constexpr std::string_view about_undo = "undo";
inline constexpr std::string_view about_reply = "reply";

void fetch(Desk& desk, Model& model, Request request, Fetch fetch, Effects& effects);
[[nodiscard]] Request request_about(std::string_view about, std::optional<CommentId> comment = std::nullopt);

// seeing.cpp: what the desk tells of this page's comments
void ask_queue(Desk& desk, Model& model, Effects& effects);
void take_queue(Desk& desk, Model& model, const Answered& answer);
void ask_detail(Desk& desk, Model& model, CommentId id, Effects& effects);
// False: it could not be read.
[[nodiscard]] bool take_detail(Desk& desk, Model& model, CommentId id, const Answered& answer);
void take_item(Desk& desk, Model& model, const wire::QueueItem& item);
// The comment stands like this now, on the page and in what is known.
void show_state(Desk& desk, Model& model, CommentId id, CommentState state);
void count_waiting(Desk& desk);

// deciding.cpp
void decide(Desk& desk, Model& model, CommentId id, wire::DeskAction action, bool confirmed, Effects& effects);
// `items` has the comment.
void send_decision(Desk& desk, Model& model, CommentId id, wire::DeskAction action, bool confirmed, Effects& effects);
// The comment stands as before its decision.
void take_back(Desk& desk, Model& model, CommentId id);
void insist(Desk& desk, Model& model, CommentId id, Effects& effects);
void relent(Desk& desk, CommentId id, Effects& effects);
void undo(Desk& desk, Model& model, CommentId id, Effects& effects);
void answer_decision(Desk& desk, Model& model, CommentId id, const Answered& answer, Effects& effects);
void answer_undo(Desk& desk, Model& model, CommentId id, const Answered& answer, Effects& effects);
void complain(Desk& desk, CommentId id, std::string words, Effects& effects);

} // namespace palabre::widget::staff
