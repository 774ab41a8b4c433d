// Contests: what an owner makes, what readers see and send, what a draw is checked with.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

void write_proof_members(JsonWriter& writer, const DrawProof& proof) {
  writer.member("seed_hash", proof.seed_hash);
  write_if_any(writer, "list_hash", proof.list_hash);
  if (!proof.list.empty()) writer.member("list", proof.list);
  write_if_any(writer, "seed", proof.seed);
  if (!proof.winners.empty()) writer.member("winners", proof.winners);
  write_time(writer, "drawn", proof.drawn);
}

DrawProof read_proof(FieldReader fields) {
  DrawProof proof;
  proof.seed_hash = fields.text("seed_hash");
  proof.list_hash = fields.text("list_hash", Presence::optional);
  proof.list = fields.texts("list", Presence::optional);
  proof.seed = fields.text("seed", Presence::optional);
  proof.winners = fields.texts("winners", Presence::optional);
  proof.drawn = read_time(fields, "drawn");
  return proof;
}

} // namespace

void write_contest(JsonWriter& writer, const Contest& contest) {
  writer.begin_object();
  writer.member("kind", to_name(contest.kind));
  writer.member("choosing", to_name(contest.choosing));
  writer.member("winners", std::int64_t{contest.winners});
  writer.member("moderation", to_name(contest.moderation));
  write_flag(writer, "comment_first", contest.comment_first);
  if (contest.vote_in) writer.member("vote_in", contest.vote_in->text());
  if (!contest.answers.empty()) writer.member("answers", contest.answers);
  write_if_any(writer, "prize", contest.prize);
  writer.end_object();
}

Contest read_contest(FieldReader fields) {
  Contest contest;
  contest.kind = read_name(fields, "kind", parse_contest_kind);
  contest.choosing = read_name(fields, "choosing", parse_choosing);
  contest.winners = read_number(fields, "winners", 1);
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
    message.naming = read_name_or(fields, "naming", Naming::name, parse_naming);
    message.text = fields.text("text", Presence::optional);
    message.page = fields.text("page", Presence::optional);
    return message;
  });
}

std::string encode(const EnterContest& message) {
  return written_object([&](JsonWriter& writer) {
    writer.member("name", message.name);
    writer.member("naming", to_name(message.naming));
    write_if_any(writer, "text", message.text);
    write_if_any(writer, "page", message.page);
  });
}

Expected<DrawProof> decode_draw_proof(std::string_view json) {
  return decode_with<DrawProof>(json, read_proof);
}

std::string encode(const DrawProof& proof) {
  return written_object([&](JsonWriter& writer) { write_proof_members(writer, proof); });
}

} // namespace palabre::wire
