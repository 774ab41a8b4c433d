// A comment's case: what the desk finds and orders it by. Kept beside the comment, and changed with it.
#pragma once

#include "server/storage/comment_row.h"

namespace palabre::storage {

struct CaseRow {
  std::int64_t revision{0};  // how often it changed
  std::int64_t changed{0};   // the number of its last change in the whole database
  std::int64_t attention{0}; // rules/triage.h
  std::string axis;          // of the weightiest reason; empty without one
  std::string rules;         // the names of its reasons' rules between spaces, " spam.links offence.insult "
  std::int64_t tabs{0};      // bit_of each tab it is in
  std::int64_t flags{0};     // of different readers, since a moderator last decided
  std::int64_t appealed{0};  // 1 while an appeal waits
  std::int64_t settled{0};   // 1: a moderator decided, and nothing came after
  std::string decided_name;  // the moderator's; empty: none decided
  std::int64_t decided_at{0};
  std::int64_t newcomer{0};  // 1: nothing of this author had been published
  std::int64_t kept_back{0}; // 1: the rules held it, or folded it

  // A moderator decided: what readers said before is answered.
  void settle(const std::string& name, Instant at);
  // The columns that follow from the comment and the others.
  void judge(CommentState state, const rules::Verdict& verdict, bool unanswered);
};

[[nodiscard]] constexpr std::int64_t bit_of(wire::QueueTab tab) {
  return std::int64_t{1} << static_cast<unsigned>(tab);
}

// Behind judged_columns.
inline const std::string case_columns =
    ", c.revision, c.changed, c.attention, c.axis, c.rules, c.tabs, c.flags, c.appealed, c.settled, c.decided_name,"
    " c.decided_at, c.newcomer, c.kept_back";
[[nodiscard]] soci::details::prepare_temp_type into_case(soci::details::prepare_temp_type prepared, CaseRow& row);

} // namespace palabre::storage
