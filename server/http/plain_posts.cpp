// A poll or a contest by itself, read and taken part in without script
#include "server/http/handlers.h"
#include "server/http/plain_page.h"
#include "server/http/reader_cookie.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "server/service/contests.h"
#include "server/service/desk_settings.h"
#include "server/service/polls.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/engage/views.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

using view::engage::Item;

struct PostTarget {
  Site site;
  PostId id;
  view::Language language{view::Language::en};
  std::string asked_language{}; // empty: the browser's
};

Expected<PostTarget> decode_target(Environment& environment, const Call& call) {
  const auto name = decode_path_text(call.path.get("site"), "site");
  if (!name) return tl::unexpected(name.error());
  auto site = environment.sites.find(*name);
  if (!site) return tl::unexpected(site.error());
  const auto id = PostId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_post, "id");
  const auto owner = service::site_of_post(environment.context, *id);
  if (!owner) return tl::unexpected(owner.error());
  if (*owner != site->id) return fail(ErrorCode::unknown_post, "id");
  PostTarget target{*std::move(site), *id};
  const std::string asked = call.query.get("lang");
  const auto spoken = view::spoken_language(asked);
  if (spoken) target.asked_language = view::to_name(*spoken);
  target.language = spoken ? *spoken : preferred_language(call.request.header("Accept-Language"));
  return target;
}

service::Visitor visitor_with(const Environment& environment, const Request& request, const std::string& token) {
  service::Visitor visitor = visitor_of(environment, request);
  visitor.reader_token = token;
  return visitor;
}

void take_own(Item& item, const wire::OwnPart& part) {
  item.poll.cast = part.ballot;
  item.poll.own_view = part.poll;
  if (part.ballot) {
    item.poll.chosen = part.ballot->choices;
    item.poll.other = part.ballot->other;
  }
  item.contest.entry = part.entry;
  if (part.entry) {
    item.contest.name = part.entry->name;
    item.contest.naming = part.entry->naming;
    item.contest.text = part.entry->text;
  }
}

// As this reader sees it; `token` may be empty.
Expected<view::engage::State> read_state(Environment& environment, const PostTarget& target, const Request& request,
                                         const std::string& token) {
  auto shown = service::read_post(environment.context, target.id);
  if (!shown) return tl::unexpected(shown.error());
  auto state = view::engage::first_state(std::move(shown->list.posts), shown->list.now,
                                         view::engage_messages(target.language), view::engage::Place::alone);
  state.asked_language = target.asked_language;
  state.means = view::engage::Means::forms;
  if (state.items.empty()) return fail(ErrorCode::unknown_post, "id");
  if (!token.empty()) {
    const auto part = service::own_part(environment.context, target.id, visitor_with(environment, request, token));
    if (!part) return tl::unexpected(part.error());
    take_own(state.items.front(), *part);
  }
  return state;
}

Response respond_page(Environment& environment, const PostTarget& target, const view::engage::State& state,
                      int status) {
  const auto look = service::look_of(environment.context, target.site.id);
  if (!look) return problem(look.error());
  Response response;
  response.status = status;
  const auto page = std::make_shared<const Rendered>(Rendered{view::engage::post_page(state, plain_stylesheet(), *look),
                                                              page_headers(target.site, *look, "private, no-store")});
  response.owner = page;
  response.shared = page->bytes;
  response.ready_headers = page->headers;
  return response;
}

std::optional<std::uint32_t> small_number(std::string_view text) {
  const auto id = PostId::parse(text);
  if (text == "0") return 0;
  return id && id->value < 100'000 ? std::optional(static_cast<std::uint32_t>(id->value)) : std::nullopt;
}

// What a form cannot say becomes a choice that no poll has, so that the rules refuse it.
constexpr std::uint32_t no_option = 0xFFFFFFFF;

std::vector<std::uint32_t> ranked_choices(const Poll& poll, const Parameters& form) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const PollOption& option : poll.options) {
    const std::string place = form.get("place-" + std::to_string(option.id));
    if (!place.empty()) places.emplace_back(small_number(place).value_or(no_option), option.id);
  }
  std::stable_sort(places.begin(), places.end());
  std::vector<std::uint32_t> choices;
  for (std::size_t i = 0; i < places.size(); ++i) {
    // Two answers in the same place: which of them comes first, nobody said.
    const bool twice = i > 0 && places[i].first == places[i - 1].first;
    choices.push_back(twice ? no_option : places[i].second);
  }
  return choices;
}

