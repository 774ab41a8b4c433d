// A site on a real store in a directory of its own, with a clock that the test turns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "server/service/comments.h"
#include "tests/support/must.h"
#include "tests/support/temporary_directory.h"

namespace palabre::test {

// "code field", or "ok".
template <class T> std::string outcome(const Expected<T>& result) {
  if (result) return "ok";
  const Error& error = result.error();
  return std::string(error_info(error.code).name) + (error.field.empty() ? "" : " " + error.field);
}

class World {
public:
  World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  [[nodiscard]] wire::PostComment message(const std::string& body) const;
  Expected<wire::PostedComment> post(const wire::PostComment& message, const std::string& key = {});
  wire::PostedComment post(const std::string& body);
  [[nodiscard]] ThreadPage thread(const std::string& page = "/a") const;

  Instant now{1'700'000'000'000};
  std::vector<std::string> changes; // pages, as the context was told

private:
  TemporaryDirectory directory_;
  std::unique_ptr<storage::Store> store_;

public:
  Site site;
  service::Context context;
};

} // namespace palabre::test
