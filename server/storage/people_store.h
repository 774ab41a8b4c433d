// Standing, saved replies, signatures, questions: server/storage/people_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
#pragma once

namespace palabre::storage {

class PeopleStore {
public:
  virtual ~PeopleStore() = default;
};

} // namespace palabre::storage
