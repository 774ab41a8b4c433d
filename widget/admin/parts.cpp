#include "widget/admin/parts.h"

#include "shared/wire/codec.h"
#include "shared/wire/desk_routes.h"

namespace palabre::widget::desk {
namespace {

constexpr Duration toast_time = Duration::seconds(12);

} // namespace

void ask(Model& model, Effects& effects, Request request, wire::Method method, const std::string& path,
         std::optional<std::string> body) {
  const std::uint32_t number = ++model.last_request;
  request.method = method;
  request.path = path;
  request.body = body;
  model.requests.emplace(number, std::move(request));
  const bool changes = method != wire::Method::get;
  const std::string csrf = changes && model.state.session ? model.state.session->csrf : std::string();
  effects.push_back(Fetch{number, method, wire::desk_url(path), std::move(body), csrf});
}

bool is_success(const Answer& answer) {
  return answer.status >= 200 && answer.status < 300;
}

Error failure_of(const Answer& answer) {
  if (answer.status == 0) return {ErrorCode::request_timeout, {}, "no answer", 0};
  Error error = wire::decode_problem(answer.status, answer.body);
  if (error.retry_after_s <= 0) error.retry_after_s = answer.retry_after_s;
  return error;
}

void announce(const Model& model, Effects& effects, std::string_view message_key) {
  effects.push_back(Announce{model.state.messages.text(message_key)});
}

std::uint32_t add_toast(Model& model, Effects& effects, std::string text, std::string undo) {
  effects.push_back(Announce{text});
  const std::uint32_t id = ++model.last_toast;
  model.state.toasts.push_back({id, std::move(text), std::move(undo), false, model.state.now});
  effects.push_back(Wake{toast_time, "toasts"});
  constexpr std::size_t shown = 3;
  if (model.state.toasts.size() > shown) model.state.toasts.erase(model.state.toasts.begin());
  return id;
}

// What went wrong stays until it is dismissed; what was done can be undone by its key for much longer than it is shown.
void age_toasts(Model& model, Effects& effects) {
  auto& toasts = model.state.toasts;
  const Instant now = model.state.now;
  std::erase_if(toasts, [&](const auto& toast) { return !toast.trouble && toast.since + toast_time <= now; });
  std::int64_t wait = -1;
  for (const auto& toast : toasts) {
    if (toast.trouble) continue;
    const std::int64_t rest = (toast.since + toast_time - now).milliseconds;
    wait = wait < 0 ? rest : std::min(wait, rest);
  }
  if (wait >= 0) effects.push_back(Wake{Duration{wait}, "toasts"});
}

namespace {

void read_path(std::string_view path, Place& place) {
  place.screen = std::string(path.substr(0, path.find('/')));
  path.remove_prefix(place.screen.size());
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    place.path.push_back(wire::percent_decode(step).value_or(std::string()));
  }
}

} // namespace

Place place_of(std::string_view hash) {
  Place place;
  if (hash.substr(0, 2) == "#/")
    hash.remove_prefix(2);
  else if (!hash.empty() && hash.front() == '#')
    hash.remove_prefix(1);
  const std::size_t mark = hash.find('?');
  read_path(hash.substr(0, mark), place);
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : hash.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos) continue;
    if (auto value = wire::percent_decode(one.substr(equals + 1))) {
      place.parameters[std::string(one.substr(0, equals))] = *std::move(value);
    }
  }
  return place;
}

Verb verb_of(std::string_view target) {
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return {target, {}};
  return {target.substr(0, dot), target.substr(dot + 1)};
}

} // namespace palabre::widget::desk
