// What readers tell the moderators, and the masks that they lift.
#include <utility>

#include "shared/text/utf8.h"
#include "shared/view/moderation_view.h"
#include "shared/wire/json_writer.h"
#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

std::string encode_ids(const std::set<CommentId>& ids) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_array();
  for (const CommentId id : ids) writer.string(id.text());
  writer.end_array();
  return json;
}

void keep_flag(Model& model, CommentId id, Effects& effects) {
  constexpr std::size_t most = 500; // of those that a browser remembers; the newest have the highest numbers
  auto& flagged = model.state.flagged;
  flagged.insert(id);
  if (flagged.size() > most) flagged.erase(flagged.begin());
  effects.push_back(Store{"palabre:flags:" + model.config.site, encode_ids(flagged)});
}

void close_appeal(Model& model, CommentId id) {
  model.state.appealing.reset();
  const auto composer = model.state.composers.find(view::appeal_key(id));
  if (composer != model.state.composers.end()) composer->second.error.reset();
}

} // namespace

void toggle_flag(Model& model, CommentId id, Effects& effects) {
  view::ThreadState& state = model.state;
  const bool open = state.flagging && state.flagging->comment == id;
  state.flagging.reset();
  if (open) {
    effects.push_back(Focus{{{}, {view::ActionKind::flag, id.text()}}});
    return;
  }
  if (find_comment(state.thread, id) == nullptr || state.flagged.count(id) != 0) return;
  state.flagging.emplace().comment = id;
  const std::string first = id.text() + "." + std::string(to_name(wire::flag_reasons.front()));
  effects.push_back(Focus{{{}, {view::ActionKind::flag_as, first}}});
}

void flag_as(Model& model, std::string_view target, Effects& effects) {
  const std::optional<view::FlagTarget> flag = view::parse_flag(target);
  auto& flagging = model.state.flagging;
  if (!flag || !flagging || flagging->comment != flag->comment || flagging->sending) return;
  flagging->sending = true;
  flagging->error.reset();
  Request request{Purpose::flag};
  request.comment = flag->comment;
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.method = wire::Method::post;
  fetch.url = wire::flags_url(flag->comment);
  fetch.body = wire::encode(wire::FlagComment{flag->reason, {}});
  fetch.token = use_reader_token(model, effects);
  effects.push_back(std::move(fetch));
}

void answer_flag(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const CommentId id = *request.comment;
  auto& flagging = model.state.flagging;
  const bool open = flagging && flagging->comment == id;
  if (!is_success(answer)) {
    if (!open) return;
    flagging->sending = false;
    flagging->error = failure_of(answer);
    return;
  }
  if (open) flagging.reset();
  keep_flag(model, id, effects);
  effects.push_back(Focus{{id.text()}});
  announce(model, "notice.flagged", effects);
}

void toggle_appeal(Model& model, CommentId id, Effects& effects) {
  view::ThreadState& state = model.state;
  if (state.appealing == id) {
    close_appeal(model, id);
    effects.push_back(Focus{{{}, {view::ActionKind::appeal, id.text()}}});
    return;
  }
  if (find_comment(state.thread, id) == nullptr || state.mine.count(id) == 0 || state.appealed.count(id) != 0) return;
  state.appealing = id;
  composer_of(model, view::appeal_key(id));
  effects.push_back(Focus{{view::appeal_key(id) + "-body"}});
}

void send_appeal(Model& model, const std::string& composer, CommentId id, Effects& effects) {
  const auto token = model.own_tokens.find(id);
  if (token == model.own_tokens.end()) {
    return show_error(model, composer, {ErrorCode::missing_token, {}, {}, 0}, effects);
  }
  const std::string message = text::normalise_line(text::replace_invalid_utf8(composer_of(model, composer).draft.body));
  if (message.empty()) return show_error(model, composer, {ErrorCode::field_empty, "message", {}, 0}, effects);
  composer_of(model, composer).error.reset();
  composer_of(model, composer).sending = true;
  Request request{Purpose::appeal, composer};
  request.comment = id;
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.method = wire::Method::post;
  fetch.url = wire::appeals_url(id);
  fetch.body = wire::encode(wire::AppealComment{message});
  fetch.token = token->second;
  effects.push_back(std::move(fetch));
}

void answer_appeal(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const CommentId id = *request.comment;
  composer_of(model, request.composer).sending = false;
  if (!is_success(answer)) return show_error(model, request.composer, failure_of(answer), effects);
  if (model.state.appealing == id) model.state.appealing.reset();
  model.state.appealed.insert(id);
  model.state.composers.erase(request.composer);
  keep_draft(model, request.composer, {}, effects);
  effects.push_back(Focus{{id.text()}});
  announce(model, "appeal.sent", effects);
}

void toggle_mask(Model& model, const std::string& target) {
  const std::optional<CommentId> id = CommentId::parse(std::string_view(target).substr(0, target.find('.')));
  if (!id || find_comment(model.state.thread, *id) == nullptr) return;
  auto& lifted = model.state.lifted;
  if (lifted.erase(target) == 0) lifted.insert(target);
}

} // namespace palabre::widget
