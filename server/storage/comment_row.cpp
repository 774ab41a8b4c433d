#include "server/storage/comment_row.h"

#include <stdexcept>

#include <sodium.h>

#include "shared/wire/codec_verdict.h"

namespace palabre::storage {
namespace {

std::int64_t thousandths(float value) {
  return static_cast<std::int64_t>(value * 1000 + (value < 0 ? -0.5F : 0.5F));
}

float from_thousandths(std::int64_t value) {
  return static_cast<float>(value) / 1000;
}

rules::Decision decision_of(CommentState state) {
  switch (state) {
  case CommentState::published: return rules::Decision::publish;
  case CommentState::hidden: return rules::Decision::hide;
  case CommentState::held:
  case CommentState::spam:
  case CommentState::removed:
  case CommentState::deleted: break;
  }
  return rules::Decision::hold;
}

Decider decider_of(const std::string& name) {
  for (const Decider decider : {Decider::flags, Decider::moderator}) {
    if (to_name(decider) == name) return decider;
  }
  return Decider::rules;
}

std::vector<std::string> read_masks(const std::string& json) {
  std::vector<std::string> masks;
  const auto list = wire::parse_json(json, wire::ControlCharacters::kept);
  if (!list) return masks;
  for (const wire::JsonValue& mask : list->children) masks.push_back(mask.text);
  return masks;
}

} // namespace

CommentState state_of_name(const std::string& name) {
  const auto state = parse_comment_state(name);
  if (!state) throw std::runtime_error("a comment has the unknown state " + name);
  return *state;
}

Comment CommentRow::to_comment() const {
  Comment comment;
  comment.id = CommentId{id};
  if (parent_null == soci::i_ok) comment.parent = CommentId{parent};
  comment.author = Author{author_name, author_website};
  comment.body = body;
  comment.created = Instant{created};
  if (edited_null == soci::i_ok) comment.edited = Instant{edited};
  comment.state = state_of_name(state);
  if (comment.state == CommentState::hidden && !reasons.empty()) {
    for (rules::Reason& reason : wire::decode_reasons(reasons, {})) {
      if (reason.decision != rules::Decision::publish) comment.reasons.push_back(std::move(reason.rule));
    }
  }
  if (!masks.empty()) comment.masks = read_masks(masks);
  if (comment.state == CommentState::deleted) return comment;
  if (by_member()) comment.badges.push_back(Badge::staff);
  if (asks != 0) comment.question = is_answered() ? QuestionState::answered : QuestionState::open;
  if (poll_null == soci::i_ok) comment.poll = PostId{poll};
  return comment;
}

bool CommentRow::is_answered() const {
  return answered == static_cast<std::int64_t>(Answered::by_reply) ||
         answered == static_cast<std::int64_t>(Answered::by_hand);
}

bool CommentRow::is_unanswered(bool complaint) const {
  return !by_member() && (asks != 0 || complaint) && !is_answered();
}

soci::details::prepare_temp_type into_row(soci::details::prepare_temp_type prepared, CommentRow& row) {
  using soci::into;
  return prepared, into(row.id), into(row.site), into(row.page), into(row.parent, row.parent_null),
         into(row.root, row.root_null), into(row.in_thread), into(row.state), into(row.author_name),
         into(row.author_website), into(row.body), into(row.created), into(row.edited, row.edited_null),
         into(row.page_key), into(row.reasons), into(row.masks), into(row.member, row.member_null), into(row.asks),
         into(row.answered), into(row.poll, row.poll_null);
}

void JudgedRow::set(const rules::Verdict& verdict) {
  offence = thousandths(verdict.scores.offence);
  spam = thousandths(verdict.scores.spam);
  promotion = thousandths(verdict.scores.promotion);
  language = text::to_name(verdict.language);
  sentiment = to_name(verdict.sentiment.label);
  sentiment_score = thousandths(verdict.sentiment.score);
  sentiment_confidence = thousandths(verdict.sentiment.confidence);
  complaint = verdict.complaint ? 1 : 0;
}

StoredComment JudgedRow::to_stored(const CommentRow& row) const {
  StoredComment stored{row.to_comment(), SiteId{row.site}, row.page_key};
  rules::Verdict& verdict = stored.verdict;
  verdict.decision = decision_of(stored.comment.state);
  if (!row.reasons.empty()) {
    verdict.reasons = wire::decode_reasons(row.reasons, {row.author_name, {}, row.author_website, row.body});
  }
  verdict.scores = {from_thousandths(offence), from_thousandths(spam), from_thousandths(promotion)};
  verdict.sentiment = {rules::parse_sentiment_label(sentiment).value_or(rules::SentimentLabel::unsure),
                       from_thousandths(sentiment_score), from_thousandths(sentiment_confidence)};
  verdict.complaint = complaint != 0;
  verdict.language = text::parse_language(language);
  stored.reader = reader;
  stored.network = network;
  stored.decided_by = decider_of(decided_by);
  return stored;
}

soci::details::prepare_temp_type into_judged(soci::details::prepare_temp_type prepared, JudgedRow& row) {
  using soci::into;
  return prepared, into(row.offence), into(row.spam), into(row.promotion), into(row.language), into(row.sentiment),
         into(row.sentiment_score), into(row.sentiment_confidence), into(row.complaint), into(row.decided_by),
         into(row.reader), into(row.network);
}

std::string_view to_name(Decider decider) {
  switch (decider) {
  case Decider::rules: return "rules";
  case Decider::flags: return "flags";
  case Decider::moderator: return "moderator";
  }
  return "rules";
}

std::string text_of_bytes(const std::string& bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back(); // sodium's terminating NUL
  return text;
}

std::string bytes_of_text(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  bytes.resize(failed == 0 ? size : 0);
  return bytes;
}

std::string reasons_json(const std::vector<rules::Reason>& reasons, const Author& author, const std::string& body) {
  if (reasons.empty()) return {};
  return wire::encode_reasons(reasons, {author.name, {}, author.website, body});
}

std::string masks_json(const std::vector<std::string>& masks) {
  std::string out;
  if (masks.empty()) return out;
  wire::JsonWriter writer(out);
  writer.begin_array();
  for (const std::string& mask : masks) writer.string(mask);
  writer.end_array();
  return out;
}

} // namespace palabre::storage
