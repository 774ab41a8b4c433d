// What the parts of the session do to the model.
#pragma once

#include <string>
#include <string_view>

#include "widget/engage/event.h"
#include "widget/engage/model.h"

namespace palabre::widget::engage {

// "name.POST.argument", as shared/view/engage/parts.h makes them.
struct Verb {
  std::string_view name;
  PostId post{};
  std::string_view argument;
};
[[nodiscard]] Verb verb_of(std::string_view target);

[[nodiscard]] view::engage::Item* find_item(Model& model, PostId post); // nullptr: not here

// memory.cpp: what this browser keeps.
void remember(Model& model, const Event& begin);
void keep(Model& model, const view::engage::Item& item, Effects& effects);
void dismiss(Model& model, view::engage::Item& item, Effects& effects);
// Own ballots and entries, from memory or from the server, into what is shown.
void apply_own(Model& model, const wire::OwnPart& part);

// requests.cpp
void ask(Model& model, Request request, Fetch fetch, Effects& effects);
void ask_list(Model& model, Effects& effects);
void ask_own(Model& model, PostId post, Effects& effects, Asked what = Asked::own);
void wake_for_change(Model& model, Effects& effects); // when something opens or closes, and to see others' votes

// choosing.cpp: what a reader does to a form before it is sent.
void choose(Model& model, const Verb& verb, const std::string& value);
void press_rank(Model& model, const Verb& verb, Effects& effects);

// casting.cpp, entering.cpp, checking.cpp
void cast(Model& model, view::engage::Item& item, Effects& effects);
void enter(Model& model, view::engage::Item& item, Effects& effects);
void withdraw(Model& model, view::engage::Item& item, Effects& effects);
void check_count(Model& model, view::engage::Item& item, Effects& effects);
void check_draw(Model& model, view::engage::Item& item, Effects& effects);
void ask_draw(Model& model, const view::engage::Item& item, Effects& effects);
void take_answer(Model& model, const Event& event, Effects& effects);

void take_receipt(Model& model, view::engage::Item& item, const Event& event, Effects& effects);
void take_entry(Model& model, view::engage::Item& item, Asked what, const Event& event, Effects& effects);
void take_ballots(Model& model, view::engage::Item& item, const Event& event, Effects& effects);
void take_draw(Model& model, view::engage::Item& item, const Event& event, Effects& effects);
[[nodiscard]] Error error_of(const Event& event);
// To the field that is wrong, where it is one; else to the form's first: it says what is wrong.
void focus_error(const view::engage::Item& item, Effects& effects);

} // namespace palabre::widget::engage
