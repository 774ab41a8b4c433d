#include "widget/judge/judge.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "shared/rules/backtest.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/codec_verdict.h"

namespace palabre::widget {
namespace {

constexpr std::array decisions{rules::Decision::publish, rules::Decision::hide, rules::Decision::hold,
                               rules::Decision::reject};

std::uint32_t count_of(wire::FieldReader& fields, std::string_view name) {
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(fields.integer(name, wire::Presence::optional), 0, 1'000'000'000));
}

rules::Draft read_draft(wire::FieldReader fields) {
  return {fields.text("name", wire::Presence::optional), fields.text("email", wire::Presence::optional),
          fields.text("website", wire::Presence::optional), fields.text("body")};
}

rules::History read_history(wire::FieldReader fields) {
  rules::History history;
  history.published = count_of(fields, "published");
  if (fields.has("writing_ms")) history.writing = Duration{fields.integer("writing_ms")};
  return history;
}

struct Question {
  rules::Draft draft;
  rules::History history;
  text::Language language{text::Language::unknown};
  Instant now;
};

Question read_question(wire::FieldReader fields) {
  Question question;
  question.draft = read_draft(fields.object("draft"));
  if (fields.has("history")) question.history = read_history(fields.object("history"));
  question.language = text::parse_language(fields.text("lang", wire::Presence::optional));
  question.now = Instant{fields.integer("now", wire::Presence::optional)};
  return question;
}

struct Past {
  std::vector<std::string> ids;
  std::vector<rules::PastComment> comments;
};

Past read_past(std::vector<wire::FieldReader> readers) {
  Past past;
  for (wire::FieldReader& fields : readers) {
    past.ids.push_back(fields.text("id"));
    past.comments.push_back(
        {read_draft(fields), fields.text("author", wire::Presence::optional), Instant{fields.integer("created")}});
  }
  return past;
}

void write_result(wire::JsonWriter& writer, const std::vector<rules::Verdict>& verdicts, const Past& past) {
  writer.begin_object();
  for (const rules::Decision decision : decisions) {
    writer.member(to_name(decision), std::count_if(verdicts.begin(), verdicts.end(),
                                                   [&](const auto& verdict) { return verdict.decision == decision; }));
  }
  writer.key("comments");
  writer.begin_array();
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].decision == rules::Decision::publish) continue;
    writer.begin_object();
    writer.member("id", past.ids[i]);
    writer.member("verdict", to_name(verdicts[i].decision));
    writer.member("rule", verdicts[i].reasons.empty() ? std::string() : verdicts[i].reasons.front().rule);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

} // namespace

struct Judge::Impl {
  rules::Knowledge knowledge;
  std::unique_ptr<rules::Moderation> moderation{
      std::make_unique<rules::Moderation>(knowledge, rules::policy_of(rules::Preset::careful))};

  [[nodiscard]] rules::Policy named(const std::string& name) const {
    const auto preset = rules::parse_preset(name);
    return preset ? rules::policy_of(*preset) : moderation->policy();
  }
};

Judge::Judge() : impl_(std::make_unique<Impl>()) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

bool Judge::load(std::string_view language, std::string_view bytes) {
  const text::Language known = text::parse_language(language);
  return known != text::Language::unknown && impl_->knowledge.add(known, bytes);
}

std::string Judge::policy(std::string_view json) {
  Expected<wire::PagePolicy> answer = wire::decode_page_policy(json);
  if (!answer) return wire::encode_problem(answer.error());
  impl_->moderation = std::make_unique<rules::Moderation>(impl_->knowledge, std::move(answer->policy));
  return {};
}

std::string Judge::judge(std::string_view json) const {
  const auto document = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!document) return wire::encode_problem(document.error());
  std::optional<Error> failure;
  const Question question = read_question(wire::FieldReader(&*document, {}, failure));
  if (failure) return wire::encode_problem(*failure);
  return wire::encode_verdict(
      impl_->moderation->decide_comment(question.draft, question.history, nullptr, question.language, question.now),
      question.draft);
}

std::string Judge::backtest(std::string_view json) const {
  const auto document = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!document) return wire::encode_problem(document.error());
  std::optional<Error> failure;
  wire::FieldReader fields(&*document, {}, failure);
  const text::Language language = text::parse_language(fields.text("lang", wire::Presence::optional));
  const Past past = read_past(fields.objects("comments"));
  const wire::JsonValue* policies = document->find("policies");
  if (policies == nullptr) fields.refuse(ErrorCode::missing_field, "policies");
  if (failure) return wire::encode_problem(*failure);

  std::string out;
  wire::JsonWriter writer(out);
  writer.begin_object();
  writer.key("results");
  writer.begin_array();
  for (const wire::JsonValue& policy : policies->children) {
    const rules::Moderation moderation(impl_->knowledge, impl_->named(policy.text));
    write_result(writer, rules::backtest(moderation, past.comments, nullptr, language), past);
  }
  writer.end_array();
  writer.end_object();
  return out;
}

} // namespace palabre::widget
