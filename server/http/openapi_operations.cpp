#include "server/http/openapi_operations.h"

namespace palabre::http {
namespace {

using Code = ErrorCode;
using Codes = std::vector<Code>;

Codes operator+(const Codes& some, const Codes& more) {
  Codes all = some;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// What several operations may answer, each list once.
const Codes of_text{Code::malformed_text, Code::forbidden_character};
const Codes of_query = of_text + Codes{Code::unknown_site};
const Codes of_place = of_query + Codes{Code::missing_field, Code::field_too_long, Code::origin_not_allowed};
const Codes of_read = of_place + Codes{Code::unknown_field_value, Code::bad_cursor, Code::field_empty};
const Codes of_token{Code::missing_token, Code::wrong_token, Code::origin_not_allowed};
const Codes of_writing{Code::origin_not_allowed, Code::rate_limited};
const Codes of_body = of_text + of_writing + Codes{Code::malformed_json,         Code::too_deep,
                                                   Code::duplicate_key,          Code::wrong_type,
                                                   Code::missing_field,          Code::payload_too_large,
                                                   Code::unsupported_media_type, Code::field_too_long};

const Codes of_post =
    of_body + Codes{Code::field_empty,          Code::malformed_address, Code::unknown_parent, Code::thread_closed,
                    Code::parent_on_other_page, Code::rejected_by_rules, Code::unknown_site};
const Codes of_own_comment = of_token + Codes{Code::edit_window_over, Code::unknown_comment, Code::rate_limited};
const Codes of_edit = of_body + of_own_comment + Codes{Code::field_empty, Code::rejected_by_rules};
const Codes of_flag = of_body + Codes{Code::unknown_field_value, Code::unknown_comment};
const Codes of_appeal = of_body + of_token + Codes{Code::field_empty, Code::unknown_comment, Code::nothing_to_appeal};
const Codes of_me = of_place + Codes{Code::missing_token, Code::wrong_token};
const Codes of_mark = of_me + Codes{Code::unknown_comment, Code::not_offered, Code::own_comment,
                                    Code::thread_closed,   Code::banned,      Code::rate_limited};

const Codes of_post_id = of_text + Codes{Code::unknown_field_value, Code::unknown_post, Code::origin_not_allowed};
const Codes of_own_part = of_token + Codes{Code::unknown_post};
const Codes of_ballots{Code::unknown_post, Code::not_open_yet, Code::origin_not_allowed};
const Codes of_draw{Code::origin_not_allowed, Code::unknown_post};
// Of whoever takes part.
const Codes of_part{Code::unknown_post, Code::not_open_yet,      Code::closed,
                    Code::banned,       Code::rejected_by_rules, Code::field_empty};
const Codes of_vote = of_part + Codes{Code::bad_ballot, Code::already_voted};
const Codes of_entering = of_part + Codes{Code::condition_not_met, Code::wrong_answer};
const Codes of_ballot = of_body + of_token + of_vote + Codes{Code::unknown_field_value, Code::post_changed};
const Codes of_entry = of_body + of_token + of_entering + Codes{Code::unknown_field_value};
const Codes of_withdrawal = of_own_part + Codes{Code::not_open_yet, Code::closed, Code::rate_limited};
const Codes of_ballot_withdrawal = of_withdrawal + Codes{Code::already_voted, Code::post_changed};
const Codes of_post_form =
    of_text + of_writing + of_vote + of_entering +
    Codes{Code::malformed_request, Code::payload_too_large, Code::field_too_long, Code::unknown_site};

} // namespace

const std::vector<Operation>& operations() {
  static const std::string_view json = "application/json";
  static const std::string_view form = "application/x-www-form-urlencoded";
  static const std::string_view html = "text/html";
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
      {wire::Route::delete_comment, "deleteComment", {"id"}, {}, {}, 204, {}, {}, of_own_comment},
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
      {wire::Route::withdraw_ballot, "withdrawBallot", {"id"}, {}, {}, 200, json, "OwnPart", of_ballot_withdrawal},
      {wire::Route::ballots, "readBallots", {"id", "ifNoneMatch"}, {}, {}, 200, json, "PublishedBallots", of_ballots},
      {wire::Route::enter_contest, "enterContest", {"id"}, json, "EnterContest", 200, json, "OwnPart", of_entry},
      {wire::Route::withdraw_entry, "withdrawEntry", {"id"}, {}, {}, 200, json, "OwnPart", of_withdrawal},
      {wire::Route::contest_draw, "readDraw", {"id", "ifNoneMatch"}, {}, {}, 200, json, "DrawProof", of_draw},
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

} // namespace palabre::http
