#include <algorithm>
#include <utility>

#include "shared/view/parts.h"
#include "widget/app/changes.h"
#include "widget/app/companion.h"

namespace palabre::widget {
namespace {

// The field's own id within the composer; the body for what is about no field.
std::string field_id(const std::string& composer, std::string_view field) {
  const std::size_t dot = field.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? field : field.substr(dot + 1);
  const bool known = last == "name" || last == "email" || last == "website";
  return composer + "-" + std::string(known ? last : "body");
}

std::string key_for(Model& model, const std::string& composer, const std::string& message) {
  Attempt& attempt = model.attempts[composer];
  if (attempt.key.empty() || attempt.message != message) {
    attempt = {message, model.config.seed + "-" + std::to_string(++model.last_key)};
  }
  return attempt.key;
}

// "1;<milliseconds of writing>;<what stands in the trap>"
std::string proof_of(const Model& model, const std::string& key) {
  const std::optional<Duration> writing = time_to_write(model, key);
  const auto composer = model.state.composers.find(key);
  return "1;" + (writing ? std::to_string(writing->milliseconds) : "") + ";" +
         (composer != model.state.composers.end() ? composer->second.trap : "");
}

wire::PostComment message_of(const Model& model, const ComposerTarget& target, const rules::Draft& draft) {
  wire::PostComment message;
  message.site = model.config.site;
  message.page = model.config.page;
  message.url = model.config.url;
  message.title = model.config.title;
  message.parent = target.comment;
  message.draft = draft;
  message.lang = std::string(view::to_name(model.config.messages.language()));
  return message;
}

void send_comment(Model& model, const std::string& key, const ComposerTarget& target, Effects& effects) {
  view::Composer& composer = composer_of(model, key);
  // The body stands first in the form, so its error comes first.
  const Expected<std::string> body = rules::check_body(composer.draft.body, model.limits);
  if (!body) return show_error(model, key, body.error(), effects);
  const Expected<rules::Draft> draft = rules::check_draft(composer.draft, model.limits);
  if (!draft) return show_error(model, key, draft.error(), effects);

  composer.error.reset();
  composer.sending = true;
  Request request{Purpose::post, key, composer.draft.body};
  request.comment = target.comment;
  request.pending = std::to_string(model.last_request + 1);
  model.state.pending.push_back({request.pending, target.comment, {draft->name, draft->website}, draft->body});

  Fetch fetch;
  fetch.method = wire::Method::post;
  fetch.url = wire::comments_url();
  wire::PostComment message = message_of(model, target, *draft);
  fetch.key = key_for(model, key, wire::encode(message)); // the time it took is no part of what is said
  message.proof = proof_of(model, key);
  fetch.body = wire::encode(message);
  fetch.token = use_reader_token(model, effects);
  fetch.request = remember_request(model, std::move(request));
  keep_identity(model, *draft, effects);
  effects.push_back(std::move(fetch));
}

void send_edit(Model& model, const std::string& key, CommentId id, Effects& effects) {
  view::Composer& composer = composer_of(model, key);
  const Expected<std::string> body = rules::check_body(composer.draft.body, model.limits);
  if (!body) return show_error(model, key, body.error(), effects);
  const OwnComment* own = find_own(model, id);
  if (own == nullptr) return show_error(model, key, {ErrorCode::missing_token, {}, {}, 0}, effects);

  composer.error.reset();
  composer.sending = true;
  Request request{Purpose::edit, key, composer.draft.body};
  request.comment = id;
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.method = wire::Method::patch;
  fetch.url = wire::comment_url(id);
  fetch.body = wire::encode(wire::EditComment{*body});
  fetch.token = own->token;
  effects.push_back(std::move(fetch));
}

void drop_pending(Model& model, const std::string& key) {
  auto& pending = model.state.pending;
  pending.erase(std::remove_if(pending.begin(), pending.end(), [&](const auto& one) { return one.key == key; }),
                pending.end());
}

// The text is still in the composer; the composer must be in sight.
void fail_post(Model& model, const Request& request, Error error, Effects& effects) {
  composer_of(model, request.composer).sending = false;
  const std::optional<ComposerTarget> target = parse_composer(request.composer);
  if (target && target->writing == Writing::reply && find_comment(model.state.thread, *target->comment) != nullptr) {
    model.state.replying_to = target->comment;
  }
  show_error(model, request.composer, std::move(error), effects);
}

// What was written since it was sent stays.
void finish_composer(Model& model, const Request& request, Effects& effects) {
  view::Composer& composer = composer_of(model, request.composer);
  composer.sending = false;
  composer.error.reset();
  model.attempts.erase(request.composer);
  if (composer.draft.body != request.body) return;
  composer.draft.body.clear();
  model.begun.erase(request.composer);
  forget_verdict(model, request.composer);
  keep_draft(model, request.composer, {}, effects);
  if (!request.comment) return;
  if (model.state.replying_to == request.comment) model.state.replying_to.reset();
  model.state.composers.erase(request.composer);
}

// A good status with a foreign body is trouble on the server's side.
Expected<wire::PostedComment> posted_comment(const Answered& answer) {
  if (!is_success(answer)) return tl::unexpected<Error>(failure_of(answer));
  Expected<wire::PostedComment> posted = wire::decode_posted_comment(answer.body);
  if (!posted) return fail(ErrorCode::internal, {}, posted.error().detail);
  return posted;
}

std::string_view notice_of(CommentState state) {
  switch (state) {
  case CommentState::held: return "notice.held";
  case CommentState::hidden: return "notice.hidden";
  default: return "notice.published";
  }
}

} // namespace

void show_error(Model& model, const std::string& key, Error error, Effects& effects) {
  view::Composer& composer = composer_of(model, key);
  if (error.field.rfind("author.", 0) == 0) composer.author_known = false;
  effects.push_back(Focus{{field_id(key, error.field)}});
  composer.error = std::move(error);
}

void submit(Model& model, const std::string& composer, Effects& effects) {
  const std::optional<ComposerTarget> target = parse_composer(composer);
  if (!target || composer_of(model, composer).sending) return;
  if (target->writing == Writing::appeal) return send_appeal(model, composer, *target->comment, effects);
  if (target->writing == Writing::edit) return send_edit(model, composer, *target->comment, effects);
  const bool reply = target->writing == Writing::reply && model.companion != nullptr;
  if (reply && model.companion->send_reply(model, composer, *target->comment, effects)) return;
  send_comment(model, composer, *target, effects);
}

void answer_post(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  take_posted(model, request, posted_comment(answer), effects);
}

void take_posted(Model& model, const Request& request, const Expected<wire::PostedComment>& posted, Effects& effects) {
  drop_pending(model, request.pending);
  if (!posted) return fail_post(model, request, posted.error(), effects);

  const Comment comment = with_reasons(posted->comment, posted->verdict);
  insert_comment(model.state.thread, comment);
  keep_held(model, comment);
  if (comment.state == CommentState::published) ++model.published;
  own_comment(model, posted->comment.id, posted->edit_token, effects);
  if (!posted->welcome.empty()) model.state.welcome = view::Welcome{comment.id, posted->welcome};
  finish_composer(model, request, effects);
  show_identity(model);
  const Target place{posted->comment.id.text()};
  effects.push_back(Count{model.state.thread.total});
  effects.push_back(Reveal{place});
  effects.push_back(Focus{place});
  announce(model, notice_of(posted->comment.state), effects);
  ask_verdict(model, request.composer, effects);
}

void answer_edit(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const Expected<wire::PostedComment> saved = posted_comment(answer);
  const bool open = model.state.editing == request.comment;
  if (open) composer_of(model, request.composer).sending = false;
  if (!saved && open) return show_error(model, request.composer, saved.error(), effects);
  if (!saved) {
    effects.push_back(Announce{view::error_text(saved.error(), model.state.messages)});
    return;
  }
  const Comment comment = with_reasons(saved->comment, saved->verdict);
  replace_comment(model.state.thread, comment);
  keep_held(model, comment);
  announce(model, "notice.saved", effects);
  if (open && composer_of(model, request.composer).draft.body != request.body) return; // written on since
  close_edit(model, *request.comment, effects);
}

} // namespace palabre::widget
