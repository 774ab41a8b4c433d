// Ready-made documents: made once, compressed truly, never stale.
#include <array>
#include <atomic>
#include <thread>

#include <brotli/decode.h>
#include <zlib.h>

#include "server/http/document_cache.h"
#include "tests/http/running_server.h"
#include "tests/support/must.h"

using namespace palabre;
using namespace palabre::test;
using namespace std::chrono_literals;

namespace {

std::string unpack_gzip(const std::string& packed) {
  std::string out(4'000'000, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return "no zlib";
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return result == Z_STREAM_END ? out : "no gzip";
}

std::string unpack_brotli(const std::string& packed) {
  std::string out(4'000'000, '\0');
  std::size_t size = out.size();
  if (BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_DECODER_RESULT_SUCCESS) {
    return "no brotli";
  }
  out.resize(size);
  return out;
}

const std::string target = "/api/v1/thread?site=blog&page=/a";

Reply get_coded(const RunningServer& server, const std::string& accept) {
  return server.get(target, {{"Accept-Encoding", accept}});
}

// 250 comments on the page, oldest first.
std::vector<std::string> fill_page(RunningServer& server) {
  std::vector<std::string> ids;
  storage::NewComment comment;
  comment.site = must(server.store().put_site("blog", {origin})).id;
  comment.page = "/a";
  comment.author.name = "Ada";
  for (int i = 0; i < 250; ++i) {
    comment.body = "n" + std::to_string(i);
    comment.created = Instant{1'000 + i};
    ids.push_back(must(server.store().add_comment(comment)).comment.id.text());
  }
  return ids;
}

std::size_t comments_in(const Reply& reply) {
  BOOST_TEST(reply.status == 200);
  return nlohmann::json::parse(reply.body).at("comments").size();
}

std::uint64_t documents_made(const RunningServer& server) {
  const std::string metrics = server.get("/metrics").body;
  const std::string name = "\npalabre_document_cache_misses_total ";
  const std::size_t at = metrics.find(name);
  BOOST_REQUIRE(at != std::string::npos);
  return std::stoull(metrics.substr(at + name.size()));
}

const SiteId site{1};

http::DocumentCache::Make make_of(const std::string& bytes, std::atomic<int>& made) {
  return [bytes, &made]() -> Expected<http::Rendered> {
    ++made;
    return http::Rendered{bytes, "Content-Type: text/plain\r\n"};
  };
}

} // namespace

BOOST_AUTO_TEST_SUITE(documents)

BOOST_AUTO_TEST_CASE(each_coding_holds_the_same_thread) {
  RunningServer server;
  for (int i = 0; i < 10; ++i) (void)server.post("/a", "Où est passée la plage ? " + std::to_string(i));
  const std::string plain = get_coded(server, "identity").body;
  const Reply gzip = get_coded(server, "gzip, deflate");
  BOOST_TEST(gzip.header("content-encoding") == "gzip");
  BOOST_TEST(unpack_gzip(gzip.body) == plain);
  const Reply brotli = get_coded(server, "gzip, deflate, br, zstd");
  BOOST_TEST(brotli.header("content-encoding") == "br");
  BOOST_TEST(unpack_brotli(brotli.body) == plain);
  BOOST_TEST(brotli.body.size() < plain.size() / 2);
  BOOST_TEST(brotli.header("vary").find("Accept-Encoding") != std::string::npos);
  BOOST_TEST(brotli.header("etag") != gzip.header("etag"));
  BOOST_TEST(brotli.header("cache-control") == "public, max-age=0, must-revalidate");
}

BOOST_AUTO_TEST_CASE(weights_of_codings_are_honoured) {
  using http::Coding;
  const auto chosen = [](std::string_view header) { return static_cast<int>(http::choose_coding(header)); };
  const std::vector<std::pair<const char*, Coding>> cases{{"", Coding::identity},
                                                          {"br", Coding::brotli},
                                                          {"BR", Coding::brotli},
                                                          {"gzip;q=0.5, br;q=0.4", Coding::gzip},
                                                          {"br;q=0, gzip", Coding::gzip},
                                                          {"br;q=0.000, gzip;q=0", Coding::identity},
                                                          {"*", Coding::brotli},
                                                          {"br;q=0, *", Coding::gzip},
                                                          {"*;q=0", Coding::identity},
                                                          {"identity", Coding::identity},
                                                          {"identity;q=0.5, gzip;q=0.1", Coding::identity},
                                                          {"gzip;q=1.0;x=y", Coding::gzip},
                                                          {"br ; q=1 , gzip", Coding::brotli},
                                                          {"brotli, bra, xbr", Coding::identity},
                                                          {"br;q=abc", Coding::identity},
                                                          {",,,;;;=,q=", Coding::identity}};
  for (const auto& [header, coding] : cases) BOOST_TEST(chosen(header) == static_cast<int>(coding), header);
}

BOOST_AUTO_TEST_CASE(who_has_it_already_gets_304_until_it_changes) {
  RunningServer server;
  const auto posted = server.post("/a", "first");
  const std::string tag = get_coded(server, "br").header("etag");
  const auto ask = [&](const std::string& known) {
    return server.get(target, {{"Accept-Encoding", "br"}, {"If-None-Match", known}});
  };
  for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag + " , \"y\"", std::string("*")}) {
    const Reply reply = ask(known);
    BOOST_TEST(reply.status == 304, known);
    BOOST_TEST(reply.header("etag") == tag);
    BOOST_TEST(reply.header("content-length") == "");
  }
  BOOST_TEST(ask("\"other\"").status == 200);
  BOOST_TEST(ask(tag.substr(1)).status == 200);
  (void)server.post("/b", "elsewhere");
  BOOST_TEST(ask(tag).status == 304);
  (void)server.post("/a", "second");
  BOOST_TEST(ask(tag).status == 200);
}

