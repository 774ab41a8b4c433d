// What the files of the queue share.
#pragma once

#include <string>
#include <vector>

#include "shared/wire/desk_routes.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {

// ---- queue_load.cpp
// Whether an item is in this tab, and whether it is what the filter asks for as far as that can be told here.
[[nodiscard]] bool is_in_tab(const wire::QueueItem& item, wire::QueueTab tab);
[[nodiscard]] bool belongs(const wire::QueueItem& item, const wire::QueueFilter& filter);
void load_page(Model& model, Effects& effects);
void load_more(Model& model, Effects& effects);
void take_page(Model& model, wire::QueuePage page, Effects& effects);
void take_more(Model& model, wire::QueuePage page);
void count_change(view::desk::QueueState& queue, const wire::QueueItem& before, const wire::QueueItem& after);
// Into the list: at `at`, or where its order wants it.
void put_back(view::desk::QueueState& queue, wire::QueueItem item, std::size_t at);
void put_in_order(view::desk::QueueState& queue, wire::QueueItem item);
// Shows what came meanwhile.
void show_fresh(Model& model, Effects& effects);

// ---- queue_select.cpp
[[nodiscard]] std::size_t place_of_item(const view::desk::QueueState& queue, std::optional<CommentId> id); // size: none
void select(Model& model, CommentId id, Effects& effects);                                                 // shows it
void focus_selected(Model& model, Effects& effects);            // where one reads: the line, or the item
void step(Model& model, int by, bool extend, Effects& effects); // to the next or previous one
void open_item(Model& model, CommentId id, Effects& effects);
void close_item(Model& model, Effects& effects);
void choose(Model& model, CommentId id, bool chosen, bool extend);
void choose_all(Model& model, Effects& effects);

// ---- queue_decide.cpp
void decide(Model& model, wire::DeskAction action, Effects& effects); // on those that are chosen, else the selected one
void decide_one(Model& model, wire::DeskAction action, Effects& effects); // on the selected one
void answer_asking(Model& model, std::string_view choice, Effects& effects);
void undo_last(Model& model, Effects& effects);
void remember_done(Model& model, Done done);

// ---- outbox.cpp
std::uint32_t send_out(Model& model, Outgoing outgoing, Effects& effects);
void pump(Model& model, Effects& effects); // sends the first that waits, if nothing is on its way
void answer_sent(Model& model, const Answer& answer, Effects& effects);

// ---- queue_answers.cpp: what the server made of a decision
void take_decided(Model& model, const Outgoing& sent, const wire::Decided& decided, Effects& effects);
void take_undone(Model& model, const Outgoing& sent, const wire::Decided& decided, Effects& effects);
void take_refused(Model& model, const Outgoing& sent, const Error& error, Effects& effects);

// ---- queue_detail.cpp
void want_detail(Model& model, Effects& effects); // soon, if the selection rests
void load_detail(Model& model, CommentId id, Effects& effects);
void answer_detail(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- queue_reply.cpp: answers in the page, and which questions are answered
void open_reply(Model& model, Effects& effects);
void change_reply(Model& model, const std::string& value);
void insert_saved(Model& model, std::string_view id, Effects& effects);
void submit_reply(Model& model, Effects& effects);
void press_reply(Model& model, std::string_view verb, Effects& effects); // "reply_edit", "reply_anyway"
void mark_question(Model& model, std::string_view state, Effects& effects);
void mark_answer(Model& model, std::string_view question, Effects& effects); // the selected reply is it
void answer_question(Model& model, const Answer& answer, Effects& effects);
void answer_reply(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- queue_write.cpp: bans, rules
void open_ban(Model& model, Effects& effects);
void change_ban(Model& model, std::string_view field, const std::string& value);
void submit_ban(Model& model, Effects& effects);
void answer_ban(Model& model, const Answer& answer, Effects& effects);
void make_rule(Model& model, std::string_view rule, Effects& effects);
void answer_rule(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- queue_show.cpp
void show_in_page(Model& model, Effects& effects);
void answer_show(const Request& request, const Answer& answer, Effects& effects);

// ---- queue_watch.cpp
void begin_watch(Model& model, Effects& effects);
void ask_changes(Model& model, Effects& effects);
void answer_changes(Model& model, const Answer& answer, Effects& effects);
void note_activity(Model& model, Effects& effects);

} // namespace palabre::widget::desk
