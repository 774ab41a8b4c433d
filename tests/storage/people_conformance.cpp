// Standing, questions and their answers, saved replies, signatures.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <thread>

#include "tests/storage/deciding.h"

namespace palabre::test {
namespace {

constexpr std::int64_t day = 86'400'000;

storage::NewComment by_reader(const Opened& opened, const std::string& reader, std::int64_t created,
                              std::optional<CommentId> parent = std::nullopt) {
  auto draft = opened.draft("words of " + reader, created, parent);
  draft.author.name = "Name of " + reader;
  draft.reader = reader;
  return draft;
}

CommentId add_by(const Opened& opened, const std::string& reader, std::int64_t created,
                 std::optional<CommentId> parent = std::nullopt) {
  return must(opened.store->add_comment(by_reader(opened, reader, created, parent))).comment.id;
}

CommentId ask(const Opened& opened, std::int64_t created = 1) {
  auto draft = by_reader(opened, "asker", created);
  draft.asks = true;
  return must(opened.store->add_comment(draft)).comment.id;
}

CommentId answer(const Opened& opened, CommentId parent, std::int64_t created = 5) {
  auto draft = opened.draft("An answer", created, parent);
  draft.author.name = "Ana";
  draft.member = MemberId{7};
  return must(opened.store->add_comment(draft)).comment.id;
}

// "reader published/helpful first-last", the first first.
std::string regulars(const Opened& opened) {
  std::string all;
  for (const wire::Regular& one : must(opened.store->people().regulars(opened.site.id, 10))) {
    all += (all.empty() ? "" : ", ") + one.author + " " + std::to_string(one.published) + "/" +
           std::to_string(one.helpful) + " " + std::to_string(one.first.milliseconds) + "-" +
           std::to_string(one.last.milliseconds);
  }
  return all;
}

std::string question(const Opened& opened, CommentId id) {
  return std::string(to_name(found(opened, id).comment.question));
}

std::string mark(const Opened& opened, CommentId id, QuestionState state, std::optional<CommentId> reply = std::nullopt,
                 std::optional<SiteId> only = std::nullopt) {
  const auto marked = opened.store->people().mark_question({id, {state, reply}, only, ana, now});
  return marked ? "ok" : std::string(error_info(marked.error().code).name) + " " + marked.error().field;
}

std::string unanswered(const Opened& opened, const std::string& after = {}, std::size_t limit = 10) {
  wire::QueueFilter filter;
  filter.tab = wire::QueueTab::unanswered;
  const auto page = must(opened.store->queue().read_queue(filter, after, limit));
  std::string all;
  for (const wire::QueueItem& item : page.items) all += item.comment.id.text() + (item.unanswered ? " " : "! ");
  if (after.empty()) all += "of " + std::to_string(page.counts.at(wire::QueueTab::unanswered));
  if (!page.next.empty()) all += " then " + unanswered(opened, page.next, limit);
  return all;
}

wire::DecidedItem act(const Opened& opened, CommentId id, wire::DeskAction action) {
  auto what = one(action, id);
  what.confirmed = true;
  return decide(opened, what).decided.items.at(0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(people)

BOOST_DATA_TEST_CASE(standing_follows_what_readers_see, engines(), engine) {
  const Opened opened(engine);
  const CommentId first = add_by(opened, "a", 10);
  const CommentId second = add_by(opened, "a", 10 + 40 * day);
  add_by(opened, "b", 20);
  BOOST_TEST(regulars(opened) == "ra 2/0 10-3456000010, rb 1/0 20-20");
  act(opened, first, wire::DeskAction::hide);
  BOOST_TEST(regulars(opened) == "ra 1/0 3456000010-3456000010, rb 1/0 20-20");
  act(opened, first, wire::DeskAction::approve);
  act(opened, first, wire::DeskAction::approve);
  BOOST_TEST(regulars(opened) == "ra 2/0 10-3456000010, rb 1/0 20-20");
  must(opened.store->delete_comment(second, now));
  BOOST_TEST(regulars(opened) == "rb 1/0 20-20, ra 1/0 10-10");
  must(opened.store->delete_comment(first, now));
  BOOST_TEST(regulars(opened) == "rb 1/0 20-20"); // of whom nothing is left, nothing is kept
}

BOOST_DATA_TEST_CASE(only_readers_have_a_standing, engines(), engine) {
  const Opened opened(engine);
  auto held = by_reader(opened, "h", 1);
  held.state = CommentState::held;
  const CommentId id = must(opened.store->add_comment(held)).comment.id;
  auto member = by_reader(opened, "m", 1);
  member.member = MemberId{7};
  const auto staff = must(opened.store->add_comment(member));
  opened.add("of nobody known", 1);
  BOOST_TEST(regulars(opened) == "");
  BOOST_TEST((staff.comment.badges == std::vector{Badge::staff}));
  act(opened, id, wire::DeskAction::approve);
  BOOST_TEST(regulars(opened) == "rh 1/0 1-1");
  const auto standings =
      must(opened.store->people().standings(opened.site.id, page_key, CommentId{1}, CommentId{1000}));
  BOOST_REQUIRE(standings.size() == 1U);
  BOOST_TEST((standings.begin()->first == id));
  BOOST_TEST(standings.begin()->second.published == 1);
  BOOST_TEST(must(opened.store->people().standings(opened.site.id, "/else", CommentId{1}, id)).empty());
}

BOOST_DATA_TEST_CASE(a_first_comment_is_first_once, engines(), engine) {
  const Opened opened(engine);
  auto& people = opened.store->people();
  const CommentId first = add_by(opened, "a", 1);
  const storage::CommentWriter a{opened.site.id, "a", "", "Name of a"};
  BOOST_TEST(must(people.is_first_of(a, first)));
  const CommentId second = add_by(opened, "a", 2);
  BOOST_TEST(!must(people.is_first_of(a, second)));
  auto plain = opened.draft("without script", 3);
  plain.network = "net";
  const CommentId third = must(opened.store->add_comment(plain)).comment.id;
  BOOST_TEST(must(people.is_first_of({opened.site.id, "", "net", plain.author.name}, third)));
  BOOST_TEST(!must(people.is_first_of({opened.site.id, "", "net", plain.author.name}, CommentId{99})));
  BOOST_TEST(must(people.is_first_of({opened.site.id, "", "net", "Another"}, CommentId{99})));
}

BOOST_DATA_TEST_CASE(what_is_gone_was_written_all_the_same, engines(), engine) {
  const Opened opened(engine);
  auto& people = opened.store->people();
  const auto comes_again = [&](const std::string& reader) {
    const CommentId again = add_by(opened, reader, 9);
    return must(people.is_first_of({opened.site.id, reader, "", "Name of " + reader}, again)) ? "first" : "again";
  };
  must(opened.store->delete_comment(add_by(opened, "a", 1), Instant{2}));
  BOOST_TEST(comes_again("a") == "again");
  act(opened, add_by(opened, "b", 1), wire::DeskAction::spam);
  BOOST_TEST(comes_again("b") == "again");
  act(opened, add_by(opened, "c", 1), wire::DeskAction::remove);
  BOOST_TEST(comes_again("c") == "again");
  BOOST_TEST(comes_again("d") == "first");
}

BOOST_DATA_TEST_CASE(an_answer_of_the_team_answers_all_above_it, engines(), engine) {
  const Opened opened(engine);
  const CommentId asked = ask(opened);
  const CommentId between = add_by(opened, "b", 2, asked);
  BOOST_TEST(question(opened, asked) == "open");
  BOOST_TEST(question(opened, between) == "none");
  BOOST_TEST(unanswered(opened) == asked.text() + " of 1");
  const CommentId reply = answer(opened, between);
  const CommentId other = answer(opened, asked);
  BOOST_TEST(question(opened, asked) == "answered");
  BOOST_TEST(unanswered(opened) == "of 0");
  act(opened, reply, wire::DeskAction::remove);
  BOOST_TEST(question(opened, asked) == "answered");
  must(opened.store->delete_comment(other, now));
  BOOST_TEST(question(opened, asked) == "open");
  BOOST_TEST(unanswered(opened) == asked.text() + " of 1");
  act(opened, reply, wire::DeskAction::approve);
  BOOST_TEST(question(opened, asked) == "answered");
}

BOOST_DATA_TEST_CASE(an_answer_does_not_disturb_a_decision_about_the_question, engines(), engine) {
  const Opened opened(engine);
  const CommentId asked = ask(opened);
  const auto before = must(opened.store->queue().find_item(asked)).value();
  const std::int64_t change = must(opened.store->queue().read_queue({}, {}, 1)).change;
  answer(opened, asked);
  BOOST_TEST(must(opened.store->queue().find_item(asked)).value().revision == before.revision);
  const auto changes = must(opened.store->queue().read_changes(change, {}, 10));
  BOOST_TEST(changes.items.size() == 2U); // the answer, and that the question has one
}

BOOST_DATA_TEST_CASE(complaints_want_an_answer_too, engines(), engine) {
  const Opened opened(engine);
  auto draft = by_reader(opened, "c", 1);
  draft.verdict.complaint = true;
  const CommentId complaint = must(opened.store->add_comment(draft)).comment.id;
  draft.state = CommentState::held;
  const CommentId held = must(opened.store->add_comment(draft)).comment.id;
  BOOST_TEST(question(opened, complaint) == "none");
  BOOST_TEST(unanswered(opened) == complaint.text() + " of 1");
  act(opened, held, wire::DeskAction::approve);
  BOOST_TEST(unanswered(opened) == complaint.text() + " " + held.text() + " of 2");
  answer(opened, complaint);
  BOOST_TEST(mark(opened, held, QuestionState::answered) == "ok");
  BOOST_TEST(unanswered(opened) == "of 0");
}

BOOST_DATA_TEST_CASE(the_oldest_question_stands_first_on_each_page, engines(), engine) {
  const Opened opened(engine);
  std::string all;
  std::vector<CommentId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(ask(opened, 10 - i));
  for (std::size_t i = 5; i-- > 0;) all += ids[i].text() + " ";
  BOOST_TEST(unanswered(opened) == all + "of 5");
  const std::string paged = ids[4].text() + " " + ids[3].text() + " of 5 then " + ids[2].text() + " " + ids[1].text() +
                            "  then " + ids[0].text() + " ";
  BOOST_TEST(unanswered(opened, {}, 2) == paged);
}

BOOST_DATA_TEST_CASE(a_hand_is_not_overruled, engines(), engine) {
  const Opened opened(engine);
  const CommentId asked = ask(opened);
  const CommentId reply = answer(opened, asked);
  BOOST_TEST(mark(opened, asked, QuestionState::open) == "ok");
  BOOST_TEST(question(opened, asked) == "open");
  BOOST_TEST(unanswered(opened) == asked.text() + " of 1");
  BOOST_TEST(mark(opened, asked, QuestionState::answered) == "ok");
  act(opened, reply, wire::DeskAction::remove);
  BOOST_TEST(question(opened, asked) == "answered");
  BOOST_TEST(mark(opened, asked, QuestionState::none) == "ok");
  BOOST_TEST(question(opened, asked) == "none");
  storage::Revision revision{"Still asking?", now};
  revision.asks = true;
  must(opened.store->edit_comment(asked, revision));
  BOOST_TEST(question(opened, asked) == "none");
  BOOST_TEST(log_of(opened).at(0).action == "comment.question");
  BOOST_TEST(mark(opened, CommentId{99}, QuestionState::open) == "unknown_comment ");
  BOOST_TEST(mark(opened, asked, QuestionState::open, {}, SiteId{99}) == "unknown_comment ");
}

BOOST_DATA_TEST_CASE(an_edit_may_become_a_question, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = add_by(opened, "e", 1);
  storage::Revision revision{"Is it open?", now};
  revision.asks = true;
  must(opened.store->edit_comment(id, revision));
  BOOST_TEST(question(opened, id) == "open");
  BOOST_TEST(unanswered(opened) == id.text() + " of 1");
  revision.asks = false;
  must(opened.store->edit_comment(id, revision));
  BOOST_TEST(question(opened, id) == "none");
  BOOST_TEST(unanswered(opened) == "of 0");
}

BOOST_DATA_TEST_CASE(the_answer_counts_as_helpful, engines(), engine) {
  const Opened opened(engine);
  const CommentId asked = ask(opened);
  const CommentId one = add_by(opened, "a", 2, asked);
  const CommentId two = add_by(opened, "b", 3, asked);
  const CommentId elsewhere = add_by(opened, "z", 3);
  const std::string rest = "rz 1/0 3-3, rb 1/0 3-3, ra 1/0 2-2, rasker 1/0 1-1";
  BOOST_TEST(regulars(opened).size() == rest.size());
  BOOST_TEST(mark(opened, asked, QuestionState::answered, one) == "ok");
  BOOST_TEST(regulars(opened).find("ra 1/1") != std::string::npos);
  BOOST_TEST(mark(opened, asked, QuestionState::answered, one) == "ok"); // once
  BOOST_TEST(regulars(opened).find("ra 1/1") != std::string::npos);
  BOOST_TEST(mark(opened, asked, QuestionState::answered, two) == "ok");
  BOOST_TEST(regulars(opened).find("ra 1/0") != std::string::npos);
  BOOST_TEST(regulars(opened).find("rb 1/1") != std::string::npos);
  act(opened, two, wire::DeskAction::hold);
  act(opened, two, wire::DeskAction::approve);
  BOOST_TEST(regulars(opened).find("rb 1/1") != std::string::npos);
  BOOST_TEST(mark(opened, asked, QuestionState::answered, elsewhere) == "unknown_field_value answer");
  BOOST_TEST(mark(opened, asked, QuestionState::answered, asked) == "unknown_field_value answer");
}

BOOST_DATA_TEST_CASE(two_votes_make_an_answer_helpful, engines(), engine) {
  const Opened opened(engine);
  Engagement engagement;
  engagement.marks.votes = VoteRule::up;
  must(opened.store->marks().change_engagement(opened.site.id, std::nullopt, engagement,
                                               note("engagement.change", opened)));
  const CommentId asked = ask(opened);
  const CommentId reply = add_by(opened, "a", 2, asked);
  const auto vote = [&](const char* reader, CommentId on) {
    storage::NewMark mark;
    mark.target = {opened.site.id, on, page_key};
    mark.name = up_vote;
    mark.reader = reader;
    mark.network = reader;
    mark.created = now;
    return mark;
  };
  must(opened.store->marks().put_mark(vote("x", reply)));
  BOOST_TEST(regulars(opened).find("ra 1/0") != std::string::npos);
  must(opened.store->marks().put_mark(vote("y", reply)));
  BOOST_TEST(regulars(opened).find("ra 1/1") != std::string::npos);
  must(opened.store->marks().put_mark(vote("x", asked)));
  must(opened.store->marks().put_mark(vote("y", asked)));
  BOOST_TEST(regulars(opened).find("rasker 1/0") != std::string::npos); // it answers nothing
  must(opened.store->marks().drop_mark(vote("x", reply)));
  BOOST_TEST(regulars(opened).find("ra 1/0") != std::string::npos);
}

BOOST_DATA_TEST_CASE(votes_that_readers_do_not_see_make_nothing_helpful, engines(), engine) {
  const Opened opened(engine);
  Engagement engagement;
  const auto want = [&](VoteRule votes, std::uint32_t scores_from) {
    engagement.marks.votes = votes;
    engagement.marks.scores_from = scores_from;
    must(opened.store->marks().change_engagement(opened.site.id, std::nullopt, engagement,
                                                 note("engagement.change", opened)));
  };
  const auto helpful = [&] { return regulars(opened).find("ra 1/1") != std::string::npos; };
  want(VoteRule::up_and_down, 4);
  const CommentId reply = add_by(opened, "a", 2, ask(opened));
  const auto vote = [&](const char* reader, std::string_view name) {
    storage::NewMark mark;
    mark.target = {opened.site.id, reply, page_key};
    mark.name = name;
    mark.reader = mark.network = reader;
    mark.created = now;
    must(opened.store->marks().put_mark(mark));
  };
  vote("x", up_vote);
  vote("y", up_vote);
  vote("z", up_vote);
  BOOST_TEST(!helpful());
  vote("w", down_vote); // four are shown, and so are the three for it
  BOOST_TEST(helpful());
  want(VoteRule::up, 4);
  BOOST_TEST(!helpful());
  want(VoteRule::up, 3);
  BOOST_TEST(helpful());
  want(VoteRule::none, 0);
  BOOST_TEST(!helpful());
  const auto line = must(opened.store->decisions().read_audit({}, "", 1)).entries.at(0);
  must(opened.store->decisions().undo(line.id, ana, MemberRole::owner, now));
  BOOST_TEST(helpful());
}

BOOST_DATA_TEST_CASE(what_the_team_answered_lately_is_found, engines(), engine) {
  const Opened opened(engine);
  const CommentId asked = ask(opened);
  answer(opened, asked, 5);
  const CommentId newer = answer(opened, asked, 9);
  add_by(opened, "b", 10, asked);
  const auto all = must(opened.store->people().last_answers(opened.site.id, Instant{0}, 10));
  BOOST_REQUIRE(all.size() == 2U);
  BOOST_TEST((all[0].comment == newer));
  BOOST_TEST(all[0].by == "Ana");
  BOOST_TEST(all[0].to == "Name of asker");
  BOOST_TEST(must(opened.store->people().last_answers(opened.site.id, Instant{6}, 10)).size() == 1U);
  BOOST_TEST(must(opened.store->people().last_answers(opened.site.id, Instant{0}, 1)).size() == 1U);
  BOOST_TEST(!must(opened.store->people().is_poll(opened.site.id, PostId{1})));
}

BOOST_DATA_TEST_CASE(saved_replies_are_ones_own_or_the_teams, engines(), engine) {
  const Opened opened(engine);
  auto& people = opened.store->people();
  const MemberId me{7};
  const MemberId you{8};
  const auto mine = must(people.save_reply({{}, me, {"b", "Hello {name}", false, 0}, now}));
  const auto ours = must(people.save_reply({{}, me, {"a", "See [[where]]", true, 0}, now}));
  const auto listed = must(people.saved_replies(me));
  BOOST_REQUIRE(listed.size() == 2U);
  BOOST_TEST(listed[0].title == "a");
  BOOST_TEST(listed[0].shared);
  BOOST_TEST(!listed[1].shared);
  BOOST_TEST(must(people.saved_replies(you)).size() == 1U);
  const auto change = [&](std::int64_t id, MemberId by, std::int64_t revision) {
    const auto saved = people.save_reply({id, by, {"c", "New", true, revision}, now});
    return saved ? "ok " + std::to_string(saved->revision) : std::string(error_info(saved.error().code).name);
  };
  BOOST_TEST(change(mine.id, you, 1) == "unknown_field_value");
  BOOST_TEST(change(ours.id, you, 1) == "ok 2");
  BOOST_TEST(change(ours.id, me, 1) == "settings_changed");
  BOOST_TEST(change(99, me, 1) == "unknown_field_value");
  BOOST_TEST(failed_with(people.drop_reply(mine.id, you), ErrorCode::unknown_field_value));
  must(people.drop_reply(mine.id, me));
  must(people.drop_reply(ours.id, you));
  BOOST_TEST(must(people.saved_replies(me)).empty());
}

BOOST_DATA_TEST_CASE(there_is_an_end_to_saved_replies, engines(), engine) {
  const Opened opened(engine);
  auto& people = opened.store->people();
  for (std::size_t i = 0; i < wire::most_saved_replies; ++i) {
    must(people.save_reply({{}, MemberId{7}, {"title", "body", false, 0}, now}));
  }
  BOOST_TEST(failed_with(people.save_reply({{}, MemberId{7}, {"t", "b", false, 0}, now}), ErrorCode::field_too_long));
  BOOST_TEST(people.save_reply({{}, MemberId{8}, {"t", "b", false, 0}, now}).has_value());
  BOOST_TEST(people.save_reply({{}, MemberId{7}, {"t", "b", true, 0}, now}).has_value());
}

BOOST_DATA_TEST_CASE(two_servers_count_one_standing, engines(), engine) {
  const Opened opened(engine);
  const auto other = opened.database->open();
  const auto write = [&](storage::Store& store) {
    for (int i = 0; i < 20; ++i) must(store.add_comment(by_reader(opened, "a", i)));
  };
  std::thread first([&] { write(*opened.store); });
  std::thread second([&] { write(*other); });
  first.join();
  second.join();
  BOOST_TEST(regulars(opened) == "ra 40/0 0-19");
}

BOOST_AUTO_TEST_SUITE_END()
} // namespace palabre::test
