// A request and a response as the handlers see them. Handlers never see cpp-httplib.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/model/error.h"

namespace palabre::http {

struct HeaderView {
  std::string_view name;
  std::string_view value;
};

// Views into bytes that live as long as the request is being answered.
struct Request {
  std::string_view method; // as sent: "GET"
  std::string_view path;   // still percent-encoded, without the query
  std::string_view query;  // still percent-encoded, without '?'
  std::vector<HeaderView> headers;
  std::string_view body;
  std::string_view peer; // numeric address of the other end of the connection

  // The first header of that name (any case); empty when there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct Response {
  int status{200};
  std::vector<std::pair<std::string, std::string>> headers;
  std::string text; // the body, unless `shared` holds it

  // A body kept elsewhere, with header lines ("Name: value\r\n" each) made beforehand; `owner` keeps both alive.
  std::shared_ptr<const void> owner;
  std::string_view shared;
  std::string_view ready_headers;

  [[nodiscard]] std::string_view body() const { return owner ? shared : std::string_view(text); }
  void set(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

[[nodiscard]] Response respond(int status, std::string content_type, std::string body);
// application/problem+json with the error's status, code and field.
[[nodiscard]] Response problem(const Error& error);
[[nodiscard]] Response problem(ErrorCode code, std::string field = {}, std::string detail = {});

} // namespace palabre::http
