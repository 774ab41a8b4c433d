#include "shared/model/error.h"

#include <array>

namespace palabre {

namespace {

// In the order of the enum; a test walks it.
constexpr std::array<ErrorInfo, 61> table{{
    {ErrorCode::malformed_request, "malformed_request", 400, "error.malformed_request"},
    {ErrorCode::malformed_json, "malformed_json", 400, "error.malformed_json"},
    {ErrorCode::malformed_text, "malformed_text", 400, "error.malformed_text"},
    {ErrorCode::too_deep, "too_deep", 400, "error.too_deep"},
    {ErrorCode::duplicate_key, "duplicate_key", 400, "error.duplicate_key"},
    {ErrorCode::wrong_type, "wrong_type", 400, "error.wrong_type"},
    {ErrorCode::missing_field, "missing_field", 400, "error.missing_field"},
    {ErrorCode::unknown_field_value, "unknown_field_value", 400, "error.unknown_field_value"},
    {ErrorCode::payload_too_large, "payload_too_large", 413, "error.payload_too_large"},
    {ErrorCode::headers_too_large, "headers_too_large", 431, "error.headers_too_large"},
    {ErrorCode::uri_too_long, "uri_too_long", 414, "error.uri_too_long"},
    {ErrorCode::unsupported_media_type, "unsupported_media_type", 415, "error.unsupported_media_type"},
    {ErrorCode::request_timeout, "request_timeout", 408, "error.request_timeout"},
    {ErrorCode::forbidden_character, "forbidden_character", 422, "error.forbidden_character"},
    {ErrorCode::field_too_long, "field_too_long", 422, "error.field_too_long"},
    {ErrorCode::field_empty, "field_empty", 422, "error.field_empty"},
    {ErrorCode::malformed_address, "malformed_address", 422, "error.malformed_address"},
    {ErrorCode::bad_cursor, "bad_cursor", 400, "error.bad_cursor"},
    {ErrorCode::unknown_parent, "unknown_parent", 404, "error.unknown_parent"},
    {ErrorCode::parent_on_other_page, "parent_on_other_page", 409, "error.parent_on_other_page"},
    {ErrorCode::thread_closed, "thread_closed", 409, "error.thread_closed"},
    {ErrorCode::rejected_by_rules, "rejected_by_rules", 422, "error.rejected_by_rules"},
    {ErrorCode::unknown_site, "unknown_site", 404, "error.unknown_site"},
    {ErrorCode::origin_not_allowed, "origin_not_allowed", 403, "error.origin_not_allowed"},
    {ErrorCode::missing_token, "missing_token", 401, "error.missing_token"},
    {ErrorCode::wrong_token, "wrong_token", 403, "error.wrong_token"},
    {ErrorCode::edit_window_over, "edit_window_over", 403, "error.edit_window_over"},
    {ErrorCode::rate_limited, "rate_limited", 429, "error.rate_limited"},
    {ErrorCode::not_signed_in, "not_signed_in", 401, "error.not_signed_in"},
    {ErrorCode::wrong_credentials, "wrong_credentials", 401, "error.wrong_credentials"},
    {ErrorCode::wrong_csrf, "wrong_csrf", 403, "error.wrong_csrf"},
    {ErrorCode::not_allowed, "not_allowed", 403, "error.not_allowed"},
    {ErrorCode::invitation_over, "invitation_over", 410, "error.invitation_over"},
    {ErrorCode::password_too_short, "password_too_short", 422, "error.password_too_short"},
    {ErrorCode::email_taken, "email_taken", 409, "error.email_taken"},
    {ErrorCode::last_owner, "last_owner", 409, "error.last_owner"},
    {ErrorCode::banned, "banned", 403, "error.banned"},
    {ErrorCode::settings_changed, "settings_changed", 409, "error.settings_changed"},
    {ErrorCode::unknown_member, "unknown_member", 404, "error.unknown_member"},
    {ErrorCode::unknown_decision, "unknown_decision", 404, "error.unknown_decision"},
    {ErrorCode::unknown_ban, "unknown_ban", 404, "error.unknown_ban"},
    {ErrorCode::unknown_post, "unknown_post", 404, "error.unknown_post"},
    {ErrorCode::not_open_yet, "not_open_yet", 409, "error.not_open_yet"},
    {ErrorCode::closed, "closed", 409, "error.closed"},
    {ErrorCode::bad_ballot, "bad_ballot", 422, "error.bad_ballot"},
    {ErrorCode::already_voted, "already_voted", 409, "error.already_voted"},
    {ErrorCode::condition_not_met, "condition_not_met", 409, "error.condition_not_met"},
    {ErrorCode::wrong_answer, "wrong_answer", 422, "error.wrong_answer"},
    {ErrorCode::not_offered, "not_offered", 422, "error.not_offered"},
    {ErrorCode::own_comment, "own_comment", 409, "error.own_comment"},
    {ErrorCode::entries_waiting, "entries_waiting", 409, "error.entries_waiting"},
    {ErrorCode::wrong_order, "wrong_order", 409, "error.wrong_order"},
    {ErrorCode::post_changed, "post_changed", 409, "error.post_changed"},
    {ErrorCode::fixed_by_ballots, "fixed_by_ballots", 409, "error.fixed_by_ballots"},
    {ErrorCode::unknown_comment, "unknown_comment", 404, "error.unknown_comment"},
    {ErrorCode::nothing_to_appeal, "nothing_to_appeal", 409, "error.nothing_to_appeal"},
    {ErrorCode::unknown_route, "unknown_route", 404, "error.unknown_route"},
    {ErrorCode::method_not_allowed, "method_not_allowed", 405, "error.method_not_allowed"},
    {ErrorCode::storage_unavailable, "storage_unavailable", 503, "error.storage_unavailable"},
    {ErrorCode::overloaded, "overloaded", 503, "error.overloaded"},
    {ErrorCode::internal, "internal", 500, "error.internal"},
}};
static_assert(table.size() == static_cast<std::size_t>(ErrorCode::internal) + 1, "one row for each code");

} // namespace

const ErrorInfo& error_info(ErrorCode code) {
  const auto row = static_cast<std::size_t>(code);
  return row < table.size() ? table[row] : table.back();
}

ErrorCode error_from_name(std::string_view name) {
  for (const ErrorInfo& info : table) {
    if (info.name == name) return info.code;
  }
  return ErrorCode::internal;
}

} // namespace palabre
