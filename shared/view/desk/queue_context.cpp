// What is known beside the item: the talk around it, what readers and its author said, and who the author is.
#include <cmath>

#include "shared/view/body_view.h"
#include "shared/view/desk/overview_charts.h"
#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr section(const DeskState& desk, const std::string& key, std::vector<NodePtr> children) {
  children.insert(children.begin(),
                  element(Role::heading, {.key = "title", .attributes = {{Attr::id, "s-" + key}, {Attr::level, "3"}}},
                          {words(say(desk, key))}));
  return element(Role::section, {.key = key, .attributes = {style("d-section"), {Attr::labelled_by, "s-" + key}}},
                 std::move(children));
}

NodePtr other_comment(const DeskState& desk, const Comment& comment) {
  const std::string name = comment.author.name.empty() ? say(desk, "nobody") : comment.author.name;
  return element(
      Role::list_item, {.key = comment.id.text(), .attributes = {style("d-other")}},
      {element(Role::paragraph, {.key = "who", .attributes = {style("d-quiet")}},
               {element(Role::strong, {.attributes = {{Attr::text_direction, "auto"}}}, {words(name)}), words(" "),
                time_node(comment.created, desk.messages),
                comment.state == CommentState::published ? nullptr
                                                         : words(" \xC2\xB7 " + state_text(desk, comment.state))}),
       element(Role::group, {.key = "body", .attributes = {style("p-body"), {Attr::text_direction, "auto"}}},
               body_view(comment.body))});
}

NodePtr other_comments(const DeskState& desk, const std::string& key, const std::vector<Comment>& comments) {
  if (comments.empty()) return nullptr;
  std::vector<NodePtr> all;
  for (const Comment& comment : comments) all.push_back(other_comment(desk, comment));
  return section(desk, key,
                 {element(Role::ordered_list, {.key = "all", .attributes = {style("d-others")}}, std::move(all))});
}

NodePtr recent_line(const DeskState& desk, const wire::QueueItem& item) {
  const std::string hash = queue_hash({wire::QueueTab::all}, item.comment.id);
  return element(Role::list_item, {.key = item.comment.id.text()},
                 {badge("state", state_text(desk, item.comment.state), Tone::plain), words(" "),
                  go("open", first_words(item.comment.body, 80), hash), words(" "),
                  time_node(item.comment.created, desk.messages)});
}

NodePtr flag_line(const DeskState& desk, const wire::DeskFlag& flag, std::size_t at) {
  const std::string reason = say(desk, "flag_" + std::string(to_name(flag.reason)));
  return element(Role::list_item, {.key = std::to_string(at)},
                 {badge("reason", reason, Tone::warning), words(" "), time_node(flag.created, desk.messages),
                  flag.note.empty()
                      ? nullptr
                      : element(Role::quote, {.key = "note", .attributes = {{Attr::text_direction, "auto"}}},
                                {words(flag.note)})});
}

} // namespace

NodePtr context_above(const DeskState& desk, const QueueDetail& detail) {
  return other_comments(desk, "above", detail.detail.above);
}

NodePtr context_below(const DeskState& desk, const QueueDetail& detail) {
  return other_comments(desk, "below", detail.detail.below);
}

NodePtr readers_section(const DeskState& desk, const QueueDetail& detail) {
  std::vector<NodePtr> parts;
  if (detail.detail.appeal) {
    parts.push_back(section(
        desk, "appeal",
        {element(Role::quote, {.key = "words", .attributes = {{Attr::text_direction, "auto"}}},
                 {words(detail.detail.appeal->empty() ? say(desk, "appeal_wordless") : *detail.detail.appeal)})}));
  }
  if (!detail.detail.flags.empty()) {
    std::vector<NodePtr> lines;
    for (std::size_t i = 0; i < detail.detail.flags.size(); ++i) {
      lines.push_back(flag_line(desk, detail.detail.flags[i], i));
    }
    parts.push_back(
        section(desk, "flags",
                {element(Role::bullet_list, {.key = "all", .attributes = {style("d-stack")}}, std::move(lines))}));
  }
  if (parts.empty()) return nullptr;
  return element(Role::group, {.key = "readers"}, std::move(parts));
}

NodePtr author_section(const DeskState& desk, const QueueDetail& detail) {
  const wire::AuthorRecord& author = detail.detail.author;
  const wire::QueueItem& item = detail.detail.item;
  std::vector<NodePtr> lines;
  for (const wire::QueueItem& one : author.recent) lines.push_back(recent_line(desk, one));
  const bool known = author.published + author.refused > 0;
  wire::QueueFilter all;
  all.tab = wire::QueueTab::all;
  all.author = item.author;
  return section(desk, "author",
                 {element(Role::paragraph, {.key = "record"},
                          {words(known ? desk.messages.plural("desk.published", author.published) + " " +
                                             desk.messages.plural("desk.refused", author.refused)
                                       : say(desk, "author_new")),
                           author.first ? words(" " + say(desk, "since") + " ") : nullptr,
                           author.first ? time_node(*author.first, desk.messages) : nullptr}),
                  lines.empty() ? nullptr
                                : element(Role::bullet_list, {.key = "recent", .attributes = {style("d-stack")}},
                                          std::move(lines)),
                  item.author.empty() ? nullptr : go("all", say(desk, "all_of_author"), queue_hash(all))});
}

NodePtr clues_section(const DeskState& desk, const QueueDetail& detail) {
  if (detail.detail.clues.empty()) return nullptr;
  std::vector<NodePtr> lines;
  for (const auto& [clue, weight] : detail.detail.clues) {
    const bool against = weight > 0;
    const float share = std::min(std::fabs(weight) / 3.0F, 1.0F);
    lines.push_back(
        element(Role::row, {.key = std::to_string(lines.size())},
                {element(Role::row_header, {.attributes = {{Attr::text_direction, "auto"}}}, {words(clue)}),
                 element(Role::cell, {.key = "says"}, {words(say(desk, against ? "clue_against" : "clue_for"))}),
                 element(Role::cell, {.key = "bar", .attributes = {style("d-bar-cell"), {Attr::concealed, ""}}},
                         {element(Role::inline_group,
                                  {.attributes = {style("d-bar " + at_style(std::lround(share * 100), 100))},
                                   .paint = {PaintKind::bar, share,
                                             static_cast<std::uint32_t>(against ? Tone::bad : Tone::good)}})})}));
  }
  return element(
      Role::details, {.key = "clues", .attributes = {style("d-section")}},
      {element(Role::summary, {}, {words(say(desk, "clues"))}),
       element(Role::table,
               {.key = "table", .attributes = {style("d-table d-bars d-clues"), {Attr::label, say(desk, "clues")}}},
               {element(Role::table_body, {}, std::move(lines))})});
}

} // namespace palabre::view::desk
