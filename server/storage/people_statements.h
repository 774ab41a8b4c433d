// What is written with every comment about its writer and about what it answers, prepared once.
#pragma once

#include <cstdint>
#include <string>

#include "server/storage/statement.h"

namespace palabre::storage {

// Of a comment: one more, or one fewer, published of its writer, if that is a reader of whom anything is known.
struct CountStanding {
  CountStanding(soci::session& session, const std::string& sql);
  std::int64_t id{0};
  Statement statement;
};

// What tells whether a reply counts as helpful.
struct FindHelp {
  explicit FindHelp(soci::session& session);
  std::int64_t id{0};
  std::int64_t counted{0}; // it does already
  std::int64_t reply{0};
  std::int64_t by_member{0};
  std::string state;
  std::int64_t site{0};
  std::int64_t up{0}; // votes that were cast, whatever the site shows of them
  std::int64_t down{0};
  std::int64_t answer{0};
  Statement statement;
};

struct SetHelp {
  explicit SetHelp(soci::session& session);
  std::int64_t helpful{0};
  std::int64_t id{0};
  Statement statement;
};

struct AddHelp {
  explicit AddHelp(soci::session& session);
  std::int64_t change{0};
  std::int64_t id{0}; // of the comment
  Statement statement;
};

struct SetAnswered {
  explicit SetAnswered(soci::session& session);
  std::int64_t asks{0};
  std::int64_t answered{0};
  std::int64_t id{0};
  Statement statement;
};

// Whether a published comment of a member is below this one.
struct FindStaffBelow {
  explicit FindStaffBelow(soci::session& session);
  std::int64_t id{0};
  std::int64_t found{0};
  Statement statement;
};

struct PeopleWrites {
  explicit PeopleWrites(soci::session& session);
  CountStanding add;
  CountStanding drop;
  CountStanding forget; // of whom nothing published is left
  FindHelp find_help;
  SetHelp set_help;
  AddHelp add_help;
  SetAnswered set_answered;
  FindStaffBelow find_staff_below;
};

} // namespace palabre::storage
