#include "server/storage/people_write.h"

#include "server/storage/audit_write.h"
#include "server/storage/case_write.h"
#include "server/storage/settings_read.h"
#include "server/storage/write_parts.h"
#include "shared/rules/ranking.h"

namespace palabre::storage {
namespace {

std::int64_t number_of(Answered answered) {
  return static_cast<std::int64_t>(answered);
}

void count_published(WriteSession& session, const CommentRow& row, bool published) {
  CountStanding& count = published ? session.people.add : session.people.drop;
  count.id = row.id;
  count.statement.run();
  if (published) return;
  session.people.forget.id = row.id;
  session.people.forget.statement.run();
}

void set_answered(WriteSession& session, LoadedComment& asked, Answered answered) {
  asked.row.answered = number_of(answered);
  SetAnswered& set = session.people.set_answered;
  set.asks = asked.row.asks;
  set.answered = asked.row.answered;
  set.id = asked.row.id;
  set.statement.run();
  store_tabs(session, asked);
}

bool has_staff_below(WriteSession& session, std::int64_t id) {
  session.people.find_staff_below.id = id;
  return session.people.find_staff_below.statement.run();
}

// A member's answer came, or went, below these.
void note_answer(WriteSession& session, const CommentRow& answer, bool published) {
  CommentRow below = answer;
  while (below.parent_null == soci::i_ok) {
    auto above = load(session, below.parent);
    if (!above) return;
    const std::int64_t answered = above->row.answered;
    const bool open = answered == number_of(Answered::no) || answered == number_of(Answered::reopened);
    if (published && open && !above->row.by_member()) set_answered(session, *above, Answered::by_reply);
    if (!published && answered == number_of(Answered::by_reply) && !has_staff_below(session, above->row.id)) {
      set_answered(session, *above, Answered::no);
    }
    below = above->row;
  }
}

void note_visible(WriteSession& session, const CommentRow& row, bool published) {
  count_published(session, row, published);
  if (row.parent_null == soci::i_ok) count_helpful(session, CommentId{row.id});
  if (row.by_member()) note_answer(session, row, published);
}

// Whether `answer` is a published reply below `question`, in the same thread.
bool is_reply_below(WriteSession& session, CommentId answer, CommentId question) {
  auto below = load(session, answer.value);
  if (!below || below->state() != CommentState::published) return false;
  while (below && below->row.parent_null == soci::i_ok) {
    if (below->row.parent == question.value) return true;
    below = load(session, below->row.parent);
  }
  return false;
}

// The reply that was the answer, and the one that is: both may count otherwise now.
void put_answer(WriteSession& session, std::int64_t question, std::optional<CommentId> answer) {
  std::int64_t former = 0;
  soci::indicator former_null = soci::i_null;
  Statement find((prepare(*session.connection, "select answer from comment where id = :id"),
                  soci::into(former, former_null), soci::use(question)));
  find.run();
  std::int64_t now = answer.value_or(CommentId{}).value;
  soci::indicator now_null = answer ? soci::i_ok : soci::i_null;
  Statement put((prepare(*session.connection, "update comment set answer = :answer where id = :id"),
                 soci::use(now, now_null), soci::use(question)));
  put.run();
  if (former_null == soci::i_ok) count_helpful(session, CommentId{former});
  if (answer) count_helpful(session, *answer);
}

// What readers do not see earns nothing.
std::int64_t counted_up(WriteSession& session, const FindHelp& help) {
  if (help.up < rules::helpful_votes) return help.up;
  const auto engagement = read_engagement(*session.connection, SiteId{help.site});
  return rules::counted_votes({help.up, help.down}, engagement.value_or(Engagement{}).marks).up;
}

Answered by_hand(QuestionState state) {
  return state == QuestionState::open ? Answered::reopened : Answered::by_hand;
}

} // namespace

void note_new(WriteSession& session, const CommentRow& row) {
  if (state_of_name(row.state) == CommentState::published) note_visible(session, row, true);
}

void note_state(WriteSession& session, const CommentRow& row, CommentState was) {
  const bool before = was == CommentState::published;
  const bool after = state_of_name(row.state) == CommentState::published;
  if (before != after) note_visible(session, row, after);
}

void count_helpful(WriteSession& session, CommentId comment) {
  FindHelp& help = session.people.find_help;
  help.id = comment.value;
  if (!help.statement.run()) return;
  const bool published = state_of_name(help.state) == CommentState::published;
  const rules::ReplyFacts facts{help.reply != 0, published, help.by_member != 0, help.answer != 0,
                                counted_up(session, help)};
  const bool helpful = rules::is_helpful(facts);
  if (helpful == (help.counted != 0)) return;
  session.people.set_help.helpful = helpful ? 1 : 0;
  session.people.set_help.id = comment.value;
  session.people.set_help.statement.run();
  session.people.add_help.change = helpful ? 1 : -1;
  session.people.add_help.id = comment.value;
  session.people.add_help.statement.run();
}

Expected<StoredComment> write_question(WriteSession& session, const QuestionMark& mark) {
  auto asked = load_living(session, mark.comment);
  if (!asked) return tl::unexpected(asked.error());
  if (mark.only && asked->row.site != mark.only->value) return fail(ErrorCode::unknown_comment);
  const auto answer = mark.mark.state == QuestionState::answered ? mark.mark.answer : std::nullopt;
  if (answer && !is_reply_below(session, *answer, mark.comment)) {
    return fail(ErrorCode::unknown_field_value, "answer", "a published reply below the question");
  }
  if (mark.mark.state == QuestionState::open) asked->row.asks = 1;
  if (mark.mark.state == QuestionState::none) asked->row.asks = 0;
  set_answered(session, *asked, by_hand(mark.mark.state));
  put_answer(session, asked->row.id, answer);
  change_page(session, asked->row.page, 0);
  AuditNote note{mark.by, mark.at, "comment.question"};
  note.site = SiteId{asked->row.site};
  note.about = "comment " + mark.comment.text();
  note.after = "{\"question\":\"" + std::string(to_name(mark.mark.state)) + "\"}";
  insert_audit(session, note);
  return asked->to_stored();
}

} // namespace palabre::storage
