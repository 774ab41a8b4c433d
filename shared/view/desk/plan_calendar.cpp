// The calendar's screen: what is planned, as a month or as lists, and how much of it promotes.
#include <algorithm>
#include <array>

#include "shared/view/desk/overview_charts.h"
#include "shared/view/desk/plan_parts.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

NodePtr site_choice(const DeskState& desk) {
  if (!desk.session || desk.session->sites.size() < 2) return nullptr;
  std::vector<Choice> choices;
  for (const wire::DeskSite& site : desk.session->sites) choices.push_back({site.name, site.name});
  return choice_field({.name = "site", .label = desk.messages.text("desk.site"), .value = desk.plan.site}, choices,
                      desk.messages);
}

NodePtr looks(const DeskState& desk) {
  const bool list = desk.plan.calendar.look == PlanLook::list;
  return place_tabs("looks", plan_text(desk, "looks"),
                    {{"month", plan_text(desk, "look_month"), plan_link(desk), !list},
                     {"list", plan_text(desk, "look_list"), plan_link(desk, "view=list"), list}});
}

// Posts of one group, in the order of their times.
NodePtr group_view(const DeskState& desk, std::string_view name, const std::vector<const wire::DeskPost*>& posts) {
  if (posts.empty()) return nullptr;
  const std::string id = "posts-" + std::string(name);
  std::vector<NodePtr> lines;
  for (const wire::DeskPost* post : posts) lines.push_back(post_line(desk, *post));
  return element(Role::section, {.key = std::string(name), .attributes = {style("d-stack"), {Attr::labelled_by, id}}},
                 {heading(2, plan_text(desk, "group_" + std::string(name)), id),
                  element(Role::bullet_list, {.key = "list", .attributes = {style("d-list")}}, std::move(lines))});
}

std::string_view group_of(PostPhase phase) {
  switch (phase) {
  case PostPhase::open: return "open";
  case PostPhase::planned: return "planned";
  case PostPhase::draft: return "draft";
  case PostPhase::closed:
  case PostPhase::withdrawn: break;
  }
  return "over";
}

std::vector<const wire::DeskPost*> posts_in(const wire::DeskPosts& all, std::string_view group) {
  std::vector<const wire::DeskPost*> posts;
  for (const wire::DeskPost& post : all.posts) {
    if (group_of(post.phase) == group) posts.push_back(&post);
  }
  const bool newest_first = group == "over" || group == "draft";
  std::stable_sort(posts.begin(), posts.end(), [&](const auto* a, const auto* b) {
    return newest_first ? begin_of(*b) < begin_of(*a) : begin_of(*a) < begin_of(*b);
  });
  return posts;
}

NodePtr answers_link(const DeskState& desk, const wire::DeskPost& post) {
  const bool poll = post.post.kind == PostKind::poll;
  if (!poll && (post.post.kind != PostKind::contest || !may_plan(desk))) return nullptr;
  return go("answers", plan_plural(desk, poll ? "ballots" : "entry_number", post.ballots),
            "#/plan/" + post.post.id.text() + (poll ? "/results" : "/entries"));
}

} // namespace

NodePtr post_line(const DeskState& desk, const wire::DeskPost& post) {
  const std::string id = post.post.id.text();
  const bool promotes = post.post.purpose == Purpose::promotion;
  return element(Role::list_item, {.key = id, .attributes = {style("d-row d-post-line")}},
                 {stack("head", "d-row-head",
                        {glyph(post.post.kind), go("go", post.post.title, "#/plan/" + id),
                         promotes ? badge("purpose", Tone::plain, plan_text(desk, "purpose_promotion")) : nullptr,
                         phase_badge(desk, post.phase)}),
                  stack("foot", "d-row-foot d-quiet",
                        {element(Role::inline_group, {.key = "kind"}, {words(kind_words(desk, post.post.kind))}),
                         element(Role::inline_group, {.key = "when"}, {words(span_words(desk, post.post))}),
                         answers_link(desk, post)})});
}

