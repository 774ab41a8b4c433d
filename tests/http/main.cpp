#define BOOST_TEST_MODULE http
#include <boost/test/included/unit_test.hpp>

#include <csignal>

#include <spdlog/spdlog.h>

struct Quiet {
  Quiet() {
    spdlog::set_level(spdlog::level::off);
    std::signal(SIGPIPE, SIG_DFL); // a server that writes to a client who is gone must not end the program
  }
};
BOOST_TEST_GLOBAL_CONFIGURATION(Quiet);
