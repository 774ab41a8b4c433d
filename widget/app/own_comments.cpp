// What the server knows of this reader: which comments are theirs, and what became of them.
#include <algorithm>
#include <utility>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

bool is_kept_back(CommentState state) {
  return state == CommentState::held || state == CommentState::hidden;
}

void take_own(Model& model, const wire::OwnComment& own) {
  const Comment comment = with_reasons(own.comment, own.verdict);
  note_mine(model, comment.id, own.edit_token);
  if (own.appealed) model.state.appealed.insert(comment.id);
  if (comment.state == CommentState::held) keep_held(model, comment);
}

} // namespace

// Whoever has never sent anything is nobody to the server.
void ask_own(Model& model, Effects& effects) {
  if (!model.reader.stored || model.reader.text.empty() || waits_for(model, Purpose::own)) return;
  Fetch fetch;
  fetch.request = remember_request(model, {Purpose::own});
  fetch.url = wire::me_url(model.config.site, model.config.page);
  fetch.token = model.reader.text;
  fetch.quiet = true;
  effects.push_back(std::move(fetch));
}

void answer_own(Model& model, const Answered& answer, Effects& effects) {
  const Expected<wire::OwnComments> own =
      is_success(answer) ? wire::decode_own_comments(answer.body) : tl::unexpected<Error>(failure_of(answer));
  if (!own) return;
  model.published = std::max(model.published, own->published);
  for (const wire::OwnComment& one : own->comments) take_own(model, one);
  take_own_marks(model, own->marks);
  place_held(model);
  refresh_rights(model, effects);
  for (const auto& [key, composer] : model.state.composers) ask_verdict(model, key, effects);
}

void note_mine(Model& model, CommentId id, const std::string& token) {
  if (token.empty()) return;
  model.state.mine.insert(id);
  model.own_tokens[id] = token;
}

Comment with_reasons(Comment comment, const rules::Verdict& verdict) {
  if (!is_kept_back(comment.state) || !comment.reasons.empty()) return comment;
  for (const rules::Reason& reason : verdict.reasons) {
    if (reason.decision != rules::Decision::publish) comment.reasons.push_back(reason.rule);
  }
  return comment;
}

void keep_held(Model& model, const Comment& comment) {
  auto& held = model.held;
  held.erase(std::remove_if(held.begin(), held.end(), [&](const Comment& one) { return one.id == comment.id; }),
             held.end());
  if (comment.state == CommentState::held) held.push_back(comment);
}

void place_held(Model& model) {
  ThreadPage& thread = model.state.thread;
  auto& held = model.held;
  // A moderator let it through meanwhile: the document has it.
  held.erase(std::remove_if(held.begin(), held.end(),
                            [&](const Comment& one) {
                              const Comment* shown = find_comment(thread, one.id);
                              return shown != nullptr && shown->state != CommentState::held;
                            }),
             held.end());
  for (const Comment& comment : held) {
    if (!comment.parent || find_comment(thread, *comment.parent) != nullptr) insert_comment(thread, comment);
  }
}

std::optional<std::string> use_reader_token(Model& model, Effects& effects) {
  ReaderToken& reader = model.reader;
  if (reader.text.empty()) return std::nullopt;
  if (!std::exchange(reader.stored, true)) effects.push_back(Store{"palabre:reader", reader.text});
  return reader.text;
}

} // namespace palabre::widget
