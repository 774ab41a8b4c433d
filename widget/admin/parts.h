// What the desk's parts share, and what each of them answers to. Every function is pure but for the model it is given.
#pragma once

#include <string>
#include <string_view>

#include "shared/model/error.h"
#include "widget/admin/effect.h"
#include "widget/admin/event.h"
#include "widget/admin/model.h"

namespace palabre::widget::desk {

// ---- Shared: parts.cpp
// -------------------------------------------------------------------------------------------------

// Asks the server. `path` is below wire::desk_root. What changes something carries the session's mark.
void ask(Model& model, Effects& effects, Request request, wire::Method method, const std::string& path,
         std::optional<std::string> body = std::nullopt);
[[nodiscard]] bool is_success(const Answer& answer);
[[nodiscard]] Error failure_of(const Answer& answer); // request_timeout when none came
void announce(const Model& model, Effects& effects, std::string_view message_key);
// Says it at the foot of the screen and to screen readers; answers its id.
std::uint32_t add_toast(Model& model, Effects& effects, std::string text, std::string undo = {});
void go_to(Model& model, Effects& effects, const std::string& hash); // as if the link was followed

// "#/queue?tab=held&q=a%20b" → "queue", and parameters.
struct Place {
  std::string screen;
  std::map<std::string, std::string> parameters;
};
[[nodiscard]] Place place_of(std::string_view hash);
// "decide.approve" → "decide" and "approve".
struct Verb {
  std::string_view name;
  std::string_view argument;
};
[[nodiscard]] Verb verb_of(std::string_view target);

// ---- Signing in: signing.cpp
// ---------------------------------------------------------------------------------------------

void begin_signing(Model& model, Effects& effects); // at the start, and when the session is over
void change_sign_in(Model& model, std::string_view field, const std::string& value);
void submit_sign_in(Model& model, Effects& effects);
void sign_out(Model& model, Effects& effects);
void leave_link(Model& model, Effects& effects); // a link that is over
void answer_signing(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- The queue: queue.cpp
// ------------------------------------------------------------------------------------------------

void enter_queue(Model& model, const Place& place, Effects& effects);
void press_queue(Model& model, const Verb& verb, Effects& effects);
void key_queue(Model& model, const Key& key, Effects& effects);
void answer_queue(Model& model, const Request& request, const Answer& answer, Effects& effects);

} // namespace palabre::widget::desk
