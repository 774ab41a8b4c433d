// Posts of all kinds, and the ballots of polls: server/storage/post_*.cpp, ballot_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
#pragma once

namespace palabre::storage {

class PostStore {
public:
  virtual ~PostStore() = default;
};

} // namespace palabre::storage
