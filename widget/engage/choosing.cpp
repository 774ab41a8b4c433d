// What a reader does to a form before it is sent.
#include <algorithm>
#include <utility>

#include "shared/view/engage/parts.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Item;

using Chosen = std::vector<std::uint32_t>;

std::optional<std::uint32_t> number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::uint32_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return number;
}

bool is_offered(const Poll& poll, std::uint32_t option) {
  if (poll.kind == PollKind::scale) return option >= 1 && option <= scale_steps;
  if (option == other_option) return poll.other;
  return std::any_of(poll.options.begin(), poll.options.end(), [&](const auto& one) { return one.id == option; });
}

void drop(Chosen& chosen, std::uint32_t option) {
  chosen.erase(std::remove(chosen.begin(), chosen.end(), option), chosen.end());
}

void choose_option(const Poll& poll, Chosen& chosen, std::uint32_t option, bool on) {
  if (poll.kind == PollKind::multiple) {
    drop(chosen, option);
    if (on) chosen.push_back(option);
  } else if (on) {
    chosen = {option};
  }
}

// Places without a gap: the third of two ranked ones is the last.
void put_at(const Poll& poll, Chosen& chosen, std::uint32_t option, std::uint32_t place) {
  drop(chosen, option);
  if (place == 0) return;
  const std::size_t at = std::min<std::size_t>(place - 1, chosen.size());
  chosen.insert(chosen.begin() + static_cast<std::ptrdiff_t>(at), option);
  if (chosen.size() > poll.most) chosen.resize(poll.most);
}

// Whoever writes an answer of their own has chosen it.
void write_other(Item& item, const std::string& value) {
  const Poll& poll = *item.document.post.poll;
  item.poll.other = value;
  const auto& chosen = item.poll.chosen;
  const bool is_chosen = std::find(chosen.begin(), chosen.end(), other_option) != chosen.end();
  if (!value.empty() && !is_chosen) choose_option(poll, item.poll.chosen, other_option, true);
}

void choose_naming(Item& item, std::string_view name, bool on) {
  const auto naming = parse_naming(name);
  if (naming && on) item.contest.naming = *naming;
}

void choose_in_poll(Item& item, const Verb& verb, const std::string& value) {
  const Poll& poll = *item.document.post.poll;
  if (verb.name == "other") return write_other(item, value);
  const auto option = number_of(verb.argument);
  if (!option || !is_offered(poll, *option)) return;
  if (verb.name == "choose") choose_option(poll, item.poll.chosen, *option, value == "on");
  if (verb.name == "place") put_at(poll, item.poll.chosen, *option, number_of(value).value_or(0));
}

} // namespace

void choose(Model& model, const Verb& verb, const std::string& value) {
  Item* item = find_item(model, verb.post);
  if (item == nullptr || item->busy) return;
  if (verb.name == "name") {
    (item->document.post.poll ? item->poll.name : item->contest.name) = value;
  } else if (verb.name == "text") {
    item->contest.text = value;
  } else if (verb.name == "naming") {
    choose_naming(*item, verb.argument, value == "on");
  } else if (item->document.post.poll) {
    choose_in_poll(*item, verb, value);
  }
}

// Up and down by one; who is not ranked yet goes up to the end, and the last goes down out of the ranking.
void press_rank(Model& model, const Verb& verb, Effects& effects) {
  Item* item = find_item(model, verb.post);
  if (item == nullptr || item->busy || !item->document.post.poll) return;
  const Poll& poll = *item->document.post.poll;
  const auto option = number_of(verb.argument);
  if (!option || !is_offered(poll, *option)) return;
  Chosen& chosen = item->poll.chosen;
  const auto at = std::find(chosen.begin(), chosen.end(), *option);
  const bool up = verb.name == "up";
  if (at == chosen.end()) {
    if (up && chosen.size() < poll.most) chosen.push_back(*option);
  } else if (up && at != chosen.begin()) {
    std::iter_swap(at, at - 1);
  } else if (!up && at + 1 == chosen.end()) {
    chosen.pop_back();
  } else if (!up) {
    std::iter_swap(at, at + 1);
  }
  const auto now = std::find(chosen.begin(), chosen.end(), *option);
  const auto place = now == chosen.end() ? 0 : static_cast<std::int64_t>(now - chosen.begin()) + 1;
  const std::string name = view::engage::option_name(model.state, poll, *option);
  effects.push_back(Announce{
      name + ": " + (place == 0 ? model.state.messages.text("poll.unranked") : model.state.messages.number(place))});
  // A button that is at its end is disabled and loses the focus: the other one takes it.
  const bool stuck = up ? place <= 1 : place == 0;
  effects.push_back(
      Focus{view::engage::id_in(*item, std::string(stuck == up ? "down" : "up") + "-" + std::to_string(*option))});
}

} // namespace palabre::widget::engage
