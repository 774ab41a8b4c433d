// What winners get, and what anybody can check the draw with.
#include "shared/view/desk/plan_entries_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr codes_form(const DeskState& desk) {
  const EntriesState& state = desk.plan.entries;
  if (!owns(desk)) return nullptr;
  return desk_form("codes", {text_area_field({.name = "codes",
                                              .label = plan_text(desk, "codes"),
                                              .value = state.codes,
                                              .hint = plan_text(desk, "codes_hint"),
                                              .error = state.codes_refused ? &*state.codes_refused : nullptr},
                                             6, desk.messages),
                             send_button(plan_text(desk, "codes_add"), state.sending)});
}

NodePtr hash_line(const DeskState& desk, const char* name, const std::string& value) {
  return plan_row(name, plan_text(desk, name),
                  {element(Role::cell, {},
                           {value.empty() ? words(plan_text(desk, std::string(name) + "_later"))
                                          : element(Role::code, {.key = "hash", .attributes = {style("d-hash")}},
                                                    {words(value)})})});
}

} // namespace

NodePtr prizes_view(const DeskState& desk) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  const std::string& prize = contest_of(desk).prize;
  const auto wanted = static_cast<std::int64_t>(contest_of(desk).winners);
  const bool few = contest.prizes > 0 && contest.prizes < wanted;
  return element(
      Role::section, {.key = "prizes", .attributes = {style("d-stack"), {Attr::labelled_by, "prizes-title"}}},
      {heading(2, plan_text(desk, "prizes"), "prizes-title"), prize.empty() ? nullptr : paragraph("", prize),
       element(Role::paragraph, {.key = "left"},
               {words(contest.prizes == 0
                          ? plan_text(desk, "codes_none")
                          : desk.messages.text("desk.plan_codes_left",
                                               {{"all", plan_plural(desk, "codes_count", contest.prizes)},
                                                {"given", desk.messages.number(contest.given)},
                                                {"left", desk.messages.number(contest.prizes - contest.given)}}))}),
       few ? element(Role::paragraph, {.key = "few", .attributes = {style("d-warning")}},
                     {words(plan_plural(desk, "codes_few", wanted))})
           : nullptr,
       codes_form(desk)});
}

NodePtr proof_view(const DeskState& desk) {
  const DrawProof& proof = view_of(desk).proof;
  if (contest_of(desk).choosing != Choosing::draw || proof.seed_hash.empty()) return nullptr;
  return element(
      Role::section, {.key = "proof", .attributes = {style("d-stack"), {Attr::labelled_by, "proof-title"}}},
      {heading(2, plan_text(desk, "proof"), "proof-title"), paragraph("d-hint", plan_text(desk, "proof_hint")),
       element(Role::table, {.key = "table", .attributes = {style("d-table"), {Attr::labelled_by, "proof-title"}}},
               {element(Role::table_body, {},
                        {hash_line(desk, "seed_hash", proof.seed_hash), hash_line(desk, "list_hash", proof.list_hash),
                         hash_line(desk, "seed", proof.seed)})})});
}

} // namespace palabre::view::desk
