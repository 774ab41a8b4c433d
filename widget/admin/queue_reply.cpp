// Answers in the page, with what helps to write them, and which questions are answered.
#include "shared/rules/saved_reply.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using view::desk::ReplyDraft;
using wire::Method;

bool may_write(const Model& model) {
  return model.state.session && may(model.state.session->member.role, MemberRole::moderator);
}

ReplyDraft* open_draft(Model& model) {
  std::optional<ReplyDraft>& draft = model.state.queue.reply;
  return draft && draft->open ? &*draft : nullptr;
}

void ask_for_words(ReplyDraft& draft, Effects& effects) {
  const auto left = rules::find_placeholder(draft.body);
  draft.unfilled = left ? draft.body.substr(left->begin, left->end - left->begin) : std::string();
  effects.push_back(Focus{"field-reply", draft.unfilled});
}

void send(Model& model, ReplyDraft& draft, bool ask_if_similar, Effects& effects) {
  draft.sending = true;
  draft.similar.reset();
  ask(model, effects, {Part::queue, "reply", draft.parent.text()}, Method::post, "replies",
      wire::encode(wire::NewReply{draft.parent, draft.body, ask_if_similar}));
}

void refuse(ReplyDraft& draft, Error error, Effects& effects) {
  draft.sending = false;
  draft.error = std::move(error);
  const bool unfilled = draft.error->code == ErrorCode::unknown_field_value && rules::find_placeholder(draft.body);
  if (unfilled) return ask_for_words(draft, effects);
  effects.push_back(Focus{"field-reply"});
}

void ask_back(Model& model, ReplyDraft& draft, const Answer& answer, Effects& effects) {
  draft.sending = false;
  auto similar = wire::decode_similar_answer(answer.body);
  if (!similar) return refuse(draft, similar.error(), effects);
  draft.similar = *std::move(similar);
  effects.push_back(Focus{"reply-anyway"});
  announce(model, effects, "desk.similar_said");
}

} // namespace

void open_reply(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  const wire::QueueItem* item = view::desk::selected_item(queue);
  if (item == nullptr || !may_write(model)) return;
  if (!queue.reply || queue.reply->parent != item->comment.id) queue.reply = ReplyDraft{item->comment.id};
  queue.reply->open = true;
  if (!model.state.replies.asked) load_replies(model, effects);
  if (!queue.opened) open_item(model, item->comment.id, effects);
  effects.push_back(Focus{"field-reply"});
}

void change_reply(Model& model, const std::string& value) {
  std::optional<ReplyDraft>& draft = model.state.queue.reply;
  if (!draft) return;
  draft->body = value;
  draft->similar.reset();
  if (!draft->unfilled.empty() && value.find(draft->unfilled) == std::string::npos) draft->unfilled.clear();
}

void insert_saved(Model& model, std::string_view id, Effects& effects) {
  ReplyDraft* draft = open_draft(model);
  const wire::QueueItem* item = view::desk::selected_item(model.state.queue);
  if (draft == nullptr || item == nullptr || !model.state.replies.replies) return;
  for (const wire::SavedReply& reply : *model.state.replies.replies) {
    if (std::to_string(reply.id) != id) continue;
    const std::string filled = rules::fill_reply(reply.body, item->comment.author.name,
                                                 item->page_title.empty() ? item->page : item->page_title);
    change_reply(model, text::is_blank(draft->body) ? filled : draft->body + "\n\n" + filled);
    const auto left = rules::find_placeholder(draft->body);
    effects.push_back(
        Focus{"field-reply", left ? draft->body.substr(left->begin, left->end - left->begin) : std::string()});
  }
}

void submit_reply(Model& model, Effects& effects) {
  ReplyDraft* draft = open_draft(model);
  if (draft == nullptr || draft->sending) return;
  draft->error.reset();
  if (text::is_blank(draft->body)) return refuse(*draft, Error{ErrorCode::field_empty, "body", {}, 0}, effects);
  if (rules::find_placeholder(draft->body)) return ask_for_words(*draft, effects);
  draft->unfilled.clear();
  send(model, *draft, true, effects);
}

void press_reply(Model& model, std::string_view verb, Effects& effects) {
  ReplyDraft* draft = open_draft(model);
  if (draft == nullptr || !draft->similar) return;
  if (verb == "reply_anyway") return send(model, *draft, false, effects);
  draft->similar.reset();
  effects.push_back(Focus{"field-reply"});
}

void answer_reply(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  const bool shown = queue.reply && queue.reply->parent.text() == request.about;
  if (!is_success(answer)) {
    if (shown) refuse(*queue.reply, failure_of(answer), effects);
    return;
  }
  if (answer.status == 200) {
    if (shown) ask_back(model, *queue.reply, answer, effects);
    return;
  }
  if (shown) queue.reply.reset();
  if (const auto parent = CommentId::parse(request.about)) {
    queue.details.erase(*parent);
    want_detail(model, effects);
  }
  add_toast(model, effects, model.state.messages.text("desk.replied"));
  focus_selected(model, effects);
  ask_changes(model, effects);
}

void mark_question(Model& model, std::string_view state, Effects& effects) {
  const wire::QueueItem* item = view::desk::selected_item(model.state.queue);
  const auto wanted = parse_question_state(state);
  if (item == nullptr || !wanted || !may_write(model)) return;
  ask(model, effects, {Part::queue, "question", item->comment.id.text()}, Method::put,
      "comments/" + item->comment.id.text() + "/question", wire::encode(wire::MarkQuestion{*wanted}));
}

void mark_answer(Model& model, std::string_view question, Effects& effects) {
  const wire::QueueItem* item = view::desk::selected_item(model.state.queue);
  const auto asked = CommentId::parse(question);
  if (item == nullptr || !asked || !may_write(model)) return;
  ask(model, effects, {Part::queue, "question", asked->text()}, Method::put, "comments/" + asked->text() + "/question",
      wire::encode(wire::MarkQuestion{QuestionState::answered, item->comment.id}));
}

void answer_question(Model& model, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  auto item = is_success(answer) ? wire::decode_queue_item(answer.body) : tl::unexpected(failure_of(answer));
  if (!item) return announce(model, effects, error_info(item.error().code).message_key);
  const CommentId id = item->comment.id;
  const bool answered = !item->unanswered;
  const auto detail = queue.details.find(id);
  if (detail != queue.details.end()) detail->second.detail.item = *item;
  const std::size_t at = place_of_item(queue, id);
  if (at < queue.items.size()) {
    count_change(queue, queue.items[at], *item);
    queue.items[at] = *std::move(item);
  }
  add_toast(model, effects, model.state.messages.text(answered ? "desk.marked_answered" : "desk.marked_open"));
}

} // namespace palabre::widget::desk
