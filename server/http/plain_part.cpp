#include "server/http/plain_part.h"

#include <algorithm>

#include "server/service/contests.h"
#include "server/service/judging.h"
#include "server/service/polls.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

using view::engage::Item;
using view::engage::State;

void take_own(Item& item, const wire::OwnPart& part) {
  item.poll.cast = part.ballot;
  item.poll.own_view = part.poll;
  if (part.ballot) {
    item.poll.chosen = part.ballot->choices;
    item.poll.other = part.ballot->other;
  }
  item.contest.entry = part.entry;
  item.contest.told = true;
  if (part.entry) {
    item.contest.name = part.entry->name;
    item.contest.naming = part.entry->naming;
    item.contest.text = part.entry->text;
  }
}

// The page that a contest is on, as far as there is one alone.
std::string page_of(const Post& post, const State& state) {
  if (!state.page.empty()) return state.page;
  const bool alone = post.pages.size() == 1 && !post.pages.front().empty() && post.pages.front().back() != '*';
  return alone ? post.pages.front() : std::string();
}

std::string with_query(std::string address, const State& state, const std::string& page) {
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    address +=
        (address.find('?') == std::string::npos ? "?" : "&") + std::string(name) + "=" + wire::percent_encode(value);
  };
  add("lang", state.asked_language);
  add("page", page);
  return address;
}

std::string place_to_comment(const State& state, const Site& site, const std::string& page) {
  if (state.place == view::engage::Place::thread) return "#palabre-new";
  if (page.empty()) return {};
  return with_query(wire::plain_thread_url(site.name, page), state, {}) + "#palabre-new";
}

Expected<void> add_conditions(const Environment& environment, const Site& site, const service::Visitor& visitor,
                              const State& state, Item& item) {
  const auto found = service::find_shown_post(environment.context, item.document.post.id);
  if (!found) return tl::unexpected(found.error());
  const Post& post = found->post; // with its pages, which readers are not told
  const auto met = service::met_conditions(environment.context, site, post, state.page,
                                           service::who_is(environment.context, visitor).reader);
  if (!met) return tl::unexpected(met.error());
  item.contest.comment = {met->comment, place_to_comment(state, site, page_of(post, state))};
  item.contest.vote = {met->vote, {}};
  if (!post.contest->vote_in) return {};
  const std::string poll = "/p/" + wire::percent_encode(site.name) + "/" + post.contest->vote_in->text();
  item.contest.vote.address = with_query(poll, state, state.page);
  return {};
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

wire::EnterContest decode_entry(const Parameters& form, const std::string& page = {}) {
  return {form.get("name"), parse_naming(form.get("naming")).value_or(Naming::nobody), form.get("text"), page};
}

// Of a poll.
Expected<void> vote(const Environment& environment, const Site& site, const Post& post, const service::Visitor& visitor,
                    const Parameters& form) {
  const std::string what = form.get("do");
  if (what == "vote") {
    const auto cast =
        service::cast_ballot(environment.context, site, post.id, decode_ballot(*post.poll, form), visitor);
    if (!cast) return tl::unexpected(cast.error());
    return {};
  }
  if (what != "withdraw") return fail(ErrorCode::malformed_request, "do");
  const auto gone = service::withdraw_ballot(environment.context, site, post.id, visitor);
  if (!gone) return tl::unexpected(gone.error());
  return {};
}

Expected<void> enter(const Environment& environment, const Site& site, const Post& post, const std::string& page,
                     const service::Visitor& visitor, const Parameters& form) {
  const std::string what = form.get("do");
  if (what != "enter" && what != "withdraw") return fail(ErrorCode::malformed_request, "do");
  const auto done = what == "enter"
                        ? service::enter_contest(environment.context, site, post, decode_entry(form, page), visitor)
                        : service::withdraw_entry(environment.context, site, post, visitor);
  if (!done) return tl::unexpected(done.error());
  return {};
}

} // namespace

service::Visitor plain_visitor(const Environment& environment, const Request& request, const std::string& token) {
  service::Visitor visitor = visitor_of(environment, request);
  visitor.reader_token = token;
  return visitor;
}

Expected<void> add_own_parts(const Environment& environment, const Site& site, const service::Visitor& visitor,
                             State& state) {
  for (Item& item : state.items) {
    const Post& post = item.document.post;
    if (!post.poll && !post.contest) continue;
    if (!visitor.reader_token.empty()) {
      const auto part = service::own_part(environment.context, post.id, visitor);
      if (!part) return tl::unexpected(part.error());
      take_own(item, *part);
    }
    if (!post.contest || (!post.contest->comment_first && !post.contest->vote_in)) continue;
    if (auto added = add_conditions(environment, site, visitor, state, item); !added) return added;
  }
  return {};
}

Expected<void> take_part(const Environment& environment, const Site& site, PostId id, const std::string& page,
                         const service::Visitor& visitor, const Parameters& form) {
  const auto found = service::find_shown_post(environment.context, id);
  if (!found) return tl::unexpected(found.error());
  const Post& post = found->post;
  if (post.poll) return vote(environment, site, post, visitor, form);
  if (post.contest) return enter(environment, site, post, page, visitor, form);
  return fail(ErrorCode::malformed_request, "do");
}

void keep_written(Item& item, const Parameters& form) {
  if (form.get("do") == "withdraw") return;
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

} // namespace palabre::http
