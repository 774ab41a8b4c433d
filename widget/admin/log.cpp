// The log and the bans: reading them, filtering, taking the log away as a file, lifting a ban.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::LogState;
using wire::Method;

void load_log(Model& model, const std::string& after, Effects& effects) {
  LogState& state = model.state.log;
  state.error.reset();
  state.loading_more = !after.empty();
  if (after.empty()) state.load = LoadState::loading;
  std::string path = view::desk::log_path(state, "audit");
  if (!after.empty())
    path += (path.find('?') == std::string::npos ? "?after=" : "&after=") + wire::percent_encode(after);
  const std::string about = path;
  ask(model, effects, {Part::log, after.empty() ? "first" : "more", about}, Method::get, path);
}

void note_members(LogState& state) {
  for (const wire::AuditEntry& entry : state.entries) {
    const auto at = std::lower_bound(state.members.begin(), state.members.end(), entry.by);
    if (at == state.members.end() || *at != entry.by) state.members.insert(at, entry.by);
  }
}

std::string given(const Place& place, const char* name) {
  const auto found = place.parameters.find(name);
  return found == place.parameters.end() ? std::string() : found->second;
}

void load_bans(Model& model, Effects& effects) {
  view::desk::BansState& state = model.state.bans;
  state.error.reset();
  state.load = LoadState::loading;
  ask(model, effects, {Part::bans, "list", state.site}, Method::get,
      state.site.empty() ? "bans" : "bans?site=" + wire::percent_encode(state.site));
}

} // namespace

void enter_log(Model& model, const Place& place, Effects& effects) {
  LogState& state = model.state.log;
  state.site = given(place, "site");
  state.member = given(place, "member");
  state.action = given(place, "action");
  load_log(model, {}, effects);
}

void press_log(Model& model, const Verb& verb, Effects& effects) {
  LogState& state = model.state.log;
  if (verb.name == "more" && !state.loading_more) load_log(model, state.next, effects);
  if (verb.name == "export") {
    const std::string path = "audit/export?format=" + std::string(verb.argument);
    effects.push_back(Download{wire::desk_url(view::desk::log_path(state, path))});
  }
}

void change_log(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  LogState& state = model.state.log;
  if (field == "site") state.site = value;
  if (field == "member") state.member = value;
  if (field == "action") state.action = value;
  model.hash = "#/" + view::desk::log_path(state, "log");
  effects.push_back(Navigate{model.hash, true});
  load_log(model, {}, effects);
}

void answer_log(Model& model, const Request& request, const Answer& answer, Effects&) {
  LogState& state = model.state.log;
  if (request.purpose == "first" && request.about != view::desk::log_path(state, "audit")) return; // an older filter
  state.loading_more = false;
  auto page = is_success(answer) ? wire::decode_audit_page(answer.body) : tl::unexpected(failure_of(answer));
  if (!page) {
    state.error = page.error();
    state.load = LoadState::failed;
    return;
  }
  if (request.purpose == "first") state.entries.clear();
  std::move(page->entries.begin(), page->entries.end(), std::back_inserter(state.entries));
  state.next = page->next;
  state.load = LoadState::loaded;
  note_members(state);
}

void enter_bans(Model& model, const Place& place, Effects& effects) {
  model.state.bans.site = given(place, "site");
  load_bans(model, effects);
}

void press_bans(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name != "lift") return;
  ask(model, effects, {Part::bans, "lifted", std::string(verb.argument)}, Method::del,
      "bans/" + std::string(verb.argument));
  effects.push_back(Focus{"title"});
}

void change_bans(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  if (field != "site") return;
  model.state.bans.site = value;
  load_bans(model, effects);
}

void answer_bans(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  view::desk::BansState& state = model.state.bans;
  if (request.purpose == "lifted") {
    const bool gone = !is_success(answer) && failure_of(answer).code == ErrorCode::unknown_ban;
    if (!is_success(answer) && !gone) {
      state.error = failure_of(answer);
      return;
    }
    std::erase_if(state.bans, [&](const wire::Ban& ban) { return std::to_string(ban.id) == request.about; });
    add_toast(model, effects, model.state.messages.text(gone ? "error.unknown_ban" : "desk.lifted"));
    return;
  }
  if (request.about != state.site) return;
  auto bans = is_success(answer) ? wire::decode_bans(answer.body) : tl::unexpected(failure_of(answer));
  state.load = bans ? LoadState::loaded : LoadState::failed;
  if (bans)
    state.bans = *std::move(bans);
  else
    state.error = bans.error();
}

} // namespace palabre::widget::desk