NodePtr post_list_view(const DeskState& desk) {
  std::vector<NodePtr> groups;
  for (const std::string_view group : {"open", "planned", "draft", "over"}) {
    groups.push_back(group_view(desk, group, posts_in(*desk.plan.calendar.posts, group)));
  }
  if (std::all_of(groups.begin(), groups.end(), [](const NodePtr& node) { return node == nullptr; })) {
    groups = {paragraph("d-empty", plan_text(desk, may_plan(desk) ? "nothing" : "nothing_read"))};
  }
  return stack("groups", "d-stack d-plan-groups", std::move(groups));
}

NodePtr share_view(const DeskState& desk) {
  const wire::DeskPosts& posts = *desk.plan.calendar.posts;
  const std::int64_t all = posts.value_30 + posts.promotion_30;
  const bool over = posts.promotion_30 * 5 > all;
  const std::string said =
      all == 0 ? plan_text(desk, "share_none")
               : desk.messages.text("desk.plan_share", {{"promoting", desk.messages.number(posts.promotion_30)},
                                                        {"all", plan_plural(desk, "share_posts", all)},
                                                        {"percent", percent_words(desk, posts.promotion_30, all)}});
  const float share = all == 0 ? 0.0F : static_cast<float>(posts.promotion_30) / static_cast<float>(all);
  const Tone tone = over ? Tone::warning : Tone::accent;
  return element(
      Role::section, {.key = "share", .attributes = {style("d-share"), {Attr::labelled_by, "share-title"}}},
      {heading(2, plan_text(desk, "share_title"), "share-title"),
       element(Role::inline_group,
               {.key = "bar",
                .attributes = {style("d-bar " + std::string(over ? "d-over " : "") + at_style(posts.promotion_30, all)),
                               {Attr::concealed, ""}},
                .paint = {PaintKind::bar, share, static_cast<std::uint32_t>(tone)}},
               {element(Role::inline_group, {.key = "rule", .attributes = {style("d-share-rule")}})}),
       element(Role::paragraph, {.key = "said"}, {words(said)}),
       over ? element(Role::paragraph, {.key = "hint", .attributes = {style("d-hint")}},
                      {words(plan_text(desk, "share_over"))})
            : nullptr});
}

NodePtr new_posts(const DeskState& desk, std::string key, const std::string& label, const std::string& more) {
  if (!may_plan(desk)) return nullptr;
  std::vector<NodePtr> links;
  for (const PostKind kind : post_kinds) {
    const std::string name(to_name(kind));
    const std::string hash = "#/plan/new/" + name + "?site=" + wire::percent_encode(desk.plan.site) + more;
    links.push_back(element(Role::list_item, {.key = name},
                            {element(Role::link,
                                     {.key = "go",
                                      .attributes = {style("p-button"), {Attr::href, hash}},
                                      .action = {ActionKind::desk_go, hash},
                                      .paint = {PaintKind::button}},
                                     {glyph(kind), words(" " + kind_words(desk, kind))})}));
  }
  return element(Role::navigation, {.key = key, .attributes = {style("d-new"), {Attr::labelled_by, "new-" + key}}},
                 {element(Role::inline_group,
                          {.key = "label", .attributes = {style("d-quiet"), {Attr::id, "new-" + key}}}, {words(label)}),
                  element(Role::bullet_list, {.key = "all", .attributes = {style("d-toolbar")}}, std::move(links))});
}

NodePtr calendar_view(const DeskState& desk) {
  const CalendarState& state = desk.plan.calendar;
  std::vector<NodePtr> parts{stack("bar", "d-spread",
                                   {stack("left", "d-filters", {looks(desk), site_choice(desk)}),
                                    new_posts(desk, "new", plan_text(desk, "new"), {})})};
  if (NodePtr waiting = (state.posts && !state.error) || desk.plan.site.empty()
                            ? nullptr
                            : plan_waiting(desk, state.load, state.error)) {
    parts.push_back(std::move(waiting));
  }
  if (desk.plan.site.empty()) parts = {paragraph("d-notice", plan_text(desk, "no_site"))};
  if (state.posts) {
    parts.push_back(state.look == PlanLook::list ? post_list_view(desk) : month_view(desk));
    parts.push_back(share_view(desk));
  }
  return plan_frame({"plan", desk.messages.text("desk.plan"), {}, false}, std::move(parts));
}

} // namespace palabre::view::desk