// Writers read their own comment back at once, whoever else is reading.
BOOST_AUTO_TEST_CASE(a_write_is_in_every_later_read) {
  RunningServer server;
  std::atomic<bool> done{false};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!done) (void)server.get(target, {{"Accept-Encoding", "br"}});
    });
  }
  std::atomic<int> missing{0};
  for (int i = 1; i <= 100; ++i) {
    (void)server.post("/a", "number " + std::to_string(i));
    if (nlohmann::json::parse(server.get(target).body)["total"] != i) ++missing;
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  BOOST_TEST(missing == 0);
}

BOOST_AUTO_TEST_CASE(simultaneous_misses_make_a_document_once) {
  http::DocumentCache cache(1'000'000);
  std::atomic<int> made{0};
  std::atomic<int> waiting{0};
  const http::DocumentCache::Make slow = [&]() -> Expected<http::Rendered> {
    ++made;
    while (waiting < 32) std::this_thread::yield(); // until all have asked
    return http::Rendered{"words", ""};
  };
  std::vector<std::thread> askers;
  for (int i = 0; i < 32; ++i) {
    askers.emplace_back([&] {
      ++waiting;
      (void)cache.get(site, "/a", "v", slow);
    });
  }
  for (std::thread& asker : askers) asker.join();
  BOOST_TEST(made == 1);
}

BOOST_AUTO_TEST_CASE(a_change_while_a_document_is_made_is_not_lost) {
  http::DocumentCache cache(1'000'000);
  std::string store = "old";
  const auto read = [&store]() -> Expected<http::Rendered> { return http::Rendered{store, ""}; };
  const auto read_then_change = [&]() -> Expected<http::Rendered> {
    http::Rendered rendered{store, ""};
    store = "new";
    cache.changed(site, "/a");
    return rendered;
  };
  (void)cache.get(site, "/a", "v", read_then_change);
  const auto document = cache.get(site, "/a", "v", read);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST((*document)->rendered().bytes == "new");
}

BOOST_AUTO_TEST_CASE(another_process_s_write_is_seen_within_two_seconds) {
  auto now = http::DocumentCache::Clock::now();
  http::DocumentCache cache(1'000'000, [&now] { return now; });
  std::atomic<int> made{0};
  (void)cache.get(site, "/a", "v", make_of("old", made));
  now += 1'900ms;
  BOOST_TEST((*cache.get(site, "/a", "v", make_of("new", made)))->rendered().bytes == "old");
  now += 200ms;
  BOOST_TEST((*cache.get(site, "/a", "v", make_of("new", made)))->rendered().bytes == "new");
  BOOST_TEST(made == 2);
  // What is the same again keeps its compressed forms.
  const auto former = *cache.get(site, "/a", "v", make_of("new", made));
  now += 2'100ms;
  BOOST_TEST(((*cache.get(site, "/a", "v", make_of("new", made))) == former));
}

BOOST_AUTO_TEST_CASE(what_many_count_at_once_makes_a_document_again_once_a_second) {
  auto now = http::DocumentCache::Clock::now();
  http::DocumentCache cache(1'000'000, [&now] { return now; });
  std::atomic<int> made{0};
  std::string bytes = "0 votes";
  const http::DocumentCache::Make make = [&]() -> Expected<http::Rendered> {
    ++made;
    return http::Rendered{bytes, ""};
  };
  const auto read = [&] { return must(cache.get(SiteId{1}, "/a", "json", make))->rendered().bytes; };
  BOOST_TEST(read() == "0 votes");
  bytes = "1 vote";
  cache.counted(SiteId{1}, "/a");
  BOOST_TEST(read() == "1 vote"); // the first is seen at once
  for (int vote = 2; vote <= 500; ++vote) {
    bytes = std::to_string(vote) + " votes";
    cache.counted(SiteId{1}, "/a");
    now += 1ms;
    (void)read();
  }
  BOOST_TEST(made == 2);
  now += 501ms;
  cache.counted(SiteId{1}, "/a");
  BOOST_TEST(read() == "500 votes");
  bytes = "501 votes";
  cache.counted(SiteId{1}, "/a");
  now += 2s; // the last one of a rush is seen when documents are checked
  BOOST_TEST(read() == "501 votes");
  BOOST_TEST(made == 4);
}

