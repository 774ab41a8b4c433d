// What writes marks, each statement prepared once.
#pragma once

#include <string>

#include "server/storage/statement.h"

namespace palabre::storage {

struct InsertMark { // a row comes back where there was none
  explicit InsertMark(soci::session& session);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string reader;
  std::string name;
  std::string network;
  std::int64_t created{0};
  std::int64_t inserted{0};
  Statement statement;
};

struct DropMark { // a row comes back where there was one
  explicit DropMark(soci::session& session);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string reader;
  std::string name;
  std::int64_t dropped{0};
  Statement statement;
};

// Of votes, or of reactions, of one network on one target.
struct CountMarks {
  CountMarks(soci::session& session, const char* condition);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string network;
  std::int64_t count{0};
  Statement statement;
};

struct ChangeTally {
  explicit ChangeTally(soci::session& session);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string name;
  std::int64_t change{0};
  Statement statement;
};

struct ListTally {
  explicit ListTally(soci::session& session);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string name;
  std::int64_t count{0};
  Statement statement;
};

struct ListReaderMarks {
  explicit ListReaderMarks(soci::session& session);
  std::int64_t page{0};
  std::int64_t comment{0};
  std::string reader;
  std::string name;
  Statement statement;
};

// The tallies as the row repeats them, and what follows from them for the orders.
struct UpdateMarks {
  explicit UpdateMarks(soci::session& session);
  std::int64_t id{0};
  std::string marks;
  std::int64_t rank{0}; // in the score
  std::int64_t controversy{0};
  Statement statement;
};

struct FindPageId {
  explicit FindPageId(soci::session& session);
  std::int64_t site{0};
  std::string page_key;
  std::int64_t id{0};
  Statement statement;
};

struct FindEngagement {
  explicit FindEngagement(soci::session& session);
  std::int64_t site{0};
  std::string engagement;
  Statement statement;
};

struct MarkWrites {
  explicit MarkWrites(soci::session& session);
  InsertMark insert;
  DropMark drop;
  CountMarks count_votes;
  CountMarks count_reactions;
  ChangeTally change_tally;
  ListTally list_tally;
  ListReaderMarks list_mine;
  UpdateMarks update_comment;
  FindPageId find_page;
  FindEngagement find_engagement;
};

} // namespace palabre::storage
