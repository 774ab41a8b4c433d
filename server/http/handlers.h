// One handler a route: decode, call the service, encode. A failure is a problem document.
#pragma once

#include "server/http/environment.h"

namespace palabre::http {

Response get_thread(Environment& environment, const Call& call);
Response post_comment(Environment& environment, const Call& call);
Response edit_comment(Environment& environment, const Call& call);
Response delete_comment(Environment& environment, const Call& call);
Response flag_comment(Environment& environment, const Call& call);
Response appeal(Environment& environment, const Call& call);
Response get_policy(Environment& environment, const Call& call);
Response get_me(Environment& environment, const Call& call);
Response get_posts(Environment& environment, const Call& call);
Response get_post(Environment& environment, const Call& call);
Response get_own_part(Environment& environment, const Call& call);
Response put_ballot(Environment& environment, const Call& call);
Response delete_ballot(Environment& environment, const Call& call);
Response get_ballots(Environment& environment, const Call& call);
Response put_mark(Environment& environment, const Call& call);
Response drop_mark(Environment& environment, const Call& call);
Response put_page_mark(Environment& environment, const Call& call);
Response drop_page_mark(Environment& environment, const Call& call);
Response get_counts(Environment& environment, const Call& call);
Response put_entry(Environment& environment, const Call& call);
Response delete_entry(Environment& environment, const Call& call);
Response get_draw(Environment& environment, const Call& call);
Response get_plain_thread(Environment& environment, const Call& call);
Response post_plain(Environment& environment, const Call& call);
// A poll or a contest by itself, without script.
Response get_post_page(Environment& environment, const Call& call);
Response take_post_form(Environment& environment, const Call& call);
Response get_feed(Environment& environment, const Call& call);
Response get_health(Environment& environment, const Call& call);
Response get_metrics(Environment& environment, const Call& call);
Response get_openapi(Environment& environment, const Call& call);
// A built-in file named by the last segment of the path; unknown_route when there is none.
Response get_asset(Environment& environment, const Call& call);
// The owner's desk.
Response get_desk_page(Environment& environment, const Call& call);
Response get_preview_page(Environment& environment, const Call& call);
Response get_preview_thread(Environment& environment, const Call& call);
// A file below the demo's directory.
Response get_demo(Environment& environment, const Call& call);

} // namespace palabre::http
