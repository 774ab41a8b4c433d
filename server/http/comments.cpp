// POST, PATCH and DELETE of comments
#include "server/http/handlers.h"

#include <spdlog/spdlog.h>

#include "server/http/desk/desk.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"

namespace palabre::http {
namespace {

Expected<std::string> idempotency_key(const Request& request) {
  const std::string_view key = request.header("Idempotency-Key");
  if (!text::is_valid_utf8(key)) return fail(ErrorCode::malformed_text, "Idempotency-Key");
  if (text::find_forbidden(key)) return fail(ErrorCode::forbidden_character, "Idempotency-Key");
  return std::string(key);
}

void log_write(std::string_view event, CommentId id) {
  spdlog::info("event={} id={}", event, id.value);
}

} // namespace

Response post_comment(Environment& environment, const Call& call) {
  const auto key = idempotency_key(call.request);
  if (!key) return problem(key.error());
  const auto message = wire::decode_post_comment(call.request.body);
  if (!message) return problem(message.error());
  const auto site = open_site(environment, call.request, message->site);
  if (!site) return problem(site.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto posted = service::post_comment(environment.context, *site, *message, *key,
                                            desk::writer_of(environment, call.request, site->name));
  if (!posted) return problem(posted.error());
  log_write("comment_posted", posted->comment.id);
  return json(201, wire::encode(*posted));
}

Response edit_comment(Environment& environment, const Call& call) {
  const auto message = wire::decode_edit_comment(call.request.body);
  if (!message) return problem(message.error());
  const auto id = open_comment(environment, call);
  if (!id) return problem(id.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto edited = service::edit_comment(environment.context, *id, *message, bearer_token(call.request));
  if (!edited) return problem(edited.error());
  log_write("comment_edited", *id);
  return json(200, wire::encode(*edited));
}

Response delete_comment(Environment& environment, const Call& call) {
  const auto id = open_comment(environment, call);
  if (!id) return problem(id.error());
  if (auto allowed = take_write(environment, call.request); !allowed) return problem(allowed.error());
  const auto deleted = service::delete_comment(environment.context, *id, bearer_token(call.request));
  if (!deleted) return problem(deleted.error());
  log_write("comment_deleted", *id);
  Response response;
  response.status = 204;
  return response;
}

} // namespace palabre::http
