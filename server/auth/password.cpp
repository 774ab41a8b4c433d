#include "server/auth/password.h"

#include <array>

#include <sodium.h>

namespace palabre::auth {

Expected<std::string> hash_password(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str(hash.data(), password.data(), password.size(),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
  if (failed != 0) return fail(ErrorCode::internal, {}, "there is not enough memory to hash a password");
  return std::string(hash.data());
}

bool is_password(const std::string& hash, const std::string& password) {
  // Of a password that nobody knows: whoever guesses addresses learns nothing from the time an answer takes.
  static const std::string nobodys = [] {
    std::string random(32, '\0');
    randombytes_buf(random.data(), random.size());
    return hash_password(random).value_or(std::string());
  }();
  const std::string& tried = hash.empty() ? nobodys : hash;
  const bool right = crypto_pwhash_str_verify(tried.c_str(), password.data(), password.size()) == 0;
  return right && !hash.empty();
}

} // namespace palabre::auth
