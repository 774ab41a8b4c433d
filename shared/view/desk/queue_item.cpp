// The chosen item: who says what and where, why it is here, and what can be done about it.
#include <algorithm>
#include <array>

#include "shared/text/markdown.h"
#include "shared/view/desk/queue_body.h"
#include "shared/view/desk/queue_parts.h"
#include "shared/view/styles.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

using rules::Field;
using wire::DeskAction;
using wire::QueueItem;

std::vector<BodyMark> marks_of(const QueueItem& item, Field field) {
  std::vector<BodyMark> marks;
  for (std::size_t i = 0; i < item.verdict.reasons.size(); ++i) {
    const rules::Reason& reason = item.verdict.reasons[i];
    if (reason.field != field || span_of(item, reason).empty()) continue;
    const bool heavy = reason.severity == rules::Severity::severe || reason.severity == rules::Severity::strong;
    marks.push_back(
        {reason.begin, reason.end, "reason-" + std::to_string(said_first(item, i)), heavy ? Tone::bad : Tone::warning});
  }
  return marks;
}

std::string permalink(const QueueItem& item) {
  return item.page_url.empty() ? wire::plain_thread_url(item.site, item.page) : item.page_url;
}

NodePtr website(const QueueItem& item) {
  const std::string& address = item.comment.author.website;
  if (address.empty()) return nullptr;
  NodePtr shown = element(Role::inline_group, {}, marked_text(address, marks_of(item, Field::website)));
  if (text::is_web_address(address)) {
    shown = element(Role::link, {.attributes = {{Attr::href, address}, {Attr::rel, std::string(foreign_link_rel)}}},
                    {std::move(shown)});
  }
  return element(Role::paragraph, {.key = "website", .attributes = {style("d-website")}}, {std::move(shown)});
}

NodePtr place(const DeskState& desk, const QueueItem& item) {
  std::vector<NodePtr> parts{
      element(Role::link,
              {.key = "page",
               .attributes = {{Attr::href, permalink(item)}, {Attr::rel, "noopener"}, {Attr::text_direction, "auto"}},
               .action = {ActionKind::desk_press, "show." + item.comment.id.text()}},
              {words(page_name(item))}),
      words(" \xC2\xB7 "),
      time_node(item.comment.created, desk.messages),
      words(" \xC2\xB7 "),
      badge("state", state_text(desk, item.comment.state), Tone::plain),
      words(" ")};
  for (NodePtr& one : badges_of(desk, item)) {
    parts.push_back(std::move(one));
    parts.push_back(words(" "));
  }
  if (!item.decided_by.empty()) {
    parts.push_back(element(Role::inline_group, {.key = "by", .attributes = {style("d-quiet")}},
                            {words(desk.messages.text("desk.decided_by", "name", item.decided_by) + " ")}));
  }
  return element(Role::paragraph, {.key = "place", .attributes = {style("d-meta")}}, std::move(parts));
}

NodePtr ways(const DeskState& desk, const QueueItem& item) {
  wire::QueueFilter page = desk.queue.filter;
  page.site = item.site;
  page.page = item.page;
  std::vector<NodePtr> parts;
  if (may_decide(desk)) {
    parts.push_back(
        press("show", PaintKind::quiet_button, say(desk, "show_in_page"), "show." + item.comment.id.text()));
  }
  if (desk.queue.filter.page != item.page) parts.push_back(go("only", say(desk, "only_page"), queue_hash(page)));
  if (parts.empty()) return nullptr;
  return element(Role::group, {.key = "ways", .attributes = {style("d-meta d-links")}}, std::move(parts));
}

NodePtr notices(const DeskState& desk, const QueueItem& item) {
  const QueueState& queue = desk.queue;
  std::vector<NodePtr> all;
  const auto present = queue.present.find(item.comment.id);
  if (present != queue.present.end()) {
    all.push_back(element(Role::paragraph, {.key = "present"},
                          {words(desk.messages.text("desk.looking", "name", present->second))}));
  }
  const auto settled = queue.settled.find(item.comment.id);
  if (settled != queue.settled.end()) {
    const Settled& what = settled->second;
    const std::string state = state_text(desk, what.state);
    all.push_back(element(
        Role::paragraph, {.key = "settled"},
        {words(what.gone         ? say(desk, "settled_gone")
               : what.by.empty() ? say(desk, "settled_changed")
                                 : desk.messages.text("desk.settled_by", {{"name", what.by}, {"state", state}}))}));
  }
  return element(Role::status, {.key = "notices", .attributes = {style(all.empty() ? "d-none" : "d-notice")}},
                 std::move(all));
}

struct Deed {
  DeskAction action;
  const char* key; // of the keyboard; empty: none
};
constexpr std::array<Deed, 5> deeds{{{DeskAction::approve, "a"},
                                     {DeskAction::hide, "h"},
                                     {DeskAction::spam, "s"},
                                     {DeskAction::remove, "d"},
                                     {DeskAction::hold, ""}}};

NodePtr deed(const DeskState& desk, const QueueItem& item, const Deed& one) {
  const bool done = state_after(one.action) == item.comment.state;
  if (done && (one.action != DeskAction::approve || item.attention == 0)) return nullptr;
  const std::string name(to_name(one.action));
  const bool keyed = one.key[0] != '\0';
  std::vector<Attribute> more;
  if (keyed) more.push_back({Attr::shortcut, one.key});
  const NodePtr plain = press(name, one.action == DeskAction::approve ? PaintKind::primary_button : PaintKind::button,
                              say(desk, name), "decide_one." + name, std::move(more));
  if (!keyed || !desk.shortcuts) return plain;
  auto with_key = std::make_shared<Node>(*plain);
  with_key->children.push_back(
      element(Role::keys, {.attributes = {style("d-key"), {Attr::concealed, ""}}}, {words(one.key)}));
  return with_key;
}

