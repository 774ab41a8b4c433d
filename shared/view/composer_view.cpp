#include "shared/view/composer_view.h"

#include <algorithm>

#include "shared/view/outlook_view.h"
#include "shared/view/parts.h"
#include "shared/view/writing_tools.h"
#include "shared/wire/routes.h"

namespace palabre::view {
namespace {

struct Form {
  const ThreadState& state;
  const Messages& messages;
  const ComposerPlace& place;
  const Composer& composer;
  std::string key;
};

struct FieldSpec {
  std::string_view name;  // in the form and in its id: "name"
  std::string_view field; // on the wire and in Error.field: "author.name"
  std::string_view kind;  // of the input
  std::string_view autocomplete;
  std::string_view hint; // message key; may be empty
  State state;
};

const std::string& draft_value(const rules::Draft& draft, std::string_view name) {
  if (name == "name") return draft.name;
  if (name == "email") return draft.email;
  if (name == "website") return draft.website;
  return draft.body;
}

std::string error_id(const Form& form) {
  return form.key + "-error";
}

bool is_wrong(const Form& form, std::string_view field) {
  return form.composer.error && form.composer.error->field == field;
}

// The ids that describe a field: its hint, and the error when it is about this field.
void add_description(const Form& form, const std::string& hint_id, bool wrong, std::vector<Attribute>& attributes) {
  std::string ids = hint_id;
  if (wrong) ids += (ids.empty() ? "" : " ") + error_id(form);
  if (!ids.empty()) attributes.push_back({Attr::described_by, ids});
}

NodePtr error_view(const Form& form) {
  if (!form.composer.error) return nullptr;
  return element(Role::alert, {.key = "error", .attributes = {{Attr::id, error_id(form)}, style("p-error")}},
                 {words(error_text(*form.composer.error, form.messages))});
}

bool is_plain(const Form& form) {
  return form.state.interaction == Interaction::forms;
}

// The author's line stands where the hint would.
bool has_hint(const Form& form) {
  return !form.composer.author_known;
}

NodePtr room_view(const std::string& id, const std::string& room, bool over) {
  if (room.empty()) return nullptr;
  return element(
      Role::inline_group,
      {.key = "room", .attributes = {{Attr::id, id}, style(over ? "p-hint p-room p-over" : "p-hint p-room")}},
      {words(room)});
}

std::string outlook_id(const Form& form) {
  return form.key + "-outlook";
}

// What describes the body: the hint about Markdown, the room that is left, and what will become of it.
std::string body_notes(const Form& form, const std::string& room, const std::string& room_id) {
  std::string ids = has_hint(form) ? form.key + "-markdown" : std::string();
  if (!room.empty()) ids += (ids.empty() ? "" : " ") + room_id;
  if (has_outlook(form.composer.outlook)) ids += (ids.empty() ? "" : " ") + outlook_id(form);
  return ids;
}

NodePtr outlook_of(const Form& form) {
  return is_plain(form) ? nullptr : outlook_view(form.messages, outlook_id(form), form.composer.outlook);
}

NodePtr body_field(const Form& form) {
  const std::string id = form.key + "-body";
  const std::string room_id = form.key + "-room";
  const std::optional<std::int64_t> left = rules::scarce_room(form.composer.draft.body, {});
  const bool over = left && *left < 0;
  const std::string room = left ? room_text(*left, form.messages) : std::string();
  const bool wrong = is_wrong(form, "body");
  std::vector<Attribute> attributes{{Attr::id, id},
                                    style("p-input p-input-body"),
                                    {Attr::name, "body"},
                                    {Attr::rows, "4"},
                                    {Attr::capitals, "sentences"},
                                    {Attr::spelling, "true"},
                                    {Attr::text_direction, "auto"},
                                    {Attr::placeholder, form.messages.text("composer.body.placeholder")},
                                    {Attr::value, form.composer.draft.body}};
  add_description(form, body_notes(form, room, room_id), wrong, attributes);
  const State state = State::required | (wrong || over ? State::invalid : State::none);
  return element(Role::group, {.key = "body", .attributes = {style("p-field p-field-body")}},
                 {element(Role::label, {.attributes = {{Attr::labels, id}, style("p-visually-hidden")}},
                          {words(form.messages.text("composer.body"))}),
                  element(Role::text_area, {.attributes = std::move(attributes),
                                            .state = state,
                                            .action = {ActionKind::edit_field, form.key + ".body"},
                                            .paint = {PaintKind::field, 0, 0}}),
                  room_view(room_id, room, over), outlook_of(form)});
}

NodePtr line_field(const Form& form, const FieldSpec& spec) {
  const std::string name(spec.name);
  const std::string id = form.key + "-" + name;
  const std::string hint_id = spec.hint.empty() ? "" : id + "-hint";
  const bool wrong = is_wrong(form, spec.field);
  std::vector<Attribute> attributes{{Attr::id, id},
                                    style("p-input"),
                                    {Attr::name, name},
                                    {Attr::input_kind, std::string(spec.kind)},
                                    {Attr::autocomplete, std::string(spec.autocomplete)},
                                    {Attr::value, draft_value(form.composer.draft, spec.name)}};
  const bool is_text = spec.kind == "text";
  if (is_text) attributes.push_back({Attr::text_direction, "auto"});
  attributes.push_back({Attr::capitals, is_text ? "words" : "none"});
  attributes.push_back({Attr::spelling, "false"});
  attributes.push_back({Attr::enter_key, "next"});
  add_description(form, hint_id, wrong, attributes);
  const State state = spec.state | (wrong ? State::invalid : State::none);
  NodePtr hint = spec.hint.empty() ? nullptr
                                   : element(Role::inline_group,
                                             {.key = "hint", .attributes = {{Attr::id, hint_id}, style("p-hint")}},
                                             {words(form.messages.text(spec.hint))});
  return element(Role::group, {.key = name, .attributes = {style("p-field")}},
                 {element(Role::label, {.attributes = {{Attr::labels, id}, style("p-label")}},
                          {words(form.messages.text("composer." + name))}),
                  element(Role::field, {.attributes = std::move(attributes),
                                        .state = state,
                                        .action = {ActionKind::edit_field, form.key + "." + std::string(spec.field)},
                                        .paint = {PaintKind::field, 0, 0}}),
                  std::move(hint)});
}

NodePtr author_fields(const Form& form) {
  if (form.place.kind == ComposerKind::edit || form.composer.author_known) return nullptr;
  return element(Role::group, {.key = "author", .attributes = {style("p-fields")}},
                 {line_field(form, {"name", "author.name", "text", "name", "", State::required}),
                  line_field(form, {"email", "author.email", "email", "email", "composer.email.hint", State::none}),
                  line_field(form, {"website", "author.website", "url", "url", "", State::none})});
}

NodePtr cancel_view(const Form& form) {
  if (form.place.kind == ComposerKind::fresh) return nullptr;
  const std::string text = form.messages.text("composer.cancel");
  if (is_plain(form)) {
    return element(
        Role::link,
        {.key = "cancel", .attributes = {style("p-button p-button-quiet"), {Attr::href, own_link(form.state, "")}}},
        {words(text)});
  }
  const ActionKind kind = form.place.kind == ComposerKind::reply ? ActionKind::cancel_reply : ActionKind::cancel_edit;
  return button("cancel", PaintKind::quiet_button, text, {kind, form.place.comment.text()});
}

// "as Zoé", with the name set apart from the words around it whatever script it is in.
NodePtr author_line(const Form& form) {
  const std::string text = form.messages.text("composer.as");
  const std::string_view place = "{name}";
  const std::size_t at = std::min(text.find(place), text.size());
  const std::string after = at < text.size() ? text.substr(at + place.size()) : std::string();
  NodePtr name =
      element(Role::strong, {.attributes = {{Attr::text_direction, "auto"}}}, {words(form.composer.draft.name)});
  return element(Role::group, {.key = "known", .attributes = {style("p-hint p-known")}},
                 {element(Role::inline_group, {}, {words(text.substr(0, at)), std::move(name), words(after)}),
                  form.composer.signed_in
                      ? nullptr
                      : button("change", PaintKind::quiet_button, form.messages.text("composer.change"),
                               {ActionKind::change_author, form.key},
                               {{Attr::label, form.messages.text("composer.change.label")}})});
}

NodePtr hint_view(const Form& form) {
  if (!has_hint(form)) return author_line(form);
  return element(Role::paragraph,
                 {.key = "markdown", .attributes = {{Attr::id, form.key + "-markdown"}, style("p-hint")}},
                 {words(form.messages.text("composer.markdown"))});
}

NodePtr foot(const Form& form) {
  const bool sending = form.composer.sending;
  const std::string_view label = sending                                 ? "composer.sending"
                                 : form.place.kind == ComposerKind::edit ? "composer.save"
                                                                         : "composer.publish";
  return element(Role::group, {.key = "foot", .attributes = {style("p-composer-foot")}},
                 {hint_view(form), cancel_view(form),
                  button("submit", PaintKind::primary_button, form.messages.text(label), {}, {{Attr::submit, "submit"}},
                         sending ? State::busy : State::none)});
}

NodePtr hidden_field(const std::string& name, const std::string& value) {
  return element(Role::field,
                 {.key = name, .attributes = {{Attr::input_kind, "hidden"}, {Attr::name, name}, {Attr::value, value}}});
}

// Whoever fills in every field fills in this one; people do not meet it.
NodePtr trap_field(const Form& form) {
  if (form.place.kind == ComposerKind::edit) return nullptr;
  const std::string id = form.key + "-subject";
  return element(
      Role::group, {.key = "trap", .attributes = {style("p-visually-hidden"), {Attr::concealed, ""}}},
      {element(Role::label, {.attributes = {{Attr::labels, id}}}, {words(form.messages.text("composer.trap"))}),
       element(Role::field, {.attributes = {{Attr::id, id},
                                            {Attr::name, "subject"},
                                            {Attr::input_kind, "text"},
                                            {Attr::autocomplete, "off"},
                                            {Attr::value, form.composer.trap},
                                            {Attr::focusable, ""}},
                             .action = {ActionKind::edit_field, form.key + ".trap"}})});
}

// Without script the parent travels in the form.
NodePtr parent_field(const Form& form) {
  if (!is_plain(form) || form.place.kind != ComposerKind::reply) return nullptr;
  return hidden_field("parent", form.place.comment.text());
}

// And what the writer had read, so that a form sent twice is told from the same words written again later.
NodePtr version_field(const Form& form) {
  if (!is_plain(form)) return nullptr;
  return hidden_field("version", std::to_string(form.state.thread.version));
}

Properties form_properties(const Form& form) {
  std::string names = "p-composer";
  std::string_view label = "composer.new";
  if (form.place.kind == ComposerKind::reply) names += " p-composer-reply", label = "composer.reply";
  if (form.place.kind == ComposerKind::edit) names += " p-composer-edit", label = "composer.edit";
  std::string url = wire::plain_thread_url(form.state.thread.site, form.state.thread.page);
  if (!form.state.asked_language.empty()) url += own_link(form.state, "");
  Properties properties{.key = "composer-" + form.key,
                        .attributes = {{Attr::id, form.key},
                                       style(names),
                                       {Attr::label, form.messages.text(label)},
                                       {Attr::method, "post"},
                                       {Attr::target_url, std::move(url)}},
                        .state = form.composer.sending ? State::busy : State::none,
                        .action = {ActionKind::submit, form.key},
                        .paint = {PaintKind::card, 1, 0}};
  if (!is_plain(form)) properties.attributes.push_back({Attr::own_checks, ""});
  return properties;
}

// Without script there is one draft, that of the request.
const Composer& composer_of(const ThreadState& state, const std::string& key) {
  static const Composer empty;
  const auto found = state.composers.find(state.interaction == Interaction::forms ? "new" : key);
  return found == state.composers.end() ? empty : found->second;
}

} // namespace

std::string composer_key(const ComposerPlace& place) {
  switch (place.kind) {
  case ComposerKind::fresh: return "new";
  case ComposerKind::reply: return "reply-" + place.comment.text();
  case ComposerKind::edit: return "edit-" + place.comment.text();
  }
  return "new";
}

bool has_draft(const ThreadState& state, const ComposerPlace& place) {
  if (place.kind == ComposerKind::reply ? state.replying_to == place.comment : state.editing == place.comment)
    return false;
  const auto found = state.composers.find(composer_key(place));
  return found != state.composers.end() && !found->second.draft.body.empty();
}

NodePtr composer_view(const ThreadState& state, const Messages& messages, const ComposerPlace& place) {
  const std::string key = composer_key(place);
  const Form form{state, messages, place, composer_of(state, key), key};
  return element(Role::form, form_properties(form),
                 {body_field(form), is_plain(form) ? nullptr : toolbar_view(messages, key, form.composer),
                  preview_view(messages, form.composer, state.additions), author_fields(form), trap_field(form),
                  error_view(form), parent_field(form), version_field(form), foot(form)});
}

} // namespace palabre::view
