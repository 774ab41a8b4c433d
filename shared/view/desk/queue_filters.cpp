// Narrowing the queue: words, and what else is asked of its items, as chips that can be taken away.
#include <array>

#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

using wire::QueueFilter;

struct Choice {
  std::string value;
  std::string text;
};

NodePtr search(const DeskState& desk) {
  return element(Role::search,
                 {.key = "search",
                  .attributes = {style("d-search"), {Attr::own_checks, ""}, {Attr::label, say(desk, "search")}},
                  .action = {ActionKind::desk_submit, "search"}},
                 {element(Role::field, {.key = "q",
                                        .attributes = {{Attr::id, "field-q"},
                                                       style("p-input d-field"),
                                                       {Attr::name, "q"},
                                                       {Attr::input_kind, "search"},
                                                       {Attr::value, desk.queue.searched},
                                                       {Attr::label, say(desk, "search")},
                                                       {Attr::placeholder, say(desk, "search")},
                                                       {Attr::enter_key, "search"},
                                                       {Attr::shortcut, "/"}},
                                        .action = {ActionKind::desk_field, "q"},
                                        .paint = {PaintKind::field}})});
}

NodePtr select(const DeskState& desk, const std::string& name, const std::string& value,
               const std::vector<Choice>& choices) {
  std::vector<NodePtr> options{
      element(Role::option,
              {.key = "any", .attributes = {{Attr::value, ""}}, .state = value.empty() ? State::selected : State::none},
              {words(say(desk, "filter_any"))})};
  for (const Choice& choice : choices) {
    options.push_back(element(Role::option,
                              {.key = "o-" + choice.value,
                               .attributes = {{Attr::value, choice.value}},
                               .state = choice.value == value ? State::selected : State::none},
                              {words(choice.text)}));
  }
  const std::string id = "filter-" + name;
  return element(Role::group, {.key = name, .attributes = {style("d-labelled")}},
                 {element(Role::label, {.attributes = {{Attr::labels, id}}}, {words(say(desk, "filter_" + name))}),
                  element(Role::select,
                          {.attributes = {{Attr::id, id}, style("p-select d-select"), {Attr::value, value}},
                           .action = {ActionKind::desk_field, "filter." + name}},
                          std::move(options))});
}

std::vector<Choice> sites(const DeskState& desk) {
  std::vector<Choice> choices;
  if (!desk.session) return choices;
  for (const wire::DeskSite& site : desk.session->sites) choices.push_back({site.name, site.name});
  return choices;
}

std::vector<Choice> languages(const DeskState& desk) {
  std::vector<Choice> choices;
  for (const text::Language language : text::known_languages) {
    const std::string name(to_name(language));
    choices.push_back({name, say(desk, "language_" + name)});
  }
  return choices;
}

std::vector<Choice> sentiments(const DeskState& desk) {
  std::vector<Choice> choices;
  for (const std::string_view name : {"neg", "neu", "pos", "unsure"}) {
    choices.push_back({std::string(name), say(desk, "sentiment_" + std::string(name))});
  }
  return choices;
}

std::vector<Choice> reasons(const DeskState& desk) {
  std::vector<Choice> choices;
  for (const std::string_view axis : rules::axis_names) {
    choices.push_back({std::string(axis), say(desk, "axis_" + std::string(axis))});
  }
  return choices;
}

// Pages and authors are chosen from an item, so what they are called is known from the first that is shown.
std::string text_of_filter(const DeskState& desk, const std::string& name, const std::string& value) {
  const wire::QueueItem* item = selected_item(desk.queue);
  if (item == nullptr && !desk.queue.items.empty()) item = &desk.queue.items.front();
  if (name == "page") return item != nullptr && item->page == value ? page_name(*item) : value;
  if (name == "author")
    return item != nullptr && item->author == value ? item->comment.author.name : say(desk, "one_author");
  if (name == "lang") return desk.messages.knows("desk.language_" + value) ? say(desk, "language_" + value) : value;
  if (name == "sentiment" && desk.messages.knows("desk.sentiment_" + value)) return say(desk, "sentiment_" + value);
  if (name == "reason") {
    return desk.messages.knows("desk.axis_" + value) ? say(desk, "axis_" + value) : value;
  }
  return value;
}

NodePtr chip(const DeskState& desk, const std::string& name, const std::string& value, QueueFilter without) {
  if (value.empty()) return nullptr;
  const std::string text = say(desk, "filter_" + name) + ": " + text_of_filter(desk, name, value);
  const std::string hash = queue_hash(without);
  return element(Role::list_item, {.key = name},
                 {element(Role::link,
                          {.attributes = {style("d-chip"),
                                          {Attr::href, hash},
                                          {Attr::label, desk.messages.text("desk.filter_without", "filter", text)}},
                           .action = {ActionKind::desk_go, hash}},
                          {words(text + " \xC3\x97")})});
}

NodePtr chips(const DeskState& desk) {
  const QueueFilter& filter = desk.queue.filter;
  const auto without = [&](std::string QueueFilter::*member) {
    QueueFilter rest = filter;
    rest.*member = {};
    if (member == &QueueFilter::site) rest.page = {};
    return rest;
  };
  std::vector<NodePtr> all{chip(desk, "site", filter.site, without(&QueueFilter::site)),
                           chip(desk, "page", filter.page, without(&QueueFilter::page)),
                           chip(desk, "author", filter.author, without(&QueueFilter::author)),
                           chip(desk, "lang", filter.language, without(&QueueFilter::language)),
                           chip(desk, "sentiment", filter.sentiment, without(&QueueFilter::sentiment)),
                           chip(desk, "reason", filter.reason, without(&QueueFilter::reason))};
  bool any = false;
  for (const NodePtr& one : all) any = any || one != nullptr;
  if (!any) return nullptr;
  return element(Role::bullet_list,
                 {.key = "chips", .attributes = {style("d-chips"), {Attr::label, say(desk, "filters")}}},
                 std::move(all));
}

} // namespace

NodePtr queue_filters(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  std::vector<NodePtr> selects;
  if (queue.filters) {
    const std::vector<Choice> known = sites(desk);
    if (known.size() > 1) selects.push_back(select(desk, "site", queue.filter.site, known));
    selects.push_back(select(desk, "reason", queue.filter.reason, reasons(desk)));
    selects.push_back(select(desk, "lang", queue.filter.language, languages(desk)));
    selects.push_back(select(desk, "sentiment", queue.filter.sentiment, sentiments(desk)));
  }
  return element(Role::group, {.key = "narrow", .attributes = {style("d-narrow")}},
                 {element(Role::group, {.key = "line", .attributes = {style("d-narrow-line")}},
                          {search(desk),
                           press("filters", PaintKind::quiet_button, say(desk, "filters"), "filters",
                                 {{Attr::controls, "filters"}}, queue.filters ? State::expanded : State::collapsed)}),
                  element(Role::group,
                          {.key = "filters",
                           .attributes = {{Attr::id, "filters"}, style("d-filters")},
                           .state = queue.filters ? State::none : State::hidden},
                          std::move(selects)),
                  chips(desk)});
}

} // namespace palabre::view::desk
