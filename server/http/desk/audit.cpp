// The log, and all of it as a file
#include "server/service/audit.h"
#include "server/http/desk/desk.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

storage::AuditFilter filter_of(const DeskCall& call) {
  const Parameters& query = call.call.query;
  return {query.get("site"), query.get("member"), query.get("action")};
}

Response get_audit(Environment& environment, const DeskCall& call) {
  const auto page = service::read_audit(environment.context, filter_of(call), call.call.query.get("after"));
  return page ? respond(200, "application/json", wire::encode(*page)) : problem(page.error());
}

Response export_audit(Environment& environment, const DeskCall& call) {
  const std::string format = call.call.query.get("format");
  if (format != "csv" && format != "jsonl") {
    return problem(ErrorCode::unknown_field_value, "format", "one of csv, jsonl");
  }
  const bool csv = format == "csv";
  auto text = service::export_audit(environment.context, filter_of(call),
                                    csv ? service::AuditFormat::csv : service::AuditFormat::json_lines);
  if (!text) return problem(text.error());
  Response response = respond(200, csv ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8",
                              *std::move(text));
  response.set("Content-Disposition", "attachment; filename=\"palabre-log." + format + "\"");
  return response;
}

} // namespace

std::span<const DeskRoute> audit_routes() {
  static const std::array routes{
      DeskRoute{wire::Method::get, "audit", MemberRole::analyst, Inline::refused, get_audit},
      DeskRoute{wire::Method::get, "audit/export", MemberRole::analyst, Inline::refused, export_audit},
  };
  return routes;
}

} // namespace palabre::http::desk
