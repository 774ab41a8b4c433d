#include <algorithm>
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_posts.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Item;
using view::engage::Place;

constexpr Duration between_looks = Duration::seconds(20);
constexpr Duration soonest = Duration::seconds(1); // after something opens or closes, and again if it has not yet
constexpr Duration longest_wait = Duration::minutes(24 * 60);

std::string api(const std::string& path) {
  return "/api/v1/" + path;
}

// Others' votes can be seen coming in.
bool moves(const Item& item) {
  return item.document.phase == PostPhase::open &&
         (view::engage::visible_results(item) != nullptr || item.document.contest);
}

// What happens to a poll or contest without anybody doing anything.
std::optional<Duration> next_change(const Model& model) {
  std::optional<Duration> next;
  for (const Item& item : model.state.items) {
    const auto& ends = item.document.post.ends;
    if (!ends || item.document.phase != PostPhase::open) continue;
    const Duration left = std::max(*ends - model.state.now, Duration{0});
    if (!next || left < *next) next = left;
  }
  return next;
}

} // namespace

void ask(Model& model, Request request, Fetch fetch, Effects& effects) {
  fetch.request = ++model.last_request;
  model.requests[fetch.request] = std::move(request);
  effects.push_back(std::move(fetch));
}

void ask_list(Model& model, Effects& effects) {
  for (const auto& [number, request] : model.requests) {
    if (request.what == Asked::list) return;
  }
  std::string url;
  if (model.state.place == Place::thread) {
    url = "posts?site=" + wire::percent_encode(model.site) + "&page=" + wire::percent_encode(model.page) + "&";
  } else if (model.state.items.empty()) {
    return;
  } else {
    url = "posts/" + model.state.items.front().document.post.id.text() + "?";
  }
  // The page takes the posts' words from the HTML.
  url += "lang=" + std::string(view::to_name(model.state.messages.language())) + "&html=1";
  ask(model, {Asked::list}, {0, wire::Method::get, api(url)}, effects);
}

void ask_own(Model& model, PostId post, Effects& effects, Asked what) {
  ask(model, {what, post}, {0, wire::Method::get, api("posts/" + post.text() + "/me"), {}, model.reader}, effects);
}

void wake_for_change(Model& model, Effects& effects) {
  if (!model.visible) return;
  if (const auto next = next_change(model)) {
    effects.push_back(Wake{Duration{std::min(*next, longest_wait).milliseconds + soonest.milliseconds}, "change"});
  }
  const auto& items = model.state.items;
  if (std::any_of(items.begin(), items.end(), moves)) effects.push_back(Wake{between_looks, "look"});
}

void focus_error(const Item& item, Effects& effects) {
  const Error& error = *item.error;
  const bool in_field = error.field == "name" || error.field == "text" || error.field == "other";
  const std::string part = error.code == ErrorCode::wrong_answer ? "text" : in_field ? error.field : "title";
  effects.push_back(Focus{view::engage::id_in(item, part)});
}

Error error_of(const Event& event) {
  if (event.status == 0) return {ErrorCode::request_timeout, {}, {}, 0, {}};
  Error error = wire::decode_problem(event.status, event.body);
  if (error.retry_after_s == 0) error.retry_after_s = event.retry_after_s;
  return error;
}

} // namespace palabre::widget::engage
