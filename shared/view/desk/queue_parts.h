// What the queue's views share.
#pragma once

#include <string>
#include <vector>

#include "shared/view/desk/views.h"

namespace palabre::view::desk {

// A text of the desk: "desk." + key.
[[nodiscard]] std::string say(const DeskState& desk, std::string_view key);
[[nodiscard]] NodePtr badge(const std::string& key, std::string text, Tone tone);
[[nodiscard]] NodePtr time_node(Instant instant, const Messages& messages);
[[nodiscard]] std::string state_text(const DeskState& desk, CommentState state);
[[nodiscard]] std::string first_words(const std::string& markdown, std::size_t code_points);
[[nodiscard]] std::string page_name(const wire::QueueItem& item);
// The bytes of its field that a reason is about; empty: all of it, or too much of it to point at.
[[nodiscard]] std::string_view span_of(const wire::QueueItem& item, const rules::Reason& reason);
// Of the reasons that say the same of other words, the first.
[[nodiscard]] std::size_t said_first(const wire::QueueItem& item, std::size_t reason);
[[nodiscard]] bool may_decide(const DeskState& desk);
// What the rules and the readers say of it, in a few words.
[[nodiscard]] std::vector<NodePtr> badges_of(const DeskState& desk, const wire::QueueItem& item);

[[nodiscard]] NodePtr queue_filters(const DeskState& desk);
[[nodiscard]] NodePtr queue_list(const DeskState& desk);
[[nodiscard]] NodePtr queue_empty(const DeskState& desk);
[[nodiscard]] NodePtr queue_many(const DeskState& desk); // the bar of those that are chosen; nullptr: none is
[[nodiscard]] NodePtr queue_item(const DeskState& desk); // the pane
[[nodiscard]] NodePtr reasons_section(const DeskState& desk, const wire::QueueItem& item);
[[nodiscard]] NodePtr scores_section(const DeskState& desk, const wire::QueueItem& item);
[[nodiscard]] NodePtr rules_section(const DeskState& desk, const wire::QueueItem& item);
[[nodiscard]] NodePtr context_above(const DeskState& desk, const QueueDetail& detail);
[[nodiscard]] NodePtr context_below(const DeskState& desk, const QueueDetail& detail);
[[nodiscard]] NodePtr readers_section(const DeskState& desk, const QueueDetail& detail); // flags and appeal
[[nodiscard]] NodePtr author_section(const DeskState& desk, const QueueDetail& detail);
[[nodiscard]] NodePtr clues_section(const DeskState& desk, const QueueDetail& detail);
[[nodiscard]] NodePtr reply_form(const DeskState& desk, const wire::QueueItem& item);
[[nodiscard]] NodePtr ban_form(const DeskState& desk, const QueueDetail& detail);
[[nodiscard]] NodePtr asking_dialog(const DeskState& desk); // nullptr: nothing is asked

} // namespace palabre::view::desk
