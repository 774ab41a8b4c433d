#include "server/storage/case_row.h"

#include "shared/rules/triage.h"

namespace palabre::storage {
namespace {

std::int64_t tabs_of(CommentState state, const CaseRow& row, bool unanswered) {
  using wire::QueueTab;
  if (state == CommentState::deleted) return 0;
  std::int64_t tabs = bit_of(QueueTab::all);
  const auto put = [&](QueueTab tab, bool in) { tabs |= in ? bit_of(tab) : 0; };
  const bool unread = state == CommentState::held || state == CommentState::hidden;
  put(QueueTab::waiting, row.attention > 0);
  put(QueueTab::held, state == CommentState::held);
  put(QueueTab::flagged, row.flags > 0);
  put(QueueTab::hidden, state == CommentState::hidden);
  put(QueueTab::spam, state == CommentState::spam || (unread && row.axis == "spam"));
  put(QueueTab::removed, state == CommentState::removed);
  put(QueueTab::unanswered, unanswered && (state == CommentState::published || state == CommentState::hidden));
  return tabs;
}

} // namespace

void CaseRow::settle(const std::string& name, Instant at) {
  flags = 0;
  appealed = 0;
  settled = 1;
  decided_name = name;
  decided_at = at.milliseconds;
}

void CaseRow::judge(CommentState state, const rules::Verdict& verdict, bool unanswered) {
  const rules::CaseFacts facts{state, settled != 0, static_cast<std::uint32_t>(flags), appealed != 0};
  attention = rules::attention_of(facts, verdict);
  axis.clear();
  rules.clear();
  for (const rules::Reason& reason : verdict.reasons) {
    if (axis.empty()) axis = rules::axis_of_rule(reason.rule);
    rules += (rules.empty() ? " " : "") + reason.rule + " ";
  }
  tabs = tabs_of(state, *this, unanswered);
}

soci::details::prepare_temp_type into_case(soci::details::prepare_temp_type prepared, CaseRow& row) {
  using soci::into;
  return prepared, into(row.revision), into(row.changed), into(row.attention), into(row.axis), into(row.rules),
         into(row.tabs), into(row.flags), into(row.appealed), into(row.settled), into(row.decided_name),
         into(row.decided_at), into(row.newcomer), into(row.kept_back);
}

} // namespace palabre::storage
