// GET /openapi.json: written from wire::routes(), the error table and the schemas below
#include "server/http/handlers.h"

#include <array>
#include <vector>

#include "server/http/openapi_operations.h"
#include "server/http/openapi_schemas.h"

namespace palabre::http {
namespace {

using Code = ErrorCode;

// Any operation may answer these.
constexpr std::array<Code, 8> of_all{
    Code::malformed_request,  Code::uri_too_long,        Code::headers_too_large, Code::request_timeout,
    Code::method_not_allowed, Code::storage_unavailable, Code::overloaded,        Code::internal};

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
} // our own names need no escapes

std::string reference(std::string_view kind, std::string_view name) {
  return "{\"$ref\":\"#/components/" + std::string(kind) + "/" + std::string(name) + "\"}";
}

std::string content(std::string_view type, std::string_view schema) {
  return "{" + quoted(type) +
         ":{\"schema\":" + (schema.empty() ? "{\"type\":\"string\"}" : reference("schemas", schema)) + "}}";
}

std::vector<Code> errors_of(const Operation& operation) {
  std::vector<Code> codes(operation.errors);
  for (const Code code : of_all) codes.push_back(code);
  return codes;
}

// One response a status: the codes that come with it stand in its description.
std::string error_responses(const Operation& operation) {
  std::vector<std::pair<int, std::string>> by_status;
  for (const Code code : errors_of(operation)) {
    const ErrorInfo& info = error_info(code);
    auto found = by_status.begin();
    while (found != by_status.end() && found->first != info.status) ++found;
    if (found == by_status.end()) found = by_status.insert(found, {info.status, {}});
    const std::string name = "`" + std::string(info.name) + "`";
    if (found->second.find(name) == std::string::npos) found->second += (found->second.empty() ? "" : ", ") + name;
  }
  std::string out;
  for (const auto& [status, codes] : by_status) {
    out += ",\"" + std::to_string(status) + "\":{\"description\":" + quoted(codes) +
           ",\"content\":" + content("application/problem+json", "Problem") + "}";
  }
  return out;
}

// A reader's token is never needed to write: without it a writer is a newcomer.
std::string security_of(wire::Route route) {
  switch (route) {
  case wire::Route::edit_comment:
  case wire::Route::delete_comment:
  case wire::Route::appeal: return R"(,"security":[{"editToken":[]}])";
  case wire::Route::own_part:
  case wire::Route::cast_ballot:
  case wire::Route::withdraw_ballot:
  case wire::Route::put_mark:
  case wire::Route::drop_mark:
  case wire::Route::put_page_mark:
  case wire::Route::drop_page_mark:
  case wire::Route::enter_contest:
  case wire::Route::withdraw_entry:
  case wire::Route::me: return R"(,"security":[{"readerToken":[]}])";
  case wire::Route::post_comment:
  case wire::Route::flag_comment: return R"(,"security":[{"readerToken":[]},{}])";
  default: return {};
  }
}

std::string operation_json(const wire::RouteInfo& route, const Operation& operation) {
  std::string out = "{\"operationId\":" + quoted(operation.id) + ",\"summary\":" + quoted(route.summary);
  out += security_of(route.route);
  out += ",\"parameters\":[";
  for (std::size_t i = 0; i < operation.parameters.size(); ++i) {
    out += (i == 0 ? "" : ",") + reference("parameters", operation.parameters[i]);
  }
  out += "]";
  if (!operation.request_type.empty()) {
    out +=
        ",\"requestBody\":{\"required\":true,\"content\":" + content(operation.request_type, operation.request_schema) +
        "}";
  }
  out += ",\"responses\":{\"" + std::to_string(operation.status) + "\":{\"description\":" + quoted(route.summary);
  if (!operation.response_type.empty()) out += ",\"content\":" + content(operation.response_type, operation.schema);
  return out + "}" + error_responses(operation) + "}}";
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string paths_json() {
  std::vector<std::pair<std::string_view, std::string>> paths; // routes of one path stand together
  for (const wire::RouteInfo& route : wire::routes()) {
    for (const Operation& operation : operations()) {
      if (operation.route != route.route) continue;
      const std::string method = quoted(lower(wire::to_name(route.method))) + ":" + operation_json(route, operation);
      if (!paths.empty() && paths.back().first == route.path) {
        paths.back().second += "," + method;
      } else {
        paths.emplace_back(route.path, method);
      }
    }
  }
  std::string out;
  for (const auto& [path, methods] : paths) out += (out.empty() ? "" : ",") + quoted(path) + ":{" + methods + "}";
  return "{" + out + "}";
}

std::string error_names_json() {
  std::string out;
  for (int code = 0; code <= static_cast<int>(Code::internal); ++code) {
    out += (code == 0 ? "" : ",") + quoted(error_info(static_cast<Code>(code)).name);
  }
  return "[" + out + "]";
}

} // namespace

std::string openapi_document() {
  std::string schemas(openapi_schemas);
  constexpr std::string_view hole = "\"ERROR_NAMES\"";
  schemas.replace(schemas.find(hole), hole.size(), error_names_json());
  return "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Palabre\",\"version\":\"1\",\"description\":\"Comments for any "
         "page. Failures are RFC 9457 problem documents.\"},\"paths\":" +
         paths_json() +
         ",\"components\":{\"securitySchemes\":{\"editToken\":{\"type\":\"http\",\"scheme\":\"bearer\"," +
         "\"description\":\"The edit_token of the answer to postComment\"},\"readerToken\":{\"type\":\"http\"," +
         "\"scheme\":\"bearer\",\"description\":\"22 to 64 random base64url characters that the reader's browser "
         "made; only a keyed hash of it is kept\"}},\"parameters\":" +
         std::string(openapi_parameters) + ",\"schemas\":" + schemas + "}}";
}

Response get_openapi(Environment&, const Call& call) {
  static const auto document = std::make_shared<const Document>(
      Rendered{openapi_document(), "Content-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
                                   "Access-Control-Allow-Origin: *\r\nVary: Accept-Encoding\r\n"
                                   "Cache-Control: public, max-age=3600\r\n"});
  return respond_document(document, call.request);
}

} // namespace palabre::http
