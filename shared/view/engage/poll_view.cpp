// A poll: the form, or the reader's own ballot, and what may be seen of the results.
#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

bool may_vote(const Item& item) {
  return item.document.phase == PostPhase::open && (!item.poll.cast || item.poll.changing);
}

NodePtr own_ballot(const State& state, const Item& item) {
  if (!item.poll.cast) return nullptr;
  const bool changeable = item.document.phase == PostPhase::open && item.document.post.poll->changeable;
  const bool plain = state.means == Means::forms;
  NodePtr change = changeable ? change_control(state, item, state.messages.text("poll.change")) : nullptr;
  NodePtr leave = changeable && plain ? withdraw_control(state, item, state.messages.text("poll.withdraw")) : nullptr;
  return element(
      Role::group,
      {.key = "own", .attributes = {{Attr::id, id_in(item, "own")}, style("p-own-ballot"), {Attr::focusable, ""}}},
      {paragraph(
           "p-own-choice",
           state.messages.text("poll.yours", "choice", ballot_words(state, *item.document.post.poll, *item.poll.cast)),
           "choice"),
       std::move(change), std::move(leave)});
}

// Why there are no results.
NodePtr secret(const State& state, const Item& item) {
  const bool open = item.document.phase == PostPhase::open;
  std::string key = "poll.results_staff";
  if (open && item.document.post.poll->results == ResultsShown::after_voting) key = "poll.results_after";
  if (open && item.document.post.poll->results == ResultsShown::at_closing) key = "poll.results_closing";
  std::string text = state.messages.text(key);
  const std::int64_t voters = item.document.poll ? item.document.poll->voters : 0;
  if (voters > 0) text += " · " + state.messages.plural("poll.voters", voters);
  return paragraph("p-hint p-turnout", std::move(text), "secret");
}

NodePtr outcome(const State& state, const Item& item) {
  const wire::PollView* view = visible_results(item);
  if (view == nullptr) return secret(state, item);
  NodePtr results = results_view(state, item, *view);
  if (!may_vote(item)) return results;
  return element(Role::details, {.key = "so_far", .attributes = {style("p-table")}},
                 {element(Role::summary, {}, {words(state.messages.text("poll.so_far"))}), std::move(results)});
}

} // namespace

std::vector<NodePtr> poll_parts(const State& state, const Item& item) {
  const bool voting = may_vote(item);
  return {status(item), voting ? nullptr : error_view(state, item),
          voting ? ballot_form(state, item) : own_ballot(state, item), outcome(state, item)};
}

} // namespace palabre::view::engage
