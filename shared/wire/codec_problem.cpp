#include <algorithm>

#include "shared/wire/codec.h"
#include "shared/wire/codec_parts.h"
#include "shared/wire/status.h"

namespace palabre::wire {

namespace {

constexpr std::int64_t longest_retry_s = 86'400;

// For answers of proxies and of whatever else stands in front of the server.
ErrorCode code_of_status(int status) {
  switch (status) {
  case 400: return ErrorCode::malformed_request;
  case 401: return ErrorCode::missing_token;
  case 403: return ErrorCode::origin_not_allowed;
  case 404: return ErrorCode::unknown_route;
  case 405: return ErrorCode::method_not_allowed;
  case 408: return ErrorCode::request_timeout;
  case 413: return ErrorCode::payload_too_large;
  case 414: return ErrorCode::uri_too_long;
  case 415: return ErrorCode::unsupported_media_type;
  case 429: return ErrorCode::rate_limited;
  case 431: return ErrorCode::headers_too_large;
  case 502:
  case 503:
  case 504: return ErrorCode::overloaded;
  default: return ErrorCode::internal;
  }
}

std::string text_of(const JsonValue& document, std::string_view name) {
  const JsonValue* found = document.find(name);
  return found != nullptr ? found->text : std::string();
}

} // namespace

std::string encode_problem(const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("type", "about:blank");
  writer.member("title", status_phrase(info.status)); // what RFC 9457 wants with about:blank
  writer.member("status", std::int64_t{info.status});
  writer.member("code", info.name);
  if (!error.field.empty()) writer.member("field", error.field);
  if (!error.detail.empty()) writer.member("detail", error.detail);
  if (!error.reasons.empty()) writer.member("reasons", error.reasons);
  if (error.retry_after_s > 0) writer.member("retry_after", error.retry_after_s);
  writer.end_object();
  return out;
}

Error decode_problem(int status, std::string_view json) {
  Error error;
  error.code = code_of_status(status);
  const Expected<JsonValue> document = parse_json(json);
  if (!document) return error;
  const std::string name = text_of(*document, "code");
  const ErrorCode named = error_from_name(name);
  if (error_info(named).name == name) error.code = named;
  error.field = text_of(*document, "field");
  error.detail = text_of(*document, "detail");
  if (const JsonValue* reasons = document->find("reasons"); reasons != nullptr) {
    for (const JsonValue& reason : reasons->children) {
      if (reason.kind == JsonKind::string) error.reasons.push_back(reason.text);
    }
  }
  const JsonValue* retry_after = document->find("retry_after");
  if (retry_after != nullptr) error.retry_after_s = std::clamp<std::int64_t>(retry_after->integer, 0, longest_retry_s);
  return error;
}

} // namespace palabre::wire
