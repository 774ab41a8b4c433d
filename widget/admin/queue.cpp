// The queue's doors: what its screen answers to. What is done about it is in queue_*.cpp.
#include "widget/admin/queue_parts.h"

#include "shared/wire/codec_desk.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::DeskAction;

wire::QueueFilter filter_of(const Place& place) {
  const auto get = [&](const char* name) {
    const auto found = place.parameters.find(name);
    return found == place.parameters.end() ? std::string() : found->second;
  };
  wire::QueueFilter filter;
  filter.tab = wire::parse_queue_tab(get("tab")).value_or(wire::QueueTab::waiting);
  filter.site = get("site");
  filter.page = get("page");
  filter.author = get("author");
  filter.language = get("lang");
  filter.sentiment = get("sentiment");
  filter.reason = get("reason");
  filter.query = get("q");
  return filter;
}

std::optional<CommentId> item_of(const Place& place) {
  const auto found = place.parameters.find("item");
  return found == place.parameters.end() ? std::nullopt : CommentId::parse(found->second);
}

void show_other(QueueState& queue, const wire::QueueFilter& filter) {
  queue.items.clear();
  queue.fresh.clear();
  queue.many_fresh = false;
  queue.next.clear();
  queue.chosen.clear();
  queue.settled.clear();
  queue.selected.reset();
  queue.load = view::LoadState::loading;
  queue.rows = view::desk::make_row_cache();
  queue.filter = filter;
  queue.searched = filter.query;
}

void filter_by(Model& model, std::string_view name, const std::string& value, Effects& effects) {
  wire::QueueFilter filter = model.state.queue.filter;
  if (name == "site") {
    filter.site = value;
    filter.page.clear();
  }
  if (name == "reason") filter.reason = value;
  if (name == "lang") filter.language = value;
  if (name == "sentiment") filter.sentiment = value;
  go_to(model, effects, view::desk::queue_hash(filter));
}

// While somebody types the address is that of the last words, so that "back" leaves the search.
void search(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.searched == queue.filter.query) return;
  wire::QueueFilter filter = queue.filter;
  const bool began = filter.query.empty();
  filter.query = queue.searched;
  const std::string hash = view::desk::queue_hash(filter);
  effects.push_back(Navigate{hash, !began});
  model.hash = hash;
  queue.filter = filter;
  queue.rows = view::desk::make_row_cache();
  load_page(model, effects);
}

// Closes what is open, the innermost first.
void escape(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.asking) return answer_asking(model, "no", effects);
  if (queue.reply && queue.reply->open) {
    queue.reply->open = false;
    return focus_selected(model, effects);
  }
  if (queue.ban) {
    queue.ban.reset();
    return focus_selected(model, effects);
  }
  if (!queue.chosen.empty()) return queue.chosen.clear();
  if (queue.opened) return close_item(model, effects);
  focus_selected(model, effects);
}

void press_letter(Model& model, const std::string& name, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (name == "j") step(model, 1, false, effects);
  if (name == "k") step(model, -1, false, effects);
  if (name == "J") step(model, 1, true, effects);
  if (name == "K") step(model, -1, true, effects);
  if (name == "a") decide(model, DeskAction::approve, effects);
  if (name == "h") decide(model, DeskAction::hide, effects);
  if (name == "s") decide(model, DeskAction::spam, effects);
  if (name == "d") decide(model, DeskAction::remove, effects);
  if (name == "r") open_reply(model, effects);
  if (name == "u") undo_last(model, effects);
  if (name == "x" && queue.selected && queue.items.size() > place_of_item(queue, queue.selected)) {
    model.queue.looked = true;
    choose(model, *queue.selected, queue.chosen.count(*queue.selected) == 0, false);
  }
  if (name == "/") effects.push_back(Focus{"field-q"});
}

void take_first(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (request.about != view::desk::queue_hash(queue.filter)) return; // of what was shown before
  auto page = is_success(answer) ? wire::decode_queue_page(answer.body) : tl::unexpected(failure_of(answer));
  model.state.offline = answer.status == 0;
  if (page && request.purpose == "page") return take_page(model, *std::move(page), effects);
  if (page) return take_more(model, *std::move(page));
  queue.loading_more = false;
  queue.error = page.error();
  if (request.purpose != "page") return;
  queue.load = queue.items.empty() ? view::LoadState::failed : view::LoadState::loaded;
  if (answer.status == 0 || answer.status >= 500) effects.push_back(Wake{Duration::seconds(5), "again"});
}

} // namespace

void enter_queue(Model& model, const Place& place, Effects& effects) {
  QueueState& queue = model.state.queue;
  const wire::QueueFilter filter = filter_of(place);
  const std::optional<CommentId> item = item_of(place);
  const bool same = queue.filter == filter && queue.rows != nullptr;
  if (!same) show_other(queue, filter);
  queue.opened = item.has_value();
  if (item) {
    select(model, *item, effects);
    load_detail(model, *item, effects);
  }
  model.queue.active = model.state.now.milliseconds;
  pump(model, effects);
  if (!same || queue.load != view::LoadState::loaded) load_page(model, effects);
  if (same && item) begin_watch(model, effects);
  if (same && !item) ask_changes(model, effects); // who comes back from another screen sees what came meanwhile
}

