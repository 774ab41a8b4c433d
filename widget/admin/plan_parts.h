// What the parts of the plan's screens share, and what each of them answers to.
#pragma once

#include <string>
#include <string_view>

#include "shared/view/desk/plan_state.h"
#include "shared/wire/codec_posts.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {

using view::desk::PlanPlace;
using view::desk::PlanQuestion;
using view::desk::PlanState;

[[nodiscard]] std::string plan_words(const Model& model, std::string_view key); // "desk.plan_" + key
[[nodiscard]] std::string plan_words(const Model& model, std::string_view key, view::Messages::Places places);
[[nodiscard]] std::string given(const Place& place, const char* name); // a parameter; empty: not given
// The site that is asked for, or the first one of those that there are.
void choose_plan_site(Model& model, const std::string& wanted);
[[nodiscard]] std::string plan_hash(const Model& model);
// Opens a question, whose "no" gets the focus; and closes it, with the focus back where it was asked.
void ask_first(PlanQuestion& asking, PlanQuestion question, Effects& effects);
[[nodiscard]] PlanQuestion question_of(std::string_view name);
[[nodiscard]] std::string_view name_of(PlanQuestion question);
void leave_question(PlanQuestion& asking, std::string_view opener, Effects& effects);

// plan_calendar.cpp
void enter_calendar(Model& model, const Place& place, Effects& effects);
void press_calendar(Model& model, const Verb& verb, Effects& effects);
void key_calendar(Model& model, const Key& key, Effects& effects);
void answer_calendar(Model& model, const Request& request, const Answer& answer);

// plan_editor.cpp
void enter_editor(Model& model, const Place& place, Effects& effects);
void press_editor(Model& model, const Verb& verb, Effects& effects);
void change_editor(Model& model, std::string_view field, const std::string& value);
void submit_editor(Model& model, std::string_view form, Effects& effects);
void answer_editor(Model& model, const Request& request, const Answer& answer, Effects& effects);
[[nodiscard]] view::desk::PostForm* written_form(Model& model); // nullptr: nothing is open
// plan_write.cpp: what a control says, into the form.
void write_post_field(view::desk::PostForm& form, std::string_view field, const std::string& value);
void add_option(view::desk::PostForm& form, Effects& effects);
void press_option(view::desk::PostForm& form, std::string_view what, std::string_view key, Effects& effects);
// plan_save.cpp
void do_step(Model& model, std::string_view step, Effects& effects);
void answer_saved_post(Model& model, const Request& request, const Answer& answer, Effects& effects);
void take_theirs(Model& model, Post post, Effects& effects);

// plan_results.cpp
void enter_results(Model& model, PostId id, Effects& effects);
void press_results(Model& model, const Verb& verb, Effects& effects);
void answer_results(Model& model, const Request& request, const Answer& answer, Effects& effects);
void refresh_results(Model& model, Effects& effects);

// plan_entries.cpp
void enter_entries(Model& model, PostId id, const Place& place, Effects& effects);
void press_entries(Model& model, const Verb& verb, Effects& effects);
void change_entries(Model& model, std::string_view field, const std::string& value);
void submit_entries(Model& model, Effects& effects);
void key_entries(Model& model, const Key& key, Effects& effects);
void answer_entries(Model& model, const Request& request, const Answer& answer, Effects& effects);
void refresh_entries(Model& model, Effects& effects);
// plan_contest.cpp: closing the list, drawing, prizes.
void do_contest_step(Model& model, PlanQuestion step, Effects& effects);
void press_jury(Model& model, const Verb& verb, Effects& effects);
void send_codes(Model& model, Effects& effects);
void answer_contest(Model& model, const Request& request, const Answer& answer, Effects& effects);

} // namespace palabre::widget::desk
