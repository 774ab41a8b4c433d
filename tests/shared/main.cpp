// The suite of the core; the other files of this room add to it.
#define BOOST_TEST_MODULE shared
#include <boost/test/included/unit_test.hpp>
