#include "server/storage/decision_write.h"

#include <algorithm>

#include "server/storage/write_operations.h"
#include "server/storage/write_parts.h"
#include "shared/wire/json_writer.h"

namespace palabre::storage {
namespace {

constexpr const char* by_moderator = "policy.moderator";

// Comments as a decision or its undoing goes through them.
struct Progress {
  StoredDecision stored;
  std::vector<FormerRow> former; // of what was done; the decision's number is still to come
  std::vector<std::string> after;
  std::optional<SiteId> site; // of all of them
  bool one_site{true};

  void answer(CommentId id, wire::Outcome outcome, CommentState state = CommentState::deleted,
              std::int64_t revision = 0, std::string by = {}) {
    stored.decided.items.push_back({id, outcome, state, revision, std::move(by)});
  }
  void changed(const CommentRow& row) {
    const SiteId here{row.site};
    one_site = one_site && (!site || *site == here);
    site = here;
    const auto same = [&](const ChangedPage& page) { return page.site == here && page.page == row.page_key; };
    if (std::none_of(stored.pages.begin(), stored.pages.end(), same)) stored.pages.push_back({here, row.page_key});
  }
};

// Whose decision a comment's state is; empty: nobody's.
std::string decider_of(const LoadedComment& loaded) {
  return loaded.judged.decided_by == to_name(Decider::moderator) ? loaded.facts.decided_name : std::string();
}

// What a comment in this state teaches the filter.
std::string lesson_of(const std::string& state, const std::string& decided_by) {
  if (decided_by != to_name(Decider::moderator)) return "";
  if (state == to_name(CommentState::published)) return "ham";
  return state == to_name(CommentState::spam) ? "spam" : "";
}

void put_lesson(WriteSession& session, const CommentRow& now, const std::string& decided_by, const FormerRow& former) {
  const std::string label = lesson_of(now.state, decided_by);
  if (label == lesson_of(former.state, former.decided_by)) return;
  session.decisions.put_lesson.comment = now.id;
  session.decisions.put_lesson.label = label;
  session.decisions.put_lesson.statement.run();
}

void note_removal(WriteSession& session, std::int64_t id, CommentState before, CommentState after, Instant now) {
  if (after == CommentState::removed) {
    session.decisions.note_removal.comment = id;
    session.decisions.note_removal.removed = now.milliseconds;
    session.decisions.note_removal.statement.run();
  } else if (before == CommentState::removed) {
    session.decisions.drop_removal.comment = id;
    session.decisions.drop_removal.statement.run();
  }
}

std::string reasons_after(const LoadedComment& loaded, wire::DeskAction action) {
  std::vector<rules::Reason> reasons = loaded.to_stored().verdict.reasons;
  std::erase_if(reasons, [](const rules::Reason& reason) { return reason.rule == by_moderator; });
  if (action != wire::DeskAction::approve) {
    const auto decision = action == wire::DeskAction::hide ? rules::Decision::hide : rules::Decision::hold;
    reasons.insert(reasons.begin(), rules::Reason{by_moderator, rules::Severity::note, decision});
  }
  return reasons_json(reasons, {loaded.row.author_name, loaded.row.author_website}, loaded.row.body);
}

// What a decision leaves of a comment.
struct Next {
  std::string state;
  std::string reasons;
  std::string decided_by;
  CaseRow facts;
};

std::int64_t put_next(WriteSession& session, LoadedComment& loaded, const Next& next, Instant now, Progress& progress) {
  CommentRow& row = loaded.row;
  const CaseRow& present = loaded.facts;
  FormerRow former{0,
                   row.id,
                   0,
                   row.state,
                   row.reasons,
                   loaded.judged.decided_by,
                   present.decided_name,
                   present.flags,
                   present.appealed,
                   present.settled,
                   present.decided_at};
  row.reasons = next.reasons;
  loaded.judged.decided_by = next.decided_by;
  session.update_reasons.id = row.id;
  session.update_reasons.reasons = next.reasons;
  session.update_reasons.decided_by = next.decided_by;
  session.update_reasons.statement.run();
  const CommentState before = loaded.state();
  change_state(session, row, state_of_name(next.state));
  note_removal(session, row.id, before, loaded.state(), now);
  put_lesson(session, row, next.decided_by, former);
  loaded.facts = next.facts;
  store_case(session, loaded);
  former.revision = loaded.facts.revision;
  progress.changed(row);
  progress.after.push_back(row.state);
  progress.former.push_back(std::move(former));
  return loaded.facts.revision;
}

void decide_item(WriteSession& session, const wire::Decide& decision, const wire::Decide::Item& item, const Actor& by,
                 Instant now, std::optional<SiteId> only, Progress& progress) {
  auto loaded = load(session, item.comment.value);
  if (!loaded || loaded->state() == CommentState::deleted || (only && loaded->row.site != only->value)) {
    progress.answer(item.comment, wire::Outcome::gone);
    return;
  }
  const CaseRow& present = loaded->facts;
  const CommentState wanted = state_after(decision.action);
  const bool is_there = loaded->state() == wanted;
  const bool other = item.revision != DecisionStore::any_revision && item.revision != present.revision;
  const bool settled = is_there && loaded->judged.decided_by == to_name(Decider::moderator) && present.settled == 1;
  if (other || settled) {
    progress.answer(item.comment, is_there ? wire::Outcome::done : wire::Outcome::conflict, loaded->state(),
                    present.revision, is_there ? "" : decider_of(*loaded));
    return;
  }
  if (!decision.confirmed && decision.action != wire::DeskAction::approve &&
      rules::is_only_criticism(loaded->to_stored().verdict)) {
    progress.answer(item.comment, wire::Outcome::needs_confirmation, loaded->state(), present.revision);
    return;
  }
  Next next{std::string(to_name(wanted)), reasons_after(*loaded, decision.action),
            std::string(to_name(Decider::moderator)), present};
  next.facts.settle(by.name, now);
  const std::int64_t revision = put_next(session, *loaded, next, now, progress);
  progress.answer(item.comment, wire::Outcome::done, wanted, revision);
}

void undo_item(WriteSession& session, const FormerRow& former, const Undo& undo, Progress& progress) {
  const CommentId id{former.comment};
  auto loaded = load(session, former.comment);
  if (!loaded || loaded->state() == CommentState::deleted) {
    progress.answer(id, wire::Outcome::gone);
    return;
  }
  const CaseRow& present = loaded->facts;
  if (present.revision != former.revision) {
    progress.answer(id, wire::Outcome::conflict, loaded->state(), present.revision, decider_of(*loaded));
    return;
  }
  Next next{former.state, former.reasons, former.decided_by, present};
  next.facts.flags = former.flags;
  next.facts.appealed = former.appealed;
  next.facts.settled = former.settled;
  next.facts.decided_name = former.decided_name;
  next.facts.decided_at = former.decided_at;
  const std::int64_t revision = put_next(session, *loaded, next, undo.now, progress);
  progress.answer(id, wire::Outcome::done, state_of_name(former.state), revision);
}

// {"state":"held"} of one comment, {"12":"held", …} of several.
template <class StateOf> std::string states_json(const Progress& progress, const StateOf& state_of) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  if (progress.former.size() == 1) {
    writer.member("state", state_of(0));
  } else {
    for (std::size_t i = 0; i < progress.former.size(); ++i) {
      writer.member(std::to_string(progress.former[i].comment), state_of(i));
    }
  }
  writer.end_object();
  return json;
}

AuditNote note_of(const Progress& progress, AuditNote note) {
  if (progress.one_site) note.site = progress.site;
  note.about = progress.former.size() == 1 ? "comment " + std::to_string(progress.former[0].comment)
                                           : std::to_string(progress.former.size()) + " comments";
  note.before = states_json(progress, [&](std::size_t i) -> const std::string& { return progress.former[i].state; });
  note.after = states_json(progress, [&](std::size_t i) -> const std::string& { return progress.after[i]; });
  return note;
}

// The line of the log and what undoes it; nothing where nothing was done.
void remember(WriteSession& session, Progress& progress, const AuditNote& note) {
  if (progress.former.empty()) return;
  const std::int64_t id = insert_audit(session, note_of(progress, note));
  remember_decision(session, id, DecisionKind::comments, progress.one_site ? progress.site : std::nullopt);
  for (FormerRow& row : progress.former) {
    row.decision = id;
    session.decisions.insert_former.row = row;
    session.decisions.insert_former.statement.run();
  }
  progress.stored.decided.decision = id;
}

std::vector<FormerRow> read_former(WriteSession& session, const Undo& undo) {
  FormerRow row;
  std::vector<FormerRow> rows;
  Statement list((prepare(*session.connection,
                          "select d.decision, d.comment, d.revision, d.state, d.reasons, d.decided_by, d.decided_name,"
                          " d.flags, d.appealed, d.settled, d.decided_at from decision_comment d where d.decision = "
                          ":decision order by d.comment"),
                  soci::into(row.decision), soci::into(row.comment), soci::into(row.revision), soci::into(row.state),
                  soci::into(row.reasons), soci::into(row.decided_by), soci::into(row.decided_name),
                  soci::into(row.flags), soci::into(row.appealed), soci::into(row.settled), soci::into(row.decided_at),
                  soci::use(undo.decision)));
  list.each([&] { rows.push_back(row); });
  return rows;
}

} // namespace

