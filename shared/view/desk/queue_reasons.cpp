// Why an item is here: reasons in words, scores as bars, and rules that can be made of them in one click.
#include <algorithm>
#include <cmath>
#include <set>

#include "shared/rules/links.h"
#include "shared/text/fold.h"
#include "shared/text/utf8.h"
#include "shared/view/desk/overview_charts.h"
#include "shared/view/desk/queue_parts.h"
#include "shared/view/reasons.h"

namespace palabre::view::desk {
namespace {

using rules::Field;
using rules::Reason;
using wire::QueueItem;
using wire::RuleKind;

// The words that a reason is about, each once, and those of the reasons after it that say the same.
std::string quoted_words(const DeskState& desk, const QueueItem& item, std::size_t at) {
  std::string all;
  std::set<std::string> seen;
  for (std::size_t i = at; i < item.verdict.reasons.size(); ++i) {
    const std::string span = text::normalise_line(span_of(item, item.verdict.reasons[i]));
    if (span.empty() || said_first(item, i) != at || !seen.insert(span).second) continue;
    const std::string_view prefix = text::prefix_of(span, 60);
    const std::string shown = std::string(prefix) + (prefix.size() < span.size() ? "\xE2\x80\xA6" : "");
    all += (all.empty() ? " " : ", ") + desk.messages.text("desk.quoted", "words", shown);
  }
  return all;
}

NodePtr reason_line(const DeskState& desk, const QueueItem& item, std::size_t at) {
  const Reason& reason = item.verdict.reasons[at];
  std::string quoted = quoted_words(desk, item, at);
  const bool heavy = reason.severity == rules::Severity::severe || reason.severity == rules::Severity::strong;
  const std::string axis(rules::axis_of_rule(reason.rule));
  return element(
      Role::list_item,
      {.key = std::to_string(at), .attributes = {{Attr::id, "reason-" + std::to_string(at)}, style("d-reason")}},
      {badge("axis", say(desk, "axis_" + axis), heavy ? Tone::bad : Tone::warning), words(" "),
       words(reason_text(desk.messages, reason.rule, reason.count)),
       quoted.empty()
           ? nullptr
           : element(Role::inline_group, {.key = "span", .attributes = {style("d-quiet")}}, {words(std::move(quoted))}),
       reason.field == Field::body
           ? nullptr
           : element(Role::inline_group, {.key = "where", .attributes = {style("d-quiet")}},
                     {words(" " + say(desk, reason.field == Field::name ? "in_name" : "in_website"))})});
}

NodePtr score(const DeskState& desk, const std::string& name, float value, Tone tone) {
  const auto percent = static_cast<std::int64_t>(std::lround(static_cast<double>(value) * 100));
  return element(Role::row, {.key = name},
                 {element(Role::row_header, {}, {words(say(desk, name))}),
                  element(Role::cell, {.key = "n", .attributes = {style("d-bar-cell")}},
                          {element(Role::inline_group,
                                   {.key = "bar",
                                    .attributes = {style("d-bar " + at_style(percent, 100)), {Attr::concealed, ""}},
                                    .paint = {PaintKind::bar, value, static_cast<std::uint32_t>(tone)}}),
                           element(Role::inline_group, {.key = "words", .attributes = {style("d-number")}},
                                   {words(desk.messages.text("desk.percent", "n", desk.messages.number(percent)))})})});
}

std::vector<std::string> domains_of(const QueueItem& item) {
  std::vector<std::string> domains;
  for (const std::string* field : {&item.comment.body, &item.comment.author.website}) {
    for (const rules::Link& link : rules::find_links(text::fold(*field))) {
      const std::string domain(rules::registered_domain(link.host));
      if (!domain.empty() && std::find(domains.begin(), domains.end(), domain) == domains.end())
        domains.push_back(domain);
    }
  }
  constexpr std::size_t enough = 5;
  if (domains.size() > enough) domains.resize(enough);
  return domains;
}

// Short places that rules marked and that are no links.
std::vector<std::string> words_of(const QueueItem& item) {
  std::vector<std::string> found;
  constexpr std::size_t longest = 60; // bytes; a longer one is no word to hold others by
  for (const Reason& reason : item.verdict.reasons) {
    const std::string span = text::normalise_line(span_of(item, reason));
    const bool link = span.find("//") != std::string::npos || span.find("www.") != std::string::npos;
    const bool word = !span.empty() && span.size() <= longest && !link && reason.field == Field::body;
    if (word && std::find(found.begin(), found.end(), span) == found.end()) found.push_back(span);
  }
  return found;
}

NodePtr rule_button(const DeskState& desk, RuleKind kind, const std::string& value) {
  const std::string name(to_name(kind));
  const std::string target = name + "." + value;
  const auto found = desk.queue.rules.find(target);
  const bool made = found != desk.queue.rules.end();
  return element(Role::list_item, {.key = target},
                 {press("rule", PaintKind::quiet_button,
                        desk.messages.text(made ? "desk.made_" + name : "desk.rule_" + name, "value", value),
                        "rule." + target, {}, made ? State::disabled : State::none)});
}

} // namespace

NodePtr reasons_section(const DeskState& desk, const QueueItem& item) {
  if (item.verdict.reasons.empty()) return nullptr;
  std::vector<NodePtr> lines;
  for (std::size_t i = 0; i < item.verdict.reasons.size(); ++i) {
    if (said_first(item, i) == i) lines.push_back(reason_line(desk, item, i));
  }
  return element(
      Role::section, {.key = "reasons", .attributes = {style("d-section"), {Attr::labelled_by, "why"}}},
      {element(Role::heading, {.attributes = {{Attr::id, "why"}, {Attr::level, "3"}}}, {words(say(desk, "why"))}),
       element(Role::bullet_list, {.attributes = {style("d-reasons")}}, std::move(lines))});
}

NodePtr scores_section(const DeskState& desk, const QueueItem& item) {
  const rules::Scores& scores = item.verdict.scores;
  const auto tone = [](float value) { return value >= 0.7F ? Tone::bad : value >= 0.5F ? Tone::warning : Tone::plain; };
  const rules::Sentiment& sentiment = item.verdict.sentiment;
  const auto sure = static_cast<std::int64_t>(std::lround(static_cast<double>(sentiment.confidence) * 100));
  const std::string mood = say(desk, "sentiment_" + std::string(to_name(sentiment.label)));
  return element(
      Role::section, {.key = "scores", .attributes = {style("d-section"), {Attr::labelled_by, "scores"}}},
      {element(Role::heading, {.attributes = {{Attr::id, "scores"}, {Attr::level, "3"}}}, {words(say(desk, "scores"))}),
       element(Role::table,
               {.key = "table", .attributes = {style("d-table d-bars d-scores"), {Attr::labelled_by, "scores"}}},
               {element(Role::table_body, {},
                        {score(desk, "axis_offence", scores.offence, tone(scores.offence)),
                         score(desk, "axis_spam", scores.spam, tone(scores.spam)),
                         score(desk, "axis_promotion", scores.promotion, tone(scores.promotion))})}),
       element(Role::paragraph, {.key = "mood", .attributes = {style("d-quiet")}},
               {words(sentiment.label == rules::SentimentLabel::unsure
                          ? say(desk, "mood_unsure")
                          : desk.messages.text("desk.mood", {{"mood", mood}, {"n", desk.messages.number(sure)}}))})});
}

NodePtr rules_section(const DeskState& desk, const QueueItem& item) {
  if (!may_decide(desk)) return nullptr;
  std::vector<NodePtr> all;
  for (const std::string& domain : domains_of(item)) {
    all.push_back(rule_button(desk, RuleKind::hold_domain, domain));
    all.push_back(rule_button(desk, RuleKind::trust_domain, domain));
  }
  for (const std::string& word : words_of(item)) {
    all.push_back(rule_button(desk, RuleKind::hold_word, word));
    all.push_back(rule_button(desk, RuleKind::allow_word, word));
  }
  if (all.empty()) return nullptr;
  return element(
      Role::section, {.key = "rules", .attributes = {style("d-section"), {Attr::labelled_by, "rules"}}},
      {element(Role::heading, {.attributes = {{Attr::id, "rules"}, {Attr::level, "3"}}}, {words(say(desk, "rules"))}),
       element(Role::bullet_list, {.attributes = {style("d-stack d-rules")}}, std::move(all))});
}

} // namespace palabre::view::desk
