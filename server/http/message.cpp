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

std::string_view reason_phrase(int status) {
  switch (status) {
  case 200: return "OK";
  case 201: return "Created";
  case 204: return "No Content";
  case 303: return "See Other";
  case 304: return "Not Modified";
  case 308: return "Permanent Redirect";
  case 400: return "Bad Request";
  case 401: return "Unauthorized";
  case 403: return "Forbidden";
  case 404: return "Not Found";
  case 405: return "Method Not Allowed";
  case 408: return "Request Timeout";
  case 409: return "Conflict";
  case 413: return "Content Too Large";
  case 414: return "URI Too Long";
  case 415: return "Unsupported Media Type";
  case 422: return "Unprocessable Content";
  case 429: return "Too Many Requests";
  case 431: return "Request Header Fields Too Large";
  case 500: return "Internal Server Error";
  case 503: return "Service Unavailable";
  default: return "Status";
  }
}

} // namespace palabre::http