// Whether the team owes an answer, as somebody may say by hand.
NodePtr answered_control(const DeskState& desk, const QueueItem& item) {
  if (item.unanswered)
    return press("answered", PaintKind::quiet_button, say(desk, "mark_answered"), "question.answered");
  if (item.comment.question != QuestionState::answered) return nullptr;
  return press("answered", PaintKind::quiet_button, say(desk, "mark_open"), "question.open");
}

// The question that this reply is below; nullptr: it is none, or the team's own.
const Comment* question_above(const QueueItem& item, const QueueDetail* detail) {
  if (detail == nullptr || item.comment.state != CommentState::published || !item.comment.badges.empty())
    return nullptr;
  const auto& above = detail->detail.above;
  const auto asks = [](const Comment& one) { return one.question != QuestionState::none; };
  const auto found = std::find_if(above.rbegin(), above.rend(), asks);
  return found == above.rend() ? nullptr : &*found;
}

NodePtr answer_control(const DeskState& desk, const QueueItem& item, const QueueDetail* detail) {
  const Comment* question = question_above(item, detail);
  if (question == nullptr) return nullptr;
  return press("is_answer", PaintKind::quiet_button, say(desk, "mark_answer"), "answer." + question->id.text());
}

NodePtr toolbar(const DeskState& desk, const QueueItem& item, const QueueDetail* detail) {
  if (!may_decide(desk)) return nullptr;
  std::vector<NodePtr> all;
  for (const Deed& one : deeds) all.push_back(deed(desk, item, one));
  all.push_back(press("reply", PaintKind::quiet_button, say(desk, "reply"), "reply", {{Attr::shortcut, "r"}}));
  all.push_back(answered_control(desk, item));
  all.push_back(answer_control(desk, item, detail));
  return element(Role::toolbar,
                 {.key = "do", .attributes = {style("d-toolbar d-deeds"), {Attr::label, say(desk, "actions")}}},
                 std::move(all));
}

NodePtr beside(const DeskState& desk, const QueueDetail* detail) {
  if (detail == nullptr || detail->load == LoadState::loading) return nullptr;
  if (detail->load == LoadState::failed) {
    return element(
        Role::group, {.key = "beside"},
        {trouble(detail->error, desk.messages), press("again", PaintKind::button, say(desk, "try_again"), "detail")});
  }
  return element(Role::group, {.key = "beside"},
                 {context_below(desk, *detail), author_section(desk, *detail), clues_section(desk, *detail),
                  ban_form(desk, *detail)});
}

NodePtr body(const QueueItem& item) {
  return element(Role::group, {.key = "body", .attributes = {style("d-body p-body"), {Attr::text_direction, "auto"}}},
                 marked_body(item.comment.body, marks_of(item, Field::body)));
}

} // namespace

NodePtr queue_item(const DeskState& desk) {
  const QueueItem* item = selected_item(desk.queue);
  NodePtr back = press("back", PaintKind::quiet_button, say(desk, "back"), "close", {{Attr::shortcut, "Escape"}});
  back = element(Role::group, {.key = "back", .attributes = {style("d-back")}}, {std::move(back)});
  if (item == nullptr) {
    const bool missing = desk.queue.selected && desk.queue.details.count(*desk.queue.selected) != 0;
    const QueueDetail* detail = missing ? &desk.queue.details.at(*desk.queue.selected) : nullptr;
    return element(Role::section,
                   {.key = "item", .attributes = {style("d-pane d-item"), {Attr::label, say(desk, "item")}}},
                   {std::move(back), beside(desk, detail)});
  }
  const auto found = desk.queue.details.find(item->comment.id);
  const QueueDetail* detail = found == desk.queue.details.end() ? nullptr : &found->second;
  const bool known = detail != nullptr && detail->load == LoadState::loaded;
  NodePtr name =
      element(Role::heading,
              {.key = "name",
               .attributes = {{Attr::id, "item-title"},
                              style("d-author"),
                              {Attr::level, "2"},
                              {Attr::focusable, ""},
                              {Attr::text_direction, "auto"}}},
              marked_text(item->comment.author.name.empty() ? say(desk, "nobody") : item->comment.author.name,
                          marks_of(*item, Field::name)));
  return element(
      Role::section, {.key = "item", .attributes = {style("d-pane d-item"), {Attr::labelled_by, "item-title"}}},
      {std::move(back),
       element(Role::article,
               {.key = "i" + item->comment.id.text(), .attributes = {style("d-card")}, .paint = {PaintKind::card, 1}},
               {std::move(name), website(*item), place(desk, *item), ways(desk, *item), notices(desk, *item),
                known ? context_above(desk, *detail) : nullptr, body(*item),
                known ? readers_section(desk, *detail) : nullptr, reasons_section(desk, *item)}),
       toolbar(desk, *item, known ? detail : nullptr), reply_form(desk, *item), rules_section(desk, *item),
       scores_section(desk, *item), beside(desk, detail)});
}

} // namespace palabre::view::desk
