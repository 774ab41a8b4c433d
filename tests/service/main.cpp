#define BOOST_TEST_MODULE service
#include <boost/test/included/unit_test.hpp>
