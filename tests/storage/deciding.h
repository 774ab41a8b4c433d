// Short words for what moderators do.
#pragma once

#include "tests/storage/engines.h"

namespace palabre::test {

inline const storage::Actor ana{MemberId{7}, "Ana"};
inline const storage::Actor bob{MemberId{8}, "Bob"};
inline constexpr Instant now{1'000'000};

// A comment that the rules held, or whatever state is given.
inline CommentId add_held(const Opened& opened, const std::string& body, CommentState state = CommentState::held,
                          const std::string& page = page_key) {
  auto draft = opened.draft(body, 1);
  draft.page = page;
  draft.state = state;
  draft.reader = "reader hash";
  draft.network = "network hash";
  draft.verdict.reasons.push_back({"spam.links", rules::Severity::mild, rules::Decision::hold});
  return must(opened.store->add_comment(draft)).comment.id;
}

inline wire::Decide decision(wire::DeskAction action, std::vector<wire::Decide::Item> items) {
  return {action, std::move(items), "", false};
}
inline wire::Decide one(wire::DeskAction action, CommentId id,
                        std::int64_t revision = storage::DecisionStore::any_revision) {
  return decision(action, {{id, revision}});
}

inline storage::StoredDecision decide(const Opened& opened, const wire::Decide& what, const storage::Actor& by = ana) {
  return must(opened.store->decisions().decide(what, by, now));
}
inline storage::StoredDecision undo(const Opened& opened, std::int64_t id) {
  return must(opened.store->decisions().undo(id, bob, MemberRole::moderator, now));
}

inline storage::StoredComment found(const Opened& opened, CommentId id) {
  return must(opened.store->find_comment(id)).value();
}

inline std::vector<wire::AuditEntry> log_of(const Opened& opened) {
  return must(opened.store->decisions().read_audit({}, "", 100)).entries;
}

inline std::string lessons(const Opened& opened) {
  std::string text;
  for (const storage::Lesson& lesson : must(opened.store->decisions().lessons(100))) {
    text += lesson.comment.text() + (!lesson.label ? "- " : *lesson.label == rules::SpamLabel::spam ? "spam " : "ham ");
  }
  return text;
}

inline storage::AuditNote note(const char* action, const Opened& opened) {
  return {ana, now, action, opened.site.id};
}

} // namespace palabre::test
