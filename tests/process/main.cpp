// Tests of the real executable, started as people start it.
#define BOOST_TEST_MODULE process
#include <boost/test/included/unit_test.hpp>

#include <csignal>

#include <sys/resource.h>

namespace {

struct Surroundings {
  Surroundings() {
    std::signal(SIGPIPE, SIG_IGN); // a server that was killed
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max; // 1,000 connections at once, here and in the server that inherits it
    setrlimit(RLIMIT_NOFILE, &files);
  }
};

} // namespace

BOOST_TEST_GLOBAL_FIXTURE(Surroundings);
