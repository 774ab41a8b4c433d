#include "shared/view/desk/queue_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/text/markdown.h"
#include "shared/text/utf8.h"
#include "shared/view/dates.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

constexpr std::array<std::string_view, 5> badge_styles{"d-badge", "d-badge d-good", "d-badge d-warning",
                                                       "d-badge d-bad", "d-badge d-accent"};

void append(std::string& hash, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  hash += '&';
  hash += name;
  hash += '=';
  hash += wire::percent_encode(value);
}

// One for each axis that asks for something, the weightiest first.
void append_axes(const DeskState& desk, const wire::QueueItem& item, std::vector<NodePtr>& badges) {
  std::set<std::string> said;
  for (const rules::Reason& reason : item.verdict.reasons) {
    if (reason.severity == rules::Severity::note) continue;
    const std::string axis(rules::axis_of_rule(reason.rule));
    if (!said.insert(axis).second) continue;
    const bool heavy = reason.severity == rules::Severity::severe || reason.severity == rules::Severity::strong;
    badges.push_back(badge("axis-" + axis, say(desk, "axis_" + axis), heavy ? Tone::bad : Tone::warning));
  }
}

} // namespace

std::string queue_hash(const wire::QueueFilter& filter, std::optional<CommentId> item) {
  std::string hash = "#/queue?tab=";
  hash += to_name(filter.tab);
  append(hash, "site", filter.site);
  append(hash, "page", filter.page);
  append(hash, "author", filter.author);
  append(hash, "lang", filter.language);
  append(hash, "sentiment", filter.sentiment);
  append(hash, "reason", filter.reason);
  append(hash, "q", filter.query);
  if (item) append(hash, "item", item->text());
  return hash;
}

const wire::QueueItem* selected_item(const QueueState& queue) {
  if (!queue.selected) return nullptr;
  for (const wire::QueueItem& item : queue.items) {
    if (item.comment.id == *queue.selected) return &item;
  }
  const auto found = queue.details.find(*queue.selected);
  const bool known = found != queue.details.end() && found->second.load == LoadState::loaded;
  return known ? &found->second.detail.item : nullptr;
}

std::string say(const DeskState& desk, std::string_view key) {
  return desk.messages.text("desk." + std::string(key));
}

NodePtr badge(const std::string& key, std::string text, Tone tone) {
  return element(Role::inline_group,
                 {.key = key,
                  .attributes = {style(badge_styles[static_cast<std::size_t>(tone)])},
                  .paint = {PaintKind::badge, 0, static_cast<std::uint32_t>(tone)}},
                 {words(std::move(text))});
}

NodePtr time_node(Instant instant, const Messages& messages) {
  return element(
      Role::time,
      {.key = "time",
       .attributes = {{Attr::datetime, to_rfc3339(instant)}, {Attr::title, date_and_time_in_words(instant, messages)}}},
      {words(date_in_words(instant, messages))});
}

std::string state_text(const DeskState& desk, CommentState state) {
  return say(desk, "item_" + std::string(to_name(state)));
}

std::string first_words(const std::string& markdown, std::size_t code_points) {
  std::string plain = text::normalise_line(text::plain_text(text::parse_markdown(text::prefix_of(markdown, 1000))));
  const std::string_view prefix = text::prefix_of(plain, code_points);
  return prefix.size() < plain.size() ? std::string(prefix) + "\xE2\x80\xA6" : plain;
}

std::string page_name(const wire::QueueItem& item) {
  return item.page_title.empty() ? item.page : item.page_title;
}

std::string_view span_of(const wire::QueueItem& item, const rules::Reason& reason) {
  const Author& author = item.comment.author;
  const std::string_view field = reason.field == rules::Field::body   ? std::string_view(item.comment.body)
                                 : reason.field == rules::Field::name ? std::string_view(author.name)
                                                                      : std::string_view(author.website);
  if (reason.begin >= reason.end || reason.end > field.size()) return {};
  constexpr std::size_t word = 40; // bytes; a whole text beyond is no place in it
  if (reason.begin == 0 && reason.end == field.size() && field.size() > word) return {};
  return field.substr(reason.begin, reason.end - reason.begin);
}

std::size_t said_first(const wire::QueueItem& item, std::size_t reason) {
  const std::vector<rules::Reason>& all = item.verdict.reasons;
  const rules::Reason& said = all[reason];
  const auto heavy = [](const rules::Reason& one) { return one.severity >= rules::Severity::strong; };
  for (std::size_t i = 0; i < reason; ++i) {
    const rules::Reason& one = all[i];
    if (one.rule == said.rule && heavy(one) == heavy(said) && one.field == said.field && one.count == said.count)
      return i;
  }
  return reason;
}

bool may_decide(const DeskState& desk) {
  return desk.session && may(desk.session->member.role, MemberRole::moderator);
}

std::vector<NodePtr> badges_of(const DeskState& desk, const wire::QueueItem& item) {
  std::vector<NodePtr> badges;
  if (item.appealed) badges.push_back(badge("appeal", say(desk, "badge_appeal"), Tone::accent));
  if (item.flags > 0) {
    badges.push_back(
        badge("flags", desk.messages.plural("desk.badge_flags", static_cast<std::int64_t>(item.flags)), Tone::warning));
  }
  append_axes(desk, item, badges);
  if (item.verdict.complaint) badges.push_back(badge("complaint", say(desk, "badge_complaint"), Tone::accent));
  if (item.comment.question == QuestionState::open) {
    badges.push_back(badge("question", say(desk, "badge_question"), Tone::accent));
  }
  if (item.comment.question == QuestionState::answered) {
    badges.push_back(badge("question", say(desk, "badge_answered"), Tone::good));
  }
  for (const Badge one : item.comment.badges) {
    const std::string name(to_name(one));
    badges.push_back(badge("of-" + name, desk.messages.text("badge." + name), Tone::plain));
  }
  if (item.newcomer) badges.push_back(badge("newcomer", say(desk, "badge_newcomer"), Tone::plain));
  const bool foreign = item.verdict.language != text::Language::unknown &&
                       to_name(item.verdict.language) != to_name(desk.messages.language());
  if (foreign) {
    const std::string name(to_name(item.verdict.language));
    badges.push_back(badge("language", say(desk, "language_" + name), Tone::plain));
  }
  return badges;
}

} // namespace palabre::view::desk
