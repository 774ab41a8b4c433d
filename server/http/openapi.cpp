// GET /openapi.json: written from wire::routes(), the error table and the schemas below
#include "server/http/handlers.h"

#include <array>
#include <vector>

#include "server/http/openapi_schemas.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

// What the table of routes does not say. Parameters and responses name entries of `components`.
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

using Code = ErrorCode;

const std::vector<Operation>& operations() {
  static const std::string_view json = "application/json";
  static const std::string_view form = "application/x-www-form-urlencoded";
  static const std::string_view html = "text/html";
  static const std::vector<Code> of_query{Code::malformed_text, Code::forbidden_character, Code::unknown_site};
  static const std::vector<Code> of_read{Code::malformed_text,      Code::forbidden_character, Code::missing_field,
                                         Code::unknown_field_value, Code::bad_cursor,          Code::field_too_long,
                                         Code::field_empty,         Code::origin_not_allowed,  Code::unknown_site};
  static const std::vector<Code> of_post{Code::malformed_json,
                                         Code::malformed_text,
                                         Code::too_deep,
                                         Code::duplicate_key,
                                         Code::wrong_type,
                                         Code::missing_field,
                                         Code::payload_too_large,
                                         Code::unsupported_media_type,
                                         Code::forbidden_character,
                                         Code::field_too_long,
                                         Code::field_empty,
                                         Code::malformed_address,
                                         Code::unknown_parent,
                                         Code::thread_closed,
                                         Code::parent_on_other_page,
                                         Code::rejected_by_rules,
                                         Code::unknown_site,
                                         Code::origin_not_allowed,
                                         Code::rate_limited};
  static const std::vector<Code> of_edit{
      Code::malformed_json,      Code::malformed_text, Code::too_deep,          Code::duplicate_key,
      Code::wrong_type,          Code::missing_field,  Code::payload_too_large, Code::unsupported_media_type,
      Code::forbidden_character, Code::field_too_long, Code::field_empty,       Code::rejected_by_rules,
      Code::origin_not_allowed,  Code::missing_token,  Code::wrong_token,       Code::edit_window_over,
      Code::unknown_comment,     Code::rate_limited};
  static const std::vector<Code> of_delete{Code::origin_not_allowed, Code::missing_token,   Code::wrong_token,
                                           Code::edit_window_over,   Code::unknown_comment, Code::rate_limited};
  static const std::vector<Code> of_flag{
      Code::malformed_json,      Code::malformed_text,      Code::too_deep,          Code::duplicate_key,
      Code::wrong_type,          Code::missing_field,       Code::payload_too_large, Code::unsupported_media_type,
      Code::forbidden_character, Code::unknown_field_value, Code::field_too_long,    Code::origin_not_allowed,
      Code::unknown_comment,     Code::rate_limited};
  static const std::vector<Code> of_appeal{
      Code::malformed_json,      Code::malformed_text, Code::too_deep,          Code::duplicate_key,
      Code::wrong_type,          Code::missing_field,  Code::payload_too_large, Code::unsupported_media_type,
      Code::forbidden_character, Code::field_too_long, Code::field_empty,       Code::origin_not_allowed,
      Code::missing_token,       Code::wrong_token,    Code::unknown_comment,   Code::nothing_to_appeal,
      Code::rate_limited};
  static const std::vector<Code> of_place{Code::malformed_text, Code::forbidden_character, Code::missing_field,
                                          Code::field_too_long, Code::origin_not_allowed,  Code::unknown_site};
  static const std::vector<Code> of_me{Code::malformed_text, Code::forbidden_character, Code::missing_field,
                                       Code::field_too_long, Code::missing_token,       Code::wrong_token,
                                       Code::unknown_site,   Code::origin_not_allowed};
  static const std::vector<Code> of_post_id{Code::malformed_text, Code::forbidden_character, Code::unknown_field_value,
                                            Code::unknown_post, Code::origin_not_allowed};
  static const std::vector<Code> of_own_part{Code::unknown_post, Code::origin_not_allowed, Code::missing_token,
                                             Code::wrong_token};
  static const std::vector<Code> of_ballots{Code::unknown_post, Code::not_open_yet, Code::origin_not_allowed};
  static const std::vector<Code> of_ballot{Code::malformed_json,
                                           Code::malformed_text,
                                           Code::too_deep,
                                           Code::duplicate_key,
                                           Code::wrong_type,
                                           Code::missing_field,
                                           Code::payload_too_large,
                                           Code::unsupported_media_type,
                                           Code::forbidden_character,
                                           Code::field_too_long,
                                           Code::field_empty,
                                           Code::unknown_field_value,
                                           Code::unknown_post,
                                           Code::not_open_yet,
                                           Code::closed,
                                           Code::bad_ballot,
                                           Code::already_voted,
                                           Code::rejected_by_rules,
                                           Code::banned,
                                           Code::post_changed,
                                           Code::missing_token,
                                           Code::wrong_token,
                                           Code::origin_not_allowed,
                                           Code::rate_limited};
  static const std::vector<Code> of_post_form{Code::malformed_text,
                                              Code::forbidden_character,
                                              Code::malformed_request,
                                              Code::payload_too_large,
                                              Code::field_too_long,
                                              Code::field_empty,
                                              Code::unknown_post,
                                              Code::not_open_yet,
                                              Code::closed,
                                              Code::bad_ballot,
                                              Code::already_voted,
                                              Code::rejected_by_rules,
                                              Code::banned,
                                              Code::condition_not_met,
                                              Code::wrong_answer,
                                              Code::unknown_site,
                                              Code::origin_not_allowed,
                                              Code::rate_limited};
  static const std::vector<Code> of_mark{
      Code::malformed_text, Code::forbidden_character, Code::missing_field, Code::missing_token,
      Code::wrong_token,    Code::origin_not_allowed,  Code::unknown_site,  Code::unknown_comment,
      Code::not_offered,    Code::own_comment,         Code::banned,        Code::rate_limited};
  static const std::vector<Code> of_entry{Code::malformed_json,
                                          Code::malformed_text,
                                          Code::too_deep,
                                          Code::duplicate_key,
                                          Code::wrong_type,
                                          Code::missing_field,
                                          Code::payload_too_large,
                                          Code::unsupported_media_type,
                                          Code::forbidden_character,
                                          Code::field_too_long,
                                          Code::field_empty,
                                          Code::unknown_field_value,
                                          Code::origin_not_allowed,
                                          Code::missing_token,
                                          Code::unknown_post,
                                          Code::not_open_yet,
                                          Code::closed,
                                          Code::banned,
                                          Code::condition_not_met,
                                          Code::wrong_answer,
                                          Code::rejected_by_rules,
                                          Code::rate_limited};
  static const std::vector<Code> of_withdrawal{Code::origin_not_allowed, Code::missing_token, Code::wrong_token,
                                               Code::unknown_post,       Code::not_open_yet,  Code::closed,
                                               Code::rate_limited};
  static const std::vector<Operation> all{
      {wire::Route::thread,
       "readThread",
       {"site", "page", "sort", "after", "through", "lang", "html", "ifNoneMatch"},
       {},
       {},
       200,
       json,
       "Thread",
       of_read},
      {wire::Route::post_comment,
       "postComment",
       {"idempotencyKey"},
       json,
       "PostComment",
       201,
       json,
       "PostedComment",
       of_post},
      {wire::Route::edit_comment, "editComment", {"id"}, json, "EditComment", 200, json, "PostedComment", of_edit},
      {wire::Route::delete_comment, "deleteComment", {"id"}, {}, {}, 204, {}, {}, of_delete},
      {wire::Route::flag_comment, "flagComment", {"id"}, json, "FlagComment", 204, {}, {}, of_flag},
      {wire::Route::appeal, "appeal", {"id"}, json, "Appeal", 204, {}, {}, of_appeal},
      {wire::Route::policy, "readPolicy", {"site", "page", "ifNoneMatch"}, {}, {}, 200, json, "PagePolicy", of_place},
      {wire::Route::me, "readOwnComments", {"site", "page"}, {}, {}, 200, json, "OwnComments", of_me},
      {wire::Route::put_mark, "putMark", {"id", "mark"}, {}, {}, 200, json, "MarkAnswer", of_mark},
      {wire::Route::drop_mark, "dropMark", {"id", "mark"}, {}, {}, 200, json, "MarkAnswer", of_mark},
      {wire::Route::put_page_mark, "putPageMark", {"mark", "site", "page"}, {}, {}, 200, json, "MarkAnswer", of_mark},
      {wire::Route::drop_page_mark, "dropPageMark", {"mark", "site", "page"}, {}, {}, 200, json, "MarkAnswer", of_mark},
      {wire::Route::counts, "countComments", {"site", "pages", "lang"}, {}, {}, 200, json, "Counts", of_read},
      {wire::Route::posts,
       "readPosts",
       {"site", "page", "lang", "html", "ifNoneMatch"},
       {},
       {},
       200,
       json,
       "PostList",
       of_read},
      {wire::Route::post, "readPost", {"id", "lang", "html", "ifNoneMatch"}, {}, {}, 200, json, "PostList", of_post_id},
      {wire::Route::own_part, "readOwnPart", {"id"}, {}, {}, 200, json, "OwnPart", of_own_part},
      {wire::Route::cast_ballot, "castBallot", {"id"}, json, "CastBallot", 200, json, "BallotReceipt", of_ballot},
      {wire::Route::ballots, "readBallots", {"id", "ifNoneMatch"}, {}, {}, 200, json, "PublishedBallots", of_ballots},
      {wire::Route::enter_contest, "enterContest", {"id"}, json, "EnterContest", 200, json, "OwnPart", of_entry},
      {wire::Route::withdraw_entry, "withdrawEntry", {"id"}, {}, {}, 200, json, "OwnPart", of_withdrawal},
      {wire::Route::contest_draw,
       "readDraw",
       {"id", "ifNoneMatch"},
       {},
       {},
       200,
       json,
       "DrawProof",
       {Code::origin_not_allowed, Code::unknown_post}},
      {wire::Route::embed_script, "embedScript", {"version"}, {}, {}, 200, "text/javascript", {}, {}},
      {wire::Route::widget_glue, "widgetGlue", {"version"}, {}, {}, 200, "text/javascript", {}, {}},
      {wire::Route::widget_more, "widgetMore", {"version"}, {}, {}, 200, "text/javascript", {}, {}},
      {wire::Route::widget_wasm, "widgetModule", {"version"}, {}, {}, 200, "application/wasm", {}, {}},
      {wire::Route::widget_messages,
       "widgetMessages",
       {"language", "version"},
       {},
       {},
       200,
       json,
       "Messages",
       {Code::unknown_route}},
      {wire::Route::plain_thread,
       "readPlainThread",
       {"sitePath", "pagePath", "sort", "after", "through", "lang", "reply"},
       {},
       {},
       200,
       html,
       {},
       of_read},
      {wire::Route::plain_post,
       "postPlainComment",
       {"sitePath", "pagePath", "lang"},
       form,
       "PlainForm",
       303,
       {},
       {},
       of_post},
      {wire::Route::post_page, "readPostPage", {"sitePath", "id", "lang"}, {}, {}, 200, html, {}, of_post_id},
      {wire::Route::post_form, "sendPostForm", {"sitePath", "id", "lang"}, form, "PostForm", 303, {}, {}, of_post_form},
      {wire::Route::feed,
       "readFeed",
       {"sitePath", "pagePath", "ifNoneMatch"},
       {},
       {},
       200,
       "application/atom+xml",
       {},
       of_query},
      {wire::Route::health, "health", {}, {}, {}, 200, json, "Health", {Code::storage_unavailable}},
      {wire::Route::metrics, "metrics", {}, {}, {}, 200, "text/plain", {}, {}},
      {wire::Route::openapi, "openapi", {}, {}, {}, 200, json, "Anything", {}},
  };
  return all;
}

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
