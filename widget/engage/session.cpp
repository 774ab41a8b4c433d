#include "widget/engage/session.h"

#include <algorithm>
#include <utility>

#include "shared/view/engage/views.h"
#include "shared/wire/codec_posts.h"
#include "widget/app/door.h"
#include "widget/dom/finding.h"
#include "widget/dom/tree.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using dom::Mounted;
using view::Action;
using view::engage::Item;
using view::engage::Place;

bool is_choice(const Mounted* mounted) {
  const std::string* kind = mounted != nullptr ? view::attribute(*mounted->node, view::Attr::input_kind) : nullptr;
  return kind != nullptr && (*kind == "radio" || *kind == "checkbox");
}

bool speaks(const Item& item) {
  return !item.dismissed && item.document.post.kind == PostKind::announcement;
}

// An incident at once, everything else when there is time; nothing twice.
void announce_posts(const Model& model, Effects& effects) {
  if (model.state.place != Place::thread) return;
  for (const Item& item : model.state.items) {
    if (!speaks(item) || item.document.post.severity != Severity::incident) continue;
    effects.push_back(Announce{item.document.post.title, Urgency::assertive});
  }
}

void begin_change(Item& item, bool changing) {
  item.error.reset();
  item.done.clear();
  item.poll.changing = changing;
  item.contest.changing = changing;
  if (item.poll.cast) {
    item.poll.chosen = item.poll.cast->choices;
    item.poll.other = item.poll.cast->other;
  }
}

void press(Model& model, const Verb& verb, Effects& effects) {
  Item* item = find_item(model, verb.post);
  if (item == nullptr) return;
  if (verb.name == "up" || verb.name == "down") return press_rank(model, verb, effects);
  if (verb.name == "count" && item->document.post.poll) return check_count(model, *item, effects);
  if (verb.name == "draw" && item->document.post.contest) return check_draw(model, *item, effects);
  if (verb.name == "dismiss") return dismiss(model, *item, effects);
  if (verb.name == "answer") return effects.push_back(Compose{});
  if (verb.name == "withdraw" && item->document.post.contest) return withdraw(model, *item, effects);
  if ((verb.name != "change" && verb.name != "keep") || item->busy) return;
  begin_change(*item, verb.name == "change");
  effects.push_back(Focus{"post-" + verb.post.text() + (verb.name == "change" ? "-title" : "-own")});
}

void submit(Model& model, const Verb& verb, Effects& effects) {
  Item* item = find_item(model, verb.post);
  if (item == nullptr) return;
  if (verb.name == "vote" && item->document.post.poll) cast(model, *item, effects);
  if (verb.name == "enter" && item->document.post.contest) enter(model, *item, effects);
}

// Own ballots and entries stay; what is written in a form, too.
void take_list(Model& model, const wire::PostList& list) {
  std::vector<Item> items;
  for (const wire::PostDocument& document : list.posts) {
    Item* known = find_item(model, document.post.id);
    if (known != nullptr && known->busy) {
      items.push_back(std::move(*known));
      continue;
    }
    Item item = known != nullptr ? std::move(*known) : Item{};
    if (!view::engage::is_drawn(item.document)) item.contest.told = false;
    item.document = document;
    item.dismissed = model.dismissed.count(view::engage::dismissal_key(document.post)) != 0;
    if (document.phase != PostPhase::open) item.poll.changing = item.contest.changing = false;
    items.push_back(std::move(item));
  }
  model.state.items = std::move(items);
}

// Results that only those who voted may see move, too; and who took part is told whether they have won.
void ask_what_moved(Model& model, Effects& effects) {
  for (const Item& item : model.state.items) {
    const bool own = item.poll.own_view && item.document.poll && !item.document.poll->shown;
    const bool votes = own && item.document.phase == PostPhase::open;
    const bool won = item.contest.entry && !item.contest.told && view::engage::is_drawn(item.document);
    if (votes || won) ask_own(model, item.document.post.id, effects);
  }
}

// For whom there is something only the server knows: results after voting, the winner's code.
void ask_own_parts(Model& model, Effects& effects) {
  if (model.state.place == Place::thread) return;
  for (const Item& item : model.state.items) {
    const bool results = item.poll.cast && view::engage::visible_results(item) == nullptr;
    const bool entry = item.contest.entry.has_value();
    if (results || entry) ask_own(model, item.document.post.id, effects);
  }
}

} // namespace

Verb verb_of(std::string_view target) {
  Verb verb;
  const std::size_t first = target.find('.');
  verb.name = target.substr(0, first);
  if (first == std::string_view::npos) return verb;
  std::string_view rest = target.substr(first + 1);
  const std::size_t second = rest.find('.');
  verb.post = PostId::parse(rest.substr(0, second)).value_or(PostId{});
  if (second != std::string_view::npos) verb.argument = rest.substr(second + 1);
  return verb;
}

Item* find_item(Model& model, PostId post) {
  auto& items = model.state.items;
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.document.post.id == post; });
  return found == items.end() ? nullptr : &*found;
}

