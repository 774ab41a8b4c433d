// What the table of routes does not say of each operation, for the description of the interface.
#pragma once

#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/wire/routes.h"

namespace palabre::http {

// Parameters and responses name entries of `components`.
struct Operation {
  wire::Route route;
  std::string_view id;
  std::vector<std::string_view> parameters;
  std::string_view request_type;   // media type of the body; empty: none
  std::string_view request_schema; // name
  int status;
  std::string_view response_type; // empty: no body
  std::string_view schema;        // name; empty: text
  std::vector<ErrorCode> errors;  // beside those of every operation
};

[[nodiscard]] const std::vector<Operation>& operations();

} // namespace palabre::http
