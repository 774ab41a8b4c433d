// A ballot: shown at once, corrected by the server, taken back when it did not get there.
#include <algorithm>
#include <utility>

#include "shared/rules/ballots.h"
#include "shared/view/engage/parts.h"
#include "shared/wire/codec_posts.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Item;

Ballot ballot_of(const Item& item) {
  Ballot ballot{item.poll.chosen};
  const bool own = std::find(ballot.choices.begin(), ballot.choices.end(), other_option) != ballot.choices.end();
  if (own) ballot.other = item.poll.other;
  return ballot;
}

// What is wrong with it, before anything is sent.
std::optional<Error> find_error(const Item& item, const Ballot& ballot) {
  const Poll& poll = *item.document.post.poll;
  if (poll.secrecy == Secrecy::open && item.poll.name.find_first_not_of(' ') == std::string::npos) {
    return Error{ErrorCode::field_empty, "name", {}, 0, {}};
  }
  const auto checked = rules::check_ballot(poll, ballot);
  return checked ? std::nullopt : std::optional(checked.error());
}

void add(PollResult& result, const Ballot& ballot, PollKind kind, std::int64_t n) {
  for (std::size_t i = 0; i < ballot.choices.size(); ++i) {
    if (kind == PollKind::ranked && i > 0) break;
    for (OptionCount& one : result.counts) {
      if (one.option == ballot.choices[i]) one.count = std::max<std::int64_t>(one.count + n, 0);
    }
  }
  result.ballots = std::max<std::int64_t>(result.ballots + n, 0);
}

// The bars move at once; rounds only the server's count gives.
void count_own(Item& item, const Ballot& ballot) {
  const PollKind kind = item.document.post.poll->kind;
  if (!item.document.poll || !item.document.poll->shown || kind == PollKind::ranked) return;
  PollResult& result = item.document.poll->result;
  if (item.poll.cast) add(result, *item.poll.cast, kind, -1);
  add(result, ballot, kind, 1);
}

// Said once: the thanks, and what leads.
std::string spoken(const Model& model, const Item& item) {
  std::string text = item.done;
  const wire::PollView* view = view::engage::visible_results(item);
  if (view == nullptr) return text;
  constexpr std::size_t most_said = 5;
  for (std::size_t i = 0; i < view->result.counts.size() && i < most_said; ++i) {
    const OptionCount& one = view->result.counts[i];
    text += " " + view::engage::option_name(model.state, *item.document.post.poll, one.option) + ": " +
            view::engage::percent(model.state.messages, one.count, view->result.ballots) + ".";
  }
  return text;
}

} // namespace

void cast(Model& model, Item& item, Effects& effects) {
  if (item.busy) return;
  const Ballot ballot = ballot_of(item);
  item.error = find_error(item, ballot);
  if (item.error) return focus_error(item, effects);
  Request request{Asked::vote, item.document.post.id, item};
  item.done.clear();
  count_own(item, ballot);
  item.poll.cast = ballot;
  item.poll.changing = false;
  item.poll.check = {};
  item.busy = true;
  wire::CastBallot message{ballot};
  if (item.document.post.poll->secrecy == Secrecy::open) message.name = item.poll.name;
  ask(model, std::move(request),
      {0, wire::Method::put, "/api/v1/polls/" + item.document.post.id.text() + "/ballot", wire::encode(message),
       model.reader},
      effects);
  effects.push_back(Focus{view::engage::id_in(item, "own")});
  if (!model.known) {
    model.known = true;
    effects.push_back(Store{"palabre:reader", model.reader});
  }
}

void take_receipt(Model& model, Item& item, const Event& event, Effects& effects) {
  item.busy = false;
  const auto receipt =
      event.status == 200 || event.status == 201 ? wire::decode_ballot_receipt(event.body) : fail(ErrorCode::internal);
  if (!receipt) {
    item.error = error_of(event);
    return;
  }
  item.error.reset();
  item.poll.cast = receipt->ballot;
  item.poll.chosen = receipt->ballot.choices;
  if (!receipt->post.post.poll) return; // no answer of ours
  item.document = receipt->post;
  // What only those who voted may see is the reader's own; everybody's results stay as everybody has them.
  item.poll.own_view = receipt->post.poll;
  const Poll& poll = *item.document.post.poll;
  const bool own = poll.results == ResultsShown::after_voting && item.document.phase == PostPhase::open;
  if (own && item.document.poll) item.document.poll->shown = false;
  item.done = model.state.messages.text("poll.voted");
  effects.push_back(Announce{spoken(model, item)});
  keep(model, item, effects);
  wake_for_change(model, effects);
}

} // namespace palabre::widget::engage
