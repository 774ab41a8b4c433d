#define BOOST_TEST_MODULE storage
#include <boost/test/included/unit_test.hpp>

#include <spdlog/spdlog.h>

namespace {

// Failing operations are part of these tests; what they log is looked at where it matters.
struct Quiet {
  Quiet() { spdlog::set_level(spdlog::level::off); }
};

} // namespace

BOOST_TEST_GLOBAL_FIXTURE(Quiet);