std::string_view to_name(DecisionKind kind) {
  switch (kind) {
  case DecisionKind::comments: return "comments";
  case DecisionKind::rule: return "rule";
  case DecisionKind::policy: return "policy";
  case DecisionKind::origins: return "origins";
  case DecisionKind::appearance: return "appearance";
  case DecisionKind::engagement: return "engagement";
  case DecisionKind::ban: return "ban";
  case DecisionKind::lift: return "lift";
  }
  return "comments";
}

void remember_decision(WriteSession& session, std::int64_t id, DecisionKind kind, std::optional<SiteId> site,
                       std::int64_t about) {
  InsertDecision& insert = session.decisions.insert_decision;
  insert.id = id;
  insert.kind = to_name(kind);
  insert.site_null = site ? soci::i_ok : soci::i_null;
  insert.site = site ? site->value : 0;
  insert.about = about;
  insert.statement.run();
}

StoredDecision write_decision(WriteSession& session, const wire::Decide& decision, const Actor& by, Instant now,
                              std::optional<SiteId> only) {
  Progress progress;
  for (const wire::Decide::Item& item : decision.items) {
    decide_item(session, decision, item, by, now, only, progress);
  }
  AuditNote note{by, now, "comment." + std::string(to_name(decision.action))};
  note.note = decision.note;
  remember(session, progress, note);
  return std::move(progress.stored);
}

StoredDecision undo_comments(WriteSession& session, const Undo& undo) {
  Progress progress;
  for (const FormerRow& row : read_former(session, undo)) undo_item(session, row, undo, progress);
  AuditNote note{undo.by, undo.now, "decision.undo"};
  note.note = "undoes " + std::to_string(undo.decision);
  remember(session, progress, note);
  return std::move(progress.stored);
}

} // namespace palabre::storage
