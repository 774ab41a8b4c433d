// Policies as JSON, and the messages of moderation.
#include <boost/test/unit_test.hpp>

#include "shared/wire/codec.h"
#include "shared/wire/codec_policy.h"

namespace palabre {
namespace {

using rules::Policy;
using rules::Preset;

Policy must_decode(std::string_view json, const Policy& base = {}) {
  const Expected<Policy> policy = wire::decode_policy(json, base);
  BOOST_REQUIRE_MESSAGE(policy.has_value(), json << ": " << policy.error().field << " " << policy.error().detail);
  return *policy;
}

std::string detail_of(std::string_view json) {
  const Expected<Policy> policy = wire::decode_policy(json, {});
  BOOST_REQUIRE(!policy.has_value());
  return policy.error().detail;
}

BOOST_AUTO_TEST_SUITE(wire_policy)

BOOST_AUTO_TEST_CASE(every_member_goes_there_and_back) {
  const std::string json =
      R"({"admission":"hold_newcomers","offence_hold":0.1,"offence_hide":0.2,"spam_hold":0.3,"spam_unsure":0.25,)"
      R"("promotion_hide":"never","links_hold":7,"newcomer_links":8,"trusted_after":9,"personal_data":"hide",)"
      R"("mask_profanity":false,"slow_mode_seconds":45,"close_after_days":30,"hold_after_flags":4,)"
      R"("words":{"hold":["foo*","deux mots"],"reject":["é"],"allow":["chienne"]},"blocked_domains":["spam.example"],)"
      R"("trusted_domains":["friend.example"]})";
  const Policy policy = must_decode(json);
  BOOST_TEST(wire::encode(policy) == json);
  BOOST_TEST((policy.admission == rules::Admission::hold_newcomers));
  BOOST_TEST(policy.offence_hold == 0.1F);
  BOOST_TEST(policy.promotion_hide > 1.0F);
  BOOST_TEST((policy.slow_mode == Duration::seconds(45)));
  BOOST_TEST(policy.words.hold.at(1) == "deux mots");
}

BOOST_AUTO_TEST_CASE(presets_survive_and_differ) {
  for (const Preset preset : {Preset::open, Preset::careful, Preset::locked_down}) {
    const std::string named = R"({"preset":")" + std::string(to_name(preset)) + "\"}";
    BOOST_TEST(wire::encode(must_decode(named)) == wire::encode(rules::policy_of(preset)));
    BOOST_TEST(wire::encode(must_decode(wire::encode(rules::policy_of(preset)), rules::policy_of(Preset::open))) ==
               wire::encode(rules::policy_of(preset)));
  }
  BOOST_TEST(wire::encode(rules::policy_of(Preset::open)) != wire::encode(rules::policy_of(Preset::careful)));
}

BOOST_AUTO_TEST_CASE(only_what_is_named_differs_from_the_base) {
  Policy base = rules::policy_of(Preset::locked_down);
  base.words.hold = {"kept"};
  base.blocked_domains = {"kept.example"};
  const Policy same = must_decode("{}", base);
  BOOST_TEST(wire::encode(same) == wire::encode(base));
  const Policy changed = must_decode(R"({"links_hold":12,"words":{"allow":["x"]},"spam_hold":null})", base);
  BOOST_TEST(changed.links_hold == 12U);
  BOOST_TEST(changed.words.hold.at(0) == "kept");
  BOOST_TEST(changed.spam_hold == base.spam_hold);
  const Policy other = must_decode(R"({"links_hold":12,"preset":"open"})", base);
  BOOST_TEST(other.links_hold == 12U);
  BOOST_TEST(other.offence_hold == rules::policy_of(Preset::open).offence_hold);
  BOOST_TEST(other.words.hold.at(0) == "kept");
  BOOST_TEST(other.blocked_domains.at(0) == "kept.example");
}

BOOST_AUTO_TEST_CASE(a_mistake_is_told_to_the_owner) {
  BOOST_TEST(detail_of(R"({"ofence_hold":0.5})") == "no policy has a member of this name");
  BOOST_TEST(detail_of(R"({"preset":"strict"})") == "must be one of open, careful, locked_down");
  BOOST_TEST(detail_of(R"({"offence_hold":7})") == "must be a number from 0 to 1, or \"never\"");
  BOOST_TEST(detail_of(R"({"links_hold":-3})") == "must be a whole number from 0 to 1000000");
  BOOST_TEST(detail_of(R"({"blocked_domains":["http://x.example/a"]})") ==
             "must be a domain alone, such as example.com");
  BOOST_TEST(detail_of(R"({"words":{"hold":[")" + std::string(201, 'x') + "\"]}}") == "is longer than 200 characters");
}

BOOST_AUTO_TEST_CASE(long_lists_are_read) {
  Policy policy;
  for (int i = 0; i < 50'000; ++i) policy.words.hold.push_back("word" + std::to_string(i));
  BOOST_TEST(must_decode(wire::encode(policy)).words.hold.size() == 50'000U);
  policy.words.hold.assign(wire::policy_list_limit + 1, "x");
  const Expected<Policy> refused = wire::decode_policy(wire::encode(policy), {});
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST((refused.error().code == ErrorCode::field_too_long));
  BOOST_TEST(refused.error().field == "words.hold");
}

BOOST_AUTO_TEST_CASE(readers_get_no_lists) {
  wire::PagePolicy message;
  message.policy.words.hold = {"secretword"};
  message.policy.blocked_domains = {"secret.example"};
  message.policy.links_hold = 3;
  message.open = false;
  message.languages = {"en", "fr"};
  const std::string json = wire::encode(message);
  BOOST_TEST(json.find("secret") == std::string::npos);
  const Expected<wire::PagePolicy> read = wire::decode_page_policy(json);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->policy.links_hold == 3U);
  BOOST_TEST(!read->open);
  BOOST_TEST(read->languages == message.languages, boost::test_tools::per_element());
  // What a later server may add is no error.
  BOOST_TEST(wire::decode_page_policy(R"({"policy":{"later":1},"open":true,"languages":[],"later":{}})").has_value());
}

BOOST_AUTO_TEST_CASE(own_comments_flags_and_appeals_go_there_and_back) {
  wire::OwnComments own;
  own.published = 3;
  wire::OwnComment comment;
  comment.comment = {CommentId{7}, std::nullopt, {"Ada", ""}, "é two", Instant{1}, std::nullopt, CommentState::held};
  comment.verdict.decision = rules::Decision::hold;
  comment.verdict.reasons.push_back(
      {"spam.links", rules::Severity::mild, rules::Decision::hold, rules::Field::body, 3, 6, 2});
  comment.appealed = true;
  comment.edit_token = "token";
  own.comments.push_back(comment);
  const Expected<wire::OwnComments> read = wire::decode_own_comments(wire::encode(own));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(wire::encode(*read) == wire::encode(own));
  BOOST_TEST(read->comments.at(0).verdict.reasons.at(0).begin == 3U);
  BOOST_TEST(read->comments.at(0).appealed);
  for (const wire::FlagReason reason : wire::flag_reasons) {
    BOOST_TEST((wire::decode_flag(wire::encode(wire::FlagComment{reason, "a note"}))->reason == reason));
  }
  BOOST_TEST(wire::decode_flag(R"({"reason":"spam","note":null})")->note == "");
  BOOST_TEST(wire::decode_appeal(wire::encode(wire::AppealComment{"why?"}))->message == "why?");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
