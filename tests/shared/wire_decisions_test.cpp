// The desk's decisions, log and settings as JSON.
#include <boost/test/unit_test.hpp>

#include "shared/wire/codec.h"
#include "shared/wire/codec_desk.h"
#include "tests/support/must.h"

using namespace palabre;
using palabre::test::must;

namespace {

template <class T> std::string refusal(const Expected<T>& result) {
  if (result) return "ok";
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

template <class T> T there_and_back(const T& message, Expected<T> (*decode)(std::string_view)) {
  const std::string written = wire::encode(message);
  T read = must(decode(written));
  BOOST_TEST(wire::encode(read) == written);
  return read;
}

std::string items(std::size_t count) {
  std::string json = R"({"action":"spam","items":[)";
  for (std::size_t i = 0; i < count; ++i) json += std::string(i == 0 ? "" : ",") + R"({"comment":"1","revision":0})";
  return json + "]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(wire_decisions)

BOOST_AUTO_TEST_CASE(a_decision_travels) {
  wire::Decide decide{wire::DeskAction::remove, {{CommentId{12}, 3}, {CommentId{13}, 0}}, "rude", true};
  const auto read = there_and_back(decide, wire::decode_decide);
  BOOST_TEST((read.action == wire::DeskAction::remove));
  BOOST_REQUIRE(read.items.size() == 2U);
  BOOST_TEST(read.items[0].comment.value == 12);
  BOOST_TEST(read.items[0].revision == 3);
  BOOST_TEST(read.note == "rude");
  BOOST_TEST(read.confirmed);
  wire::Decided decided{4, {{CommentId{12}, wire::Outcome::conflict, CommentState::spam, 9, "Ana"}}};
  const auto back = there_and_back(decided, wire::decode_decided);
  BOOST_TEST((back.items.at(0).outcome == wire::Outcome::conflict));
  BOOST_TEST((back.items.at(0).state == CommentState::spam));
  BOOST_TEST(back.items.at(0).by == "Ana");
}

BOOST_AUTO_TEST_CASE(a_decision_that_cannot_be_one_is_refused_at_its_field) {
  BOOST_TEST(refusal(wire::decode_decide(R"({"action":"burn","items":[{"comment":"1","revision":0}]})")) ==
             "unknown_field_value action");
  BOOST_TEST(refusal(wire::decode_decide(R"({"action":"hide","items":[]})")) == "field_empty items");
  BOOST_TEST(refusal(wire::decode_decide(items(500))) == "ok");
  BOOST_TEST(refusal(wire::decode_decide(items(501))) == "field_too_long items");
  BOOST_TEST(refusal(wire::decode_decide(R"({"action":"hide","items":[{"comment":1,"revision":0}]})")) ==
             "wrong_type items.0.comment");
  BOOST_TEST(refusal(wire::decode_decide(R"({"action":"hide","items":[{"comment":"01","revision":0}]})")) ==
             "unknown_field_value items.0.comment");
  BOOST_TEST(refusal(wire::decode_decide(R"({"action":"hide","items":[{"comment":"1"}]})")) ==
             "missing_field items.0.revision");
}

BOOST_AUTO_TEST_CASE(bans_travel_and_their_time_has_bounds) {
  wire::NewBan ban{CommentId{5}, wire::BanSubject::network, wire::BanEffect::mute, 24, "again"};
  BOOST_TEST((there_and_back(ban, wire::decode_new_ban).subject == wire::BanSubject::network));
  const auto with_hours = [](const std::string& hours) {
    return refusal(wire::decode_new_ban(R"({"comment":"5","subject":"author","effect":"ban","hours":)" + hours + "}"));
  };
  BOOST_TEST(with_hours("0") == "ok");
  BOOST_TEST(with_hours("-1") == "unknown_field_value hours");
  BOOST_TEST(with_hours("9007199254740991") == "unknown_field_value hours");
  BOOST_TEST(with_hours("1.5") == "wrong_type hours");
  wire::Ban stored{3,     "blog",    wire::BanSubject::author, wire::BanEffect::ban, "Bob", CommentId{5}, "n",
                   "Ana", Instant{7}};
  stored.until = Instant{77};
  const auto bans = there_and_back(std::vector<wire::Ban>{stored, stored}, wire::decode_bans);
  BOOST_TEST(bans.size() == 2U);
  BOOST_TEST((bans[1].until == Instant{77}));
}

BOOST_AUTO_TEST_CASE(settings_travel_and_a_broken_one_names_its_field) {
  wire::SiteSettings settings;
  settings.site = {SiteId{2}, "blog", {"https://blog.example"}};
  settings.policy.links_hold = 7;
  settings.policy.words.hold = {"word"};
  settings.appearance = {"dark", "#a0b1c2", "airy", ""};
  settings.version = 9;
  const auto read = there_and_back(settings, wire::decode_site_settings);
  BOOST_TEST(read.policy.links_hold == 7U);
  BOOST_TEST(read.policy.words.hold.at(0) == "word");
  BOOST_TEST((read.appearance == settings.appearance));
  BOOST_TEST(read.site.origins.at(0) == "https://blog.example");

  const auto change = must(wire::decode_change_policy(R"({"version":9,"policy":{"links_hold":1}})", settings.policy));
  BOOST_TEST(change.policy.links_hold == 1U);
  BOOST_TEST(change.policy.words.hold.size() == 1U);
  const auto refused = [&](const std::string& json) {
    return refusal(wire::decode_change_policy(json, settings.policy));
  };
  BOOST_TEST(refused(R"({"version":9,"policy":{"offence_hold":3}})") == "unknown_field_value policy.offence_hold");
  BOOST_TEST(refused(R"({"version":9,"policy":{"words":{"hold":["a","*"]}}})") ==
             "unknown_field_value policy.words.hold.1");
  BOOST_TEST(refused(R"({"version":9,"policy":{"nonsense":1}})") == "unknown_field_value policy.nonsense");
  BOOST_TEST(refused(R"({"policy":{}})") == "missing_field version");
  const auto look = [](const std::string& json) { return refusal(wire::decode_appearance(json)); };
  BOOST_TEST(look("{}") == "ok");
  BOOST_TEST(look(R"({"theme":"pink"})") == "unknown_field_value theme");
  BOOST_TEST(look(R"({"accent":"red"})") == "unknown_field_value accent");
  BOOST_TEST(look(R"({"accent":"#12345g"})") == "unknown_field_value accent");
  BOOST_TEST(look(R"({"accent":"#12345;color:red"})") == "unknown_field_value accent");
  BOOST_TEST(must(wire::decode_appearance(R"({"accent":"#ABCDEF"})")).accent == "#abcdef");
  BOOST_TEST(look(R"({"corners":7})") == "wrong_type corners");
}

BOOST_AUTO_TEST_CASE(the_look_is_in_a_thread_only_when_there_is_one) {
  wire::ThreadDocument document;
  document.thread.site = "blog";
  document.thread.page = "/a";
  BOOST_TEST(wire::encode(document).find("look") == std::string::npos);
  document.look.theme = "dark";
  BOOST_TEST(must(wire::decode_thread(wire::encode(document))).look.theme == "dark");
}

BOOST_AUTO_TEST_SUITE_END()
