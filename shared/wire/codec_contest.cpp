// Contests: what an owner makes, what readers see and send, what a draw is checked with.
#include "shared/wire/codec_desk_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

std::uint32_t read_winners(FieldReader& fields) {
  const std::int64_t winners = fields.integer("winners");
  if (winners < 0 || winners > UINT32_MAX) fields.refuse(ErrorCode::unknown_field_value, "winners", "1 to 1000");
  return static_cast<std::uint32_t>(winners);
}

void write_proof_members(JsonWriter& writer, const DrawProof& proof) {
  writer.member("seed_hash", proof.seed_hash);
  write_if_any(writer, "list_hash", proof.list_hash);
  if (!proof.list.empty()) writer.member("list", proof.list);
  write_if_any(writer, "seed", proof.seed);
  if (!proof.winners.empty()) writer.member("winners", proof.winners);
  if (proof.drawn) writer.member("drawn", to_rfc3339(*proof.drawn));
}

DrawProof read_proof(FieldReader fields) {
  DrawProof proof;
  proof.seed_hash = fields.text("seed_hash");
  proof.list_hash = fields.text("list_hash", Presence::optional);
  proof.list = fields.texts("list", Presence::optional);
  proof.seed = fields.text("seed", Presence::optional);
  proof.winners = fields.texts("winners", Presence::optional);
  if (fields.has("drawn")) {
    proof.drawn = parse_rfc3339(fields.text("drawn"));
    if (!proof.drawn) fields.refuse(ErrorCode::unknown_field_value, "drawn", "must be a time as in RFC 3339");
  }
  return proof;
}

} // namespace

void write_contest(JsonWriter& writer, const Contest& contest) {
  writer.begin_object();
  writer.member("kind", to_name(contest.kind));
  writer.member("choosing", to_name(contest.choosing));
  writer.member("winners", std::int64_t{contest.winners});
  writer.member("moderation", to_name(contest.moderation));
  writer.key("comment_first");
  writer.boolean(contest.comment_first);
  if (contest.vote_in) writer.member("vote_in", contest.vote_in->text());
  if (!contest.answers.empty()) writer.member("answers", contest.answers);
  write_if_any(writer, "prize", contest.prize);
  writer.end_object();
}

Contest read_contest(FieldReader fields) {
  Contest contest;
  contest.kind = read_name(fields, "kind", parse_contest_kind);
  contest.choosing = read_name(fields, "choosing", parse_choosing);
  contest.winners = read_winners(fields);
  contest.moderation = read_name(fields, "moderation", parse_entry_moderation);
  contest.comment_first = fields.boolean("comment_first", Presence::optional);
  if (fields.has("vote_in")) contest.vote_in = read_id<PostId>(fields, "vote_in");
  contest.answers = fields.texts("answers", Presence::optional);
  contest.prize = fields.text("prize", Presence::optional);
  return contest;
}

void write_contest_view(JsonWriter& writer, const ContestView& view) {
  writer.begin_object();
  writer.member("entries", view.entries);
  if (!view.shown.empty()) writer.member("shown", view.shown);
  writer.key("proof");
  writer.begin_object();
  write_proof_members(writer, view.proof);
  writer.end_object();
  if (!view.winners.empty()) writer.member("winners", view.winners);
  writer.end_object();
}

ContestView read_contest_view(FieldReader fields) {
  ContestView view;
  view.entries = fields.integer("entries");
  view.shown = fields.texts("shown", Presence::optional);
  view.proof = read_proof(fields.object("proof"));
  view.winners = fields.texts("winners", Presence::optional);
  return view;
}

Expected<EnterContest> decode_enter_contest(std::string_view json) {
  return decode_with<EnterContest>(json, [](FieldReader fields) {
    EnterContest message;
    message.name = fields.text("name");
    message.naming = fields.has("naming") ? read_name(fields, "naming", parse_naming) : Naming::name;
    message.text = fields.text("text", Presence::optional);
    message.page = fields.text("page", Presence::optional);
    return message;
  });
}

std::string encode(const EnterContest& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("name", message.name);
  writer.member("naming", to_name(message.naming));
  write_if_any(writer, "text", message.text);
  write_if_any(writer, "page", message.page);
  writer.end_object();
  return out;
}

Expected<DrawProof> decode_draw_proof(std::string_view json) {
  return decode_with<DrawProof>(json, read_proof);
}

std::string encode(const DrawProof& proof) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  write_proof_members(writer, proof);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
