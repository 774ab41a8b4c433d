// Posts as JSON, both ways; see posts.h for what is sent when. Any bytes may be read; errors and their fields are the
// codec's usual ones (codec.h). The readers' module of threads links none of it: decode_thread passes over `posts`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/wire/posts.h"

namespace palabre::wire {

class JsonWriter;
class FieldReader;

// codec_post.cpp, codec_poll.cpp: a post is one flat object {"id","site","kind","state","purpose","severity","shape",
// "pages","dismissible","title","body","starts","ends","poll":{…}?,"contest":{…}?,"by","created","revision"}.
// Reading checks types and closed sets only; rules/posts.h checks what makes sense.
void write_post(JsonWriter& writer, const Post& post);
[[nodiscard]] Post read_post(FieldReader fields);
[[nodiscard]] Expected<Post> decode_post(std::string_view json);
[[nodiscard]] std::string encode(const Post& post);
// {"posts":[…],"now","html"?}; a PostDocument is its post's object with the members "phase", "poll_view"? and
// "contest_view"? more. In a thread document the last member is "posts_html"; decode_post_list reads either.
void write_post_list(JsonWriter& writer, const PostList& list); // the members `posts`, `now` of an object that is open
[[nodiscard]] Expected<PostList> decode_post_list(std::string_view json); // of a thread document too
[[nodiscard]] std::string encode(const PostList& list);
[[nodiscard]] Expected<PostDraft> decode_post_draft(std::string_view json); // {"post":{…},"revision"}
[[nodiscard]] std::string encode(const PostDraft& draft);
[[nodiscard]] Expected<DeskPosts> decode_desk_posts(std::string_view json);
[[nodiscard]] std::string encode(const DeskPosts& posts);

[[nodiscard]] Expected<CastBallot> decode_cast_ballot(std::string_view json); // {"choices":[…],"other"?,"name"?}
[[nodiscard]] std::string encode(const CastBallot& message);
[[nodiscard]] Expected<BallotReceipt> decode_ballot_receipt(std::string_view json);
[[nodiscard]] std::string encode(const BallotReceipt& message);
[[nodiscard]] Expected<PublishedBallots> decode_published_ballots(std::string_view json);
[[nodiscard]] std::string encode(const PublishedBallots& message);
[[nodiscard]] Expected<PollDeskResults> decode_poll_desk_results(std::string_view json);
[[nodiscard]] std::string encode(const PollDeskResults& message);
[[nodiscard]] Expected<ReviewBallots> decode_review_ballots(std::string_view json);
[[nodiscard]] std::string encode(const ReviewBallots& message);

[[nodiscard]] std::optional<BallotStanding> parse_ballot_standing(std::string_view name);

// codec_own_part.cpp: {"post","ballot"?,"entry"?,"poll_view"?}
void write_own_part(JsonWriter& writer, const OwnPart& part);
[[nodiscard]] OwnPart read_own_part(FieldReader fields);
[[nodiscard]] Expected<OwnPart> decode_own_part(std::string_view json);
// The member `posts` of the answer to `GET me`, which decode_own_comments passes over.
[[nodiscard]] Expected<std::vector<OwnPart>> decode_own_parts(std::string_view json);
[[nodiscard]] std::string encode(const OwnPart& part);

// codec_contest.cpp
void write_contest(JsonWriter& writer, const Contest& contest); // an object
[[nodiscard]] Contest read_contest(FieldReader fields);
void write_contest_view(JsonWriter& writer, const ContestView& view);
[[nodiscard]] ContestView read_contest_view(FieldReader fields);
[[nodiscard]] Expected<EnterContest> decode_enter_contest(std::string_view json);
[[nodiscard]] std::string encode(const EnterContest& message);
[[nodiscard]] Expected<DrawProof> decode_draw_proof(std::string_view json);
[[nodiscard]] std::string encode(const DrawProof& proof);
// codec_contest_desk.cpp
[[nodiscard]] Expected<Entry> decode_entry(std::string_view json);
[[nodiscard]] std::string encode(const Entry& entry);
[[nodiscard]] Expected<EntryPage> decode_entry_page(std::string_view json);
[[nodiscard]] std::string encode(const EntryPage& page);
[[nodiscard]] Expected<ContestDesk> decode_contest_desk(std::string_view json);
[[nodiscard]] std::string encode(const ContestDesk& desk);
[[nodiscard]] Expected<EntryState> decode_entry_ruling(std::string_view json);              // {"state"}
[[nodiscard]] Expected<std::vector<std::string>> decode_prize_codes(std::string_view json); // {"codes":[…]}
[[nodiscard]] std::string encode_prize_codes(const std::vector<std::string>& codes);
[[nodiscard]] Expected<std::vector<std::int64_t>> decode_jury(std::string_view json); // {"entries":[…]}
[[nodiscard]] std::string encode_jury(const std::vector<std::int64_t>& entries);

} // namespace palabre::wire
