#include <utility>

#include "widget/app/changes.h"

namespace palabre::widget {

std::uint32_t remember_request(Model& model, Request request) {
  model.requests.emplace(++model.last_request, std::move(request));
  return model.last_request;
}

bool waits_for(const Model& model, Purpose purpose, std::optional<CommentId> comment) {
  for (const auto& [number, request] : model.requests) {
    if (request.purpose == purpose && (!comment || request.comment == comment)) return true;
  }
  return false;
}

bool is_success(const Answered& answer) {
  return answer.status >= 200 && answer.status < 300;
}

Error failure_of(const Answered& answer) {
  if (answer.status == 0) return {ErrorCode::request_timeout, {}, "no answer", 0};
  Error error = wire::decode_problem(answer.status, answer.body);
  if (error.retry_after_s <= 0) error.retry_after_s = answer.retry_after_s;
  return error;
}

void announce(const Model& model, std::string_view message_key, Effects& effects) {
  effects.push_back(Announce{model.state.messages.text(message_key)});
}

} // namespace palabre::widget
