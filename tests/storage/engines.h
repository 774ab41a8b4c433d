// The engines that the conformance suite runs on. A further one is one more line in engines().
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "server/storage/store.h"
#include "tests/support/must.h"
#include "tests/support/temporary_directory.h"

namespace palabre::test {

// A fresh, empty database that is gone after the test.
class Database {
public:
  virtual ~Database() = default;
  // Each call opens it once more, as another process would.
  virtual std::unique_ptr<storage::Store> open() = 0;
};

struct Engine {
  const char* name;
  std::unique_ptr<Database> (*make)();
};
inline std::ostream& operator<<(std::ostream& out, const Engine& engine) {
  return out << engine.name;
}

const std::vector<Engine>& engines();

// Whether it failed with this code.
template <class T> bool failed_with(const Expected<T>& result, ErrorCode code) {
  return !result && result.error().code == code;
}

// A store with one site, `blog`.
struct Opened {
  explicit Opened(const Engine& engine);
  std::unique_ptr<Database> database;
  std::unique_ptr<storage::Store> store;
  Site site;

  [[nodiscard]] storage::NewComment draft(const std::string& body, std::int64_t created,
                                          std::optional<CommentId> parent = std::nullopt) const;
  CommentId add(const std::string& body, std::int64_t created, std::optional<CommentId> parent = std::nullopt) const;
  [[nodiscard]] ThreadPage thread(SortOrder sort = SortOrder::oldest) const;
};

// The bodies in thread order; "-" for a placeholder.
std::string bodies(const ThreadPage& thread);

inline constexpr const char* page_key = "/2026/11/a-page";

} // namespace palabre::test
