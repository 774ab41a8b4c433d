// The owner's lists and the site's origins: one entry a line, with what is wrong by its line and what would change.
#include "shared/view/desk/settings_views.h"

namespace palabre::view::desk {
namespace {

std::string fault_words(rules::EntryFault fault, const Messages& messages) {
  switch (fault) {
  case rules::EntryFault::none:
  case rules::EntryFault::empty: break;
  case rules::EntryFault::too_long: return messages.text("desk.fault_too_long");
  case rules::EntryFault::matches_everything: return messages.text("desk.fault_matches_everything");
  case rules::EntryFault::no_domain: return messages.text("desk.fault_no_domain");
  case rules::EntryFault::no_origin: return messages.text("desk.fault_no_origin");
  case rules::EntryFault::forbidden: return messages.text("desk.fault_forbidden");
  }
  return {};
}

NodePtr faults_view(const ListReading& reading, const Messages& messages) {
  if (reading.fault_count == 0) return nullptr;
  std::vector<NodePtr> lines;
  for (const ListFault& fault : reading.faults) {
    lines.push_back(
        change_line(std::to_string(fault.line), messages.text("desk.line", "n", messages.number(fault.line)) + " " +
                                                    fault_words(fault.fault, messages)));
  }
  return element(Role::alert, {.key = "faults", .attributes = {style("d-trouble")}},
                 {paragraph("", messages.plural("desk.bad_lines", static_cast<std::int64_t>(reading.fault_count))),
                  element(Role::bullet_list, {.key = "lines"}, std::move(lines))});
}

NodePtr duplicates_view(const ListReading& reading, const Messages& messages) {
  if (reading.duplicate_count == 0) return nullptr;
  std::string lines;
  for (const ListFault& one : reading.duplicates) {
    lines += (lines.empty() ? "" : ", ") + messages.text("desk.same_line", {{"n", messages.number(one.line)},
                                                                            {"first", messages.number(one.same_as)}});
  }
  if (reading.duplicate_count > reading.duplicates.size()) lines += " …";
  return paragraph("d-hint", messages.plural("desk.duplicates", static_cast<std::int64_t>(reading.duplicate_count)) +
                                 " " + lines);
}

std::string examples(const std::vector<std::string>& entries) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < entries.size() && i < shown; ++i) text += (i == 0 ? "" : ", ") + entries[i];
  return entries.size() > shown ? text + " …" : text;
}

NodePtr changed_list(std::string key, const std::string& name, const ListChange& change, const Messages& messages) {
  std::string text = name + messages.text("desk.colon");
  if (!change.added.empty()) {
    text += " " + messages.plural("desk.added", static_cast<std::int64_t>(change.added.size())) + " (" +
            examples(change.added) + ")";
  }
  if (!change.removed.empty()) {
    text += " " + messages.plural("desk.taken_out", static_cast<std::int64_t>(change.removed.size())) + " (" +
            examples(change.removed) + ")";
  }
  return change_line(std::move(key), std::move(text));
}

NodePtr hits_view(const DeskState& desk, const ListReading& reading) {
  const Messages& messages = desk.messages;
  if (desk.settings.wanted.empty()) return nullptr;
  const ListHits hits = find_in(reading, desk.settings.wanted);
  std::vector<NodePtr> rows;
  for (const ListHit& hit : hits.shown) {
    rows.push_back(element(Role::list_item, {.key = std::to_string(hit.line), .attributes = {style("d-hit")}},
                           {element(Role::inline_group, {.key = "n", .attributes = {style("d-hint")}},
                                    {words(messages.text("desk.line", "n", messages.number(hit.line)) + " ")}),
                            element(Role::inline_group, {.key = "entry"}, {words(hit.entry)}),
                            may_change_settings(desk)
                                ? press("out", PaintKind::quiet_button, messages.text("desk.take_out"),
                                        "drop_line." + std::to_string(hit.line),
                                        {{Attr::label, messages.text("desk.take_out_entry", "entry", hit.entry)}})
                                : nullptr}));
  }
  return stack("hits", "d-stack",
               {element(Role::status, {.key = "count"},
                        {words(messages.plural("desk.found", static_cast<std::int64_t>(hits.count)))}),
                element(Role::bullet_list, {.key = "rows", .attributes = {style("d-list")}}, std::move(rows))});
}

