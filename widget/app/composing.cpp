#include <algorithm>
#include <array>
#include <utility>

#include "shared/text/utf8.h"
#include "shared/view/writing_tools.h"
#include "widget/app/changes.h"
#include "widget/app/companion.h"

namespace palabre::widget {
namespace {

constexpr std::string_view reply_prefix = "reply-";
constexpr std::string_view edit_prefix = "edit-";
constexpr std::string_view appeal_prefix = "appeal-";

std::string reply_key(CommentId id) {
  return std::string(reply_prefix) + id.text();
}
std::string edit_key(CommentId id) {
  return std::string(edit_prefix) + id.text();
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Said once each as the room shrinks past them, and not with every key.
constexpr std::array<std::int64_t, 4> told_rooms{500, 100, 20, -1};

void tell_room(const Model& model, std::string_view before, std::string_view now, Effects& effects) {
  const std::optional<std::int64_t> room = rules::scarce_room(now, model.limits);
  if (!room) return;
  const std::int64_t last = rules::scarce_room(before, model.limits).value_or(told_rooms.front() + 1);
  const bool told = std::any_of(told_rooms.begin(), told_rooms.end(),
                                [&](std::int64_t limit) { return *room <= limit && limit < last; });
  if (told) effects.push_back(Announce{view::room_text(*room, model.state.messages)});
}

std::string* field_of(rules::Draft& draft, std::string_view field) {
  if (field == "body") return &draft.body;
  if (field == "author.name") return &draft.name;
  if (field == "author.email") return &draft.email;
  if (field == "author.website") return &draft.website;
  return nullptr;
}

// Whether an edit holds nothing that the comment does not say already.
bool is_unchanged_edit(Model& model, CommentId id) {
  const Comment* comment = find_comment(model.state.thread, id);
  return comment == nullptr || composer_of(model, edit_key(id)).draft.body == comment->body;
}

void forget_unchanged_edit(Model& model, CommentId id) {
  if (is_unchanged_edit(model, id)) model.state.composers.erase(edit_key(id));
}

} // namespace

std::optional<ComposerTarget> parse_composer(std::string_view key) {
  if (key == "new") return ComposerTarget{};
  for (const auto& [prefix, writing] : {std::pair(reply_prefix, Writing::reply), std::pair(edit_prefix, Writing::edit),
                                        std::pair(appeal_prefix, Writing::appeal)}) {
    if (!starts_with(key, prefix)) continue;
    const std::optional<CommentId> id = CommentId::parse(key.substr(prefix.size()));
    return id ? std::optional(ComposerTarget{writing, id}) : std::nullopt;
  }
  return std::nullopt;
}

view::Composer& composer_of(Model& model, const std::string& key) {
  const auto [entry, fresh] = model.state.composers.try_emplace(key);
  if (fresh && !starts_with(key, edit_prefix) && !starts_with(key, appeal_prefix)) {
    entry->second.draft.name = model.identity.name;
    entry->second.draft.email = model.identity.email;
    entry->second.draft.website = model.identity.website;
    entry->second.author_known = !model.identity.name.empty();
    if (model.companion) model.companion->dress(key, entry->second);
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
  std::string* text = field == "trap" ? &composer.trap : field_of(composer.draft, field);
  if (text == nullptr || *text == value) return;
  if (field == "body") tell_room(model, *text, value, effects);
  *text = value;
  // An error stays in sight until the field it is about is touched.
  if (composer.error && composer.error->field == field) composer.error.reset();
  if (field == "body") {
    if (model.now) model.begun.try_emplace(key, *model.now);
    keep_draft(model, key, value, effects);
  }
  ask_verdict(model, key, effects);
}

void format(Model& model, std::string_view target, const text::Selection& selection, Effects& effects) {
  const std::optional<view::FormatTarget> wanted = view::parse_format(target);
  if (!wanted || !parse_composer(wanted->composer)) return;
  const std::string& body = composer_of(model, wanted->composer).draft.body;
  if (!text::is_valid_utf8(body)) return;
  effects.push_back(Edit{{wanted->composer + "-body"}, text::format_selection(body, selection, wanted->format)});
}

void toggle_preview(Model& model, const std::string& key) {
  if (!parse_composer(key)) return;
  bool& preview = composer_of(model, key).preview;
  preview = !preview;
}

void change_author(Model& model, const std::string& key, Effects& effects) {
  if (!parse_composer(key)) return;
  if (composer_of(model, key).signed_in) return;
  composer_of(model, key).author_known = false;
  effects.push_back(Focus{{key + "-name"}});
}

void toggle_reply(Model& model, CommentId id, Effects& effects) {
  if (model.state.replying_to == id) return close_reply(model, id, effects);
  if (find_comment(model.state.thread, id) == nullptr) return;
  model.state.replying_to = id;
  model.state.folded.erase(id); // the reply will stand among them
  composer_of(model, reply_key(id));
  ask_verdict(model, reply_key(id), effects);
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
  if (state.editing && *state.editing != id) forget_unchanged_edit(model, *state.editing);
  state.editing = id;
  state.remove_errors.erase(id);
  view::Composer& composer = composer_of(model, edit_key(id));
  if (composer.draft.body.empty()) composer.draft.body = comment->body;
  ask_verdict(model, edit_key(id), effects);
  effects.push_back(Focus{{edit_key(id) + "-body"}});
}

void close_edit(Model& model, CommentId id, Effects& effects) {
  if (model.state.editing != id) return;
  model.state.editing.reset();
  model.state.composers.erase(edit_key(id));
  keep_draft(model, edit_key(id), {}, effects);
  const bool may_edit = model.state.own.count(id) != 0;
  effects.push_back(Focus{may_edit ? Target{{}, {view::ActionKind::edit, id.text()}} : Target{id.text()}});
}

void leave_composer(Model& model, const std::string& key, Effects& effects) {
  const std::optional<ComposerTarget> place = parse_composer(key);
  if (!place || !place->comment) return;
  if (place->writing == Writing::reply) return close_reply(model, *place->comment, effects);
  if (place->writing == Writing::appeal) return toggle_appeal(model, *place->comment, effects);
  if (is_unchanged_edit(model, *place->comment)) close_edit(model, *place->comment, effects);
}

} // namespace palabre::widget
