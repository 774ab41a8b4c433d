// Regulars, saved replies, and which questions are answered.
#include <array>

#include "server/http/desk/desk.h"
#include "server/service/people.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response get_regulars(Environment& environment, const DeskCall& desk) {
  const auto site = environment.sites.find(desk.call.path.get("name"));
  if (!site) return problem(site.error());
  const auto regulars = service::regulars(environment.context, *site);
  return regulars ? json(200, wire::encode(*regulars)) : problem(regulars.error());
}

Response get_saved_replies(Environment& environment, const DeskCall& desk) {
  const auto replies = environment.context.store.people().saved_replies(desk.caller->member.id);
  return replies ? json(200, wire::encode(*replies)) : problem(replies.error());
}

std::optional<std::int64_t> reply_id(const DeskCall& desk) {
  const auto id = Id<struct SavedReplyTag>::parse(desk.call.path.get("id"));
  if (!id) return std::nullopt;
  return id->value;
}

Response no_reply() {
  return problem(Error{ErrorCode::unknown_field_value, "id", "no saved reply of yours or of the team", 0});
}

Response put(Environment& environment, const DeskCall& desk, std::optional<std::int64_t> id) {
  const auto message = wire::decode_save_reply(desk.call.request.body);
  if (!message) return problem(message.error());
  const auto saved = service::save_reply(environment.context, id, *message, desk.caller->actor());
  return saved ? json(id ? 200 : 201, wire::encode(*saved)) : problem(saved.error());
}

Response post_saved_reply(Environment& environment, const DeskCall& desk) {
  return put(environment, desk, std::nullopt);
}

Response put_saved_reply(Environment& environment, const DeskCall& desk) {
  const auto id = reply_id(desk);
  return id ? put(environment, desk, id) : no_reply();
}

Response delete_saved_reply(Environment& environment, const DeskCall& desk) {
  const auto id = reply_id(desk);
  if (!id) return no_reply();
  const auto dropped = environment.context.store.people().drop_reply(*id, desk.caller->member.id);
  return dropped ? no_content() : problem(dropped.error());
}

Response put_question(Environment& environment, const DeskCall& desk) {
  const auto id = CommentId::parse(desk.call.path.get("id"));
  if (!id) return problem(ErrorCode::unknown_comment);
  const auto message = wire::decode_mark_question(desk.call.request.body);
  if (!message) return problem(message.error());
  std::optional<SiteId> only;
  if (!desk.caller->inline_site.empty()) {
    const auto site = environment.sites.find(desk.caller->inline_site);
    if (!site) return problem(site.error());
    only = site->id;
  }
  const auto marked = service::mark_question(environment.context, *id, *message, desk.caller->actor(), only);
  if (!marked) return problem(marked.error());
  const auto item = environment.context.store.queue().find_item(*marked);
  if (!item) return problem(item.error());
  if (!*item) return problem(ErrorCode::unknown_comment);
  return json(200, wire::encode(**item));
}

} // namespace

std::span<const DeskRoute> people_routes() {
  using wire::Method;
  constexpr auto moderator = MemberRole::moderator;
  static constexpr std::array<DeskRoute, 6> routes{{
      {Method::get, "sites/{name}/regulars", MemberRole::analyst, Inline::refused, get_regulars},
      {Method::get, "saved_replies", moderator, Inline::refused, get_saved_replies},
      {Method::post, "saved_replies", moderator, Inline::refused, post_saved_reply},
      {Method::put, "saved_replies/{id}", moderator, Inline::refused, put_saved_reply},
      {Method::del, "saved_replies/{id}", moderator, Inline::refused, delete_saved_reply},
      {Method::put, "comments/{id}/question", moderator, Inline::allowed, put_question},
  }};
  return routes;
}

} // namespace palabre::http::desk
