#include "shared/view/desk/plan_parts.h"

#include <algorithm>

#include "shared/view/dates.h"
#include "shared/view/desk/overview_charts.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

std::string_view glyph_of(PostKind kind) {
  switch (kind) {
  case PostKind::announcement: return "!";
  case PostKind::question: return "?";
  case PostKind::poll: return "≡";
  case PostKind::contest: return "★";
  }
  return {};
}

Tone tone_of(PostPhase phase) {
  switch (phase) {
  case PostPhase::open: return Tone::good;
  case PostPhase::planned: return Tone::accent;
  case PostPhase::draft:
  case PostPhase::closed:
  case PostPhase::withdrawn: break;
  }
  return Tone::plain;
}

std::string_view style_of(Tone tone) {
  switch (tone) {
  case Tone::good: return "d-badge d-good";
  case Tone::warning: return "d-badge d-warning";
  case Tone::bad: return "d-badge d-bad";
  case Tone::accent: return "d-badge d-accent";
  case Tone::plain: break;
  }
  return "d-badge";
}

} // namespace

bool may_plan(const DeskState& desk) {
  return desk.session && may(desk.session->member.role, MemberRole::moderator);
}

bool owns(const DeskState& desk) {
  return desk.session && desk.session->member.role == MemberRole::owner;
}

std::string plan_text(const DeskState& desk, std::string_view key) {
  return desk.messages.text("desk.plan_" + std::string(key));
}

std::string plan_text(const DeskState& desk, std::string_view key, Messages::Places places) {
  return desk.messages.text("desk.plan_" + std::string(key), places);
}

std::string plan_plural(const DeskState& desk, std::string_view key, std::int64_t n) {
  return desk.messages.plural("desk.plan_" + std::string(key), n);
}

