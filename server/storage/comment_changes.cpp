// What becomes of a comment that is there: edited, decided on, flagged, appealed against, deleted.
#include <algorithm>

#include "server/storage/people_write.h"
#include "server/storage/write_operations.h"
#include "server/storage/write_parts.h"

namespace palabre::storage {
namespace {

// How far a state is from being read by everybody.
int weight_of(CommentState state) {
  switch (state) {
  case CommentState::published: return 0;
  case CommentState::hidden: return 1;
  case CommentState::held:
  case CommentState::spam:
  case CommentState::removed:
  case CommentState::deleted: break;
  }
  return 2;
}

CommentState state_after(const LoadedComment& loaded, CommentState wanted) {
  const CommentState present = loaded.state();
  const bool decided = loaded.judged.to_stored(loaded.row).decided_by != Decider::rules;
  return decided && weight_of(wanted) < weight_of(present) ? present : wanted;
}

// Who decided, with the reason in front of those that are there.
void store_decision(WriteSession& session, LoadedComment& loaded, Decider decider,
                    const std::optional<rules::Reason>& reason) {
  auto reasons = loaded.to_stored().verdict.reasons;
  if (reason) {
    const auto same = [&](const rules::Reason& one) { return one.rule == reason->rule; };
    reasons.erase(std::remove_if(reasons.begin(), reasons.end(), same), reasons.end());
    reasons.insert(reasons.begin(), *reason);
  }
  loaded.row.reasons = reasons_json(reasons, {loaded.row.author_name, loaded.row.author_website}, loaded.row.body);
  loaded.judged.decided_by = to_name(decider);
  session.update_reasons.id = loaded.row.id;
  session.update_reasons.reasons = loaded.row.reasons;
  session.update_reasons.decided_by = loaded.judged.decided_by;
  session.update_reasons.statement.run();
}

bool are_enough(WriteSession& session, const NewFlag& flag) {
  if (flag.hold_after == 0) return false;
  session.count_flags.comment = flag.comment.value;
  session.count_flags.statement.run();
  return session.count_flags.networks >= std::int64_t{flag.hold_after};
}

void drop_words(WriteSession& session, CommentId id) {
  session.drop_flags.comment = id.value;
  session.drop_flags.statement.run();
  session.drop_appeal.comment = id.value;
  session.drop_appeal.statement.run();
}

} // namespace

Expected<StoredComment> update_body(WriteSession& session, CommentId id, const Revision& revision) {
  auto loaded = load_living(session, id);
  if (!loaded) return tl::unexpected(loaded.error());
  if (loaded->state() == CommentState::removed) return fail(ErrorCode::unknown_comment);
  CommentRow& row = loaded->row;
  session.search.remove(row.id, row.author_name, row.body);
  session.search.add(row.id, row.author_name, revision.body);
  row.body = revision.body;
  row.edited = revision.edited.milliseconds;
  row.edited_null = soci::i_ok;
  row.reasons = reasons_json(revision.verdict.reasons, {row.author_name, row.author_website}, row.body);
  row.masks = masks_json(revision.masks);
  loaded->judged.set(revision.verdict);
  const bool by_hand = row.answered >= static_cast<std::int64_t>(Answered::by_hand);
  if (!by_hand) row.asks = revision.asks ? 1 : 0;
  UpdateBody& update = session.update_body;
  update.id = id.value;
  update.body = row.body;
  update.edited = row.edited;
  update.fingerprint = static_cast<std::int64_t>(revision.fingerprint);
  update.reasons = row.reasons;
  update.masks = row.masks;
  update.judged = loaded->judged;
  update.asks = row.asks;
  update.statement.run();
  change_state(session, row, state_after(*loaded, revision.state));
  loaded->facts.settled = 0;
  if (revision.state != CommentState::published) loaded->facts.kept_back = 1;
  store_case(session, *loaded);
  return loaded->to_stored();
}

Expected<StoredComment> decide(WriteSession& session, CommentId id, const Ruling& ruling) {
  auto loaded = load_living(session, id);
  if (!loaded) return tl::unexpected(loaded.error());
  store_decision(session, *loaded, Decider::moderator, ruling.reason);
  change_state(session, loaded->row, ruling.state);
  loaded->facts.settle(ruling.by, ruling.at);
  store_case(session, *loaded);
  return loaded->to_stored();
}

Expected<StoredComment> insert_flag(WriteSession& session, const NewFlag& flag) {
  auto loaded = load_living(session, flag.comment);
  if (!loaded) return tl::unexpected(loaded.error());
  if (!is_counted(loaded->state())) return fail(ErrorCode::unknown_comment);
  InsertFlag& insert = session.insert_flag;
  insert.comment = flag.comment.value;
  insert.flagger = flag.flagger;
  insert.network = flag.network;
  insert.reason = flag.reason;
  insert.note = flag.note;
  insert.created = flag.created.milliseconds;
  if (!insert.statement.run()) return loaded->to_stored(); // flagged before
  ++loaded->facts.flags;
  loaded->facts.settled = 0;
  const bool free = loaded->to_stored().decided_by != Decider::moderator;
  if (free && are_enough(session, flag)) {
    store_decision(session, *loaded, Decider::flags, flag.held_for);
    change_state(session, loaded->row, CommentState::held);
  }
  store_case(session, *loaded);
  return loaded->to_stored();
}

Expected<StoredComment> write_appeal(WriteSession& session, CommentId id, const std::string& message, Instant created) {
  auto loaded = load_living(session, id);
  if (!loaded) return tl::unexpected(loaded.error());
  if (loaded->state() == CommentState::removed) return fail(ErrorCode::unknown_comment);
  if (loaded->state() == CommentState::published) return fail(ErrorCode::nothing_to_appeal);
  session.put_appeal.comment = id.value;
  session.put_appeal.message = message;
  session.put_appeal.created = created.milliseconds;
  session.put_appeal.statement.run();
  loaded->facts.appealed = 1;
  loaded->facts.settled = 0;
  store_case(session, *loaded);
  return loaded->to_stored();
}

Expected<StoredComment> wipe_comment(WriteSession& session, CommentId id) {
  auto loaded = load_living(session, id);
  if (!loaded) return tl::unexpected(loaded.error());
  CommentRow& row = loaded->row;
  const bool stays = row.in_thread == 1 && has_reply_in_thread(session, id.value);
  session.search.remove(row.id, row.author_name, row.body);
  session.wipe_comment.id = id.value;
  session.wipe_comment.in_thread = stays ? 1 : 0;
  session.wipe_comment.statement.run();
  drop_words(session, id);
  if (!stays) drop_empty_placeholders(session, row);
  change_score(session, row, -1);
  change_page(session, row.page, is_counted(loaded->state()) ? -1 : 0);
  const CommentState was = loaded->state();
  row.state = to_name(CommentState::deleted);
  note_state(session, row, was);
  row.author_name.clear();
  row.author_website.clear();
  row.body.clear();
  row.reasons.clear();
  row.masks.clear();
  row.edited_null = soci::i_null;
  loaded->judged.set({});
  loaded->facts.flags = loaded->facts.appealed = 0;
  store_case(session, *loaded);
  return loaded->to_stored();
}

} // namespace palabre::storage
