#include <algorithm>
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/wire/codec_posts.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "widget/app/door.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Item;

constexpr std::size_t most_kept = 100;

std::string encode_kept(const Model& model) {
  const auto& kept = model.kept;
  std::string text;
  wire::JsonWriter writer(text);
  writer.begin_object();
  writer.key("posts");
  writer.begin_array();
  std::size_t left = kept.size();
  for (const auto& [id, part] : kept) {
    if (left-- <= most_kept) wire::write_own_part(writer, part); // the newest have the highest ids
  }
  writer.end_array();
  writer.key("promised");
  writer.begin_object();
  for (const auto& [id, hash] : model.promised) {
    if (kept.count(id) == 0) continue;
    writer.key(id.text());
    writer.string(hash);
  }
  writer.end_object();
  writer.end_object();
  return text;
}

std::string encode_dismissed(const std::set<std::string>& keys) {
  std::string text;
  wire::JsonWriter writer(text);
  writer.begin_array();
  for (const std::string& key : keys) writer.string(key);
  writer.end_array();
  return text;
}

void remember_promises(Model& model, const std::string& stored) {
  const auto json = wire::parse_json(stored);
  const wire::JsonValue* promised = json ? json->find("promised") : nullptr;
  if (promised == nullptr) return;
  for (const wire::JsonValue& one : promised->children) {
    if (const auto id = PostId::parse(one.name)) model.promised.emplace(*id, one.text);
  }
}

// The button that was pressed is gone: whoever pressed it goes on from the next post, or from the one before.
void focus_neighbour(const Model& model, const Item& gone, Effects& effects) {
  const Item* neighbour = nullptr;
  bool passed = false;
  for (const Item* one : view::engage::in_order(model.state)) {
    passed = passed || one == &gone;
    if (one->dismissed) continue;
    neighbour = one;
    if (passed) break;
  }
  if (neighbour != nullptr) effects.push_back(Focus{view::engage::id_in(*neighbour, "title")});
}

} // namespace

void remember(Model& model, const Event& begin) {
  model.reader = begin.reader;
  model.known = begin.known;
  if (const auto parts = wire::decode_own_parts(begin.stored_posts)) {
    for (const wire::OwnPart& part : *parts) model.kept[part.post] = part;
  }
  remember_promises(model, begin.stored_posts);
  if (const auto keys = wire::parse_json(begin.stored_dismissed)) {
    for (const wire::JsonValue& key : keys->children) model.dismissed.insert(key.text);
  }
  for (Item& item : model.state.items) {
    item.dismissed = model.dismissed.count(view::engage::dismissal_key(item.document.post)) != 0;
    item.poll.name = begin.name;
    item.contest.name = begin.name;
    const auto kept = model.kept.find(item.document.post.id);
    if (kept != model.kept.end()) apply_own(model, kept->second);
    item.contest.told = false;
  }
}

// A prize's code stays on the server.
void keep(Model& model, const Item& item, Effects& effects) {
  wire::OwnPart part;
  part.post = item.document.post.id;
  part.ballot = item.poll.cast;
  part.entry = item.contest.entry;
  if (part.entry) part.entry->prize.clear();
  if (part.entry && part.entry->state == EntryState::withdrawn) part.entry.reset();
  model.kept.erase(part.post);
  if (part.ballot || part.entry) model.kept[part.post] = part;
  if (part.entry && item.document.contest) {
    model.promised.emplace(part.post, item.document.contest->proof.seed_hash); // the first that was seen
  }
  effects.push_back(Store{"palabre:posts:" + model.site, encode_kept(model)});
}

void dismiss(Model& model, Item& item, Effects& effects) {
  item.dismissed = true;
  focus_neighbour(model, item, effects);
  model.dismissed.insert(view::engage::dismissal_key(item.document.post));
  effects.push_back(Store{"palabre:dismissed:" + model.site, encode_dismissed(model.dismissed)});
}

void apply_own(Model& model, const wire::OwnPart& part) {
  Item* item = find_item(model, part.post);
  if (item == nullptr || item->busy) return;
  if (part.ballot) {
    item->poll.cast = part.ballot;
    if (!item->poll.changing) {
      item->poll.chosen = part.ballot->choices;
      item->poll.other = part.ballot->other;
    }
  }
  if (part.poll) item->poll.own_view = part.poll;
  if (part.entry) {
    item->contest.entry = part.entry;
    item->contest.told = true;
    if (!item->contest.changing) {
      item->contest.name = part.entry->name;
      item->contest.naming = part.entry->naming;
      item->contest.text = part.entry->text;
    }
  }
}

} // namespace palabre::widget::engage