wire::CastBallot decode_ballot(const Poll& poll, const Parameters& form) {
  wire::CastBallot message;
  if (poll.kind == PollKind::ranked) {
    message.ballot.choices = ranked_choices(poll, form);
  } else {
    for (const std::string& choice : form.all("choice")) {
      message.ballot.choices.push_back(small_number(choice).value_or(no_option));
    }
  }
  const auto& choices = message.ballot.choices;
  const bool own = std::find(choices.begin(), choices.end(), other_option) != choices.end();
  if (own) message.ballot.other = form.get("other");
  if (poll.secrecy == Secrecy::open) message.name = form.get("name");
  return message;
}

wire::EnterContest decode_entry(const Parameters& form) {
  return {form.get("name"), parse_naming(form.get("naming")).value_or(Naming::nobody), form.get("text"), {}};
}

Expected<void> take_part(Environment& environment, const PostTarget& target, const Request& request,
                         const Parameters& form, const std::string& token) {
  const auto found = service::find_shown_post(environment.context, target.id);
  if (!found) return tl::unexpected(found.error());
  const Post& post = found->post;
  const auto visitor = visitor_with(environment, request, token);
  if (post.poll && form.get("do") == "vote") {
    const auto cast =
        service::cast_ballot(environment.context, target.site, target.id, decode_ballot(*post.poll, form), visitor);
    if (!cast) return tl::unexpected(cast.error());
    return {};
  }
  if (post.contest && form.get("do") == "enter") {
    const auto entered = service::enter_contest(environment.context, target.site, post, decode_entry(form), visitor);
    if (!entered) return tl::unexpected(entered.error());
    return {};
  }
  return fail(ErrorCode::malformed_request, "do");
}

// What was chosen and written stays in the form.
void keep_written(Item& item, const Parameters& form) {
  if (item.document.post.poll) {
    const wire::CastBallot written = decode_ballot(*item.document.post.poll, form);
    item.poll.chosen = written.ballot.choices;
    std::erase(item.poll.chosen, no_option);
    item.poll.other = form.get("other");
    item.poll.name = form.get("name");
    item.poll.changing = item.poll.cast.has_value();
  } else {
    const wire::EnterContest written = decode_entry(form);
    item.contest.name = written.name;
    item.contest.naming = written.naming;
    item.contest.text = written.text;
    item.contest.changing = item.contest.entry.has_value();
  }
}

Response show_again(Environment& environment, const PostTarget& target, const Request& request, const Parameters& form,
                    const std::string& token, const Error& error) {
  auto state = read_state(environment, target, request, token);
  if (!state) return problem(state.error());
  Item& item = state->items.front();
  keep_written(item, form);
  item.error = error;
  Response response = respond_page(environment, target, *state, error_info(error.code).status);
  if (error.retry_after_s > 0) response.set("Retry-After", std::to_string(error.retry_after_s));
  return response;
}

Response send_on(const PostTarget& target) {
  Response response;
  response.status = 303;
  std::string place = "/p/" + wire::percent_encode(target.site.name) + "/" + target.id.text();
  if (!target.asked_language.empty()) place += "?lang=" + target.asked_language;
  response.set("Location", place);
  response.set("Cache-Control", "no-store");
  return response;
}

} // namespace

Response get_post_page(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  auto state = read_state(environment, *target, call.request, reader_cookie(call.request));
  if (!state) return problem(state.error());
  Item& item = state->items.front();
  const bool changing = !call.query.get("change").empty();
  item.poll.changing = changing && item.document.post.poll && item.document.post.poll->changeable;
  item.contest.changing = changing;
  return respond_page(environment, *target, *state, 200);
}

Response take_post_form(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  if (auto allowed = check_form_origin(target->site, call.request); !allowed) return problem(allowed.error());
  const auto form = parse_parameters(call.request.body, Lines::allowed);
  if (!form) return problem(form.error());
  const std::string known = reader_cookie(call.request);
  if (auto allowed = take_write(environment, call.request); !allowed) {
    return show_again(environment, *target, call.request, *form, known, allowed.error());
  }
  const std::string token = known.empty() ? new_reader_token() : known;
  if (auto done = take_part(environment, *target, call.request, *form, token); !done) {
    return show_again(environment, *target, call.request, *form, known, done.error());
  }
  spdlog::info("event=post_form id={}", target->id.value);
  Response response = send_on(*target);
  set_reader_cookie(response, token, is_over_tls(call.request, environment.trusted_proxies));
  return response;
}

} // namespace palabre::http
