#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "shared/model/error.h"

namespace palabre::test {

// The value, or the test ends here with the error.
template <class T> T must(Expected<T> result) {
  if (!result) {
    const Error& error = result.error();
    BOOST_FAIL(std::string(error_info(error.code).name) + " " + error.field + " " + error.detail);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

} // namespace palabre::test
