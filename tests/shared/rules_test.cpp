#include <boost/test/unit_test.hpp>

#include "shared/rules/comment_rules.h"
#include "shared/rules/moderation.h"
#include "shared/rules/rate_limit.h"
#include "shared/text/utf8.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using rules::Draft;
using rules::Limits;
using test::load_vectors;
using test::member;
using test::optional_text;

// In drafts.json: `é*80` repeats a character, `\u0000` and `\xff` stand for what JSON text cannot hold.
std::string expand(const std::string& text) {
  const std::size_t star = text.find('*');
  if (star != std::string::npos && star + 1 < text.size() &&
      text.find_first_not_of("0123456789", star + 1) == text.npos) {
    std::string out;
    for (int count = std::stoi(text.substr(star + 1)); count > 0; --count) out += text.substr(0, star);
    return out;
  }
  const std::size_t escape = text.find('\\');
  if (escape == std::string::npos) return text;
  const std::size_t digits = text[escape + 1] == 'u' ? 4 : 2;
  const auto byte = static_cast<char>(std::stoi(text.substr(escape + 2, digits), nullptr, 16));
  return text.substr(0, escape) + byte + text.substr(escape + 2 + digits);
}

std::string field_or(const wire::JsonValue& object, std::string_view name, const std::string& fallback) {
  const wire::JsonValue* found = object.find(name);
  return found != nullptr ? expand(found->text) : fallback;
}

BOOST_AUTO_TEST_SUITE(rules_comment)

BOOST_AUTO_TEST_CASE(drafts_are_checked_as_the_vectors_say) {
  for (const wire::JsonValue& item : member(load_vectors("drafts.json"), "cases").children) {
    const wire::JsonValue& given = member(item, "draft");
    const Draft draft{field_or(given, "name", "Ada"), field_or(given, "email", ""), field_or(given, "website", ""),
                      field_or(given, "body", "Hi")};
    const Expected<Draft> checked = rules::check_draft(draft, Limits{});
    const std::string error = optional_text(item, "error");
    BOOST_TEST_CONTEXT("name " << draft.name.substr(0, 90) << ", email " << draft.email << ", website " << draft.website
                               << ", body " << draft.body.substr(0, 90)) {
      BOOST_REQUIRE_EQUAL(checked.has_value(), error.empty());
      if (!checked) {
        BOOST_TEST(error_info(checked.error().code).name == error);
        BOOST_TEST(checked.error().field == optional_text(item, "field"));
        continue;
      }
      BOOST_TEST(checked->name == field_or(item, "name", draft.name));
      BOOST_TEST(checked->email == field_or(item, "email", draft.email));
      BOOST_TEST(checked->website == field_or(item, "website", draft.website));
      BOOST_TEST(checked->body == field_or(item, "body", draft.body));
    }
  }
}

