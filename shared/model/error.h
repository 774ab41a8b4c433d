// Every expected failure, as a value. The one table below maps code, wire name, HTTP status and message key;
// nothing anywhere compares message texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace palabre {

enum class ErrorCode : std::uint8_t {
  // The request could not be read.
  malformed_request,
  malformed_json,
  malformed_text, // bytes that are not UTF-8
  too_deep,       // JSON nested beyond the limit
  duplicate_key,
  wrong_type,
  missing_field,
  unknown_field_value, // a value outside a closed set, such as sort=loudest
  payload_too_large,
  headers_too_large,
  uri_too_long,
  unsupported_media_type,
  request_timeout,
  // It was read, and may not be.
  forbidden_character, // NUL and other control characters
  field_too_long,
  field_empty,
  malformed_address, // an e-mail address or a web address that cannot be one
  bad_cursor,
  unknown_parent,
  parent_on_other_page,
  thread_closed,
  rejected_by_rules,
  // Who asks, and whence.
  unknown_site,
  origin_not_allowed,
  missing_token,
  wrong_token,
  edit_window_over,
  rate_limited,
  // At the desk.
  not_signed_in,     // no session, or it is over
  wrong_credentials, // address and password do not go together
  wrong_csrf,        // a request that the desk itself did not make
  not_allowed,       // the role may not
  invitation_over,   // unknown, used or expired
  password_too_short,
  email_taken,
  last_owner,       // somebody has to stay owner
  banned,           // may not write on this site
  settings_changed, // by somebody else, meanwhile
  unknown_member,
  unknown_decision, // or it was undone before
  unknown_ban,
  // Of posts, polls, contests and marks.
  unknown_post,
  not_open_yet,      // too early
  closed,            // too late
  bad_ballot,        // what was chosen does not fit the poll
  already_voted,     // and this poll's ballots stay as they are
  condition_not_met, // of a contest; `field` names it: comment, vote
  wrong_answer,      // the contest asks again
  not_offered,       // a reaction or vote that this site does not have
  own_comment,       // nobody votes for themselves
  entries_waiting,   // the list cannot be closed before somebody decided about them
  wrong_order,       // such as a draw before the list is closed
  post_changed,      // by somebody else, meanwhile
  fixed_by_ballots,  // what people voted on, or entered for, cannot be changed any more
  // Where.
  unknown_comment,
  nothing_to_appeal, // the comment is neither held nor hidden
  unknown_route,
  method_not_allowed,
  // Our own trouble.
  storage_unavailable,
  overloaded,
  internal,
};

struct ErrorInfo {
  ErrorCode code;
  std::string_view name; // on the wire, in `code`
  int status;            // HTTP
  std::string_view message_key;
};

[[nodiscard]] const ErrorInfo& error_info(ErrorCode code);
// The inverse, for clients; unknown names become `internal`.
[[nodiscard]] ErrorCode error_from_name(std::string_view name);

struct Error {
  ErrorCode code{ErrorCode::internal};
  std::string field;             // JSON pointer-ish name such as `author.name`, or a query or header name; may be empty
  std::string detail;            // for the developer's log and the problem document's `detail`; English; may be empty
  std::int64_t retry_after_s{0}; // > 0 with rate_limited and overloaded
  std::vector<std::string> reasons{}; // with rejected_by_rules: the names of the rules
};

template <class T> using Expected = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string field = {}, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(field), std::move(detail), 0});
}

} // namespace palabre
