#include "shared/wire/routes.h"

#include <array>

#include "shared/text/utf8.h"

namespace palabre::wire {

namespace {

constexpr std::array table{std::to_array<RouteInfo>({
    {Route::thread, Method::get, "/api/v1/thread", "Read the comments of a page"},
    {Route::post_comment, Method::post, "/api/v1/comments", "Write a comment or a reply"},
    {Route::edit_comment, Method::patch, "/api/v1/comments/{id}", "Change one's own comment"},
    {Route::delete_comment, Method::del, "/api/v1/comments/{id}", "Delete one's own comment"},
    {Route::flag_comment, Method::post, "/api/v1/comments/{id}/flags", "Tell the moderators about a comment"},
    {Route::appeal, Method::post, "/api/v1/comments/{id}/appeals", "Ask for one's own held or hidden comment"},
    {Route::policy, Method::get, "/api/v1/policy", "Read what the rules of a page are, to judge before sending"},
    {Route::me, Method::get, "/api/v1/me", "Read one's own held and hidden comments of a page"},
    {Route::put_mark, Method::put, "/api/v1/comments/{id}/reactions/{name}", "Leave a reaction or a vote on a comment"},
    {Route::drop_mark, Method::del, "/api/v1/comments/{id}/reactions/{name}", "Take a reaction or a vote back"},
    {Route::put_page_mark, Method::put, "/api/v1/reactions/{name}", "Leave a reaction on a page itself"},
    {Route::drop_page_mark, Method::del, "/api/v1/reactions/{name}", "Take a reaction on a page back"},
    {Route::counts, Method::get, "/api/v1/counts", "Count the comments of pages"},
    {Route::posts, Method::get, "/api/v1/posts", "Read the posts of a page: announcements, questions, polls, contests"},
    {Route::post, Method::get, "/api/v1/posts/{id}", "Read one post"},
    {Route::own_part, Method::get, "/api/v1/posts/{id}/me", "Read one's own ballot or entry"},
    {Route::cast_ballot, Method::put, "/api/v1/polls/{id}/ballot", "Vote, or change one's ballot"},
    {Route::withdraw_ballot, Method::del, "/api/v1/polls/{id}/ballot", "Take one's ballot back"},
    {Route::ballots, Method::get, "/api/v1/polls/{id}/ballots", "Read what a poll's count is made from"},
    {Route::enter_contest, Method::put, "/api/v1/contests/{id}/entry", "Enter a contest, or change one's entry"},
    {Route::withdraw_entry, Method::del, "/api/v1/contests/{id}/entry", "Withdraw one's entry"},
    {Route::contest_draw, Method::get, "/api/v1/contests/{id}/draw", "Read everything that a draw is checked with"},
    {Route::embed_script, Method::get, "/embed.js", "The script that a page embeds"},
    {Route::widget_glue, Method::get, "/palabre.js", "The widget's loader code"},
    {Route::widget_more, Method::get, "/palabre-more.js", "What only some pages need of the widget's loader"},
    {Route::widget_wasm, Method::get, "/palabre.wasm", "The widget"},
    {Route::widget_messages, Method::get, "/messages/{language}.json", "The widget's words in one language"},
    {Route::plain_thread, Method::get, "/t/{site}/{page}", "A page's comments as plain HTML"},
    {Route::plain_post, Method::post, "/t/{site}/{page}", "Write a comment through a plain form"},
    {Route::post_page, Method::get, "/p/{site}/{id}", "A poll or contest by itself as plain HTML"},
    {Route::post_form, Method::post, "/p/{site}/{id}", "Vote or take part through a plain form"},
    {Route::feed, Method::get, "/feed/{site}/{page}", "A page's comments, or a site's, as an Atom feed"},
    {Route::health, Method::get, "/healthz", "Whether the server works"},
    {Route::metrics, Method::get, "/metrics", "Figures in Prometheus's text format"},
    {Route::openapi, Method::get, "/openapi.json", "This description"},
})};

// RFC 3986
constexpr bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_encoded(std::string& out, std::string_view text, std::string_view kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    out.push_back('%');
    out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
    out.push_back(digits[static_cast<unsigned char>(c) & 15U]);
  }
}

void append_parameter(std::string& url, std::string_view name, std::string_view value) {
  url.push_back(url.find('?') == std::string::npos ? '?' : '&');
  url.append(name);
  url.push_back('=');
  append_encoded(url, value, "");
}

std::string with_place(std::string url, std::string_view site, std::string_view page) {
  append_parameter(url, "site", site);
  append_parameter(url, "page", page);
  return url;
}

constexpr int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Browsers and proxies take `.` and `..` for steps and merge empty segments, encoded or not.
bool survives_as_path(std::string_view key) {
  if (key.empty() || key.front() != '/') return false;
  while (!key.empty()) {
    key.remove_prefix(1);
    const std::size_t end = key.find('/');
    const std::string_view segment = key.substr(0, end);
    if (segment == "." || segment == "..") return false;
    if (end == std::string_view::npos) return true;
    if (segment.empty()) return false;
    key.remove_prefix(end);
  }
  return true;
}

std::string page_path(std::string_view prefix, std::string_view site, std::string_view page) {
  std::string url(prefix);
  append_encoded(url, site, "");
  if (survives_as_path(page)) {
    append_encoded(url, page, "/");
  } else {
    url.append("/=");
    append_encoded(url, page, "");
  }
  return url;
}

} // namespace

