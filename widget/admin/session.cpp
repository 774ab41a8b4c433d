#include "widget/admin/session.h"

#include <utility>

#include "widget/admin/parts.h"
#include "widget/admin/reply.h"
#include "widget/admin/screens.h"
#include "widget/app/door.h"
#include "widget/dom/finding.h"
#include "widget/dom/tree.h"

namespace palabre::widget::desk {
namespace {

using dom::Mounted;
using view::Action;
using view::ActionKind;
using view::desk::Screen;

const std::string* target_of(const Effect& effect) {
  if (const Focus* focus = std::get_if<Focus>(&effect)) return &focus->id;
  if (const Reveal* reveal = std::get_if<Reveal>(&effect)) return &reveal->id;
  return nullptr;
}

void show_help(Model& model, bool shown, Effects& effects) {
  model.state.help = shown;
  effects.push_back(Focus{shown ? "help-title" : "title"});
}

void set_shortcuts(Model& model, bool on, Effects& effects) {
  model.state.shortcuts = on;
  effects.push_back(Store{"shortcuts", on ? std::nullopt : std::optional<std::string>("off")});
}

void press_desk(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "sign_out") return sign_out(model, effects);
  if (verb.name == "help" || verb.name == "close_help") return show_help(model, verb.name == "help", effects);
  press_frame(model, verb, effects);
  if (verb.name == "dismiss") {
    auto& toasts = model.state.toasts;
    std::erase_if(toasts, [&](const auto& toast) { return std::to_string(toast.id) == verb.argument; });
  }
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  for (const char digit : text.substr(0, 9)) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

void remember(Model& model, const std::map<std::string, std::string>& stored) {
  const auto get = [&](const char* name) {
    const auto found = stored.find(name);
    return found == stored.end() ? std::string() : found->second;
  };
  model.state.shortcuts = get("shortcuts") != "off";
  restore_outbox(model, get("outbox"));
}

void press(Model& model, const std::string& target, Effects& effects) {
  const Verb verb = verb_of(target);
  if (verb.name == "desk") return press_desk(model, verb_of(verb.argument), effects);
  if (model.state.signing_again) return press_sign_in(model, verb, effects);
  if (verb.name == "undo") return undo(model, number_of(verb.argument), effects);
  const ScreenRoom* room = room_of(model.state.screen);
  if (room != nullptr && room->press != nullptr) room->press(model, verb, effects);
}

void change(Model& model, const std::string& target, const std::string& value, Effects& effects) {
  const Verb verb = verb_of(target);
  if (target == "desk.shortcuts") return set_shortcuts(model, value == "on", effects);
  if (verb.name == "desk") return change_frame(model, verb.argument, value, effects);
  if (model.state.signing_again) return change_sign_in(model, target, value, effects);
  const ScreenRoom* room = room_of(model.state.screen);
  if (room != nullptr && room->change != nullptr) room->change(model, target, value, effects);
}

void submit(Model& model, const std::string& target, Effects& effects) {
  if (model.state.signing_again) return submit_again(model, effects);
  const ScreenRoom* room = room_of(model.state.screen);
  if (room != nullptr && room->submit != nullptr) room->submit(model, target, effects);
}

void press_key(Model& model, const Key& key, Effects& effects) {
  if (!model.state.session || model.state.signing_again) return;
  if (model.state.help) {
    if (key.name == "Escape") show_help(model, false, effects);
    return;
  }
  if (key.name == "?" && !key.typing && model.state.shortcuts) return show_help(model, true, effects);
  const bool letter = key.name.size() == 1 && !key.modified;
  if (letter && (key.typing || !model.state.shortcuts)) return;
  const ScreenRoom* room = room_of(model.state.screen);
  if (room != nullptr && room->key != nullptr) room->key(model, key, effects);
}

void take_answer(Model& model, const Answer& answer, Effects& effects) {
  const auto waiting = model.requests.extract(answer.request);
  if (waiting.empty()) return;
  const Request& request = waiting.mapped();
  if (request.part == Part::lapse) return answer_lapse(model, request, answer, effects);
  if (take_lapse(model, request, answer, effects)) return;
  const ScreenRoom* room = room_of(request.part);
  if (room != nullptr && room->answer != nullptr) room->answer(model, request, answer, effects);
}

} // namespace

void go_to(Model& model, Effects& effects, const std::string& hash) {
  Place place = place_of(hash);
  const ScreenRoom* room = room_at(place.screen);
  const bool known = room != nullptr;
  const std::string shown = known ? hash : "#/queue";
  if (!known) {
    place = place_of(shown);
    room = room_at(place.screen);
  }
  if (shown != model.hash) effects.push_back(Navigate{shown, !known});
  model.hash = shown;
  if (model.state.screen != room->screen) effects.push_back(Focus{"title"});
  model.state.screen = room->screen;
  enter_place(model, place);
  room->enter(model, place, effects);
}

struct Session::Impl {
  Model model;
  dom::Tree tree;
  std::string title{}; // as the page has it

