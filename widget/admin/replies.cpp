// Saved replies: the list, and one that is being written.
#include <algorithm>
#include <charconv>

#include "shared/wire/people.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::RepliesState;
using wire::Method;

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

const wire::SavedReply* find(const RepliesState& state, std::int64_t id) {
  if (!state.replies) return nullptr;
  for (const wire::SavedReply& one : *state.replies) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

void open(RepliesState& state, const wire::SavedReply* reply, Effects& effects) {
  state.open = true;
  state.error.reset();
  state.changing = reply != nullptr ? std::optional(reply->id) : std::nullopt;
  state.draft =
      reply != nullptr ? wire::SaveReply{reply->title, reply->body, reply->shared, reply->revision} : wire::SaveReply{};
  effects.push_back(Focus{"field-title"});
}

void close(RepliesState& state, Effects& effects) {
  effects.push_back(Focus{state.changing ? "reply-change-" + std::to_string(*state.changing) : "reply-new"});
  state.open = false;
  state.changing.reset();
  state.draft = {};
  state.error.reset();
}

void take_saved(RepliesState& state, wire::SavedReply saved) {
  if (!state.replies) state.replies.emplace();
  auto& all = *state.replies;
  std::erase_if(all, [&](const wire::SavedReply& one) { return one.id == saved.id; });
  const auto place =
      std::find_if(all.begin(), all.end(), [&](const wire::SavedReply& one) { return saved.title < one.title; });
  all.insert(place, std::move(saved));
}

} // namespace

void load_replies(Model& model, Effects& effects) {
  model.state.replies.asked = true;
  ask(model, effects, {Part::replies, "list"}, Method::get, "saved_replies");
}

void enter_replies(Model& model, const Place&, Effects& effects) {
  model.state.replies.load_error.reset();
  model.state.replies.dropping.reset();
  load_replies(model, effects);
}

void press_replies(Model& model, const Verb& verb, Effects& effects) {
  RepliesState& state = model.state.replies;
  if (verb.name == "new") open(state, nullptr, effects);
  if (verb.name == "cancel") close(state, effects);
  if (verb.name == "change") {
    if (const auto* reply = find(state, number_of(verb.argument))) open(state, reply, effects);
  }
  if (verb.name == "drop") {
    state.dropping = number_of(verb.argument);
    effects.push_back(Focus{"question-no"});
  }
  if (verb.name == "keep") {
    state.dropping.reset();
    effects.push_back(Focus{"title"});
  }
  if (verb.name == "dropped" && state.dropping) {
    const std::string id = std::to_string(*state.dropping);
    state.dropping.reset();
    ask(model, effects, {Part::replies, "dropped", id}, Method::del, "saved_replies/" + id);
    effects.push_back(Focus{"title"});
  }
}

void change_replies(Model& model, std::string_view field, const std::string& value, Effects&) {
  RepliesState& state = model.state.replies;
  if (field == "title") state.draft.title = value;
  if (field == "body") state.draft.body = value;
  if (field == "shared") state.draft.shared = value == "yes";
}

void key_replies(Model& model, const Key& key, Effects& effects) {
  if (key.name == "Escape" && model.state.replies.dropping) press_replies(model, {"keep", {}}, effects);
}

void submit_replies(Model& model, std::string_view, Effects& effects) {
  RepliesState& state = model.state.replies;
  if (!state.open || state.sending) return;
  state.sending = true;
  state.error.reset();
  const std::string path = state.changing ? "saved_replies/" + std::to_string(*state.changing) : "saved_replies";
  ask(model, effects, {Part::replies, "saved"}, state.changing ? Method::put : Method::post, path,
      wire::encode(state.draft));
}

void answer_replies(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  RepliesState& state = model.state.replies;
  if (request.purpose == "list") {
    auto replies = is_success(answer) ? wire::decode_saved_replies(answer.body) : tl::unexpected(failure_of(answer));
    if (replies)
      state.replies = *std::move(replies);
    else
      state.load_error = replies.error();
    return;
  }
  if (request.purpose == "dropped") {
    if (is_success(answer)) {
      const std::int64_t id = number_of(request.about);
      if (state.replies) std::erase_if(*state.replies, [&](const wire::SavedReply& one) { return one.id == id; });
      add_toast(model, effects, model.state.messages.text("desk.reply_dropped"));
    } else {
      state.load_error = failure_of(answer);
    }
    return;
  }
  state.sending = false;
  auto saved = is_success(answer) ? wire::decode_saved_reply(answer.body) : tl::unexpected(failure_of(answer));
  if (!saved) {
    state.error = saved.error();
    effects.push_back(Focus{state.error->field == "title" ? "field-title" : "field-body"});
    return;
  }
  take_saved(state, *std::move(saved));
  close(state, effects);
  add_toast(model, effects, model.state.messages.text("desk.saved"));
}

} // namespace palabre::widget::desk
