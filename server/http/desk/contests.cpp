// Entries, the closing of their list, draws, juries and prizes
#include "server/http/contests.h"
#include "server/http/desk/desk.h"
#include "server/service/contests.h"
#include "shared/wire/codec_posts.h"

namespace palabre::http::desk {
namespace {

template <class T> Response answer_of(const Expected<T>& done) {
  return done ? respond(200, "application/json", wire::encode(*done)) : problem(done.error());
}

Expected<std::optional<EntryState>> state_asked(const DeskCall& call) {
  const std::string name = call.call.query.get("state");
  if (name.empty()) return std::optional<EntryState>{};
  const auto state = parse_entry_state(name);
  if (!state) return fail(ErrorCode::unknown_field_value, "state", "held, accepted, refused or withdrawn");
  return std::optional<EntryState>{state};
}

Response get_contest(Environment& environment, const DeskCall& call) {
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  return answer_of(service::read_contest_desk(environment.context, found->post));
}

Response get_entries(Environment& environment, const DeskCall& call) {
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  const auto state = state_asked(call);
  if (!state) return problem(state.error());
  return answer_of(service::list_entries(environment.context, found->post, *state, call.call.query.get("after")));
}

Response put_ruling(Environment& environment, const DeskCall& call) {
  const auto state = wire::decode_entry_ruling(call.call.request.body);
  if (!state) return problem(state.error());
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  const auto number = Id<struct EntryTag>::parse(call.call.path.get("entry"));
  if (!number) return problem(ErrorCode::unknown_post, "entry");
  return answer_of(service::decide_entry(environment.context, found->site, found->post, number->value, *state,
                                         call.caller->actor()));
}

Response put_prizes(Environment& environment, const DeskCall& call) {
  const auto codes = wire::decode_prize_codes(call.call.request.body);
  if (!codes) return problem(codes.error());
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  return answer_of(service::add_prizes(environment.context, found->site, found->post, *codes, call.caller->actor()));
}

Response post_freeze(Environment& environment, const DeskCall& call) {
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  return answer_of(service::freeze_contest(environment.context, found->site, found->post, call.caller->actor()));
}

Response post_draw(Environment& environment, const DeskCall& call) {
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  return answer_of(service::draw_contest(environment.context, found->site, found->post, call.caller->actor()));
}

Response post_jury(Environment& environment, const DeskCall& call) {
  const auto entries = wire::decode_jury(call.call.request.body);
  if (!entries) return problem(entries.error());
  const auto found = find_contest(environment, call.call);
  if (!found) return problem(found.error());
  return answer_of(
      service::choose_winners(environment.context, found->site, found->post, *entries, call.caller->actor()));
}

} // namespace

std::span<const DeskRoute> contest_routes() {
  using wire::Method;
  constexpr auto moderator = MemberRole::moderator;
  static const std::array routes{
      DeskRoute{Method::get, "contests/{id}", moderator, Inline::refused, get_contest},
      DeskRoute{Method::get, "contests/{id}/entries", moderator, Inline::refused, get_entries},
      DeskRoute{Method::put, "contests/{id}/entries/{entry}", moderator, Inline::refused, put_ruling},
      DeskRoute{Method::put, "contests/{id}/prizes", MemberRole::owner, Inline::refused, put_prizes},
      DeskRoute{Method::post, "contests/{id}/freeze", moderator, Inline::refused, post_freeze},
      DeskRoute{Method::post, "contests/{id}/draw", moderator, Inline::refused, post_draw},
      DeskRoute{Method::post, "contests/{id}/jury", moderator, Inline::refused, post_jury},
  };
  return routes;
}

} // namespace palabre::http::desk
