// What the reader's browser keeps: identity, rights to their own comments, drafts.
#include <algorithm>
#include <utility>

#include "shared/wire/json_writer.h"
#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

bool is_over(const Model& model, const OwnComment& own) {
  return model.now && own.until <= *model.now;
}

std::string encode_own(const std::vector<OwnComment>& all) {
  std::string text;
  wire::JsonWriter writer(text);
  writer.begin_array();
  for (const OwnComment& own : all) {
    writer.begin_object();
    writer.member("id", own.id.text());
    writer.member("token", own.token);
    writer.member("until", own.until.milliseconds);
    writer.end_object();
  }
  writer.end_array();
  return text;
}

std::string encode_identity(const Identity& identity) {
  std::string text;
  wire::JsonWriter writer(text);
  writer.begin_object();
  writer.member("name", identity.name);
  writer.member("email", identity.email);
  writer.member("website", identity.website);
  writer.end_object();
  return text;
}

void store_own(Model& model, Effects& effects) {
  auto& own = model.own;
  own.erase(std::remove_if(own.begin(), own.end(), [&](const OwnComment& one) { return is_over(model, one); }),
            own.end());
  const std::string key = "palabre:own:" + model.config.site;
  effects.push_back(Store{key, own.empty() ? std::nullopt : std::optional(encode_own(own))});
}

void add_own(Model& model, OwnComment added) {
  for (OwnComment& own : model.own) {
    if (own.id == added.id) {
      own = std::move(added);
      return;
    }
  }
  model.own.push_back(std::move(added));
}

// Nobody has written another name there, or gone on from this one.
bool is_untouched(const Identity& identity, const rules::Draft& draft) {
  const auto same = [](const std::string& written, const std::string& known) {
    return written.empty() || written == known;
  };
  return same(draft.name, identity.name) && same(draft.email, identity.email) && same(draft.website, identity.website);
}

// A composer that nobody has touched yet takes the remembered name.
void fill_in(const Identity& identity, rules::Draft& draft) {
  if (draft.name.empty()) draft.name = identity.name;
  if (draft.email.empty()) draft.email = identity.email;
  if (draft.website.empty()) draft.website = identity.website;
}

} // namespace

void refresh_rights(Model& model, Effects& effects) {
  model.state.own.clear();
  std::optional<Instant> first_end;
  for (const OwnComment& own : model.own) {
    if (is_over(model, own)) continue;
    model.state.own.insert(own.id);
    if (!first_end || own.until < *first_end) first_end = own.until;
  }
  if (first_end && model.now) effects.push_back(Wake{*first_end - *model.now, "rights"});
}

bool has_lapsed_rights(const Model& model) {
  return std::any_of(model.own.begin(), model.own.end(),
                     [&](const OwnComment& own) { return is_over(model, own) && model.state.own.count(own.id) != 0; });
}

void show_identity(Model& model) {
  for (auto& [key, composer] : model.state.composers) {
    const std::optional<ComposerTarget> target = parse_composer(key);
    if (!target || target->writing == Writing::edit || target->writing == Writing::appeal) continue;
    if (composer.signed_in) continue;
    rules::Draft& draft = composer.draft;
    if (composer.author_known) draft.name = draft.email = draft.website = {};
    const bool own = is_untouched(model.identity, draft);
    fill_in(model.identity, draft);
    if (own && !draft.name.empty() && !composer.error) composer.author_known = true;
  }
}

void remember(Model& model, const Remembered& remembered, Effects& effects) {
  if (remembered.identity) model.identity = *remembered.identity;
  for (const OwnComment& own : remembered.own) {
    add_own(model, own);
    note_mine(model, own.id, own.token);
  }
  model.state.flagged.insert(remembered.flagged.begin(), remembered.flagged.end());
  model.reader = {remembered.reader, remembered.known};
  ask_own(model, effects);
  composer_of(model, "new");
  show_identity(model);
  for (const auto& [key, body] : remembered.drafts) {
    const std::optional<ComposerTarget> target = parse_composer(key);
    if (!target) continue;
    const bool lapsed = target->writing == Writing::edit && find_own(model, *target->comment) == nullptr;
    if (lapsed) {
      keep_draft(model, key, {}, effects);
      continue;
    }
    std::string& text = composer_of(model, key).draft.body;
    if (text.empty()) text = body;
  }
}

// The end is reckoned with the host's clock from now, so a clock that differs from the server's does no harm.
void own_comment(Model& model, CommentId id, const std::string& token, Effects& effects) {
  if (token.empty()) return;
  note_mine(model, id, token);
  if (!model.now) return;
  add_own(model, {id, token, *model.now + model.limits.edit_window});
  store_own(model, effects);
  refresh_rights(model, effects);
}

void disown_comment(Model& model, CommentId id, Effects& effects) {
  auto& own = model.own;
  own.erase(std::remove_if(own.begin(), own.end(), [&](const OwnComment& one) { return one.id == id; }), own.end());
  model.state.mine.erase(id);
  store_own(model, effects);
  refresh_rights(model, effects);
}

void keep_identity(Model& model, const rules::Draft& draft, Effects& effects) {
  model.identity = {draft.name, draft.email, draft.website};
  effects.push_back(Store{"palabre:me", encode_identity(model.identity)});
}

void keep_draft(const Model& model, const std::string& composer, const std::string& body, Effects& effects) {
  const std::string key = "palabre:draft:" + model.config.site + ":" + model.config.page + ":" + composer;
  effects.push_back(Store{key, body.empty() ? std::nullopt : std::optional(body)});
}

const OwnComment* find_own(const Model& model, CommentId id) {
  for (const OwnComment& own : model.own) {
    if (own.id == id) return &own;
  }
  return nullptr;
}

} // namespace palabre::widget
