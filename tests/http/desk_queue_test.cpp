// What the desk reads, over real sockets: the queue, a comment, what happens meanwhile, the figures.
#include <random>
#include <set>

#include "tests/http/desk.h"

namespace palabre::test {
namespace {

using nlohmann::json;

json read(const Reply& reply) {
  BOOST_TEST_INFO(reply.body);
  BOOST_REQUIRE_EQUAL(reply.status, 200);
  return json::parse(reply.body);
}

// Straight into the store, as the rules would have left it.
struct Filled : Desk {
  std::string add(const std::string& body, CommentState state, const std::string& site = "blog",
                  const std::string& page = "/a") {
    storage::NewComment draft;
    for (const Site& one : must(server.store().sites())) {
      if (one.name == site) draft.site = one.id;
    }
    draft.page = page;
    draft.author.name = "Zoé";
    draft.body = body;
    draft.state = state;
    draft.created = Instant{server.now - 60'000 + ++count_};
    draft.reader = "reader-" + site;
    draft.verdict.language = text::Language::fr;
    draft.verdict.sentiment.label = rules::SentimentLabel::negative;
    if (state != CommentState::published) {
      draft.verdict.reasons.push_back({"spam.links", rules::Severity::mild, rules::Decision::hold});
    }
    return must(server.store().add_comment(draft)).comment.id.text();
  }
  [[nodiscard]] json queue(const std::string& query) const { return read(get("queue?" + query, owner.reading())); }
  [[nodiscard]] Headers page_of(const std::string& site, const std::string& from) {
    const std::string token(43, site.front());
    add_page_session(token, owner, site, from);
    return {{"Authorization", "Bearer " + token}, {"Origin", from}};
  }

private:
  std::int64_t count_{0};
};

std::vector<std::string> ids(const json& page) {
  std::vector<std::string> list;
  for (const json& item : page["items"]) list.push_back(item["comment"]["id"]);
  return list;
}

using Ids = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(desk_queue)

BOOST_AUTO_TEST_CASE(the_queue_is_filtered_as_asked) {
  Filled desk;
  const std::string held = desk.add("Été à la plage", CommentState::held);
  const std::string published = desk.add("Bonjour", CommentState::published, "blog", "/b c");
  const std::string hidden = desk.add("Voilà", CommentState::hidden, "other");
  const json first = desk.queue("");
  BOOST_TEST(ids(first) == Ids{held}, boost::test_tools::per_element());
  BOOST_TEST(first["counts"]["waiting"] == 1);
  BOOST_TEST(first["counts"]["all"] == 3);
  BOOST_TEST(first["next"] == "");
  BOOST_TEST(first["items"].at(0)["site"] == "blog");
  BOOST_TEST(first["items"].at(0)["verdict"]["reasons"].at(0)["rule"] == "spam.links");
  const std::string author = first["items"].at(0)["author"];
  const std::vector<std::pair<std::string, Ids>> cases{
      {"tab=all", {hidden, published, held}},
      {"tab=all&site=blog", {published, held}},
      {"tab=all&site=blog&page=/b%20c", {published}},
      {"tab=all&author=" + author, {published, held}},
      {"tab=hidden", {hidden}},
      {"tab=spam", {hidden, held}},
      {"tab=all&lang=en", {}},
      {"tab=all&sentiment=neg&reason=spam.links", {hidden, held}},
      {"tab=all&reason=offence", {}},
      {"tab=all&q=ete%20pla", {held}},
      {"tab=all&q=%C3%89T%C3%89", {held}},
      {"tab=all&q=zoe&site=other", {hidden}},
      {"tab=all&author=x", {}},
  };
  for (const auto& [query, expected] : cases) {
    BOOST_TEST_INFO(query);
    BOOST_TEST(ids(desk.queue(query)) == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_a_gap) {
  Filled desk;
  for (int i = 0; i < 103; ++i) desk.add("words", CommentState::held, i % 2 == 0 ? "blog" : "other");
  for (const std::string tab : {"waiting", "held", "all"}) {
    std::set<std::string> seen;
    std::string after;
    int pages = 0;
    do {
      const json page = desk.queue("tab=" + tab + "&after=" + after);
      BOOST_TEST((page["counts"].size() == (pages == 0 ? 8U : 0U)));
      for (const std::string& id : ids(page)) BOOST_TEST(seen.insert(id).second, id);
      after = page["next"];
      ++pages;
    } while (!after.empty() && pages < 9);
    BOOST_TEST(pages == 3);
    BOOST_TEST(seen.size() == 103U);
  }
  const std::string later = desk.queue("tab=all")["next"];
  check_problem(desk.get("queue?tab=waiting&after=" + later, desk.owner.reading()), 400, "bad_cursor", "after");
}

BOOST_AUTO_TEST_CASE(an_analyst_reads_and_a_visitor_does_not) {
  Filled desk;
  const std::string id = desk.add("words", CommentState::held);
  const SignedIn analyst = desk.join("analyst@blog.example", MemberRole::analyst);
  for (const std::string& path :
       {std::string("queue"), "comments/" + id, std::string("changes"), std::string("overview")}) {
    BOOST_TEST_INFO(path);
    const Reply reply = desk.get(path, analyst.reading());
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.header("cache-control") == "no-store, private");
    check_problem(desk.get(path, {}), 401, "not_signed_in");
    check_problem(desk.send("POST", path, analyst.writing(), "{}"), 405, "method_not_allowed");
  }
}

BOOST_AUTO_TEST_CASE(parameters_that_mean_nothing_are_named) {
  Filled desk;
  desk.add("words", CommentState::held);
  struct Case {
    std::string path;
    int status;
    std::string code, field;
  };
  const std::vector<Case> cases{
      {"queue?tab=everything", 400, "unknown_field_value", "tab"},
      {"queue?sentiment=angry", 400, "unknown_field_value", "sentiment"},
      {"queue?site=nobody", 404, "unknown_site", "site"},
      {"queue?q=" + std::string(501, 'x'), 422, "field_too_long", "q"},
      {"queue?author=" + std::string(2'001, 'x'), 422, "field_too_long", "author"},
      {"queue?author=%00x", 422, "forbidden_character", "author"},
      {"queue?after=x", 400, "bad_cursor", "after"},
      {"queue?after=w1.2.3.4", 400, "bad_cursor", "after"},
      {"queue?after=w1.2.99999999999999999999", 400, "bad_cursor", "after"},
      {"queue?after=%27%3B--", 400, "bad_cursor", "after"},
      {"comments/999999", 404, "unknown_comment", ""},
      {"comments/1e1", 404, "unknown_comment", ""},
      {"comments/99999999999999999999", 404, "unknown_comment", ""},
      {"changes?since=-1", 400, "unknown_field_value", "since"},
      {"changes?since=9007199254740992", 400, "unknown_field_value", "since"},
      {"changes?looking=me", 400, "unknown_field_value", "looking"},
      {"changes?site=nobody", 404, "unknown_site", "site"},
      {"overview?days=0", 400, "unknown_field_value", "days"},
      {"overview?days=91", 400, "unknown_field_value", "days"},
      {"overview?days=3%20", 400, "unknown_field_value", "days"},
      {"overview?offset=841", 400, "unknown_field_value", "offset"},
      {"overview?site=nobody", 404, "unknown_site", "site"},
  };
  for (const Case& one : cases) {
    BOOST_TEST_CONTEXT(one.path) {
      check_problem(desk.get(one.path, desk.owner.reading()), one.status, one.code, one.field);
    }
  }
  BOOST_TEST(desk.get("queue?q=" + std::string(500, 'x'), desk.owner.reading()).status == 200);
}

BOOST_AUTO_TEST_CASE(a_page_reads_of_its_own_site_only) {
  Filled desk;
  const std::string own = desk.add("own words", CommentState::held);
  const std::string foreign = desk.add("foreign words", CommentState::held, "other");
  const Headers page = desk.page_of("blog", origin);
  const json queue = read(desk.get("queue?tab=all", page));
  BOOST_TEST(ids(queue) == Ids{own}, boost::test_tools::per_element());
  BOOST_TEST(queue["counts"]["all"] == 1);
  BOOST_TEST(ids(read(desk.get("queue?tab=all&q=words", page))) == Ids{own}, boost::test_tools::per_element());
  check_problem(desk.get("queue?site=other", page), 403, "not_allowed", "site");
  check_problem(desk.get("changes?site=other", page), 403, "not_allowed", "site");
  BOOST_TEST(read(desk.get("comments/" + own, page))["item"]["comment"]["id"] == own);
  check_problem(desk.get("comments/" + foreign, page), 404, "unknown_comment");
  const json changes = read(desk.get("changes?since=0", page));
  BOOST_TEST(ids(changes) == Ids{own}, boost::test_tools::per_element());
  BOOST_TEST(changes["counts"]["all"] == 1);
  check_problem(desk.get("overview", page), 403, "not_allowed");
  check_problem(desk.get("queue", with({page.front()}, "Origin", "https://other.example")), 403, "origin_not_allowed",
                "Origin");
}

BOOST_AUTO_TEST_CASE(two_members_see_each_other_for_fifteen_seconds) {
  Filled desk;
  const std::string id = desk.add("words", CommentState::held);
  const std::string foreign = desk.add("words", CommentState::held, "other");
  const SignedIn colleague = desk.join("m@blog.example", MemberRole::moderator);
  const auto present = [&](const Headers& who, const std::string& looking = {}) {
    return read(desk.get("changes?since=0&looking=" + looking, who))["present"];
  };
  BOOST_TEST(present(desk.owner.reading(), id).empty()); // not oneself
  const json seen = present(colleague.reading(), id);
  BOOST_REQUIRE_EQUAL(seen.size(), 1U);
  BOOST_TEST(seen[0]["comment"] == id);
  BOOST_TEST(seen[0]["name"] == "N");
  BOOST_TEST(present(desk.owner.reading(), id).size() == 1U);
  BOOST_TEST(present(desk.owner.reading(), foreign).at(0)["comment"] == id);
  BOOST_TEST(present(colleague.reading()).at(0)["comment"] == foreign);
  BOOST_TEST(present(desk.owner.reading()).empty()); // the colleague looks at nothing now
  const std::string token(43, 'p');
  desk.add_page_session(token, colleague, "blog", origin);
  const Headers page{{"Authorization", "Bearer " + token}, {"Origin", origin}};
  present(desk.owner.reading(), foreign);
  BOOST_TEST(present(page, foreign).empty());        // another site's comment
  BOOST_TEST(present(desk.owner.reading()).empty()); // and looking at it is told to nobody
  present(desk.owner.reading(), id);
  desk.server.now += 15'000;
  BOOST_TEST(present(page).size() == 1U);
  desk.server.now += 1;
  BOOST_TEST(present(page).empty());
  BOOST_TEST(present(page, "999999").empty());
}

BOOST_AUTO_TEST_CASE(changes_tell_what_is_new_and_decided) {
  Filled desk;
  const std::string id = desk.add("words", CommentState::held);
  const json before = desk.queue("");
  const std::string since = before["change"].dump();
  const json revision = before["items"].at(0)["revision"];
  const auto changes = [&](const std::string& from) {
    return read(desk.get("changes?since=" + from, desk.owner.reading()));
  };
  BOOST_TEST(changes(since)["items"].empty());
  const std::string body =
      json{{"action", "approve"}, {"items", {{{"comment", id}, {"revision", revision}}}}, {"confirmed", true}}.dump();
  BOOST_REQUIRE_EQUAL(desk.send("POST", "decisions", desk.owner.writing(), body).status, 200);
  const json after = changes(since);
  BOOST_TEST(ids(after) == Ids{id}, boost::test_tools::per_element());
  BOOST_TEST(after["items"].at(0)["decided_by"] == "N");
  BOOST_TEST(after["items"].at(0)["attention"] == 0);
  BOOST_TEST(after["counts"]["waiting"] == 0);
  BOOST_TEST(after["more"] == false);
  BOOST_TEST(changes(after["change"].dump())["items"].empty());
  BOOST_TEST(changes("9007199254740991")["more"] == true); // of a database that is no more
  for (int i = 0; i < 101; ++i) desk.add("many", CommentState::published);
  const json many = changes(after["change"].dump());
  BOOST_TEST(many["more"] == true);
  BOOST_TEST(many["items"].size() == 100U);
}

BOOST_AUTO_TEST_CASE(the_overview_counts_a_site_or_all) {
  Filled desk;
  const std::string id = desk.add("words", CommentState::held);
  desk.add("words", CommentState::published);
  desk.add("words", CommentState::held, "other");
  const auto overview = [&](const std::string& query) {
    return read(desk.get("overview?" + query, desk.owner.reading()));
  };
  const json all = overview("days=2");
  BOOST_TEST(all["days"].size() == 2U);
  BOOST_TEST(all["days"][1] == 3);
  BOOST_TEST(all["held"][1] == 2);
  BOOST_TEST(all["waiting"] == 2);
  BOOST_TEST(all["reasons"]["spam"] == 2);
  BOOST_TEST(overview("site=blog")["days"].size() == 30U);
  BOOST_TEST(overview("site=blog")["waiting"] == 1);
  BOOST_TEST(overview("site=other&offset=-600&days=90")["days"].size() == 90U);
}

// Of bytes that nobody would send: an answer or a refusal, never a failure of ours.
BOOST_AUTO_TEST_CASE(any_bytes_are_answered) {
  Filled desk;
  desk.add("words \"quoted\" 100% a_b", CommentState::held);
  std::mt19937 random(11);
  const auto below = [&](unsigned limit) { return static_cast<std::size_t>(random() % limit); };
  const std::array<std::string, 16> parts{"%00", "%FF", "%22", "*", "%25", "_",    "%5C",    "%27",
                                          "a",   "%",   "(",   ")", "-1",  "NEAR", "%E6%97", "99999999999999999999"};
  const std::array<std::string, 13> names{"tab", "site",  "page",  "author",  "lang", "sentiment", "reason",
                                          "q",   "after", "since", "looking", "days", "offset"};
  const std::array<std::string, 4> paths{"queue", "changes", "overview", "comments/"};
  for (int round = 0; round < 300; ++round) {
    std::string path = paths.at(below(4));
    if (path.back() == '/') path += parts.at(below(16));
    path += "?";
    for (std::size_t i = below(3) + 1; i > 0; --i) {
      path += names.at(below(13)) + "=";
      for (std::size_t j = below(4); j > 0; --j) path += parts.at(below(16));
      path += "&";
    }
    const Reply reply = desk.get(path, desk.owner.reading());
    BOOST_TEST((reply.status == 200 || (reply.status >= 400 && reply.status < 500)), path << ": " << reply.status);
    BOOST_TEST(!json::parse(reply.body, nullptr, false).is_discarded(), path);
  }
  desk.server.check_alive();
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
