#include "server/auth/password.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <sodium.h>

namespace palabre::auth {
namespace {

// Memory is the whole process's: so are the turns.
class Turns {
public:
  bool wait() {
    std::unique_lock lock(mutex_);
    if (running_ >= at_once && waiting_ >= queue) return false;
    ++waiting_;
    const bool free = freed_.wait_for(lock, patience, [this] { return running_ < at_once; });
    --waiting_;
    if (free) ++running_;
    return free;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    --running_;
    freed_.notify_one();
  }

private:
  static constexpr int at_once = 2;
  static constexpr int queue = 32;
  static constexpr std::chrono::seconds patience{3};
  std::mutex mutex_;
  std::condition_variable freed_;
  int running_{0};
  int waiting_{0};
};

class Turn {
public:
  Turn() : mine_(turns().wait()) {}
  ~Turn() {
    if (mine_) turns().end();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  [[nodiscard]] bool is_mine() const { return mine_; }

private:
  static Turns& turns() {
    static Turns all;
    return all;
  }
  const bool mine_;
};

tl::unexpected<Error> too_many() {
  return tl::unexpected<Error>(Error{ErrorCode::overloaded, {}, "too many passwords wait to be checked", 2});
}

Expected<std::string> hash_now(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str(hash.data(), password.data(), password.size(),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
  if (failed != 0) return fail(ErrorCode::internal, {}, "there is not enough memory to hash a password");
  return std::string(hash.data());
}

} // namespace

Expected<std::string> hash_password(const std::string& password) {
  const Turn turn;
  if (!turn.is_mine()) return too_many();
  return hash_now(password);
}

Expected<bool> is_password(const std::string& hash, const std::string& password) {
  const Turn turn;
  if (!turn.is_mine()) return too_many();
  // Of a password that nobody knows: whoever guesses addresses learns nothing from the time an answer takes.
  static const std::string nobodys = [] {
    std::string random(32, '\0');
    randombytes_buf(random.data(), random.size());
    return hash_now(random).value_or(std::string());
  }();
  const std::string& tried = hash.empty() ? nobodys : hash;
  const bool right = crypto_pwhash_str_verify(tried.c_str(), password.data(), password.size()) == 0;
  return right && !hash.empty();
}

} // namespace palabre::auth
