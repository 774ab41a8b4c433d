// The suite of the widget's logic; the other files of this room add to it.
#define BOOST_TEST_MODULE widget
#include <boost/test/included/unit_test.hpp>
