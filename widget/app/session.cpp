#include "widget/app/session.h"

#include <utility>

#include "widget/app/companion.h"
#include "widget/app/edge.h"
#include "widget/app/update.h"
#include "widget/dom/tree.h"

namespace palabre::widget {
namespace {

using dom::Mounted;
using view::Action;
using view::ActionKind;

bool answers_to(ActionKind kind, EventType type) {
  switch (kind) {
  case ActionKind::none: return false;
  case ActionKind::edit_field:
  case ActionKind::sort: return type == EventType::input;
  case ActionKind::submit: return type == EventType::submit || type == EventType::key;
  default: return type == EventType::click;
  }
}

// The nearest action that the event is for: a click inside a form finds no submit.
Action action_at(const Mounted* mounted, EventType type) {
  for (; mounted != nullptr; mounted = mounted->parent) {
    const Action& action = mounted->node->action;
    if (answers_to(action.kind, type)) return action;
  }
  return {};
}

bool is_at(const view::Node& node, const Target& target) {
  if (target.id.empty()) return node.action == target.action;
  const std::string* id = view::attribute(node, view::Attr::id);
  return id != nullptr && *id == target.id;
}

const Mounted* find_target(const Mounted& mounted, const Target& target) {
  if (is_at(*mounted.node, target)) return &mounted;
  for (const auto& child : mounted.children) {
    if (const Mounted* found = find_target(*child, target)) return found;
  }
  return nullptr;
}

const Target* target_of(const Effect& effect) {
  if (const Focus* focus = std::get_if<Focus>(&effect)) return &focus->target;
  if (const Reveal* reveal = std::get_if<Reveal>(&effect)) return &reveal->target;
  if (const Edit* edit = std::get_if<Edit>(&effect)) return &edit->target;
  if (const Point* point = std::get_if<Point>(&effect)) return &point->target;
  return nullptr;
}

// By its name in a format action; empty: none.
std::string_view format_of_key(std::string_view key) {
  if (key == "b") return "bold";
  if (key == "i") return "italic";
  return key == "k" ? "link" : "";
}

std::optional<Msg> message_of_key(const Event& event, const dom::Tree& tree) {
  const Action form = action_at(tree.find(event.id), EventType::key);
  if (form.kind != ActionKind::submit) return std::nullopt;
  if (event.value == "Enter" && event.modified) return ShortcutPressed{Shortcut::send, form.target};
  if (event.value == "Escape") return ShortcutPressed{Shortcut::leave, form.target};
  const std::string_view format = format_of_key(event.value);
  const bool in_body = tree.find(event.id)->node->role == view::Role::text_area;
  if (!event.modified || !in_body || format.empty()) return std::nullopt;
  return Activated{{ActionKind::format, form.target + "." + std::string(format)}, event.selection};
}

std::optional<Msg> message_of_place(const Event& event, const dom::Tree& tree) {
  const Action action = action_at(tree.find(event.id), event.type);
  if (action.kind == ActionKind::none) return std::nullopt;
  if (event.type == EventType::input) return FieldChanged{action, event.value};
  return Activated{action, event.selection};
}

// The comment that a node is part of.
std::optional<CommentId> comment_at(const Mounted* mounted) {
  for (; mounted != nullptr; mounted = mounted->parent) {
    if (mounted->node->role != view::Role::article) continue;
    const std::string* id = view::attribute(*mounted->node, view::Attr::id);
    return id != nullptr ? CommentId::parse(*id) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Msg> message_of(Event& event, const dom::Tree& tree) {
  switch (event.type) {
  case EventType::thread: return std::nullopt;
  case EventType::adopt: return event.thread ? std::optional<Msg>(Adopted{*std::move(event.thread)}) : std::nullopt;
  case EventType::mount: return Mount{};
  case EventType::remember: return std::move(event.remembered);
  case EventType::response: return std::move(event.answered);
  case EventType::hidden: return Hidden{};
  case EventType::tick: return Woken{};
  case EventType::select: return Selected{comment_at(tree.find(event.id)), event.value};
  case EventType::locate: return event.comment ? std::optional<Msg>(Located{*event.comment}) : std::nullopt;

  case EventType::shown: return Shown{};
  case EventType::rules: return event.rules;
  case EventType::judged: return std::move(event.judged);
  case EventType::staff: return Accompanied{std::move(event.value)};
  case EventType::key: return message_of_key(event, tree);
  case EventType::click:
  case EventType::submit:
  case EventType::input: return message_of_place(event, tree);
  }
  return std::nullopt;
}

// Typing changes nothing but the composer it goes to, and so does what is said of it.
bool is_typing(const std::optional<Msg>& msg) {
  if (msg && std::holds_alternative<Judged>(*msg)) return true;
  const FieldChanged* changed = msg ? std::get_if<FieldChanged>(&*msg) : nullptr;
  return changed != nullptr && changed->action.kind == ActionKind::edit_field;
}

} // namespace

struct Session::Impl {
  Model model;
  view::ViewCache cache;
  dom::Tree tree;
  std::optional<ThreadPage> read_ahead; // to be adopted

  std::string answer(Event& event);
  [[nodiscard]] std::vector<PlacedEffect> place(Effects effects) const;
};

// Effects whose target is not there are left out.
std::vector<PlacedEffect> Session::Impl::place(Effects effects) const {
  std::vector<PlacedEffect> placed;
  for (Effect& effect : effects) {
    const Target* target = target_of(effect);
    const Mounted* mounted = target != nullptr && tree.root() != nullptr ? find_target(*tree.root(), *target) : nullptr;
    if (target != nullptr && mounted == nullptr) continue;
    placed.push_back({std::move(effect), mounted != nullptr ? mounted->id : 0});
  }
  return placed;
}

std::string Session::Impl::answer(Event& event) {
  const bool first = tree.root() == nullptr;
  if (event.type == EventType::thread && first) read_ahead = std::move(event.thread);
  if (event.type == EventType::adopt && !event.thread) event.thread = std::exchange(read_ahead, std::nullopt);
  const bool starts = event.type == EventType::adopt || event.type == EventType::mount;
  if (first != starts) return encode_reply({}, {});

  Effects effects;
  const std::size_t rights = model.state.own.size();
  if (event.now) effects = update(model, Ticked{*event.now});
  const bool time_changed = !effects.empty() || model.state.own.size() != rights;
  if (event.type == EventType::input) tree.note_value(event.id, event.value);
  const std::optional<Msg> msg = message_of(event, tree);
  const view::Changed changed = is_typing(msg) && !time_changed ? view::Changed::composers : view::Changed::anything;
  if (msg) {
    for (Effect& effect : update(model, *msg)) effects.push_back(std::move(effect));
  } else if (first) {
    return encode_reply({}, {});
  }

  const view::NodePtr next = view::thread_view(model.state, &cache, changed);
  dom::Patches patches;
  if (event.type == EventType::adopt) {
    tree.adopt(next);
  } else {
    patches = tree.show(next);
  }
  return encode_reply(patches, place(std::move(effects)));
}

Session::Session(std::string_view config_json, std::shared_ptr<Companion> companion) : impl_(std::make_unique<Impl>()) {
  ConfigAndClock decoded = decode_config(config_json);
  Model& model = impl_->model;
  model.config = std::move(decoded.config);
  model.now = decoded.now;
  model.companion = std::move(companion);
  model.state.messages = model.config.messages;
  model.state.thread.site = model.config.site;
  model.state.thread.page = model.config.page;
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::string Session::receive(std::string_view event_json) {
  std::optional<Event> event = decode_event(event_json);
  if (!event) return encode_reply({}, {});
  return impl_->answer(*event);
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

} // namespace palabre::widget
