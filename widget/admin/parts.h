// What the desk's parts share, and what each of them answers to. Every function is pure but for the model it is given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
void age_toasts(Model& model, Effects& effects);                     // takes away what was said long ago
void go_to(Model& model, Effects& effects, const std::string& hash); // as if the link was followed

// "#/settings/blog/policy?tab=held&q=a%20b" → "settings", {"blog", "policy"}, and parameters.
struct Place {
  std::string screen;
  std::vector<std::string> path{};
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
void press_sign_in(Model& model, const Verb& verb, Effects& effects);
void change_sign_in(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_sign_in(Model& model, std::string_view form, Effects& effects);
void sign_out(Model& model, Effects& effects);
void answer_signing(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- Signing in again: lapse.cpp
// -----------------------------------------------------------------------------------------

// Whether the answer says that the session is over, or that another window of this browser has begun a new one. Then
// the request is kept and asked again once somebody is signed in: its part never hears of it, and the screen stays.
[[nodiscard]] bool take_lapse(Model& model, const Request& request, const Answer& answer, Effects& effects);
void submit_again(Model& model, Effects& effects);
void leave_lapse(Model& model, Effects& effects); // signs out instead
void answer_lapse(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- Around the screens: frame.cpp
// ---------------------------------------------------------------------------------------------

void begin_frame(Model& model, const std::map<std::string, std::string>& stored);
void press_frame(Model& model, const Verb& verb, Effects& effects); // "desk.…"
void change_frame(Model& model, std::string_view field, const std::string& value, Effects& effects);
void enter_place(Model& model, const Place& place); // another screen, or the same one anew

// ---- The overview: overview.cpp
// ------------------------------------------------------------------------------------------------

void enter_overview(Model& model, const Place& place, Effects& effects);
void press_overview(Model& model, const Verb& verb, Effects& effects);
void change_overview(Model& model, std::string_view field, const std::string& value, Effects& effects);
void key_overview(Model& model, const Key& key, Effects& effects);
void answer_overview(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- Announcements, questions, polls and contests: plan*.cpp
// ------------------------------------------------------------------------------------------------

void enter_plan(Model& model, const Place& place, Effects& effects);
void press_plan(Model& model, const Verb& verb, Effects& effects);
void change_plan(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_plan(Model& model, std::string_view form, Effects& effects);
void key_plan(Model& model, const Key& key, Effects& effects);
void answer_plan(Model& model, const Request& request, const Answer& answer, Effects& effects);
void tick_plan(Model& model, std::string_view name, Effects& effects); // results that are looked at stay fresh

// ---- The queue: queue.cpp
// ------------------------------------------------------------------------------------------------

void enter_queue(Model& model, const Place& place, Effects& effects);
void press_queue(Model& model, const Verb& verb, Effects& effects);
void change_queue(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_queue(Model& model, std::string_view form, Effects& effects);
void key_queue(Model& model, const Key& key, Effects& effects);
void answer_queue(Model& model, const Request& request, const Answer& answer, Effects& effects);
// Wherever one is: decisions go out from every screen.
void tick_queue(Model& model, std::string_view name, Effects& effects);
void look_queue(Model& model, bool looks, Effects& effects); // somebody looks again, or no more; or the network is back
void undo(Model& model, std::uint32_t number, Effects& effects); // "undo.NUMBER" of a toast
void restore_outbox(Model& model, const std::string& stored);

// ---- A site's settings: settings*.cpp
// ------------------------------------------------------------------------------------

void enter_settings(Model& model, const Place& place, Effects& effects);
void press_settings(Model& model, const Verb& verb, Effects& effects);
void change_settings(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_settings(Model& model, std::string_view form, Effects& effects);
void answer_settings(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- The team: team.cpp
// ---------------------------------------------------------------------------------------------------

void enter_team(Model& model, const Place& place, Effects& effects);
void press_team(Model& model, const Verb& verb, Effects& effects);
void change_team(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_team(Model& model, std::string_view form, Effects& effects);
void key_team(Model& model, const Key& key, Effects& effects);
void answer_team(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- One's own account: account.cpp
// ---------------------------------------------------------------------------------------

void enter_account(Model& model, const Place& place, Effects& effects);
void press_account(Model& model, const Verb& verb, Effects& effects);
void change_account(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_account(Model& model, std::string_view form, Effects& effects);
void answer_account(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- Who takes part most: regulars.cpp
// ------------------------------------------------------------------------------------

void enter_regulars(Model& model, const Place& place, Effects& effects);
void answer_regulars(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- Saved replies: replies.cpp
// -------------------------------------------------------------------------------------------

void enter_replies(Model& model, const Place& place, Effects& effects);
void load_replies(Model& model, Effects& effects); // for whoever offers them
void press_replies(Model& model, const Verb& verb, Effects& effects);
void change_replies(Model& model, std::string_view field, const std::string& value, Effects& effects);
void submit_replies(Model& model, std::string_view form, Effects& effects);
void key_replies(Model& model, const Key& key, Effects& effects);
void answer_replies(Model& model, const Request& request, const Answer& answer, Effects& effects);

// ---- The log and the bans: log.cpp
// ----------------------------------------------------------------------------------------

void enter_log(Model& model, const Place& place, Effects& effects);
void press_log(Model& model, const Verb& verb, Effects& effects);
void change_log(Model& model, std::string_view field, const std::string& value, Effects& effects);
void answer_log(Model& model, const Request& request, const Answer& answer, Effects& effects);
void enter_bans(Model& model, const Place& place, Effects& effects);
void press_bans(Model& model, const Verb& verb, Effects& effects);
void change_bans(Model& model, std::string_view field, const std::string& value, Effects& effects);
void answer_bans(Model& model, const Request& request, const Answer& answer, Effects& effects);

} // namespace palabre::widget::desk
