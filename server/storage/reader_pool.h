// Connections for reading, lent to one caller at a time. Made when first needed, thrown away after an error.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "server/storage/read_session.h"
#include "shared/model/error.h"

namespace palabre::storage {

class ReaderPool {
public:
  ReaderPool(Dialect dialect, std::size_t size) : dialect_(std::move(dialect)), size_(size) {}

  // Runs `read` in a transaction that sees one state of the data; waits for a free connection.
  template <class T> Expected<T> run(const std::function<Expected<T>(ReadSession&)>& read) {
    std::unique_ptr<ReadSession> session = borrow();
    try {
      if (!session) session = std::make_unique<ReadSession>(dialect_);
      session->begin.run();
      Expected<T> result = read(*session);
      session->commit.run();
      give_back(std::move(session));
      return result;
    } catch (const std::exception& error) {
      give_back(nullptr);
      return tl::unexpected(failed(error));
    }
  }

private:
  // nullptr: the place is the caller's, but there is no connection yet.
  std::unique_ptr<ReadSession> borrow();
  void give_back(std::unique_ptr<ReadSession> session);
  static Error failed(const std::exception& error); // logs it

  const Dialect dialect_;
  const std::size_t size_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<ReadSession>> idle_;
  std::size_t lent_{0};
};

} // namespace palabre::storage