BOOST_AUTO_TEST_CASE(pages_are_checked_without_costing_a_comment) {
  const Limits limits;
  const Expected<rules::PageDraft> page = rules::check_page({"/a b", "https://x.example/a", " A \n title "}, limits);
  BOOST_REQUIRE(page.has_value());
  BOOST_TEST(page->key == "/a b");
  BOOST_TEST(page->url == "https://x.example/a");
  BOOST_TEST(page->title == "A title");
  BOOST_TEST(rules::check_page({"/", "javascript:alert(1)", ""}, limits)->url == "");
  BOOST_TEST(rules::check_page({"/", "https://x.example/" + std::string(2'000, 'a'), ""}, limits)->url == "");
  BOOST_TEST(text::code_point_count(rules::check_page({"/", "", std::string(900, 'a')}, limits)->title) == 300U);
  BOOST_TEST(rules::check_page({"/", "", std::string(299, 'a') + " b"}, limits)->title == std::string(299, 'a'));
  const auto code_of = [&](const rules::PageDraft& draft) { return rules::check_page(draft, limits).error().code; };
  BOOST_TEST((code_of({"", "", ""}) == ErrorCode::field_empty));
  BOOST_TEST((code_of({" \xE2\x80\x8B", "", ""}) == ErrorCode::field_empty));
  BOOST_TEST((code_of({std::string(1'001, 'a'), "", ""}) == ErrorCode::field_too_long));
  BOOST_TEST((code_of({"/a\nb", "", ""}) == ErrorCode::forbidden_character));
  BOOST_TEST((code_of({std::string("/a\0b", 4), "", ""}) == ErrorCode::forbidden_character));
  BOOST_TEST((code_of({"/\xff", "", ""}) == ErrorCode::malformed_text));
  BOOST_TEST(rules::check_page({"/", "\xff", ""}, limits).error().field == "url");
  BOOST_TEST(rules::check_page({"/", "", "\xff"}, limits).error().field == "title");
}

BOOST_AUTO_TEST_CASE(replies_past_the_depth_join_the_last_level) {
  Limits limits;
  limits.depth = 2;
  using Ids = std::vector<CommentId>;
  BOOST_TEST(rules::place_reply(Ids{{1}}, limits).value == 1);
  BOOST_TEST(rules::place_reply(Ids{{2}, {1}}, limits).value == 2);
  BOOST_TEST(rules::place_reply(Ids{{3}, {2}, {1}}, limits).value == 2);
  BOOST_TEST(rules::place_reply(Ids{{5}, {4}, {3}, {2}, {1}}, limits).value == 2);
  limits.depth = 0;
  BOOST_TEST(rules::place_reply(Ids{{3}, {2}, {1}}, limits).value == 1);
}

BOOST_AUTO_TEST_CASE(the_edit_window_ends_after_fifteen_minutes) {
  const Instant created{1'000'000};
  BOOST_TEST(rules::within_edit_window(created, created, Limits{}));
  BOOST_TEST(rules::within_edit_window(created, created + Duration::minutes(15), Limits{}));
  BOOST_TEST(!rules::within_edit_window(created, Instant{1'000'000 + 900'001}, Limits{}));
  BOOST_TEST(rules::within_edit_window(created, Instant{0}, Limits{}));
}

BOOST_AUTO_TEST_CASE(decisions_have_names) {
  using rules::Decision;
  for (const Decision decision : {Decision::publish, Decision::hold, Decision::hide, Decision::reject}) {
    BOOST_TEST((rules::parse_decision(rules::to_name(decision)) == decision));
  }
  BOOST_TEST(!rules::parse_decision("Publish").has_value());
  const rules::Knowledge nothing;
  const rules::Moderation moderation(nothing, {});
  BOOST_TEST((moderation.decide_comment(Draft{"Ada", "", "", "Hi"}, {}, nullptr, {}, Instant{}).decision ==
              Decision::publish));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(rules_rate_limit)

BOOST_AUTO_TEST_CASE(a_bucket_empties_and_refills) {
  const rules::RateLimit limit{3, 0.5};
  const Instant start{1'000'000};
  rules::Bucket bucket = rules::full_bucket(limit, start);
  for (int taken = 0; taken < 3; ++taken) {
    const rules::RateDecision decision = rules::take_token(bucket, limit, start);
    BOOST_TEST(decision.allowed);
    BOOST_TEST(decision.retry_after.milliseconds == 0);
    bucket = decision.after;
  }
  const rules::RateDecision refused = rules::take_token(bucket, limit, start);
  BOOST_TEST(!refused.allowed);
  BOOST_TEST(refused.retry_after.milliseconds == 2'000);
  BOOST_TEST(!rules::take_token(refused.after, limit, start + Duration{1'999}).allowed);
  BOOST_TEST(rules::take_token(refused.after, limit, start + refused.retry_after).allowed);
}

// Waiting in small steps must earn as much as waiting once.
BOOST_AUTO_TEST_CASE(asking_often_costs_nothing) {
  const rules::RateLimit limit{1, 0.25};
  Instant now{0};
  rules::Bucket bucket = rules::take_token(rules::full_bucket(limit, now), limit, now).after;
  int refused = 0;
  for (; refused < 10'000; ++refused) {
    now = now + Duration{10};
    const rules::RateDecision decision = rules::take_token(bucket, limit, now);
    bucket = decision.after;
    if (decision.allowed) break;
  }
  BOOST_TEST(now.milliseconds >= 4'000);
  BOOST_TEST(now.milliseconds <= 4'010);
}

BOOST_AUTO_TEST_CASE(a_long_rest_fills_to_capacity_only) {
  const rules::RateLimit limit{2, 1};
  rules::Bucket bucket = rules::full_bucket(limit, Instant{0});
  const Instant later{1'000'000'000};
  bucket = rules::take_token(bucket, limit, later).after;
  bucket = rules::take_token(bucket, limit, later).after;
  BOOST_TEST(!rules::take_token(bucket, limit, later).allowed);
}

BOOST_AUTO_TEST_CASE(a_clock_that_runs_backwards_gives_and_takes_nothing) {
  const rules::RateLimit limit{2, 1};
  rules::Bucket bucket{0.5, Instant{10'000}};
  const rules::RateDecision back = rules::take_token(bucket, limit, Instant{5'000});
  BOOST_TEST(!back.allowed);
  BOOST_TEST(back.after.tokens == 0.5);
  BOOST_TEST(back.retry_after.milliseconds == 500);
  BOOST_TEST(rules::take_token(back.after, limit, Instant{5'500}).allowed);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
