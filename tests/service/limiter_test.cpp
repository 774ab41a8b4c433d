// Token buckets in a memory that is bounded, whoever comes.
#include <boost/test/unit_test.hpp>

#include "server/service/limiter.h"

namespace palabre::test {
namespace {

constexpr std::size_t remembered = 64;
const Instant now{1'700'000'000'000};

std::string stranger(int number) {
  return "stranger " + std::to_string(number);
}

} // namespace

BOOST_AUTO_TEST_SUITE(limiters)

BOOST_AUTO_TEST_CASE(a_flood_of_new_keys_makes_it_forget_rather_than_grow) {
  service::Limiter limiter({1, 0.001}, remembered);
  BOOST_TEST(limiter.take("ada", now).has_value());
  const auto refused = limiter.take("ada", now);
  BOOST_REQUIRE(!refused);
  BOOST_TEST(refused.error().retry_after_s >= 999);
  for (int i = 0; i < 100'000; ++i) BOOST_TEST(limiter.take(stranger(i), now).has_value());
  BOOST_TEST(limiter.take("ada", now).has_value()); // a thousand times half of them went
}

BOOST_AUTO_TEST_CASE(those_who_have_nothing_to_wait_for_are_forgotten_first) {
  service::Limiter limiter({1, 0.001}, remembered);
  const Instant later{now.milliseconds + 1'000'000}; // the strangers' buckets are full again
  for (int i = 0; i < static_cast<int>(remembered) - 1; ++i) BOOST_TEST(limiter.take(stranger(i), now).has_value());
  BOOST_TEST(limiter.take("ada", later).has_value());
  BOOST_TEST(limiter.take("new", later).has_value()); // makes room
  BOOST_TEST(!limiter.take("ada", later).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_given_back_did_not_count_and_fills_no_bucket_beyond_its_size) {
  service::Limiter limiter({2, 0.001}, remembered);
  BOOST_TEST(limiter.take("ada", now).has_value());
  limiter.give_back("ada");
  limiter.give_back("ada");
  limiter.give_back("nobody");
  BOOST_TEST(limiter.take("ada", now).has_value());
  BOOST_TEST(limiter.take("ada", now).has_value());
  BOOST_TEST(!limiter.take("ada", now).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
