// The log of what people did at the desk. Lines are only ever added.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/storage/desk_store.h"
#include "server/storage/statement.h"

namespace palabre::storage {

struct WriteSession;

struct InsertAudit {
  explicit InsertAudit(soci::session& session);
  std::int64_t at{0};
  std::int64_t member{0};
  soci::indicator member_null{soci::i_null};
  std::string by_name;
  std::string action;
  std::int64_t site{0};
  soci::indicator site_null{soci::i_null};
  std::string about;
  std::string before;
  std::string after;
  std::string note;
  std::int64_t id{0};
  Statement statement;
};

// A line in the transaction of what it tells of; its id.
std::int64_t insert_audit(WriteSession& session, const AuditNote& note);

} // namespace palabre::storage
