// What will become of a draft, said while it is being written: the rules are the host's to load and to ask.
#include <algorithm>
#include <utility>

#include "shared/text/utf8.h"
#include "shared/wire/codec_verdict.h"
#include "shared/wire/json_writer.h"
#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

constexpr std::size_t most_words = 3;    // of one reason
constexpr std::size_t longest_word = 40; // code points

void write_draft(wire::JsonWriter& writer, const rules::Draft& draft) {
  writer.key("draft");
  writer.begin_object();
  writer.member("name", draft.name);
  writer.member("email", draft.email);
  writer.member("website", draft.website);
  writer.member("body", draft.body);
  writer.end_object();
}

// Those of an edit are its comment's.
rules::Draft draft_of(const Model& model, const ComposerTarget& target, const view::Composer& composer) {
  rules::Draft draft = composer.draft;
  const Comment* comment =
      target.writing == Writing::edit ? find_comment(model.state.thread, *target.comment) : nullptr;
  if (comment != nullptr) draft.name = comment->author.name, draft.website = comment->author.website;
  return draft;
}

std::string encode_question(const Model& model, const std::string& key, const rules::Draft& draft) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  write_draft(writer, draft);
  writer.key("history");
  writer.begin_object();
  writer.member("published", std::int64_t{model.published});
  if (const std::optional<Duration> writing = time_to_write(model, key)) {
    writer.member("writing_ms", writing->milliseconds);
  }
  writer.end_object();
  writer.member("lang", view::to_name(model.config.messages.language()));
  if (model.now) writer.member("now", model.now->milliseconds);
  writer.end_object();
  return json;
}

// Empty when the reason is about all of the body, or about none of it.
std::string words_of(const rules::Reason& reason, const std::string& body) {
  if (reason.field != rules::Field::body || reason.end > body.size() || reason.begin >= reason.end) return {};
  if (reason.begin == 0 && reason.end == body.size()) return {};
  const std::string_view span = std::string_view(body).substr(reason.begin, reason.end - reason.begin);
  const std::string_view shown = text::prefix_of(span, longest_word);
  return std::string(shown) + (shown.size() < span.size() ? "…" : "");
}

view::OutlookReason& reason_in(view::Outlook& outlook, const rules::Reason& reason) {
  for (view::OutlookReason& one : outlook.reasons) {
    if (one.rule == reason.rule) return one;
  }
  return outlook.reasons.emplace_back(view::OutlookReason{reason.rule, reason.count, {}});
}

view::Outlook outlook_of(const rules::Verdict& verdict, const std::string& body) {
  view::Outlook outlook{verdict.decision, {}};
  for (const rules::Reason& reason : verdict.reasons) {
    if (reason.decision == rules::Decision::publish) continue;
    std::vector<std::string>& all = reason_in(outlook, reason).words;
    std::string words = words_of(reason, body);
    const bool known = std::find(all.begin(), all.end(), words) != all.end();
    if (!words.empty() && !known && all.size() < most_words) all.push_back(std::move(words));
  }
  return outlook;
}

} // namespace

void begin_judging(Model& model, bool open, Effects& effects) {
  model.judging = true;
  if (!open) model.state.thread.closed = true;
  for (const auto& [key, composer] : model.state.composers) ask_verdict(model, key, effects);
}

void ask_verdict(const Model& model, const std::string& composer, Effects& effects) {
  const std::optional<ComposerTarget> target = parse_composer(composer);
  const auto found = model.state.composers.find(composer);
  if (!model.judging || !target || target->writing == Writing::appeal || found == model.state.composers.end()) return;
  if (found->second.signed_in) return; // the team decides for itself
  effects.push_back(AskVerdict{composer, encode_question(model, composer, draft_of(model, *target, found->second))});
}

void take_verdict(Model& model, const std::string& composer, std::string_view verdict) {
  const auto found = model.state.composers.find(composer);
  const std::optional<ComposerTarget> target = parse_composer(composer);
  if (found == model.state.composers.end() || !target) return;
  const rules::Draft draft = draft_of(model, *target, found->second);
  const Expected<rules::Verdict> read = wire::decode_verdict(verdict, draft);
  found->second.outlook = read ? outlook_of(*read, draft.body) : view::Outlook{};
}

void forget_verdict(Model& model, const std::string& composer) {
  const auto found = model.state.composers.find(composer);
  if (found != model.state.composers.end()) found->second.outlook = {};
}

std::optional<Duration> time_to_write(const Model& model, const std::string& composer) {
  const auto begun = model.begun.find(composer);
  if (begun == model.begun.end() || !model.now) return std::nullopt;
  return Duration{std::max<std::int64_t>(0, (*model.now - begun->second).milliseconds)};
}

} // namespace palabre::widget
