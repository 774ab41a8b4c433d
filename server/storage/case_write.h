// The statements that keep the cases.
#pragma once

#include <array>

#include "server/storage/case_row.h"
#include "server/storage/statement.h"

namespace palabre::storage {

// The number of the database's next change.
struct NextChange {
  explicit NextChange(soci::session& session);
  std::int64_t change{0};
  Statement statement;
};

struct UpdateCase {
  explicit UpdateCase(soci::session& session);
  std::int64_t id{0};
  CaseRow row; // without `newcomer`
  Statement statement;
};

// Adds to the numbers of a site's comments in each tab.
struct CountTabs {
  explicit CountTabs(soci::session& session);
  std::int64_t site{0};
  std::array<std::int64_t, wire::queue_tabs.size()> change{};
  Statement statement;
};

struct CaseWrites {
  explicit CaseWrites(soci::session& session) : next_change(session), update(session), count(session) {}
  NextChange next_change;
  UpdateCase update;
  CountTabs count;
};

[[nodiscard]] std::int64_t next_change(CaseWrites& writes);
void count_tabs(CaseWrites& writes, std::int64_t site, std::int64_t before, std::int64_t after);

} // namespace palabre::storage
