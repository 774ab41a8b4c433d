#include <boost/test/unit_test.hpp>

#include <functional>
#include <limits>

#include "shared/wire/codec.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/json_writer.h"
#include "shared/wire/status.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::optional_text;

template <class T> std::optional<Error> failure_of(const Expected<T>& answer) {
  return answer ? std::nullopt : std::optional<Error>(answer.error());
}

struct Decoder {
  const char* name;
  std::function<std::optional<Error>(std::string_view)> failure;
};

const std::vector<Decoder>& decoders() {
  static const std::vector<Decoder> all{
      {"post_comment", [](std::string_view json) { return failure_of(wire::decode_post_comment(json)); }},
      {"edit_comment", [](std::string_view json) { return failure_of(wire::decode_edit_comment(json)); }},
      {"posted_comment", [](std::string_view json) { return failure_of(wire::decode_posted_comment(json)); }},
      {"thread", [](std::string_view json) { return failure_of(wire::decode_thread(json)); }},
      {"own_comments", [](std::string_view json) { return failure_of(wire::decode_own_comments(json)); }},
      {"flag", [](std::string_view json) { return failure_of(wire::decode_flag(json)); }},
      {"appeal", [](std::string_view json) { return failure_of(wire::decode_appeal(json)); }},
      {"policy", [](std::string_view json) { return failure_of(wire::decode_policy(json, {})); }},
      {"page_policy", [](std::string_view json) { return failure_of(wire::decode_page_policy(json)); }},
      {"counts", [](std::string_view json) { return failure_of(wire::decode_counts(json)); }},
  };
  return all;
}

void check_refusals(const Decoder& decoder, const wire::JsonValue& cases) {
  for (const wire::JsonValue& item : cases.children) {
    const bool raw = item.find("bytes") != nullptr;
    const std::string json = raw ? test::from_hex(optional_text(item, "bytes")) : optional_text(item, "json");
    BOOST_TEST_CONTEXT(decoder.name << " of " << (raw ? optional_text(item, "bytes") : json)) {
      const std::optional<Error> failure = decoder.failure(json);
      BOOST_REQUIRE(failure.has_value());
      BOOST_TEST(error_info(failure->code).name == optional_text(item, "error"));
      BOOST_TEST(failure->field == optional_text(item, "field"));
    }
  }
}

Comment full_comment() {
  Comment comment;
  comment.id = {7};
  comment.parent = CommentId{3};
  comment.author = {"Ada é", "https://x.example/?a=\"b\""};
  comment.body = "é \"\\ \n\t </script> \xE2\x80\xA8 😀";
  comment.created = Instant{1795173418123};
  comment.edited = Instant{1795173419000};
  comment.state = CommentState::hidden;
  comment.reasons = {"offence.insult", "spam.links"};
  comment.masks = {"m\"rde"};
  return comment;
}

