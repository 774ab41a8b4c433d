#include "server/storage/queue_schema.h"

#include <array>

#include "server/storage/case_row.h"
#include "server/storage/search_text.h"
#include "server/storage/statement.h"

namespace palabre::storage {
namespace {

// The tabs and the columns of a comment that there were at this step.
constexpr std::array first_tabs{wire::QueueTab::waiting, wire::QueueTab::held, wire::QueueTab::flagged,
                                wire::QueueTab::hidden,  wire::QueueTab::spam, wire::QueueTab::removed,
                                wire::QueueTab::all};
const std::string first_columns =
    "c.id, c.site, c.page, c.parent, c.root, c.in_thread, c.state, c.author_name, c.author_website, c.body, c.created,"
    " c.edited, p.page_key, c.reasons, c.masks, null, 0, 0, null";

std::string queue_index(wire::QueueTab tab, const std::string& order) {
  const std::string bit = std::to_string(bit_of(tab));
  return "create index queue_" + std::string(to_name(tab)) + " on comment (site, " + order + ", " + queue_filtered +
         ") where (tabs & " + bit + ") <> 0";
}

// `tabs` of each comment, counted.
std::string count_all() {
  std::string columns;
  std::string sums;
  for (const wire::QueueTab tab : first_tabs) {
    columns += ", in_" + std::string(to_name(tab));
    sums += ", sum(case when (tabs & " + std::to_string(bit_of(tab)) + ") <> 0 then 1 else 0 end)";
  }
  return "insert into desk_count (site" + columns + ") select site" + sums + " from comment group by site";
}

struct OldComment {
  CommentRow row;
  JudgedRow judged;
  CaseRow facts;
  std::int64_t flags{0};
  std::int64_t appeals{0};
};

void judge_old(OldComment& old) {
  const StoredComment stored = old.judged.to_stored(old.row);
  const bool decided = stored.decided_by == Decider::moderator;
  const bool deleted = stored.comment.state == CommentState::deleted;
  old.facts.settled = decided ? 1 : 0;
  old.facts.flags = decided || deleted ? 0 : old.flags;
  old.facts.appealed = decided || deleted ? 0 : old.appeals;
  old.facts.kept_back = 0;
  for (const rules::Reason& reason : stored.verdict.reasons) {
    if (reason.decision != rules::Decision::publish) old.facts.kept_back = 1;
  }
  old.facts.judge(stored.comment.state, stored.verdict, false);
}

} // namespace

// comment.revision counts its changes, comment.changed is the number of the last one in the whole database
// (desk_change). comment.attention: rules/triage.h. comment.axis: of its weightiest reason, '' without one; .rules: the
// names of all, between spaces. comment.tabs: a bit for each of the queue's tabs that it is in; desk_count has how many
// comments of a site each tab holds. comment.flags: readers' flags since a moderator last decided; .appealed: 1 while
// an appeal waits; .settled: 1 when a moderator decided and nothing came after. comment.decided_name: the member's.
std::vector<std::string> queue_schema() {
  using wire::QueueTab;
  const std::string by_time = "created, id";
  std::vector<std::string> statements{
      "alter table comment add column revision bigint not null default 0",
      "alter table comment add column changed bigint not null default 0",
      "alter table comment add column attention bigint not null default 0",
      "alter table comment add column axis text not null default ''",
      "alter table comment add column rules text not null default ''",
      "alter table comment add column tabs bigint not null default 0",
      "alter table comment add column flags bigint not null default 0",
      "alter table comment add column appealed bigint not null default 0",
      "alter table comment add column settled bigint not null default 0",
      "alter table comment add column decided_name text not null default ''",
      "alter table comment add column decided_at bigint not null default 0",
      "alter table comment add column newcomer bigint not null default 0",
      "alter table comment add column kept_back bigint not null default 0",
      "drop index comment_site",
      "create index comment_site on comment (site, created, id, fingerprint, " + queue_filtered + ", kept_back)",
      queue_index(QueueTab::waiting, "attention desc, " + by_time),
  };
  for (const QueueTab tab : {QueueTab::held, QueueTab::flagged, QueueTab::hidden, QueueTab::spam, QueueTab::removed}) {
    statements.push_back(queue_index(tab, by_time));
  }
  statements.insert(
      statements.end(),
      {"create index comment_changed on comment (site, changed)",
       "create index comment_axis on comment (site, axis, created) where axis <> ''",
       "create index comment_decided on comment (site, decided_at) where decided_at > 0",
       "create table desk_change (only_row bigint primary key, change bigint not null)",
       "insert into desk_change (only_row, change) values (1, 0)",
       "create table desk_count (site bigint primary key references site (id), in_waiting bigint not null,"
       " in_held bigint not null, in_flagged bigint not null, in_hidden bigint not null,"
       " in_spam bigint not null, in_removed bigint not null, in_all bigint not null)",
       "update comment set newcomer = 1 where reader <> '' and not exists (select 1 from comment earlier"
       " where earlier.site = comment.site and earlier.reader = comment.reader and earlier.reader <> ''"
       " and earlier.state = 'published' and earlier.id < comment.id)"});
  return statements;
}

void fill_cases(soci::session& session, const Dialect& dialect) {
  for (const std::string& statement : dialect.search.make) session << statement;
  constexpr int batch = 500;
  std::int64_t after = 0;
  OldComment read;
  Statement list([&] {
    auto prepared = prepare(session, "select " + first_columns + judged_columns +
                                         ", (select count(*) from flag f where f.comment = c.id),"
                                         " (select count(*) from appeal a where a.comment = c.id)"
                                         " from comment c join page p on p.id = c.page where c.id > :after"
                                         " order by c.id limit " +
                                         std::to_string(batch));
    auto bound = into_judged(into_row(std::move(prepared), read.row), read.judged);
    bound, soci::into(read.flags), soci::into(read.appeals), soci::use(after);
    return bound;
  }());
  OldComment old;
  Statement update((prepare(session, "update comment set attention = :attention, axis = :axis, rules = :rules,"
                                     " tabs = :tabs, flags = :flags, appealed = :appealed, settled = :settled,"
                                     " kept_back = :kept_back where id = :id"),
                    soci::use(old.facts.attention), soci::use(old.facts.axis), soci::use(old.facts.rules),
                    soci::use(old.facts.tabs), soci::use(old.facts.flags), soci::use(old.facts.appealed),
                    soci::use(old.facts.settled), soci::use(old.facts.kept_back), soci::use(old.row.id)));
  std::string name;
  std::string body;
  Statement add_words((prepare(session, dialect.search.add), soci::use(old.row.id), soci::use(name), soci::use(body)));
  for (std::vector<OldComment> found; found.size() == batch || after == 0;) {
    found.clear();
    list.each([&] { found.push_back(read); });
    if (found.empty()) break;
    for (OldComment& one : found) {
      judge_old(one);
      old = one;
      update.run();
      if (old.row.state == to_name(CommentState::deleted)) continue;
      name = searchable(old.row.author_name);
      body = searchable(old.row.body);
      add_words.run();
    }
    after = found.back().row.id;
  }
  session << count_all();
}

} // namespace palabre::storage
