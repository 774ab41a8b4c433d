// Adding, editing, deleting and finding one comment.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "tests/storage/engines.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(comments)

BOOST_DATA_TEST_CASE(a_comment_comes_back_as_it_was_given, engines(), engine) {
  const Opened opened(engine);
  const auto added = must(opened.store->add_comment(opened.draft("Bonjour", 1'700'000'000'123)));
  BOOST_TEST(added.comment.id.value > 0);
  for (const auto& stored : {added, must(opened.store->find_comment(added.comment.id)).value()}) {
    BOOST_TEST(stored.comment.body == "Bonjour");
    BOOST_TEST(stored.comment.author.name == "Zoé");
    BOOST_TEST(stored.comment.author.website == "https://zoe.example");
    BOOST_TEST(stored.comment.created.milliseconds == 1'700'000'000'123);
    BOOST_TEST(!stored.comment.parent.has_value());
    BOOST_TEST(!stored.comment.edited.has_value());
    BOOST_TEST((stored.comment.state == CommentState::published));
    BOOST_TEST(stored.page == page_key);
    BOOST_TEST((stored.site == opened.site.id));
  }
}

BOOST_DATA_TEST_CASE(any_text_comes_back_byte_for_byte, engines(), engine) {
  const Opened opened(engine);
  const std::vector<std::string> texts{
      "l'apostrophe ' et \" les guillemets -- ; drop table comment;",
      ":name :1 ? ?1 $1 @x %s {identity}",
      "🎉👩‍👩‍👧‍👦🏳️‍🌈 𝕌𝕟𝕚 \U0010FFFD",
      "décomposé: e\u0301 ≠ é",
      "\u05e9\u05dc\u05d5\u05dd \u202e\u200f \u0645\u0631",
      "line\nbreaks\r\n\ttabs\\ \\n \x01\x7f",
      std::string("with a NUL \0 inside", 19),
      std::string(1, '\0'),
      "",
      std::string(300'000, 'x') + "é",
  };
  for (const std::string& text : texts) {
    auto draft = opened.draft(text, 1);
    draft.author.name = text;
    draft.title = text;
    draft.page = "/" + text;
    const auto added = must(opened.store->add_comment(draft));
    const auto found = must(opened.store->find_comment(added.comment.id)).value();
    BOOST_TEST((found.comment.body == text));
    BOOST_TEST((found.comment.author.name == text));
    BOOST_TEST((found.page == "/" + text));
    const auto thread = must(opened.store->read_thread(opened.site, "/" + text, SortOrder::newest, std::nullopt, 1));
    BOOST_TEST((thread.comments.at(0).body == text));
    BOOST_TEST((thread.title == text));
  }
}

BOOST_DATA_TEST_CASE(a_parent_must_be_there_on_this_page_and_visible, engines(), engine) {
  const Opened opened(engine);
  const CommentId top = opened.add("top", 1);
  BOOST_TEST(failed_with(opened.store->add_comment(opened.draft("r", 2, CommentId{9999})), ErrorCode::unknown_parent));

  auto elsewhere = opened.draft("r", 2, top);
  elsewhere.page = "/another";
  BOOST_TEST(failed_with(opened.store->add_comment(elsewhere), ErrorCode::parent_on_other_page));
  const Site other = must(opened.store->put_site("other", {}));
  auto other_site = opened.draft("r", 2, top);
  other_site.site = other.id;
  BOOST_TEST(failed_with(opened.store->add_comment(other_site), ErrorCode::parent_on_other_page));

  auto held = opened.draft("held", 3);
  held.state = CommentState::held;
  const CommentId held_id = must(opened.store->add_comment(held)).comment.id;
  BOOST_TEST(failed_with(opened.store->add_comment(opened.draft("r", 4, held_id)), ErrorCode::unknown_parent));
  const CommentId gone = opened.add("gone", 5);
  must(opened.store->delete_comment(gone, Instant{6}));
  BOOST_TEST(failed_with(opened.store->add_comment(opened.draft("r", 7, gone)), ErrorCode::unknown_parent));

  BOOST_TEST(bodies(opened.thread()) == "top");
  BOOST_TEST(opened.thread().total == 1);
  // A failed operation leaves no page behind.
  BOOST_TEST(must(opened.store->read_thread(opened.site, "/another", SortOrder::newest, std::nullopt, 9)).version == 0);
}

BOOST_DATA_TEST_CASE(an_edit_changes_the_body_and_says_when, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = opened.add("before", 10);
  const auto version = opened.thread().version;
  const auto edited = must(opened.store->edit_comment(id, {"after 'é'", Instant{20}}));
  BOOST_TEST(edited.comment.body == "after 'é'");
  BOOST_TEST(edited.comment.edited.value().milliseconds == 20);
  const auto thread = opened.thread();
  BOOST_TEST(bodies(thread) == "after 'é'");
  BOOST_TEST(thread.comments.at(0).edited.value().milliseconds == 20);
  BOOST_TEST(thread.comments.at(0).created.milliseconds == 10);
  BOOST_TEST(thread.version == version + 1);
  BOOST_TEST(thread.total == 1);
  BOOST_TEST(failed_with(opened.store->edit_comment(CommentId{4711}, {"x", Instant{1}}), ErrorCode::unknown_comment));
}

BOOST_DATA_TEST_CASE(a_deleted_comment_is_wiped_and_cannot_be_touched_again, engines(), engine) {
  const Opened opened(engine);
  const CommentId id = opened.add("secret words", 10);
  const auto version = opened.thread().version;
  const auto deleted = must(opened.store->delete_comment(id, Instant{20}));
  for (const auto& stored : {deleted, must(opened.store->find_comment(id)).value()}) {
    BOOST_TEST((stored.comment.state == CommentState::deleted));
    BOOST_TEST(stored.comment.body == "");
    BOOST_TEST(stored.comment.author.name == "");
    BOOST_TEST(stored.comment.author.website == "");
  }
  BOOST_TEST(opened.thread().version == version + 1);
  BOOST_TEST(opened.thread().total == 0);
  BOOST_TEST(failed_with(opened.store->delete_comment(id, Instant{21}), ErrorCode::unknown_comment));
  BOOST_TEST(failed_with(opened.store->edit_comment(id, {"x", Instant{21}}), ErrorCode::unknown_comment));
  BOOST_TEST(failed_with(opened.store->delete_comment(CommentId{4711}, Instant{1}), ErrorCode::unknown_comment));
  BOOST_TEST(opened.thread().version == version + 1);
}

BOOST_DATA_TEST_CASE(an_id_is_never_given_twice, engines(), engine) {
  const Opened opened(engine);
  CommentId last{0};
  for (int i = 0; i < 20; ++i) {
    const CommentId id = opened.add("x", i);
    BOOST_TEST((last < id));
    last = id;
    must(opened.store->delete_comment(id, Instant{i}));
  }
}

BOOST_DATA_TEST_CASE(ancestors_run_up_to_the_top_level, engines(), engine) {
  const Opened opened(engine);
  std::vector<CommentId> expected;
  std::optional<CommentId> parent;
  for (int depth = 0; depth < 40; ++depth) {
    parent = opened.add("level", depth, parent);
    expected.insert(expected.begin(), *parent);
  }
  BOOST_TEST((must(opened.store->ancestors(*parent)) == expected));
  BOOST_TEST((must(opened.store->ancestors(expected.back())) == std::vector{expected.back()}));
  BOOST_TEST(must(opened.store->ancestors(CommentId{4711})).empty());
  BOOST_TEST(!must(opened.store->find_comment(CommentId{4711})).has_value());
}

BOOST_DATA_TEST_CASE(an_idempotency_key_makes_one_comment_per_site, engines(), engine) {
  const Opened opened(engine);
  auto draft = opened.draft("once", 1);
  draft.idempotency_key = "key'1";
  const auto first = must(opened.store->add_comment(draft));
  draft.body = "twice";
  const auto again = must(opened.store->add_comment(draft));
  BOOST_TEST((again.comment.id == first.comment.id));
  BOOST_TEST(again.comment.body == "once");
  BOOST_TEST(opened.thread().version == 1);
  BOOST_TEST(opened.thread().total == 1);

  draft.site = must(opened.store->put_site("other", {})).id;
  BOOST_TEST((must(opened.store->add_comment(draft)).comment.id != first.comment.id));

  draft.site = opened.site.id;
  must(opened.store->delete_comment(first.comment.id, Instant{2}));
  BOOST_TEST((must(opened.store->add_comment(draft)).comment.state == CommentState::deleted));
}

BOOST_DATA_TEST_CASE(what_was_written_is_there_after_opening_again, engines(), engine) {
  Opened opened(engine);
  opened.add("kept", 1);
  const auto secret = must(opened.store->secret());
  opened.store.reset();
  opened.store = opened.database->open();
  BOOST_TEST(bodies(opened.thread()) == "kept");
  BOOST_TEST((must(opened.store->secret()) == secret));
  BOOST_TEST(secret.size() == 32u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
