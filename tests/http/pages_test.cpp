// The plain HTML thread, feeds, the demo's files and the built-in ones.
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>

#include "server/assets/assets.h"
#include "shared/view/catalogues/built_in.h"
#include "tests/http/payloads.h"
#include "tests/http/running_server.h"
#include "tests/support/must.h"

using namespace palabre;
using namespace palabre::test;

namespace {

std::string encode(const std::string& text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 && byte < 0x80) {
      out.push_back(c);
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

Reply post_form(const RunningServer& server, const std::string& target,
                const std::vector<std::pair<std::string, std::string>>& fields, Headers headers = {}) {
  std::string body;
  for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + name + "=" + encode(value);
  headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return server.ask("POST", target, headers, body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(pages)

BOOST_AUTO_TEST_CASE(a_form_writes_and_comes_back_to_its_comment) {
  RunningServer server;
  const Reply answer =
      post_form(server, "/t/blog/a/b", {{"name", "Zoé"}, {"body", "Line one\r\n\r\nline two + 100 %"}});
  BOOST_TEST(answer.status == 303);
  BOOST_TEST(answer.header("location") == "/t/blog/a/b#palabre-1");
  const Reply page = server.get("/t/blog/a/b");
  BOOST_TEST(page.status == 200);
  BOOST_TEST(page.header("content-type") == "text/html; charset=utf-8");
  BOOST_TEST(page.body.find("<p>Line one</p><p>line two + 100 %</p>") != std::string::npos);
  BOOST_TEST(page.body.find("id=\"palabre-1\"") != std::string::npos);
  const Reply reply = post_form(server, "/t/blog/a/b", {{"name", "Léo"}, {"body", "me too"}, {"parent", "1"}});
  BOOST_TEST(reply.header("location") == "/t/blog/a/b#palabre-2");
  const auto thread = nlohmann::json::parse(server.get("/api/v1/thread?site=blog&page=/a/b").body);
  BOOST_TEST(thread["comments"][1]["parent"] == "1");
}

BOOST_AUTO_TEST_CASE(a_newcomer_without_script_is_welcomed_once) {
  RunningServer server;
  Engagement engagement;
  engagement.welcome = "Glad you are **here**.";
  const Site site = must(server.store().sites()).at(0);
  const storage::AuditNote note{{}, Instant{1}, "engagement.change", site.id};
  must(server.store().marks().change_engagement(site.id, std::nullopt, engagement, note));
  server.now += 60'000; // what the server knew of the site's settings is old now
  const Reply first = post_form(server, "/t/blog/a/b", {{"name", "Zoé"}, {"body", "My first words here"}});
  BOOST_TEST(first.header("location") == "/t/blog/a/b?welcome=1#palabre-1");
  BOOST_TEST(server.get("/t/blog/a/b?welcome=1").body.find("Glad you are <strong>here</strong>.") != std::string::npos);
  BOOST_TEST(server.get("/t/blog/a/b").body.find("Glad you are") == std::string::npos);
  BOOST_TEST(server.get("/t/blog/a/b?welcome=x").status == 200);
  const std::string cookie = first.header("set-cookie");
  const Reply again = post_form(server, "/t/blog/a/b", {{"name", "Zoé"}, {"body", "And a second time"}},
                                {{"Cookie", cookie.substr(0, cookie.find(';'))}});
  BOOST_TEST(again.header("location") == "/t/blog/a/b#palabre-2");
}

BOOST_AUTO_TEST_CASE(the_plain_page_leads_back_to_the_site_s_own_pages_only) {
  RunningServer server;
  const auto page_after = [&](const std::string& path, const std::string& address) {
    (void)post_form(server, path, {{"name", "Z"}, {"body", "x"}, {"url", address}, {"title", "A <page>"}});
    return server.get(path).body;
  };
  const std::string home = page_after("/t/blog/a", "https://blog.example/a?x=1&y=2#top");
  BOOST_TEST(home.find("<a href=\"https://blog.example/a?x=1&amp;y=2\">Back to the page</a>") != std::string::npos);
  BOOST_TEST(home.find("A &lt;page&gt;") != std::string::npos);
  for (const char* address : {"https://evil.example/a", "javascript:alert(1)", "//blog.example/a", ""}) {
    const std::string foreign = page_after("/t/blog/" + encode(address), address);
    BOOST_TEST(foreign.find("p-page-back\"") == std::string::npos, address);
  }
}

BOOST_AUTO_TEST_CASE(a_form_that_is_to_be_shown_is_not_kept) {
  RunningServer server;
  (void)server.post("/a", "A question");
  const Reply shown = post_form(server, "/t/blog/a?reply=1",
                                {{"name", "Zoé"}, {"body", "half a <thought>"}, {"parent", "1"}, {"show", "1"}});
  BOOST_TEST(shown.status == 200);
  BOOST_TEST(shown.header("cache-control") == "no-store");
  BOOST_TEST(shown.body.find("half a &lt;thought&gt;</textarea>") != std::string::npos);
  BOOST_TEST(shown.body.find("p-composer-reply") != std::string::npos);
  BOOST_TEST(shown.body.find("role=\"alert\"") == std::string::npos);
  BOOST_TEST(server.get("/t/blog/a").body.find("thought") == std::string::npos);
  check_problem(post_form(server, "/t/blog/a", {{"body", "x"}, {"show", "1"}}, {{"Origin", "https://evil.example"}}),
                403, "origin_not_allowed", "Origin");
}

std::string version_in(const std::string& page) {
  const std::string mark = "name=\"version\" value=\"";
  const std::size_t at = page.find(mark);
  return at == std::string::npos ? "none"
                                 : page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
}

BOOST_AUTO_TEST_CASE(a_form_sent_twice_is_one_comment) {
  RunningServer server;
  const std::string version = version_in(server.get("/t/blog/a").body);
  BOOST_TEST(version == "0");
  const auto send = [&](const std::string& name, const std::string& shown) {
    return post_form(server, "/t/blog/a", {{"name", name}, {"body", "merci"}, {"version", shown}}).header("location");
  };
  BOOST_TEST(send("Zoé", version) == "/t/blog/a#palabre-1");
  BOOST_TEST(send("Zoé", version) == "/t/blog/a#palabre-1");
  BOOST_TEST(send("Léo", version) == "/t/blog/a#palabre-2");
  const std::string later = version_in(server.get("/t/blog/a").body);
  BOOST_TEST(later == "2");
  BOOST_TEST(send("Zoé", later) == "/t/blog/a#palabre-3"); // who has read on and says it again means it
  BOOST_TEST(
      post_form(server, "/t/blog/a", {{"name", "Z"}, {"body", "x"}, {"version", std::string(5'000, '9')}}).status ==
      303);
}

BOOST_AUTO_TEST_CASE(a_wrong_form_comes_back_with_its_text) {
  RunningServer server;
  const Reply answer = post_form(server, "/t/blog/a", {{"name", ""}, {"body", "kept <text>"}});
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(answer.header("content-type") == "text/html; charset=utf-8");
  BOOST_TEST(answer.header("cache-control") == "no-store");
  BOOST_TEST(answer.body.find("kept &lt;text&gt;</textarea>") != std::string::npos);
  BOOST_TEST(answer.body.find("role=\"alert\"") != std::string::npos);
  const Reply lost = post_form(server, "/t/blog/a", {{"name", "Z"}, {"body", "x"}, {"parent", "77"}});
  BOOST_TEST(lost.status == 404);
  BOOST_TEST(lost.header("content-type") == "text/html; charset=utf-8");
  check_problem(post_form(server, "/t/nobody/a", {{"name", "Z"}, {"body", "x"}}), 404, "unknown_site", "site");
  check_problem(server.ask("POST", "/t/blog/a", {{"Content-Type", "application/x-www-form-urlencoded"}}, "name=%zz"),
                400, "malformed_request", "name");
  check_problem(server.ask("POST", "/t/blog/a", {{"Content-Type", "application/x-www-form-urlencoded"}}, "body=%ff"),
                400, "malformed_text", "body");
}

BOOST_AUTO_TEST_CASE(only_our_own_pages_and_the_site_s_may_send_the_form) {
  RunningServer server;
  const std::vector<std::pair<std::string, std::string>> fields{{"name", "Z"}, {"body", "x"}};
  BOOST_TEST(post_form(server, "/t/blog/a", fields, {{"Origin", "http://comments.example"}}).status == 303);
  BOOST_TEST(post_form(server, "/t/blog/a", fields, {{"Origin", origin}}).status == 303);
  BOOST_TEST(post_form(server, "/t/blog/a", fields, {{"Sec-Fetch-Site", "same-origin"}}).status == 303);
  check_problem(post_form(server, "/t/blog/a", fields, {{"Origin", "https://evil.example"}}), 403, "origin_not_allowed",
                "Origin");
  check_problem(post_form(server, "/t/blog/a", fields, {{"Origin", "null"}}), 403, "origin_not_allowed", "Origin");
  check_problem(post_form(server, "/t/blog/a", fields, {{"Sec-Fetch-Site", "cross-site"}}), 403, "origin_not_allowed",
                "Sec-Fetch-Site");
}

BOOST_AUTO_TEST_CASE(the_plain_page_speaks_what_the_browser_wants_most) {
  RunningServer server;
  const auto spoken = [&](const std::string& accepted) {
    const std::string page = server.get("/t/blog/a", {{"Accept-Language", accepted}}).body;
    const std::size_t at = page.find("<html lang=\"") + std::string("<html lang=\"").size();
    return page.substr(at, 2);
  };
  for (const view::Language language : view::languages) {
    const std::string name(view::to_name(language));
    BOOST_TEST(spoken(name + "-XX," + "zh;q=0.9") == name);
  }
  BOOST_TEST(spoken("de;q=0.5, nl;q=0.8,it;q=0.75") == "nl");
  BOOST_TEST(spoken("fr;q=0, ja;q=0.001") == "ja");
  BOOST_TEST(spoken("fr;q=0") == "en");
  BOOST_TEST(spoken("es; q=1.0, fr") == "es"); // of equals the first
  BOOST_TEST(spoken(",, ;q=1, denmark, d, *") == "en");
  BOOST_TEST(spoken("de;q=, fr;q=x") == "de");
  BOOST_TEST(spoken("fr;q=0.9, de;q=1.000") == "de");
  BOOST_TEST(server.get("/t/blog/a?lang=ar", {{"Accept-Language", "de"}}).body.find("<html lang=\"ar\" dir=\"rtl\"") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_language_that_was_asked_for_goes_along) {
  RunningServer server;
  const auto posted = post_form(server, "/t/blog/a?lang=ar", {{"name", "Mona"}, {"body", "hello"}});
  BOOST_TEST(posted.status == 303);
  BOOST_TEST(posted.header("location").find("/t/blog/a?lang=ar#palabre-") == 0U);
  const std::string id = posted.header("location").substr(std::string("/t/blog/a?lang=ar#palabre-").size());
  const std::string page = server.get("/t/blog/a?lang=ar&reply=" + id).body;
  for (const std::string& link :
       {std::string("href=\"?sort=oldest&amp;lang=ar\""), "href=\"?reply=" + id + "&amp;lang=ar#",
        std::string("href=\"?lang=ar\""), std::string("action=\"/t/blog/a?lang=ar\"")}) {
    BOOST_TEST(page.find(link) != std::string::npos, link);
  }
  const std::string other = server.get("/t/blog/a?reply=" + id, {{"Accept-Language", "ar"}}).body;
  BOOST_TEST(other.find("lang=ar") == std::string::npos); // nobody asked, and a cache must not say otherwise
}

BOOST_AUTO_TEST_CASE(the_plain_page_allows_nothing_but_its_style) {
  RunningServer server;
  const Reply page = server.get("/t/blog/a", {{"Accept-Language", "zh, fr-CH;q=0.9, en;q=0.8"}});
  const std::string policy = page.header("content-security-policy");
  for (const char* part : {"default-src 'none'", "style-src 'sha256-", "img-src data:;", "form-action 'self'",
                           "base-uri 'none'", "frame-ancestors 'self' https://blog.example"}) {
    BOOST_TEST(policy.find(part) != std::string::npos, part);
  }
  BOOST_TEST(policy.find("script-src") == std::string::npos);
  BOOST_TEST(policy.find("unsafe") == std::string::npos);
  BOOST_TEST(page.body.find("<html lang=\"fr\" dir=\"ltr\">") != std::string::npos);
  BOOST_TEST(page.body.find("<link rel=\"icon\" href=\"data:,\">") != std::string::npos); // nothing to ask for
  BOOST_TEST(page.header("referrer-policy") == "same-origin");
  check_problem(server.get("/t/blog/a?sort=loudest"), 400, "unknown_field_value", "sort");
  check_problem(server.get("/t/blog/a?reply=x"), 404, "unknown_parent", "reply");
  check_problem(server.get("/t/blog/%ff"), 400, "malformed_request", "page");
  check_problem(server.get("/t/blog"), 400, "malformed_request", "page");
}

// Payloads in every field: what comes out holds our own elements only, none with a handler, none with an address that
// is not http(s), mailto, a fragment, a query or a path of ours.
BOOST_AUTO_TEST_CASE(payloads_come_out_as_words) {
  RunningServer server;
  std::size_t accepted = 0;
  const std::vector<std::string> payloads = load_payloads();
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    const std::string page = "/x" + std::to_string(i);
    for (const char* field : {"name", "website", "body"}) {
      std::vector<std::pair<std::string, std::string>> fields{{"name", "Z"}, {"body", "b"}, {"website", ""}};
      for (auto& [name, value] : fields) {
        if (name == field) value = payloads[i];
      }
      const Reply answer = post_form(server, "/t/blog" + page, fields);
      accepted += answer.status == 303 ? 1 : 0;
      BOOST_TEST((answer.status == 303 || (answer.status >= 400 && answer.status < 500)), payloads[i]);
      if (answer.header("content-type") == "text/html; charset=utf-8") {
        check_markup(answer.body, plain_page_elements()); // the page with what was written, again
      }
    }
    BOOST_TEST_CONTEXT(payloads[i]) {
      check_markup(server.get("/t/blog" + page).body, plain_page_elements());
      check_markup(server.get("/feed/blog" + page).body, feed_elements());
    }
  }
  BOOST_TEST(accepted > payloads.size());
}

BOOST_AUTO_TEST_CASE(payloads_as_a_page_s_name_and_title_come_out_as_words) {
  RunningServer server;
  for (const std::string& payload : load_payloads()) {
    nlohmann::json message{{"site", "blog"}, {"page", "p" + payload}, {"author", {{"name", "Z"}}}, {"body", "b"}};
    message["title"] = payload;
    message["url"] = origin + std::string("/") + payload;
    const std::string json = message.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const Reply posted = server.post_json("/api/v1/comments", json);
    if (posted.status != 201) continue;
    BOOST_TEST_CONTEXT(payload) {
      const std::string page = "/=" + encode("p" + payload);
      check_markup(server.get("/t/blog" + page).body, plain_page_elements());
      const Reply feed = server.get("/feed/blog" + page);
      BOOST_TEST(feed.status == 200);
      check_markup(feed.body, feed_elements());
    }
  }
}

BOOST_AUTO_TEST_CASE(feeds_are_atom) {
  RunningServer server;
  (void)server.post("/a", "**bold** & <b>");
  const Reply feed = server.get("/feed/blog/a");
  BOOST_TEST(feed.header("content-type") == "application/atom+xml; charset=utf-8");
  BOOST_TEST(feed.body.find("<feed xmlns=\"http://www.w3.org/2005/Atom\">") != std::string::npos);
  BOOST_TEST(feed.body.find("&lt;strong&gt;bold&lt;/strong&gt; &amp;amp; &amp;lt;b&amp;gt;") != std::string::npos);
  BOOST_TEST(feed.body.find("<author><name>Zoé</name></author>") != std::string::npos);
  BOOST_TEST(server.get("/feed/blog/a", {{"If-None-Match", feed.header("etag")}}).status == 304);
  const Reply whole = server.get("/feed/blog");
  BOOST_TEST(whole.body.find("urn:palabre:blog:1<") != std::string::npos);
  (void)server.post("/b", "on another page");
  BOOST_TEST(server.get("/feed/blog").body.find("urn:palabre:blog:2<") != std::string::npos);
  BOOST_TEST(server.get("/feed/blog/a").body.find("urn:palabre:blog:2<") == std::string::npos);
  check_problem(server.get("/feed/nobody"), 404, "unknown_site", "site");
  check_problem(server.get("/feed/blog/%00"), 422, "forbidden_character", "page");
}

BOOST_AUTO_TEST_CASE(the_demo_shows_its_folder_and_nothing_else) {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("palabre-demo-" + std::to_string(::getpid()));
  fs::create_directories(root / "demo/articles");
  std::ofstream(root / "demo/index.html") << "<h1>home</h1>";
  std::ofstream(root / "demo/articles/a.html") << "<h1>article</h1>";
  std::ofstream(root / "demo/.hidden") << "secret";
  std::ofstream(root / "secret.txt") << "secret";
  std::ofstream(root / "demo-twin.txt") << "secret";
  fs::create_symlink(root / "secret.txt", root / "demo/escape.txt");
  fs::create_directory_symlink(root, root / "demo/up");
  {
    RunningServer server([&](http::ServerOptions& options) { options.demo_directory = (root / "demo").string(); });
    BOOST_TEST(server.get("/demo/").body == "<h1>home</h1>");
    BOOST_TEST(server.get("/").header("location") == "/demo/");
    const Reply article = server.get("/demo/articles/a.html");
    BOOST_TEST(article.body == "<h1>article</h1>");
    BOOST_TEST(article.header("content-type") == "text/html; charset=utf-8");
    BOOST_TEST(server.get("/demo/articles/a.html", {{"If-None-Match", article.header("etag")}}).status == 304);
    BOOST_TEST(server.get("/demo/articles").status == 308);
    for (const char* path :
         {"/demo/../secret.txt", "/demo/%2e%2e/secret.txt", "/demo/..%2fsecret.txt", "/demo/%2e%2e%2fsecret.txt",
          "/demo/articles/../../secret.txt", "/demo/..%5csecret.txt", "/demo//../secret.txt", "/demo/.hidden",
          "/demo/escape.txt", "/demo/up/secret.txt", "/demo/../demo-twin.txt", "/demo/nothing.html", "/demo/articles/",
          "/demo//etc/passwd", "/demo/%2fetc/passwd", "/demo/./index.html", "/demo/index.html/x"}) {
      BOOST_TEST_CONTEXT(path) {
        check_problem(server.get(path), 404, "unknown_route");
      }
    }
    check_problem(server.get("/demo/index.html%00.png"), 422, "forbidden_character");
    check_problem(server.get("/demo/%ff"), 400, "malformed_text");
    check_problem(server.get("/demo/%2"), 400, "malformed_request");
    check_problem(server.ask("DELETE", "/demo/index.html"), 405, "method_not_allowed");
  }
  fs::remove_all(root);
}

BOOST_AUTO_TEST_CASE(built_in_files_come_compressed_and_are_kept_by_version) {
  RunningServer server;
  const assets::Asset* script = assets::find("embed.js");
  if (script == nullptr) { // built without the widget
    check_problem(server.get("/embed.js"), 404, "unknown_route");
    return;
  }
  const Reply plain = server.get("/embed.js");
  BOOST_TEST((plain.body == script->identity));
  BOOST_TEST(plain.header("content-type") == "text/javascript; charset=utf-8");
  BOOST_TEST(plain.header("cache-control").find("immutable") == std::string::npos);
  const Reply brotli = server.get("/embed.js?v=1", {{"Accept-Encoding", "br"}});
  BOOST_TEST((brotli.body == script->brotli));
  BOOST_TEST(brotli.header("content-encoding") == "br");
  BOOST_TEST(brotli.header("cache-control").find("immutable") != std::string::npos);
  BOOST_TEST(server.get("/embed.js", {{"If-None-Match", plain.header("etag")}}).status == 304);
  for (const view::Language language : view::languages) {
    const std::string path = "/messages/" + std::string(view::to_name(language)) + ".json";
    const Reply messages = server.get(path + "?v=1");
    BOOST_TEST(messages.status == 200, path);
    BOOST_TEST(messages.header("content-type") == "application/json");
    BOOST_TEST(messages.header("cache-control") == "public, max-age=31536000, immutable");
    BOOST_TEST(messages.header("access-control-allow-origin") == "*");
    BOOST_TEST((nlohmann::json::parse(messages.body) == nlohmann::json::parse(view::built_in_catalogue_text(language))),
               path); // one source for both
  }
  check_problem(server.get("/messages/zh.json"), 404, "unknown_route");
  check_problem(server.get("/messages/fr"), 404, "unknown_route");
  check_problem(server.get("/messages/fr.json.gz"), 404, "unknown_route");
  check_problem(server.get("/messages/..%2Fembed.js"), 404, "unknown_route");
  BOOST_TEST(server.get("/palabre.css").header("content-type") == "text/css; charset=utf-8");
}

BOOST_AUTO_TEST_SUITE_END()
