#include <utility>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

constexpr std::string_view reply_prefix = "reply-";
constexpr std::string_view edit_prefix = "edit-";

std::string reply_key(CommentId id) {
  return std::string(reply_prefix) + id.text();
}
std::string edit_key(CommentId id) {
  return std::string(edit_prefix) + id.text();
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string* field_of(rules::Draft& draft, std::string_view field) {
  if (field == "body") return &draft.body;
  if (field == "author.name") return &draft.name;
  if (field == "author.email") return &draft.email;
  if (field == "author.website") return &draft.website;
  return nullptr;
}

} // namespace

std::optional<ComposerTarget> parse_composer(std::string_view key) {
  if (key == "new") return ComposerTarget{};
  const bool reply = starts_with(key, reply_prefix);
  if (!reply && !starts_with(key, edit_prefix)) return std::nullopt;
  const std::optional<CommentId> id = CommentId::parse(key.substr(reply ? reply_prefix.size() : edit_prefix.size()));
  if (!id) return std::nullopt;
  return ComposerTarget{reply ? Writing::reply : Writing::edit, id};
}

view::Composer& composer_of(Model& model, const std::string& key) {
  const auto [entry, fresh] = model.state.composers.try_emplace(key);
  if (fresh && !starts_with(key, edit_prefix)) {
    entry->second.draft.name = model.identity.name;
    entry->second.draft.email = model.identity.email;
    entry->second.draft.website = model.identity.website;
  }
  return entry->second;
}

void change_field(Model& model, std::string_view target, const std::string& value, Effects& effects) {
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return;
  const std::string key(target.substr(0, dot));
  const std::string_view field = target.substr(dot + 1);
  const std::optional<ComposerTarget> place = parse_composer(key);
  if (!place) return;
  view::Composer& composer = composer_of(model, key);
  std::string* text = field_of(composer.draft, field);
  if (text == nullptr || *text == value) return;
  *text = value;
  // An error stays in sight until the field it is about is touched.
  if (composer.error && composer.error->field == field) composer.error.reset();
  if (field == "body" && place->writing != Writing::edit) keep_draft(model, key, value, effects);
}

void toggle_reply(Model& model, CommentId id, Effects& effects) {
  if (model.state.replying_to == id) return close_reply(model, id, effects);
  if (find_comment(model.state.thread, id) == nullptr) return;
  model.state.replying_to = id;
  composer_of(model, reply_key(id));
  effects.push_back(Focus{{reply_key(id) + "-body"}});
}

// The words stay in the model and come back when the box is opened again.
void close_reply(Model& model, CommentId id, Effects& effects) {
  if (model.state.replying_to != id) return;
  model.state.replying_to.reset();
  if (const auto entry = model.state.composers.find(reply_key(id)); entry != model.state.composers.end()) {
    entry->second.error.reset();
  }
  effects.push_back(Focus{{{}, {view::ActionKind::reply, id.text()}}});
}

void open_edit(Model& model, CommentId id, Effects& effects) {
  view::ThreadState& state = model.state;
  const Comment* comment = find_comment(state.thread, id);
  if (comment == nullptr || state.own.count(id) == 0) return;
  if (state.editing && *state.editing != id) state.composers.erase(edit_key(*state.editing));
  state.editing = id;
  state.remove_errors.erase(id);
  view::Composer& composer = composer_of(model, edit_key(id));
  composer = {};
  composer.draft.body = comment->body;
  effects.push_back(Focus{{edit_key(id) + "-body"}});
}

void close_edit(Model& model, CommentId id, Effects& effects) {
  if (model.state.editing != id) return;
  model.state.editing.reset();
  model.state.composers.erase(edit_key(id));
  const bool may_edit = model.state.own.count(id) != 0;
  effects.push_back(Focus{may_edit ? Target{{}, {view::ActionKind::edit, id.text()}} : Target{id.text()}});
}

void leave_composer(Model& model, const std::string& key, Effects& effects) {
  const std::optional<ComposerTarget> place = parse_composer(key);
  if (!place || !place->comment) return;
  if (place->writing == Writing::reply) return close_reply(model, *place->comment, effects);
  const Comment* comment = find_comment(model.state.thread, *place->comment);
  const bool unchanged = comment == nullptr || composer_of(model, key).draft.body == comment->body;
  if (unchanged) close_edit(model, *place->comment, effects);
}

} // namespace palabre::widget
