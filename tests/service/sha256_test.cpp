// Our SHA-256 is libsodium's.
#include <boost/test/unit_test.hpp>

#include <array>
#include <random>

#include <sodium.h>

#include "shared/rules/sha256.h"

namespace palabre {

BOOST_AUTO_TEST_SUITE(sha256)

BOOST_AUTO_TEST_CASE(it_agrees_with_libsodium_on_any_bytes_of_any_length) {
  std::mt19937 random(180);
  std::string bytes;
  for (std::size_t length = 0; length < 600; ++length) {
    bytes.resize(length);
    for (char& byte : bytes) byte = static_cast<char>(random());
    rules::Sha256Digest expected{};
    crypto_hash_sha256(expected.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    BOOST_TEST((rules::sha256(bytes) == expected), length);
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
