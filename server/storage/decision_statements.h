// The statements of decisions, each prepared once on the connection that writes.
#pragma once

#include <string>

#include "server/storage/statement.h"

namespace palabre::storage {

struct InsertDecision {
  explicit InsertDecision(soci::session& session);
  std::int64_t id{0}; // of the log's line
  std::string kind;
  std::int64_t site{0};
  soci::indicator site_null{soci::i_null};
  std::int64_t about{0};
  Statement statement;
};

// A comment as it was.
struct FormerRow {
  std::int64_t decision{0};
  std::int64_t comment{0};
  std::int64_t revision{0}; // that the decision made
  std::string state;
  std::string reasons;
  std::string decided_by;
  std::string decided_name;
  std::int64_t flags{0};
  std::int64_t appealed{0};
  std::int64_t settled{0};
  std::int64_t decided_at{0};
};

struct InsertFormer {
  explicit InsertFormer(soci::session& session);
  FormerRow row;
  Statement statement;
};

struct PutLesson {
  explicit PutLesson(soci::session& session);
  std::int64_t comment{0};
  std::string label;
  Statement statement;
};

struct NoteRemoval {
  explicit NoteRemoval(soci::session& session);
  std::int64_t comment{0};
  std::int64_t removed{0};
  Statement statement;
};

struct DropRemoval {
  explicit DropRemoval(soci::session& session);
  std::int64_t comment{0};
  Statement statement;
};

struct DecisionStatements {
  explicit DecisionStatements(soci::session& session);
  InsertDecision insert_decision;
  InsertFormer insert_former;
  PutLesson put_lesson;
  NoteRemoval note_removal;
  DropRemoval drop_removal;
};

} // namespace palabre::storage