void check_equal(const Comment& a, const Comment& b) {
  BOOST_TEST(a.id.value == b.id.value);
  BOOST_TEST((a.parent == b.parent));
  BOOST_TEST(a.author.name == b.author.name);
  BOOST_TEST(a.author.website == b.author.website);
  BOOST_TEST(a.body == b.body);
  BOOST_TEST((a.created == b.created));
  BOOST_TEST((a.edited == b.edited));
  BOOST_TEST((a.state == b.state));
  BOOST_TEST(a.reasons == b.reasons, boost::test_tools::per_element());
  BOOST_TEST(a.masks == b.masks, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE(wire_codec)

BOOST_AUTO_TEST_CASE(bad_json_is_refused_with_its_place) {
  const wire::JsonValue& vectors = load_vectors("codec.json");
  for (const Decoder& decoder : decoders()) {
    check_refusals(decoder, member(vectors, "any"));
    check_refusals(decoder, member(vectors, decoder.name));
  }
}

BOOST_AUTO_TEST_CASE(bombs_are_refused_quickly) {
  const std::string brackets(1'000'000, '[');
  std::string objects;
  for (int level = 0; level < 100'000; ++level) objects += "{\"a\":";
  for (const Decoder& decoder : decoders()) {
    BOOST_TEST((decoder.failure(brackets)->code == ErrorCode::too_deep));
    BOOST_TEST((decoder.failure(objects)->code == ErrorCode::too_deep));
  }
  std::string wide = "{";
  for (int index = 0; index < 50'000; ++index) wide += "\"k" + std::to_string(index) + "\":[],";
  wide += "\"k7\":1}";
  BOOST_TEST((wire::decode_edit_comment(wide).error().code == ErrorCode::duplicate_key));
  BOOST_TEST(wire::decode_edit_comment(wide).error().field == "k7");
}

BOOST_AUTO_TEST_CASE(post_comment_goes_there_and_back) {
  wire::PostComment message{"blog", "/a", "https://x.example/a", "Title", CommentId{3}, {}, "proof"};
  message.draft = {"Ada", "a@x.example", "https://x.example", "é \"\\ \n 😀"};
  const Expected<wire::PostComment> read = wire::decode_post_comment(wire::encode(message));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->site == message.site);
  BOOST_TEST(read->page == message.page);
  BOOST_TEST(read->url == message.url);
  BOOST_TEST(read->title == message.title);
  BOOST_TEST((read->parent == message.parent));
  BOOST_TEST(read->draft.name == message.draft.name);
  BOOST_TEST(read->draft.email == message.draft.email);
  BOOST_TEST(read->draft.website == message.draft.website);
  BOOST_TEST(read->draft.body == message.draft.body);
  BOOST_TEST(read->proof == message.proof);
}

BOOST_AUTO_TEST_CASE(optional_members_may_be_absent_or_null) {
  const Expected<wire::PostComment> read = wire::decode_post_comment(
      R"({"site":"s","page":"/","url":null,"parent":null,"author":{"name":"a","email":null},"body":"b","later":{"x":[1]}})");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->url == "");
  BOOST_TEST(!read->parent.has_value());
  BOOST_TEST(read->draft.email == "");
  BOOST_TEST(wire::encode(*read) == R"({"site":"s","page":"/","author":{"name":"a"},"body":"b"})");
}

BOOST_AUTO_TEST_CASE(edit_comment_goes_there_and_back) {
  BOOST_TEST(wire::encode(wire::EditComment{"a\nb"}) == R"({"body":"a\nb"})");
  BOOST_TEST(wire::decode_edit_comment(R"({"body":"a\r\nb"})")->body == "a\r\nb");
}

BOOST_AUTO_TEST_CASE(posted_comment_goes_there_and_back) {
  const wire::PostedComment message{
      full_comment(),
      {rules::Decision::hold,
       {{"spam.links", rules::Severity::mild, rules::Decision::hold, rules::Field::body, 2, 3, 2}},
       {},
       {},
       false,
       {}},
      "token"};
  const Expected<wire::PostedComment> read = wire::decode_posted_comment(wire::encode(message));
  BOOST_REQUIRE(read.has_value());
  check_equal(read->comment, message.comment);
  BOOST_TEST((read->verdict.decision == rules::Decision::hold));
  BOOST_REQUIRE_EQUAL(read->verdict.reasons.size(), 1U);
  BOOST_TEST(read->verdict.reasons[0].rule == "spam.links");
  BOOST_TEST((read->verdict.reasons[0].decision == rules::Decision::hold));
  BOOST_TEST(read->verdict.reasons[0].begin == 2U);
  BOOST_TEST(read->verdict.reasons[0].end == 3U);
  BOOST_TEST(read->verdict.reasons[0].count == 2);
  BOOST_TEST(read->edit_token == "token");
}

BOOST_AUTO_TEST_CASE(thread_goes_there_and_back) {
  wire::ThreadDocument message;
  message.thread = {"blog",       "/a?b", "Title", 12, 2, SortOrder::oldest, {full_comment(), full_comment()},
                    std::nullopt, true};
  message.thread.comments[1].parent.reset();
  message.thread.comments[1].edited.reset();
  message.thread.next = Cursor{Instant{1795173418123}, {7}};
  message.html = "<p class=\"x\">é</p>";
  const Expected<wire::ThreadDocument> read = wire::decode_thread(wire::encode(message));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->thread.site == "blog");
  BOOST_TEST(read->thread.page == "/a?b");
  BOOST_TEST(read->thread.title == "Title");
  BOOST_TEST(read->thread.version == 12);
  BOOST_TEST(read->thread.total == 2);
  BOOST_TEST((read->thread.sort == SortOrder::oldest));
  BOOST_REQUIRE_EQUAL(read->thread.comments.size(), 2U);
  check_equal(read->thread.comments[0], message.thread.comments[0]);
  check_equal(read->thread.comments[1], message.thread.comments[1]);
  BOOST_TEST(read->thread.next->text() == "1795173418123-7");
  BOOST_TEST(read->thread.closed);
  BOOST_TEST(read->html == message.html);
}

BOOST_AUTO_TEST_CASE(an_empty_thread_is_written_as_documented) {
  wire::ThreadDocument message;
  message.thread.site = "blog";
  message.thread.page = "/";
  BOOST_TEST(
      wire::encode(message) ==
      R"({"site":"blog","page":"/","title":"","version":0,"total":0,"sort":"newest","comments":[],"next":null})");
}

BOOST_AUTO_TEST_CASE(counts_go_there_and_back) {
  const std::vector<wire::PageCount> counts{{"/a", 3}, {"/é", 0, "0 comments"}};
  BOOST_TEST(wire::encode(counts) ==
             R"({"counts":[{"page":"/a","comments":3},{"page":"/é","comments":0,"text":"0 comments"}]})");
  const Expected<std::vector<wire::PageCount>> read = wire::decode_counts(wire::encode(counts));
  BOOST_REQUIRE(read.has_value());
  BOOST_REQUIRE_EQUAL(read->size(), 2U);
  BOOST_TEST((*read)[1].page == "/é");
  BOOST_TEST((*read)[0].comments == 3);
  BOOST_TEST((*read)[0].text.empty());
  BOOST_TEST((*read)[1].text == "0 comments");
}

BOOST_AUTO_TEST_CASE(problems_go_there_and_back) {
  for (int value = 0; value <= static_cast<int>(ErrorCode::internal); ++value) {
    const Error error{static_cast<ErrorCode>(value), "author.name", "a \"reason\"", 9, {"policy.words", "x"}};
    const int status = error_info(error.code).status;
    const Error read = wire::decode_problem(status, wire::encode_problem(error));
    BOOST_TEST((read.code == error.code));
    BOOST_TEST(read.field == error.field);
    BOOST_TEST(read.detail == error.detail);
    BOOST_TEST(read.retry_after_s == 9);
    BOOST_TEST(read.reasons == error.reasons, boost::test_tools::per_element());
    BOOST_TEST(wire::status_phrase(status) != wire::status_phrase(0), "no phrase for " << status);
  }
  BOOST_TEST(
      wire::encode_problem({ErrorCode::field_empty, "body", "", 0}) ==
      R"({"type":"about:blank","title":"Unprocessable Content","status":422,"code":"field_empty","field":"body"})");
}

BOOST_AUTO_TEST_CASE(foreign_answers_become_errors_too) {
  const auto code_of = [](int status, std::string_view body) { return wire::decode_problem(status, body).code; };
  BOOST_TEST((code_of(500, "") == ErrorCode::internal));
  BOOST_TEST((code_of(502, "<html>Bad gateway</html>") == ErrorCode::overloaded));
  BOOST_TEST((code_of(413, "\xff") == ErrorCode::payload_too_large));
  BOOST_TEST((code_of(404, "[]") == ErrorCode::unknown_route));
  BOOST_TEST((code_of(429, R"({"code":"of_a_later_version"})") == ErrorCode::rate_limited));
  BOOST_TEST((code_of(422, R"({"code":5,"field":[],"retry_after":"soon"})") == ErrorCode::internal));
  BOOST_TEST(wire::decode_problem(429, R"({"retry_after":-5})").retry_after_s == 0);
  BOOST_TEST(wire::decode_problem(429, R"({"retry_after":9007199254740991})").retry_after_s == 86'400);
}

BOOST_AUTO_TEST_CASE(the_writer_takes_any_bytes) {
  std::string out;
  wire::JsonWriter writer(out);
  writer.begin_array();
  writer.string(std::string("a\0\x1F\x7F\"\\/\b", 8));
  writer.string("\xff\xC3\xA9");
  writer.integer(std::numeric_limits<std::int64_t>::min());
  writer.boolean(true);
  writer.null();
  writer.begin_object();
  writer.end_object();
  writer.end_array();
  BOOST_TEST(out ==
             "[\"a\\u0000\\u001f\\u007f\\\"\\\\/\\u0008\",\"\xEF\xBF\xBD\xC3\xA9\",-9223372036854775808,true,null,{}]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
