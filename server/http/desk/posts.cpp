// Posts and polls
#include <array>

#include "server/http/desk/desk.h"
#include "server/http/shown_posts.h"
#include "server/service/desk_posts.h"
#include "shared/rules/posts.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/wire/codec_posts.h"
#include "shared/wire/json_writer.h"

namespace palabre::http::desk {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

template <class T> Response answer_with(const Expected<T>& result, int status = 200) {
  if (!result) return problem(result.error());
  return json(status, wire::encode(*result));
}

Expected<PostId> id_in_path(const DeskCall& call) {
  const auto id = PostId::parse(call.call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_post, "id");
  return *id;
}

// 2026-11-21 or 2026-11-21T08:00:00Z; `otherwise` when there is none.
Expected<Instant> read_time(const Call& call, const char* name, Instant otherwise) {
  const std::string text = call.query.get(name);
  if (text.empty()) return otherwise;
  const auto time = parse_rfc3339(text.size() == 10 ? text + "T00:00:00Z" : text);
  if (!time) return fail(ErrorCode::unknown_field_value, name, "must be a day or a time as in RFC 3339");
  return *time;
}

// A contest's right answers are for those who decide about its entries.
Post for_member(Post post, const DeskCall& call) {
  if (post.contest && !may(call.caller->member.role, MemberRole::moderator)) post.contest->answers.clear();
  return post;
}

Response get_posts(Environment& environment, const DeskCall& call) {
  std::optional<Site> site;
  if (const std::string name = call.call.query.get("site"); !name.empty()) {
    auto found = environment.sites.find(name);
    if (!found) return problem(found.error());
    site = *std::move(found);
  }
  const Instant now = environment.context.now();
  const auto from = read_time(call.call, "from", now + Duration{-31 * day_ms});
  if (!from) return problem(from.error());
  const auto to = read_time(call.call, "to", now + Duration{62 * day_ms});
  if (!to) return problem(to.error());
  auto posts = service::list_posts(environment.context, site, *from, *to);
  if (!posts) return problem(posts.error());
  for (wire::DeskPost& one : posts->posts) one.post = for_member(std::move(one.post), call);
  return json(200, wire::encode(*posts));
}

Response post_post(Environment& environment, const DeskCall& call) {
  const auto draft = wire::decode_post_draft(call.call.request.body);
  if (!draft) return problem(draft.error());
  const auto site = environment.sites.find(draft->post.site);
  if (!site) return problem(ErrorCode::unknown_site, "post.site");
  return answer_with(service::add_post(environment.context, *site, *draft, call.caller->actor()), 201);
}

Response get_post(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  auto post = service::find_post(environment.context, *id);
  if (!post) return problem(post.error());
  return json(200, wire::encode(for_member(*std::move(post), call)));
}

Response put_post(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  const auto draft = wire::decode_post_draft(call.call.request.body);
  if (!draft) return problem(draft.error());
  return answer_with(service::change_post(environment.context, *id, *draft, call.caller->actor()));
}

Response delete_post(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  const auto deleted = service::delete_post(environment.context, *id, call.caller->actor());
  if (!deleted) return problem(deleted.error());
  Response response;
  response.status = 204;
  return response;
}

Response close_post(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  return answer_with(service::close_post(environment.context, *id, call.caller->actor()));
}

// As it would look now, whatever its dates.
wire::PostDocument preview_of(Post post) {
  wire::PostDocument document;
  document.phase = PostPhase::open;
  if (post.id.value == 0) post.id = PostId{1}; // elements are named after it
  if (post.poll) document.poll = wire::PollView{};
  if (post.contest) {
    post.contest->answers.clear();
    document.contest = wire::ContestView{};
  }
  document.post = std::move(post);
  return document;
}

Response preview_post(Environment& environment, const DeskCall& call) {
  const auto draft = wire::decode_post_draft(call.call.request.body);
  if (!draft) return problem(draft.error());
  auto post = rules::check_post(draft->post);
  if (!post) return problem(post.error());
  const auto place = post->shape == PostShape::in_place ? view::engage::Place::alone : view::engage::Place::thread;
  const wire::PostList list{{preview_of(*std::move(post))}, environment.context.now(), {}};
  const std::string lang(view::to_name(view::language_of(call.call.query.get("lang"))));
  std::string body;
  wire::JsonWriter writer(body);
  writer.begin_object();
  writer.member("html", html_of_posts(list, lang, place));
  writer.end_object();
  return json(200, std::move(body));
}

Response get_results(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  return answer_with(service::poll_results(environment.context, *id));
}

Response put_review(Environment& environment, const DeskCall& call) {
  const auto id = id_in_path(call);
  if (!id) return problem(id.error());
  const auto message = wire::decode_review_ballots(call.call.request.body);
  if (!message) return problem(message.error());
  return answer_with(service::review_ballots(environment.context, *id, *message, call.caller->actor()));
}

} // namespace

std::span<const DeskRoute> post_routes() {
  using wire::Method;
  constexpr auto reads = MemberRole::analyst;
  constexpr auto writes = MemberRole::moderator;
  static const std::array routes{
      DeskRoute{Method::get, "posts", reads, Inline::refused, get_posts},
      DeskRoute{Method::post, "posts", writes, Inline::refused, post_post},
      DeskRoute{Method::post, "posts/preview", writes, Inline::refused, preview_post},
      DeskRoute{Method::get, "posts/{id}", reads, Inline::refused, get_post},
      DeskRoute{Method::put, "posts/{id}", writes, Inline::refused, put_post},
      DeskRoute{Method::del, "posts/{id}", writes, Inline::refused, delete_post},
      DeskRoute{Method::post, "posts/{id}/close", writes, Inline::refused, close_post},
      DeskRoute{Method::get, "polls/{id}/results", reads, Inline::refused, get_results},
      DeskRoute{Method::put, "polls/{id}/review", writes, Inline::refused, put_review},
  };
  return routes;
}

} // namespace palabre::http::desk
