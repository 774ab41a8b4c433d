#define BOOST_TEST_MODULE paint
#include <boost/test/included/unit_test.hpp>