void press_queue(Model& model, const Verb& verb, Effects& effects) {
  QueueState& queue = model.state.queue;
  note_activity(model, effects);
  const auto id = CommentId::parse(verb.argument);
  if (verb.name == "open" && id && model.extended) {
    if (!model.queue.anchor) model.queue.anchor = queue.selected;
    return choose(model, *id, true, true);
  }
  if (verb.name == "open" && id) open_item(model, *id, effects);
  if (verb.name == "close") close_item(model, effects);
  if (verb.name == "more") load_more(model, effects);
  if (verb.name == "fresh") show_fresh(model, effects);
  if (verb.name == "filters") queue.filters = !queue.filters;
  if (verb.name == "reload") load_page(model, effects);
  if (verb.name == "detail" && queue.selected) load_detail(model, *queue.selected, effects);
  if (verb.name == "ask") answer_asking(model, verb.argument, effects);
  if (verb.name == "choose_all") choose_all(model, effects);
  if (verb.name == "choose_none") queue.chosen.clear();
  if (verb.name == "reply") open_reply(model, effects);
  if (verb.name == "reply_edit" || verb.name == "reply_anyway") press_reply(model, verb.name, effects);
  if (verb.name == "saved") insert_saved(model, verb.argument, effects);
  if (verb.name == "question") mark_question(model, verb.argument, effects);
  if (verb.name == "answer") mark_answer(model, verb.argument, effects);
  if (verb.name == "ban") open_ban(model, effects);
  if (verb.name == "rule") make_rule(model, verb.argument, effects);
  if (verb.name == "reply_close" || verb.name == "ban_close") escape(model, effects);
  if (verb.name == "show") show_in_page(model, effects);
  const auto action = wire::parse_desk_action(verb.argument);
  if (verb.name == "decide" && action) decide(model, *action, effects);
  if (verb.name == "decide_one" && action) decide_one(model, *action, effects);
}

void change_queue(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  QueueState& queue = model.state.queue;
  note_activity(model, effects);
  const Verb verb = verb_of(field);
  if (verb.name == "q") {
    queue.searched = value;
    effects.push_back(Wake{Duration{180}, "search"});
  }
  if (verb.name == "filter") filter_by(model, verb.argument, value, effects);
  if (verb.name == "choose") {
    const auto id = CommentId::parse(verb.argument);
    if (id) choose(model, *id, value == "on", model.extended);
  }
  if (verb.name == "reply") change_reply(model, value);
  if (verb.name == "ban") change_ban(model, verb.argument, value);
}

void submit_queue(Model& model, std::string_view form, Effects& effects) {
  if (form == "search") search(model, effects);
  if (form == "reply") submit_reply(model, effects);
  if (form == "ban") submit_ban(model, effects);
}

void key_queue(Model& model, const Key& key, Effects& effects) {
  QueueState& queue = model.state.queue;
  note_activity(model, effects);
  if (key.name == "Escape") return escape(model, effects);
  if (key.modified && key.name == "Enter") return submit_reply(model, effects);
  if (key.typing || queue.asking) return;
  if (key.modified) {
    if (key.name == "a" && model.state.session->member.role != MemberRole::analyst) choose_all(model, effects);
    return;
  }
  const bool walks = !queue.opened; // an item that is read scrolls
  if (key.name == "ArrowDown" && walks) return step(model, 1, key.shifted, effects);
  if (key.name == "ArrowUp" && walks) return step(model, -1, key.shifted, effects);
  if (key.name == "Enter" && queue.selected) return open_item(model, *queue.selected, effects);
  if (model.state.shortcuts) press_letter(model, key.name, effects);
}

void tick_queue(Model& model, std::string_view name, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (name == "outbox") pump(model, effects);
  if (name == "watch") ask_changes(model, effects);
  if (name == "search") search(model, effects);
  if (name == "again" && queue.error) load_page(model, effects);
  if (name == "detail" && queue.selected) load_detail(model, *queue.selected, effects);
}

void look_queue(Model& model, bool looks, Effects& effects) {
  model.queue.hidden = !looks;
  if (!looks) return;
  pump(model, effects);
  ask_changes(model, effects);
}

void answer_queue(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  if (request.purpose == "page" || request.purpose == "more") return take_first(model, request, answer, effects);
  if (request.purpose == "sent") return answer_sent(model, answer, effects);
  if (request.purpose == "changes") return answer_changes(model, answer, effects);
  if (request.purpose == "detail") return answer_detail(model, request, answer, effects);
  if (request.purpose == "reply") return answer_reply(model, request, answer, effects);
  if (request.purpose == "question") return answer_question(model, answer, effects);
  if (request.purpose == "ban") return answer_ban(model, answer, effects);
  if (request.purpose == "show") return answer_show(request, answer, effects);
  if (request.purpose == "rule") return answer_rule(model, request, answer, effects);
}

} // namespace palabre::widget::desk