  Effects update(Event& event);
  [[nodiscard]] std::vector<PlacedEffect> place(Effects effects) const;
};

Effects Session::Impl::update(Event& event) {
  Effects effects;
  const Mounted* at = tree.find(event.id);
  model.extended = event.extended;
  const Action action = dom::action_at(at, event.type);
  switch (event.type) {
  case EventType::mount:
    model.hash = event.value;
    remember(model, event.stored);
    begin_frame(model, event.stored);
    begin_signing(model, effects);
    break;
  case EventType::route:
    model.hash = event.value;
    if (model.state.session && event.value.substr(0, 2) == "#/")
      go_to(model, effects, event.value);
    else
      begin_signing(model, effects);
    break;
  case EventType::click:
    if (action.kind == ActionKind::desk_go) go_to(model, effects, action.target);
    if (action.kind == ActionKind::desk_press) press(model, action.target, effects);
    break;
  case EventType::submit:
    if (action.kind == ActionKind::desk_submit) submit(model, action.target, effects);
    break;
  case EventType::input:
    if (action.kind == ActionKind::desk_field) change(model, action.target, event.value, effects);
    break;
  case EventType::key:
    event.key.on = dom::action_at(at, EventType::click).target;
    press_key(model, event.key, effects);
    break;
  case EventType::response: take_answer(model, event.answer, effects); break;
  case EventType::tick:
    if (model.state.screen == Screen::starting && model.requests.empty()) begin_signing(model, effects);
    if (event.value == "toasts") age_toasts(model, effects);
    tick_queue(model, event.value, effects);
    tick_plan(model, event.value, effects);
    break;
  case EventType::shown: look_queue(model, true, effects); break;
  case EventType::hidden: look_queue(model, false, effects); break;
  }
  return effects;
}

// Effects whose target is not there are left out.
std::vector<PlacedEffect> Session::Impl::place(Effects effects) const {
  std::vector<PlacedEffect> placed;
  for (Effect& effect : effects) {
    const std::string* target = target_of(effect);
    const Mounted* mounted =
        target != nullptr && tree.root() != nullptr ? dom::find_by_id(*tree.root(), *target) : nullptr;
    if (target != nullptr && mounted == nullptr) continue;
    placed.push_back({std::move(effect), mounted != nullptr ? mounted->id : 0});
  }
  return placed;
}

Session::Session(std::string_view config_json) : impl_(std::make_unique<Impl>()) {
  const auto config = wire::parse_json(config_json, wire::ControlCharacters::kept);
  const wire::JsonValue* object = config ? &*config : nullptr;
  impl_->model.state.messages = messages_in(object);
  impl_->model.state.origin = text_in(object, "origin");
  impl_->model.state.now = clock_in(object).value_or(Instant{});
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::string Session::receive(std::string_view event_json) {
  std::optional<Event> event = decode_event(event_json);
  const bool first = impl_->tree.root() == nullptr;
  if (!event || first != (event->type == EventType::mount)) return encode_reply({}, {});
  if (event->now) impl_->model.state.now = *event->now;
  if (event->type == EventType::input) impl_->tree.note_value(event->id, event->value);
  Effects effects = impl_->update(*event);
  if (std::string title = view::desk::screen_title(impl_->model.state); title != impl_->title) {
    impl_->title = title;
    effects.push_back(Title{std::move(title)});
  }
  const dom::Patches patches = impl_->tree.show(view::desk::desk_view(impl_->model.state));
  return encode_reply(patches, impl_->place(std::move(effects)));
}

std::vector<dom::PaintItem> Session::paint_items() const {
  return dom::paint_items(impl_->tree.root());
}

std::uint32_t Session::ids_given() const {
  return impl_->tree.ids_given();
}

view::NodePtr Session::tree() const {
  return impl_->tree.root() != nullptr ? impl_->tree.root()->node : nullptr;
}

std::uint32_t Session::id_of(const view::Node& node) const {
  const Mounted* mounted = impl_->tree.find(node);
  return mounted != nullptr ? mounted->id : 0;
}

} // namespace palabre::widget::desk
