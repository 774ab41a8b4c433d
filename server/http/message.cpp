#include "server/http/message.h"

#include <algorithm>

#include "shared/wire/codec.h"

namespace palabre::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::header(std::string_view name) const {
  for (const HeaderView& one : headers) {
    if (equal_ignoring_case(one.name, name)) return one.value;
  }
  return {};
}

Response respond(int status, std::string content_type, std::string body) {
  Response response;
  response.status = status;
  response.set("Content-Type", std::move(content_type));
  response.set("X-Content-Type-Options", "nosniff");
  response.text = std::move(body);
  return response;
}

Response problem(const Error& error) {
  Response response = respond(error_info(error.code).status, "application/problem+json", wire::encode_problem(error));
  response.set("Cache-Control", "no-store");
  if (error.retry_after_s > 0) response.set("Retry-After", std::to_string(error.retry_after_s));
  return response;
}

Response problem(ErrorCode code, std::string field, std::string detail) {
  return problem(Error{code, std::move(field), std::move(detail), 0});
}

} // namespace palabre::http