NodePtr server_fault(const DeskState& desk, std::string_view at) {
  const Error* error = error_at(draft_of(desk), at);
  if (error == nullptr) return nullptr;
  return element(Role::alert, {.key = "refused", .attributes = {style("d-trouble")}},
                 {words(error_text(*error, desk.messages))});
}

} // namespace

std::vector<NodePtr> list_changes(const DeskState& desk) {
  std::vector<NodePtr> lines;
  const SettingsDraft& draft = draft_of(desk);
  for (const OwnerListName& list : owner_lists) {
    const auto found = draft.lists.find(list.kind);
    if (found == draft.lists.end() || found->second.change.empty()) continue;
    const std::string name(list.name);
    lines.push_back(
        changed_list("list-" + name, desk.messages.text("desk.list_" + name), found->second.change, desk.messages));
  }
  return lines;
}

NodePtr lists_view(const DeskState& desk) {
  const SettingsState& state = desk.settings;
  const Messages& messages = desk.messages;
  const SettingsDraft& draft = draft_of(desk);
  std::vector<PlaceLink> places;
  const OwnerListName* shown = owner_lists.data();
  for (const OwnerListName& list : owner_lists) {
    if (list.kind == state.list) shown = &list;
    const auto found = draft.lists.find(list.kind);
    const std::size_t count = found != draft.lists.end() ? found->second.reading.entries.size()
                                                         : list_of(state.saved->policy, list.kind).size();
    const std::string name(list.name);
    places.push_back({name, messages.text("desk.list_" + name), "#/settings/" + state.site + "/lists/" + name,
                      list.kind == state.list, messages.number(static_cast<std::int64_t>(count))});
  }
  const std::string name(shown->name);
  const auto found = draft.lists.find(shown->kind);
  if (found == draft.lists.end()) return nullptr; // entering makes one
  const ListReading& reading = found->second.reading;
  return stack(
      "lists", "d-stack",
      {place_tabs("which", messages.text("desk.settings_lists"), places),
       stack("area-" + name, "d-stack",
             {text_area_field({.name = "list",
                               .label = messages.text("desk.list_" + name),
                               .value = found->second.text,
                               .hint = messages.text("desk.list_" + name + "_hint"),
                               .state = may_change_settings(desk) ? State::none : State::disabled},
                              14, messages),
              element(Role::status, {.key = "count", .attributes = {style("d-hint")}},
                      {words(messages.plural("desk.entries", static_cast<std::int64_t>(reading.entries.size())))}),
              faults_view(reading, messages), duplicates_view(reading, messages), server_fault(desk, shown->field)}),
       field({.name = "wanted", .label = messages.text("desk.find_entry"), .value = state.wanted, .kind = "search"},
             messages),
       hits_view(desk, reading), save_bar(desk, policy_changes(desk))});
}

NodePtr origins_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  const SettingsDraft& draft = draft_of(desk);
  const std::vector<std::string>& saved = desk.settings.saved->site.origins;
  std::vector<NodePtr> changes;
  if (draft.origins && !draft.origins->change.empty()) {
    changes.push_back(changed_list("origins", messages.text("desk.settings_origins"), draft.origins->change, messages));
  }
  return stack("origins", "d-stack",
               {text_area_field({.name = "origins",
                                 .label = messages.text("desk.settings_origins"),
                                 .value = draft.origins ? draft.origins->text : joined(saved),
                                 .hint = messages.text("desk.origins_hint"),
                                 .state = may_change_settings(desk) ? State::none : State::disabled},
                                6, messages),
                draft.origins ? faults_view(draft.origins->reading, messages) : nullptr, server_fault(desk, "origins"),
                save_bar(desk, std::move(changes))});
}

} // namespace palabre::view::desk