BOOST_AUTO_TEST_CASE(failures_are_handed_on_and_not_kept) {
  http::DocumentCache cache(1'000'000);
  std::atomic<int> made{0};
  const auto failing = []() -> Expected<http::Rendered> { return fail(ErrorCode::storage_unavailable); };
  BOOST_TEST(!cache.get(site, "/a", "v", failing).has_value());
  BOOST_TEST(cache.get(site, "/a", "v", make_of("words", made)).has_value());
}

BOOST_AUTO_TEST_CASE(memory_is_bounded_and_what_is_read_stays) {
  http::DocumentCache cache(1'000'000);
  std::atomic<int> made{0};
  std::atomic<int> popular{0};
  const std::string bytes(10'000, 'x');
  for (int i = 0; i < 1'000; ++i) {
    (void)cache.get(site, "/popular", "v", make_of(bytes, popular));
    (void)cache.get(site, "/" + std::to_string(i), "v", make_of(bytes, made));
    BOOST_REQUIRE(cache.bytes() <= 1'000'000U);
  }
  BOOST_TEST(made == 1'000);
  BOOST_TEST(popular == 1);
}

BOOST_AUTO_TEST_CASE(all_pages_through_a_comment_come_in_one_answer) {
  RunningServer server;
  const auto ids = fill_page(server);
  const auto through = [&](const std::string& id, const std::string& more = {}) {
    return server.get(target + "&through=" + id + more);
  };
  BOOST_TEST(comments_in(server.get(target)) == 100u);
  BOOST_TEST(comments_in(through(ids[249])) == 100u);
  BOOST_TEST(comments_in(through(ids[149])) == 200u);
  BOOST_TEST(comments_in(through(ids[0])) == 250u);
  BOOST_TEST(comments_in(through(ids[249], "&sort=oldest")) == 250u);
  BOOST_TEST(comments_in(through("4711")) == 100u);
  const auto page = nlohmann::json::parse(through(ids[149], "&html=1").body);
  const std::string next = page.at("next").get<std::string>();
  BOOST_TEST(page.at("html").get<std::string>().find("id=\"palabre-" + ids[50] + "\"") != std::string::npos);
  BOOST_TEST(comments_in(server.get(target + "&after=" + next)) == 50u);
  check_problem(through("x"), 400, "unknown_field_value", "through");
  BOOST_TEST(server.get("/t/blog/a?through=" + ids[0]).body.find("id=\"palabre-" + ids[0] + "\"") != std::string::npos);
}

// Whoever asks through many comments gets few documents made.
BOOST_AUTO_TEST_CASE(documents_through_a_comment_are_kept_by_their_pages) {
  RunningServer server;
  const auto ids = fill_page(server);
  const std::uint64_t before = documents_made(server);
  for (const std::string& id : ids) BOOST_TEST(server.get(target + "&through=" + id).status == 200);
  BOOST_TEST(documents_made(server) - before == 3u);
  const std::string tag = server.get(target + "&through=" + ids[0]).header("etag");
  BOOST_TEST(server.get(target + "&through=" + ids[1], {{"If-None-Match", tag}}).status == 304);
}

BOOST_AUTO_TEST_CASE(best_first_pages_follow_their_cursor) {
  RunningServer server;
  const auto ids = fill_page(server);
  (void)server.post_json("/api/v1/comments", R"({"site":"blog","page":"/a","parent":")" + ids[3] +
                                                 R"(","author":{"name":"Zoe"},"body":"an answer"})");
  const auto first = nlohmann::json::parse(server.get(target + "&sort=best").body);
  BOOST_TEST(first.at("sort") == "best");
  BOOST_TEST(first.at("comments").at(0).at("id") == ids[3]);
  BOOST_TEST(first.at("comments").at(1).at("body") == "an answer");
  BOOST_TEST(first.at("comments").at(2).at("id") == ids[249]);
  const std::string next = first.at("next").get<std::string>();
  BOOST_TEST(comments_in(server.get(target + "&sort=best&after=" + next)) == 100u);
  check_problem(server.get(target + "&sort=newest&after=" + next), 400, "bad_cursor", "after");
  check_problem(server.get(target + "&sort=best&after=5-4"), 400, "bad_cursor", "after");
  BOOST_TEST(server.get("/t/blog/a?sort=best").body.find("?sort=best&amp;after=" + next) != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
