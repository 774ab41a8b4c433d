#include <set>
#include <thread>

#include "tests/service/world.h"

namespace palabre::test {

BOOST_FIXTURE_TEST_SUITE(posting, World)

BOOST_AUTO_TEST_CASE(a_comment_is_stored_told_and_answered) {
  const auto posted = post("  Bonjour *à tous* 🎉\r\n ");
  BOOST_TEST(posted.comment.body == "Bonjour *à tous* 🎉");
  BOOST_TEST((posted.comment.created == now));
  BOOST_TEST((posted.comment.state == CommentState::published));
  BOOST_TEST((posted.verdict.decision == rules::Decision::publish));
  BOOST_TEST(posted.edit_token == service::edit_token(context, posted.comment.id));
  BOOST_TEST((changes == std::vector<std::string>{"/a"}));
  BOOST_TEST(thread().comments.at(0).body == "Bonjour *à tous* 🎉");
  BOOST_TEST(thread().title == "A page");
}

BOOST_AUTO_TEST_CASE(bad_fields_are_named_and_nothing_is_stored) {
  const auto outcome_of = [&](auto change, const std::string& key = {}) {
    auto draft = message("fine");
    change(draft);
    return outcome(post(draft, key));
  };
  const auto none = [](wire::PostComment&) {};
  BOOST_TEST(outcome_of([](auto& m) { m.page = ""; }) == "field_empty page");
  BOOST_TEST(outcome_of([](auto& m) { m.page = " \t"; }) != "ok");
  BOOST_TEST(outcome_of([](auto& m) { m.page = "/" + std::string(1'000, 'x'); }) == "field_too_long page");
  BOOST_TEST(outcome_of([](auto& m) { m.page = "/\xff"; }) == "malformed_text page");
  BOOST_TEST(outcome_of([](auto& m) { m.page = std::string("/a\0b", 4); }) == "forbidden_character page");
  BOOST_TEST(outcome_of([](auto& m) { m.url = "/\xff"; }) == "malformed_text url");
  BOOST_TEST(outcome_of([](auto& m) { m.title = "\xc3\x28"; }) == "malformed_text title");
  BOOST_TEST(outcome_of([](auto& m) { m.draft.body = "\xed\xa0\x80"; }) == "malformed_text body");
  BOOST_TEST(outcome_of([](auto& m) { m.draft.body = " \n "; }) == "field_empty body");
  BOOST_TEST(outcome_of([](auto& m) { m.draft.name = ""; }) == "field_empty author.name");
  BOOST_TEST(outcome_of([](auto& m) { m.draft.website = "javascript:x"; }) == "malformed_address author.website");
  BOOST_TEST(outcome_of([](auto& m) { m.parent = CommentId{77}; }) == "unknown_parent parent");
  BOOST_TEST(outcome_of(none, std::string(101, 'k')) == "field_too_long Idempotency-Key");
  BOOST_TEST(outcome_of(none, std::string(100, 'k')) == "ok");
  BOOST_TEST(thread().total == 1);
  BOOST_TEST(changes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_long_title_is_cut_and_a_foreign_address_not_kept) {
  auto draft = message("x");
  for (int i = 0; i < 400; ++i) draft.title += "é";
  draft.url = "javascript:alert(1)";
  must(post(draft));
  draft.url = "https://evil.example/a";
  must(post(draft));
  BOOST_TEST(thread().title.size() < 700u);
  BOOST_TEST(thread().title.rfind("A pageéé", 0) == 0u);
  BOOST_TEST(must(service::recent_comments(context, site, std::nullopt)).at(0).url == "");
  draft.url = "HTTPS://Blog.Example:443/a?b=c";
  must(post(draft));
  BOOST_TEST(must(service::recent_comments(context, site, std::nullopt)).at(0).url == "HTTPS://Blog.Example:443/a?b=c");
}

BOOST_AUTO_TEST_CASE(replies_deeper_than_the_limit_join_the_last_level) {
  auto draft = message("level");
  std::optional<CommentId> last;
  for (unsigned level = 0; level < context.limits.depth + 6; ++level) {
    draft.parent = last;
    last = must(post(draft)).comment.id;
  }
  BOOST_TEST(must(context.store.ancestors(*last)).size() == context.limits.depth + 1);
  BOOST_TEST(thread().comments.size() == context.limits.depth + 6);
}

BOOST_AUTO_TEST_CASE(a_parent_on_another_page_or_site_is_refused) {
  const auto parent = post("here").comment.id;
  auto draft = message("there");
  draft.parent = parent;
  draft.page = "/b";
  BOOST_TEST(outcome(post(draft)) == "parent_on_other_page parent");
  const Site other = must(context.store.put_site("other", {}));
  draft.page = "/a";
  BOOST_TEST(outcome(service::post_comment(context, other, draft, {})) == "parent_on_other_page parent");
}

BOOST_AUTO_TEST_CASE(a_repeated_request_gets_the_first_answer) {
  const auto draft = message("once");
  const auto first = must(post(draft, "key"));
  now = now + Duration::minutes(1);
  const auto again = must(post(draft, "key"));
  BOOST_TEST((again.comment.id == first.comment.id));
  BOOST_TEST((again.comment.created == first.comment.created));
  BOOST_TEST(again.edit_token == first.edit_token);
  BOOST_TEST(thread().total == 1);
}

BOOST_AUTO_TEST_CASE(a_key_used_again_for_other_words_loses_nothing_and_gives_no_foreign_token) {
  auto draft = message("mine");
  const auto first = must(post(draft, "1"));
  std::set<CommentId> ids{first.comment.id};
  const auto another = [&](auto change) {
    auto other = message("mine");
    change(other);
    const auto posted = must(post(other, "1"));
    BOOST_TEST(ids.insert(posted.comment.id).second);
    BOOST_TEST(posted.edit_token != first.edit_token);
  };
  another([](auto& m) { m.draft.body = "theirs"; });
  another([](auto& m) { m.draft.name = "Yann"; });
  another([](auto& m) { m.draft.email = ""; });
  another([](auto& m) { m.draft.website = "https://y.example"; });
  another([](auto& m) { m.page = "/b"; });
  another([&](auto& m) { m.parent = first.comment.id; });
}

BOOST_AUTO_TEST_CASE(the_e_mail_address_never_comes_back) {
  const auto posted = post("x");
  BOOST_TEST(posted.comment.author.name == "Zoé");
  BOOST_TEST(posted.comment.author.website == "");
  BOOST_TEST(thread().comments.at(0).author.website == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(reading, World)

BOOST_AUTO_TEST_CASE(page_keys_are_taken_as_they_stand) {
  auto draft = message("x");
  draft.page = " /a  b";
  must(post(draft));
  BOOST_TEST(thread(" /a  b").total == 1);
  BOOST_TEST(thread("/a b").total == 0);
  const auto counts = must(service::count_comments(context, site, {" /a  b", "/none"}));
  BOOST_TEST(counts.at(0).comments == 1);
  BOOST_TEST(counts.at(1).comments == 0);
}

BOOST_AUTO_TEST_CASE(bad_keys_are_refused_and_unknown_ones_are_empty) {
  wire::ThreadQuery query;
  BOOST_TEST(outcome(service::read_thread(context, site, query)) == "field_empty page");
  query.page = "/\xff";
  BOOST_TEST(outcome(service::read_thread(context, site, query)) == "malformed_text page");
  BOOST_TEST(outcome(service::recent_comments(context, site, "/\xff")) == "malformed_text page");
  BOOST_TEST(outcome(service::count_comments(context, site, {"/a", ""})) == "field_empty page");
  BOOST_TEST(thread("/nothing").version == 0);
  const std::vector<std::string> many(service::count_limit + 1, "/a");
  BOOST_TEST(outcome(service::count_comments(context, site, many)) == "field_too_long page");
  BOOST_TEST(must(service::count_comments(context, site, {many.begin(), many.end() - 1})).size() ==
             service::count_limit);
}

BOOST_AUTO_TEST_CASE(a_thread_comes_in_pages) {
  for (std::size_t i = 0; i < service::page_size + 1; ++i) {
    now = now + Duration::seconds(1);
    post("n" + std::to_string(i));
  }
  const auto first = thread();
  BOOST_TEST(first.comments.size() == service::page_size);
  wire::ThreadQuery query;
  query.page = "/a";
  query.sort = SortOrder::oldest;
  query.after = first.next;
  const auto second = must(service::read_thread(context, site, query));
  BOOST_TEST(second.comments.size() == 1u);
  BOOST_TEST(!second.next.has_value());
}

BOOST_AUTO_TEST_CASE(pages_through_a_comment_come_as_one) {
  std::vector<CommentId> ids; // oldest first
  for (std::size_t i = 0; i < 2 * service::page_size + 1; ++i) {
    now = now + Duration::seconds(1);
    ids.push_back(post("n" + std::to_string(i)).comment.id);
  }
  wire::ThreadQuery query;
  query.page = "/a";
  const auto pages = [&](CommentId through) {
    query.through = through;
    return must(service::pages_asked(context, site, query));
  };
  BOOST_TEST(pages(ids.back()) == 1u);
  BOOST_TEST(pages(ids[101]) == 1u);
  BOOST_TEST(pages(ids[100]) == 2u);
  BOOST_TEST(pages(ids[0]) == 3u);
  BOOST_TEST(pages(CommentId{4711}) == 1u);
  const auto two = must(service::read_thread(context, site, query, 2));
  BOOST_TEST(two.comments.size() == 2 * service::page_size);
  BOOST_REQUIRE(two.next.has_value());
  query.after = must(service::read_thread(context, site, query)).next;
  BOOST_TEST(pages(ids[0]) == 2u);
  BOOST_TEST(pages(ids.back()) == 1u); // before `after`
  query.sort = SortOrder::oldest;
  query.after.reset();
  BOOST_TEST(pages(ids.back()) == 3u);
}

BOOST_AUTO_TEST_CASE(a_comment_further_than_the_limit_gives_the_first_page) {
  const CommentId first = post("first").comment.id;
  storage::NewComment comment;
  comment.site = site.id;
  comment.page = "/a";
  comment.author.name = "Ada";
  comment.body = "more";
  comment.created = now + Duration::seconds(9);
  const auto add = [&](std::size_t many) {
    std::vector<std::thread> writers; // they share commits
    for (std::size_t w = 0; w < 16; ++w) {
      writers.emplace_back([&, w] {
        for (std::size_t i = w; i < many; i += 16) must(context.store.add_comment(comment));
      });
    }
    for (std::thread& writer : writers) writer.join();
  };
  wire::ThreadQuery query;
  query.page = "/a";
  query.through = first;
  add(service::page_size * service::page_limit - 1);
  BOOST_TEST(must(service::pages_asked(context, site, query)) == service::page_limit);
  add(1);
  BOOST_TEST(must(service::pages_asked(context, site, query)) == 1u);
}

BOOST_AUTO_TEST_CASE(a_comment_knows_its_site) {
  const auto id = post("x").comment.id;
  BOOST_TEST((must(service::site_of_comment(context, id)) == site.id));
  BOOST_TEST(outcome(service::site_of_comment(context, CommentId{4711})) == "unknown_comment");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