std::string_view to_name(Method method) {
  switch (method) {
  case Method::get: return "GET";
  case Method::post: return "POST";
  case Method::put: return "PUT";
  case Method::patch: return "PATCH";
  case Method::del: return "DELETE";
  }
  return "GET";
}

std::span<const RouteInfo> routes() {
  return table;
}

std::string thread_url(const ThreadQuery& query) {
  std::string url = "/api/v1/thread";
  append_parameter(url, "site", query.site);
  append_parameter(url, "page", query.page);
  if (query.sort != SortOrder::newest) append_parameter(url, "sort", to_name(query.sort));
  if (query.after) append_parameter(url, "after", query.after->text());
  if (query.through) append_parameter(url, "through", query.through->text());
  if (!query.lang.empty()) append_parameter(url, "lang", query.lang);
  if (query.html) append_parameter(url, "html", "1");
  return url;
}

std::string comments_url() {
  return "/api/v1/comments";
}

std::string comment_url(CommentId id) {
  return comments_url() + "/" + id.text();
}

std::string flags_url(CommentId id) {
  return comment_url(id) + "/flags";
}

std::string appeals_url(CommentId id) {
  return comment_url(id) + "/appeals";
}

std::string mark_url(CommentId id, std::string_view name) {
  return comment_url(id) + "/reactions/" + percent_encode(name);
}

std::string page_mark_url(std::string_view site, std::string_view page, std::string_view name) {
  return with_place("/api/v1/reactions/" + percent_encode(name), site, page);
}

std::string policy_url(std::string_view site, std::string_view page) {
  return with_place("/api/v1/policy", site, page);
}

std::string me_url(std::string_view site, std::string_view page) {
  return with_place("/api/v1/me", site, page);
}

std::string entry_url(PostId contest) {
  return "/api/v1/contests/" + contest.text() + "/entry";
}

std::string draw_url(PostId contest) {
  return "/api/v1/contests/" + contest.text() + "/draw";
}

std::string plain_thread_url(std::string_view site, std::string_view page) {
  return page_path("/t/", site, page);
}

std::string feed_url(std::string_view site, std::string_view page) {
  return page_path("/feed/", site, page);
}

std::optional<std::string> page_of_plain_path(std::string_view raw) {
  if (raw.empty() || raw.front() != '/') return std::nullopt;
  const bool whole = raw.substr(0, 2) == "/=";
  std::optional<std::string> page = percent_decode(whole ? raw.substr(2) : raw);
  if (!page || page->empty() || !text::is_valid_utf8(*page)) return std::nullopt;
  return page;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  append_encoded(out, text, "");
  return out;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out.push_back(text[at]);
      continue;
    }
    if (text.size() - at < 3) return std::nullopt;
    const int high = digit_value(text[at + 1]);
    const int low = digit_value(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  return out;
}

} // namespace palabre::wire
