// /admin/preview: a page of ours with the real widget in it, in a frame of the desk, and the sample thread that it
// shows. Nothing in it is anybody's; it reads no store.
#include "server/assets/assets.h"
#include "server/http/handlers.h"

#include "shared/view/catalogues/built_in.h"
#include "shared/view/html.h"
#include "shared/view/thread_view.h"
#include "shared/wire/codec.h"

namespace palabre::http {
namespace {

constexpr std::int64_t minute_ms = 60'000;

Comment sample(const view::Messages& messages, std::int64_t id, std::optional<std::int64_t> parent, Instant now) {
  const std::string key = "desk.sample_" + std::to_string(id);
  Comment comment;
  comment.id = CommentId{id};
  if (parent) comment.parent = CommentId{*parent};
  comment.author.name = messages.text(key + "_name");
  comment.body = messages.text(key);
  comment.created = Instant{now.milliseconds - (10 - id) * 37 * minute_ms};
  return comment;
}

ThreadPage sample_thread(const view::Messages& messages, Instant now) {
  ThreadPage thread;
  thread.site = "preview";
  thread.page = "/preview";
  thread.title = messages.text("desk.preview");
  thread.version = 1;
  thread.comments = {sample(messages, 3, std::nullopt, now), sample(messages, 1, std::nullopt, now),
                     sample(messages, 2, 1, now)};
  thread.total = static_cast<std::int64_t>(thread.comments.size());
  return thread;
}

} // namespace

Response get_preview_page(Environment&, const Call&) {
  const assets::Asset* asset = assets::find("preview.html");
  if (asset == nullptr) return problem(ErrorCode::unknown_route, {}, "this server was built without the desk");
  Response response = respond(200, std::string(asset->content_type), std::string(asset->identity));
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
               "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
  response.set("Cache-Control", "no-cache");
  response.set("Referrer-Policy", "same-origin");
  response.set("X-Content-Type-Options", "nosniff");
  return response;
}

Response get_preview_thread(Environment& environment, const Call& call) {
  const view::Messages messages = view::desk_messages(view::language_of(call.query.get("lang")));
  wire::ThreadDocument document{sample_thread(messages, environment.context.now()), {}};
  document.html = view::to_html(*view::thread_view(view::first_state(document.thread, messages)));
  Response response = respond(200, "application/json", wire::encode(document));
  response.set("Cache-Control", "no-cache");
  response.set("X-Content-Type-Options", "nosniff");
  return response;
}

} // namespace palabre::http
