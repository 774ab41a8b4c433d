#include "server/storage/people_schema.h"

#include "server/storage/case_row.h"
#include "server/storage/queue_schema.h"

namespace palabre::storage {

// standing: what rules/standing.h computes from, by a reader's keyed hash. comment.asks: 1 of a question;
// comment.answered: an Answered of a question or complaint; comment.answer: the reply that the team calls the answer;
// comment.helpful: 1 while it counts in its writer's standing. What was written before is nobody's open question.
std::vector<std::string> people_schema() {
  const std::string bit = std::to_string(bit_of(wire::QueueTab::unanswered));
  return {
      "create table standing (site bigint not null references site (id), reader text not null, name text not null,"
      " first bigint not null, last bigint not null, published bigint not null, helpful bigint not null,"
      " primary key (site, reader))",
      "create index standing_published on standing (site, published, last)",
      "insert into standing (site, reader, name, first, last, published, helpful)"
      " select site, reader, max(author_name), min(created), max(created), count(*), 0 from comment"
      " where reader <> '' and state = 'published' group by site, reader",
      "alter table comment add column member bigint",
      "alter table comment add column asks bigint not null default 0",
      "alter table comment add column answered bigint not null default 0",
      "alter table comment add column answer bigint",
      "alter table comment add column helpful bigint not null default 0",
      "alter table comment add column poll bigint",
      "update comment set answered = 2, tabs = tabs & " + std::to_string(bit_of(wire::QueueTab::unanswered) - 1),
      "create index comment_member on comment (site, created) where member is not null",
      "create index comment_answer on comment (answer) where answer is not null",
      "create index queue_unanswered on comment (site, created, id, " + queue_filtered + ") where (tabs & " + bit +
          ") <> 0",
      "alter table desk_count add column in_unanswered bigint not null default 0",
      "alter table member add column signature text not null default 'none'",
      "create table saved_reply (id {identity}, member bigint, title text not null, body text not null,"
      " created bigint not null, revision bigint not null)",
      "create index saved_reply_member on saved_reply (member)",
  };
}

} // namespace palabre::storage
