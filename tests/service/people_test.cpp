// Newcomers, badges, signatures, polls in answers, the same answer again.
#include "server/service/desk_decisions.h"
#include "server/service/people.h"
#include "server/service/team.h"
#include "tests/service/world.h"

namespace palabre::test {
namespace {

const storage::Actor ana{MemberId{1}, "Ana Diaz"};

service::Visitor reader(char letter) {
  return {std::string(24, letter), "192.0.2.0/24"};
}

service::Visitor member() {
  service::Visitor visitor;
  visitor.staff = true;
  visitor.member = MemberId{1};
  return visitor;
}

Expected<wire::PostedComment> try_post(World& world, const service::Visitor& visitor, const std::string& body,
                                       std::optional<CommentId> parent = std::nullopt) {
  auto message = world.message(body);
  message.parent = parent;
  return service::post_comment(world.context, world.site, message, {}, visitor);
}

wire::PostedComment post_as(World& world, const service::Visitor& visitor, const std::string& body,
                            std::optional<CommentId> parent = std::nullopt) {
  return must(try_post(world, visitor, body, parent));
}

Expected<service::PostedReply> reply(const World& world, CommentId parent, const std::string& body, bool asks = false,
                                     Signature signature = Signature::none) {
  return service::post_reply(world.context, {parent, body, asks}, {ana, signature});
}

Comment comment_of(const World& world, CommentId id) {
  for (const Comment& comment : world.thread().comments) {
    if (comment.id == id) return comment;
  }
  BOOST_FAIL("the comment is not in the thread");
  return {};
}

void want(World& world, const std::string& welcome, Shown standing) {
  Engagement engagement;
  engagement.welcome = welcome;
  engagement.standing = standing;
  storage::AuditNote note{ana, world.now, "engagement.change", world.site.id};
  must(world.context.store.marks().change_engagement(world.site.id, std::nullopt, engagement, note));
  world.context.tell_settings_changed(world.site.id);
}

} // namespace

BOOST_AUTO_TEST_SUITE(people)

BOOST_AUTO_TEST_CASE(a_newcomer_is_welcomed_once) {
  World world;
  BOOST_TEST(post_as(world, reader('a'), "Hello everybody").welcome == "");
  want(world, "Glad you are **here**.", Shown::no);
  const auto first = post_as(world, reader('b'), "Hello from me too");
  BOOST_TEST(first.welcome == "Glad you are **here**.");
  BOOST_TEST(post_as(world, reader('b'), "And another word").welcome == "");
  BOOST_TEST(post_as(world, reader('a'), "Here again").welcome == "");
  BOOST_TEST(post_as(world, member(), "The team says hello").welcome == "");
  const std::string links = "https://one.example https://two.example https://three.example";
  const auto held = post_as(world, reader('c'), links);
  BOOST_TEST((held.comment.state == CommentState::held));
  BOOST_TEST(held.welcome != "");
  BOOST_TEST(post_as(world, reader('c'), links + " https://four.example").welcome == ""); // still none published
  const auto edited = service::edit_comment(world.context, first.comment.id, {"Changed"}, first.edit_token);
  BOOST_TEST(must(edited).welcome == "");
}

BOOST_AUTO_TEST_CASE(badges_are_shown_where_the_site_wants_them) {
  World world;
  const CommentId id = post_as(world, reader('a'), "Hello everybody").comment.id;
  BOOST_TEST(comment_of(world, id).badges.empty());
  want(world, "", Shown::yes);
  BOOST_TEST((comment_of(world, id).badges == std::vector{Badge::first_comment}));
  const CommentId answer = must(reply(world, id, "Welcome")).comment;
  BOOST_TEST((comment_of(world, answer).badges == std::vector{Badge::staff}));
  world.now = world.now + Duration::minutes(366 * 24 * 60);
  const CommentId later = post_as(world, reader('a'), "A year later").comment.id;
  BOOST_TEST((comment_of(world, id).badges == std::vector{Badge::year}));
  BOOST_TEST((comment_of(world, later).badges == std::vector{Badge::year}));
}

BOOST_AUTO_TEST_CASE(what_a_member_writes_says_so) {
  World world;
  const auto question = post_as(world, reader('a'), "When do you open?");
  BOOST_TEST((comment_of(world, question.comment.id).question == QuestionState::open));
  BOOST_TEST(comment_of(world, question.comment.id).badges.empty());
  const CommentId answer = must(reply(world, question.comment.id, "At nine.")).comment;
  BOOST_TEST((comment_of(world, answer).badges == std::vector{Badge::staff}));
  BOOST_TEST((comment_of(world, question.comment.id).question == QuestionState::answered));
  const auto own = post_as(world, member(), "Is this mine?");
  BOOST_TEST((own.comment.badges == std::vector{Badge::staff}));
  BOOST_TEST((own.comment.question == QuestionState::none)); // the team asks nobody to answer
}

BOOST_AUTO_TEST_CASE(an_edit_changes_what_is_asked) {
  World world;
  const auto posted = post_as(world, reader('a'), "I like it.");
  (void)must(service::edit_comment(world.context, posted.comment.id, {"Do you ship to Belgium?"}, posted.edit_token));
  BOOST_TEST((comment_of(world, posted.comment.id).question == QuestionState::open));
}

BOOST_AUTO_TEST_CASE(answers_are_signed_once) {
  World world;
  const CommentId parent = world.post("Words").comment.id;
  const auto body = [&](const std::string& text, Signature signature) {
    return comment_of(world, must(reply(world, parent, text, false, signature)).comment).body;
  };
  BOOST_TEST(body("Hello", Signature::none) == "Hello");
  BOOST_TEST(body("Hello", Signature::initials) == "Hello\n\n\xE2\x80\x94 A. D.");
  BOOST_TEST(body("Hello\n\n- Ana Diaz", Signature::name) == "Hello\n\n- Ana Diaz");
}

BOOST_AUTO_TEST_CASE(what_is_to_be_edited_is_not_sent) {
  World world;
  const CommentId parent = world.post("Words").comment.id;
  const auto refused = reply(world, parent, "We open on [[day]].");
  BOOST_TEST(outcome(refused) == "unknown_field_value body");
  BOOST_TEST(refused.error().detail.find("[[day]]") != std::string::npos);
  BOOST_TEST(outcome(try_post(world, member(), "On [[day]]", parent)) == "unknown_field_value body");
  BOOST_TEST(outcome(try_post(world, reader('a'), "On [[day]]")) == "ok"); // a reader may write what they like
  BOOST_TEST(world.thread().comments.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_poll_that_is_not_there_is_refused) {
  World world;
  const CommentId parent = world.post("Words").comment.id;
  BOOST_TEST(outcome(reply(world, parent, "Vote:\n[poll:7]")) == "unknown_post body");
  const auto words = post_as(world, reader('a'), "Vote:\n[poll:7]");
  BOOST_TEST(words.comment.body == "Vote:\n[poll:7]");
  BOOST_TEST(!words.comment.poll);
}

BOOST_AUTO_TEST_CASE(the_same_answer_again_is_asked_about) {
  World world;
  const CommentId first = post_as(world, reader('a'), "Where is my parcel?").comment.id;
  auto message = world.message("And where is mine?");
  message.draft.name = "Paul";
  const CommentId second = must(world.post(message)).comment.id;
  const std::string body = "Hello, we look into it and come back to you tomorrow.";
  const auto sent = must(reply(world, first, body, true));
  BOOST_TEST(!sent.similar);
  world.now = world.now + Duration::minutes(120);
  const auto asked = must(reply(world, second, "Hello Paul, we look into it and come back to you tomorrow.", true));
  BOOST_REQUIRE(asked.similar.has_value());
  BOOST_TEST(asked.similar->by == "Ana Diaz");
  BOOST_TEST(asked.similar->to == "Zoé");
  BOOST_TEST((asked.similar->comment == sent.comment));
  BOOST_TEST((world.now - asked.similar->at == Duration::minutes(120)));
  BOOST_TEST(world.thread().comments.size() == 3U);      // nothing was written
  BOOST_TEST(!must(reply(world, second, body)).similar); // "send anyway"
  world.now = world.now + Duration::minutes(8 * 24 * 60);
  BOOST_TEST(!must(reply(world, second, body, true)).similar); // long ago
}

BOOST_AUTO_TEST_CASE(a_member_chooses_a_signature) {
  World world;
  storage::Store& store = world.context.store;
  const std::string token = must(service::make_setup_link(world.context)).value().token;
  const auto owner =
      must(service::accept_invitation(world.context, token, {"Ana Diaz", "a@a.example", "a long password"}, {}));
  const auto choose = [&](wire::ChangeSelf change) {
    return service::change_self(world.context, owner.member, "none", change, {});
  };
  wire::ChangeSelf change;
  change.signature = Signature::initials;
  BOOST_TEST((must(choose(change)).signature == Signature::initials));
  BOOST_TEST((must(store.team().members()).at(0).signature == Signature::initials));
  change.password = "another password";
  change.signature = Signature::name;
  BOOST_TEST(outcome(choose(change)) == "missing_field present");
  BOOST_TEST((must(store.team().members()).at(0).signature == Signature::initials)); // all or nothing
}

BOOST_AUTO_TEST_CASE(saved_replies_are_checked) {
  World world;
  const auto save = [&](const std::string& title, const std::string& body) {
    return outcome(service::save_reply(world.context, std::nullopt, {title, body, false, 0}, ana));
  };
  BOOST_TEST(save("Parcel", "Hello {name}, [[what]]") == "ok");
  BOOST_TEST(save(" ", "x") == "field_empty title");
  BOOST_TEST(save(std::string(81, 'x'), "x") == "field_too_long title");
  BOOST_TEST(save("x", "") == "field_empty body");
}

BOOST_AUTO_TEST_SUITE_END()
} // namespace palabre::test
