// Opening the store for a command.
#pragma once

#include <memory>
#include <string>

#include "server/storage/store.h"

namespace palabre::cli {

// Held while a server runs: a second one on the same directory would show readers old threads from its cache. Freed by
// the system however the process ends.
class ServeLock {
public:
  [[nodiscard]] static Expected<ServeLock> take(const std::string& directory);
  ~ServeLock();
  ServeLock(ServeLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  ServeLock& operator=(ServeLock&&) = delete;

private:
  explicit ServeLock(int file) : file_(file) {}
  int file_;
};

} // namespace palabre::cli