void take_answer(Model& model, const Event& event, Effects& effects) {
  auto waiting = model.requests.extract(event.request);
  if (waiting.empty()) return;
  Request request = std::move(waiting.mapped());
  if (request.what == Asked::list) {
    const auto list = event.status == 200 ? wire::decode_post_list(event.body) : fail(ErrorCode::internal);
    if (list) take_list(model, *list);
    ask_what_moved(model, effects);
    return wake_for_change(model, effects);
  }
  Item* item = find_item(model, request.post);
  if (item == nullptr) return;
  const bool failed = event.status < 200 || event.status > 299;
  if (failed && request.before) {
    request.before->error = error_of(event);
    *item = std::move(*request.before);
    focus_error(*item, effects);
    const ErrorCode code = item->error->code;
    if (code == ErrorCode::closed || code == ErrorCode::not_open_yet) ask_list(model, effects);
    if (code == ErrorCode::already_voted) ask_own(model, request.post, effects); // in another tab
    return;
  }
  switch (request.what) {
  case Asked::own:
  case Asked::own_for_draw:
    if (const auto part = wire::decode_own_part(event.body); part && !failed) apply_own(model, *part);
    if (request.what == Asked::own_for_draw) ask_draw(model, *item, effects);
    break;
  case Asked::vote: take_receipt(model, *item, event, effects); break;
  case Asked::enter:
  case Asked::withdraw: take_entry(model, *item, request.what, event, effects); break;
  case Asked::ballots: take_ballots(model, *item, event, effects); break;
  case Asked::draw: take_draw(model, *item, event, effects); break;
  case Asked::list: break;
  }
}

struct Session::Impl {
  Model model;
  dom::Tree tree;

  Effects update(const Event& event);
  void begin(const Event& event);
  void remember_reader(const Event& event, Effects& effects);
  void own(const Event& event);
  [[nodiscard]] std::vector<PlacedEffect> place(Effects effects) const;
};

void Session::Impl::begin(const Event& event) {
  if (auto list = wire::decode_post_list(event.document)) {
    model.state.now = list->now;
    if (event.now) model.ahead = std::max(list->now - *event.now, Duration{0});
    take_list(model, *list);
  }
  // What everybody is shown first is what the page has.
  if (!event.adopt) model.state.bodies = view::engage::plain_body;
  if (event.adopt) tree.adopt(view::engage::posts_view(model.state));
}

void Session::Impl::remember_reader(const Event& event, Effects& effects) {
  remember(model, event);
  ask_own_parts(model, effects);
  announce_posts(model, effects);
  wake_for_change(model, effects);
}

void Session::Impl::own(const Event& event) {
  const auto parts = wire::decode_own_parts(event.body);
  if (!parts) return;
  for (const wire::OwnPart& part : *parts) apply_own(model, part);
}

Effects Session::Impl::update(const Event& event) {
  Effects effects;
  const Action action = dom::action_at(tree.find(event.id), event.type);
  const Verb verb = verb_of(action.target);
  switch (event.type) {
  case EventType::begin: begin(event); break;
  case EventType::remember: remember_reader(event, effects); break;
  case EventType::own: own(event); break;
  case EventType::click: press(model, verb, effects); break;
  case EventType::submit: submit(model, verb, effects); break;
  case EventType::input: choose(model, verb, event.value); break;
  case EventType::response: take_answer(model, event, effects); break;
  case EventType::tick:
    if (model.visible) ask_list(model, effects);
    break;
  case EventType::shown:
    if (!model.visible) ask_list(model, effects);
    model.visible = true;
    break;
  case EventType::hidden: model.visible = false; break;
  }
  return effects;
}

// Effects whose target is not there are left out.
std::vector<PlacedEffect> Session::Impl::place(Effects effects) const {
  std::vector<PlacedEffect> placed;
  for (Effect& effect : effects) {
    const Focus* focus = std::get_if<Focus>(&effect);
    const Mounted* mounted =
        focus != nullptr && tree.root() != nullptr ? dom::find_by_id(*tree.root(), focus->id) : nullptr;
    if (focus != nullptr && mounted == nullptr) continue;
    placed.push_back({std::move(effect), mounted != nullptr ? mounted->id : 0});
  }
  return placed;
}

Session::Session(std::string_view config_json) : impl_(std::make_unique<Impl>()) {
  const auto config = wire::parse_json(config_json, wire::ControlCharacters::kept);
  const wire::JsonValue* object = config ? &*config : nullptr;
  Model& model = impl_->model;
  model.state.messages = messages_in(object);
  model.state.place = text_in(object, "place") == "alone" ? Place::alone : Place::thread;
  model.site = text_in(object, "site");
  model.page = text_in(object, "page");
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::string Session::receive(std::string_view event_json) {
  const std::optional<Event> event = decode_event(event_json);
  const bool first = impl_->tree.root() == nullptr;
  if (!event || first != (event->type == EventType::begin)) return encode_reply({}, {});
  Model& model = impl_->model;
  if (event->now && !first) model.state.now = {event->now->milliseconds + model.ahead.milliseconds};
  if (event->type == EventType::input && !is_choice(impl_->tree.find(event->id))) {
    impl_->tree.note_value(event->id, event->value);
  }
  Effects effects = impl_->update(*event);
  const dom::Patches patches = impl_->tree.show(view::engage::posts_view(model.state));
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

} // namespace palabre::widget::engage
