// Whole journeys: a reader's session against the real server, over a real socket.
#define BOOST_TEST_MODULE journeys
#include <boost/test/included/unit_test.hpp>
