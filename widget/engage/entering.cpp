// A contest's entry.
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/wire/codec_posts.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Item;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::optional<Error> find_error(const Item& item) {
  const bool asks = item.document.post.contest->kind != ContestKind::giveaway;
  if (asks && is_blank(item.contest.text)) return Error{ErrorCode::field_empty, "text", {}, 0, {}};
  if (is_blank(item.contest.name)) return Error{ErrorCode::field_empty, "name", {}, 0, {}};
  return std::nullopt;
}

std::string entry_url(const Item& item) {
  return "/api/v1/contests/" + item.document.post.id.text() + "/entry";
}

} // namespace

void enter(Model& model, Item& item, Effects& effects) {
  if (item.busy) return;
  item.error = find_error(item);
  if (item.error) return focus_error(item, effects);
  Request request{Asked::enter, item.document.post.id, item};
  item.busy = true;
  item.done.clear();
  const wire::EnterContest message{item.contest.name, item.contest.naming, item.contest.text, model.page};
  ask(model, std::move(request), {0, wire::Method::put, entry_url(item), wire::encode(message), model.reader}, effects);
  if (!model.known) {
    model.known = true;
    effects.push_back(Store{"palabre:reader", model.reader});
  }
}

void withdraw(Model& model, Item& item, Effects& effects) {
  if (item.busy || !item.contest.entry) return;
  Request request{Asked::withdraw, item.document.post.id, item};
  item.busy = true;
  item.done.clear();
  ask(model, std::move(request), {0, wire::Method::del, entry_url(item), {}, model.reader}, effects);
}

void take_entry(Model& model, Item& item, Asked what, const Event& event, Effects& effects) {
  item.busy = false;
  if (event.status < 200 || event.status > 299) {
    item.error = error_of(event);
    return;
  }
  item.error.reset();
  item.contest.changing = false;
  const bool leaves = what == Asked::withdraw;
  const auto part = wire::decode_own_part(event.body);
  if (part && part->entry) {
    item.contest.entry = part->entry;
  } else if (leaves && item.contest.entry) {
    item.contest.entry->state = EntryState::withdrawn;
  }
  item.done = model.state.messages.text(leaves ? "contest.left" : "contest.entered");
  effects.push_back(Announce{item.done});
  effects.push_back(Focus{view::engage::id_in(item, "own")});
  keep(model, item, effects);
  ask_list(model, effects);
}

} // namespace palabre::widget::engage