NodePtr plan_frame(const PlanFrame& frame, std::vector<NodePtr> parts) {
  const NodePtr title = element(
      Role::heading, {.key = "title", .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
      {words(frame.title)});
  return element(
      Role::main, {.key = frame.name, .attributes = {style("d-main")}},
      {stack("head", "d-head", {title, frame.head}),
       stack("pane", "d-pane", {stack("page", frame.narrow ? "d-page d-room" : "d-wide d-room", std::move(parts))})});
}

NodePtr plan_waiting(const DeskState& desk, LoadState load, const std::optional<Error>& error) {
  if (error) {
    return stack(
        "waiting", "d-stack",
        {trouble(error, desk.messages),
         stack("do", "d-toolbar", {press("again", PaintKind::button, desk.messages.text("desk.try_again"), "again")})});
  }
  if (load == LoadState::loaded) return nullptr;
  return element(Role::paragraph, {.key = "waiting", .attributes = {style("d-busy")}},
                 {words(desk.messages.text("desk.starting"))});
}

NodePtr post_tabs(const DeskState& desk, const Post& post) {
  if (post.kind != PostKind::poll && post.kind != PostKind::contest) return nullptr;
  if (post.kind == PostKind::contest && !may_plan(desk)) return nullptr; // entries are for who decides on them
  const std::string place = "#/plan/" + post.id.text();
  const bool poll = post.kind == PostKind::poll;
  const bool editing = desk.plan.place == PlanPlace::editor;
  return place_tabs("tabs", plan_text(desk, poll ? "this_poll" : "this_contest"),
                    {{"edit", plan_text(desk, "tab_edit"), place, editing},
                     {"more", plan_text(desk, poll ? "tab_results" : "tab_entries"),
                      place + (poll ? "/results" : "/entries"), !editing}});
}

std::string plan_link(const DeskState& desk, std::string_view more) {
  std::string link = "#/plan?site=" + wire::percent_encode(desk.plan.site);
  if (!more.empty()) link += "&" + std::string(more);
  return link;
}

NodePtr glyph(PostKind kind) {
  return element(
      Role::inline_group,
      {.key = "glyph", .attributes = {style("d-glyph d-kind-" + std::string(to_name(kind))), {Attr::concealed, ""}}},
      {words(std::string(glyph_of(kind)))});
}

std::string kind_words(const DeskState& desk, PostKind kind) {
  return plan_text(desk, "kind_" + std::string(to_name(kind)));
}

NodePtr phase_badge(const DeskState& desk, PostPhase phase) {
  return badge("phase", tone_of(phase), plan_text(desk, "phase_" + std::string(to_name(phase))));
}

NodePtr badge(std::string key, Tone tone, std::string text) {
  return element(Role::inline_group,
                 {.key = std::move(key),
                  .attributes = {style(style_of(tone))},
                  .paint = {PaintKind::badge, 0, static_cast<std::uint32_t>(tone)}},
                 {words(std::move(text))});
}

std::string clock_words(const DeskState& desk, Instant instant) {
  const std::string field = to_field(desk.plan.zone, instant);
  return field.size() < 16 ? std::string() : field.substr(11);
}

std::string moment_words(const DeskState& desk, Instant instant) {
  const Instant shown{instant.milliseconds + std::int64_t{offset_at(desk.plan.zone, instant)} * 60'000};
  return date_in_words(shown, desk.messages) + ", " + clock_words(desk, instant);
}

std::string span_words(const DeskState& desk, const Post& post) {
  const std::string ends = post.ends ? moment_words(desk, *post.ends) : std::string();
  if (!post.starts) {
    return post.ends ? plan_text(desk, "until", {{"end", ends}}) : plan_text(desk, "no_dates");
  }
  const std::string starts = moment_words(desk, *post.starts);
  return post.ends ? plan_text(desk, "from_until", {{"start", starts}, {"end", ends}})
                   : plan_text(desk, "from", {{"start", starts}});
}

// Halves go up; nothing that is there is said to be 0 %, and nothing less than all to be 100 %.
std::string percent_words(const DeskState& desk, std::int64_t part, std::int64_t whole) {
  std::int64_t percent = whole <= 0 ? 0 : (part * 200 + whole) / (whole * 2);
  if (part > 0 && percent == 0) percent = 1;
  if (part < whole && percent == 100) percent = 99;
  return desk.messages.text("desk.percent", "n", desk.messages.number(percent));
}

NodePtr tick_field(const Tick& tick) {
  const std::string id = "field-" + tick.name;
  std::vector<Attribute> attributes{
      {Attr::id, id}, style("d-tick"), {Attr::input_kind, "checkbox"}, {Attr::name, tick.name}};
  NodePtr hint;
  if (!tick.hint.empty()) {
    attributes.push_back({Attr::described_by, id + "-hint"});
    hint = element(Role::paragraph, {.key = "hint", .attributes = {{Attr::id, id + "-hint"}, style("d-hint")}},
                   {words(tick.hint)});
  }
  return stack(
      tick.name, "d-ticked",
      {stack("line", "d-choice",
             {element(Role::field, {.key = "control",
                                    .attributes = std::move(attributes),
                                    .state = tick.state | (tick.on ? State::checked : State::none),
                                    .action = {ActionKind::desk_field, tick.name},
                                    .paint = {PaintKind::checkbox, tick.on ? 1.0F : 0.0F}}),
              element(Role::label, {.key = "label", .attributes = {{Attr::labels, id}}}, {words(tick.label)})}),
       hint});
}

NodePtr plan_table(std::string key, std::string_view labelled_by, std::string_view look,
                   const std::vector<std::string>& heads, std::vector<NodePtr> rows) {
  std::vector<NodePtr> columns;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns.push_back(
        element(Role::column_header, {.attributes = {style(i == 0 ? "d-strong" : "d-number")}}, {words(heads[i])}));
  }
  const std::string id(labelled_by);
  return element(
      Role::group,
      {.key = std::move(key), .attributes = {style("d-scroll"), {Attr::labelled_by, id}, {Attr::in_tab_order, "0"}}},
      {element(Role::table, {.attributes = {style(look), {Attr::labelled_by, id}}},
               {element(Role::table_head, {}, {element(Role::row, {}, std::move(columns))}),
                element(Role::table_body, {}, std::move(rows))})});
}

NodePtr plan_row(std::string key, std::string head, std::vector<NodePtr> cells) {
  cells.insert(cells.begin(), element(Role::row_header, {.key = "head"}, {words(std::move(head))}));
  return element(Role::row, {.key = std::move(key)}, std::move(cells));
}

NodePtr number_cell(std::string text) {
  return element(Role::cell, {.attributes = {style("d-number")}}, {words(std::move(text))});
}

NodePtr bar_cell(std::int64_t part, std::int64_t largest, Tone tone, std::string text) {
  const float share = largest <= 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(largest);
  return element(
      Role::cell, {.key = "bar", .attributes = {style("d-bar-cell")}},
      {element(Role::inline_group, {.attributes = {style("d-bar " + at_style(part, largest)), {Attr::concealed, ""}},
                                    .paint = {PaintKind::bar, share, static_cast<std::uint32_t>(tone)}}),
       element(Role::inline_group, {.attributes = {style("d-number")}}, {words(std::move(text))})});
}

Instant begin_of(const wire::DeskPost& post) {
  return post.opens.value_or(post.post.starts.value_or(post.post.created));
}

bool is_of_control(const Error& error) {
  return !error.field.empty() && error.field != "vote_in" && error.code != ErrorCode::post_changed;
}

NodePtr plan_view(const DeskState& desk) {
  switch (desk.plan.place) {
  case PlanPlace::calendar: return calendar_view(desk);
  case PlanPlace::editor: return editor_view(desk);
  case PlanPlace::results: return poll_results_view(desk);
  case PlanPlace::entries: return entries_view(desk);
  }
  return nullptr;
}

} // namespace palabre::view::desk
