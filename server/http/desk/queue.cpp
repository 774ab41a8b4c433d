// GET queue, comments/{id}, changes, overview
#include <array>
#include <charconv>

#include "server/http/desk/desk.h"
#include "server/service/desk_queue.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec_desk.h"

namespace palabre::http::desk {
namespace {

constexpr std::size_t longest_query = 500;  // code points
constexpr std::size_t longest_name = 2'000; // bytes of any other parameter

service::Looker looker_of(const DeskCall& call) {
  return {call.caller->member.id, call.caller->member.name, call.caller->session_hash, call.caller->inline_site};
}

template <class T> Response answer_with(const Expected<T>& result) {
  if (!result) return problem(result.error());
  return json(200, wire::encode(*result));
}

// A whole number between two, or what stands for none.
Expected<std::int64_t> read_number(const Call& call, const char* name, std::int64_t otherwise, std::int64_t least,
                                   std::int64_t most) {
  const std::string text(call.query.get(name));
  if (text.empty()) return otherwise;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
    return fail(ErrorCode::unknown_field_value, name,
                "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return number;
}

Expected<wire::QueueFilter> read_filter(const Call& call) {
  wire::QueueFilter filter;
  const std::array<std::pair<const char*, std::string*>, 7> texts{{{"site", &filter.site},
                                                                   {"page", &filter.page},
                                                                   {"author", &filter.author},
                                                                   {"lang", &filter.language},
                                                                   {"sentiment", &filter.sentiment},
                                                                   {"reason", &filter.reason},
                                                                   {"q", &filter.query}}};
  for (const auto& [name, text] : texts) {
    *text = call.query.get(name);
    if (text->size() > longest_name) return fail(ErrorCode::field_too_long, name);
  }
  if (!text::is_valid_utf8(filter.query)) return fail(ErrorCode::malformed_text, "q");
  if (text::code_point_count(filter.query) > longest_query) return fail(ErrorCode::field_too_long, "q");
  const std::string tab(call.query.get("tab"));
  if (!tab.empty()) {
    const auto parsed = wire::parse_queue_tab(tab);
    if (!parsed) return fail(ErrorCode::unknown_field_value, "tab");
    filter.tab = *parsed;
  }
  if (!filter.sentiment.empty() && !rules::parse_sentiment_label(filter.sentiment)) {
    return fail(ErrorCode::unknown_field_value, "sentiment");
  }
  return filter;
}

Response get_queue(Environment& environment, const DeskCall& call) {
  auto filter = read_filter(call.call);
  if (!filter) return problem(filter.error());
  return answer_with(service::read_queue(environment.context, *std::move(filter),
                                         std::string(call.call.query.get("after")), looker_of(call)));
}

Response get_detail(Environment& environment, const DeskCall& call) {
  const auto id = CommentId::parse(call.call.path.get("id"));
  if (!id) return problem(ErrorCode::unknown_comment);
  return answer_with(service::read_detail(environment.context, *id, looker_of(call)));
}

Response get_changes(Environment& environment, const DeskCall& call) {
  const auto since = read_number(call.call, "since", 0, 0, (std::int64_t{1} << 53) - 1);
  if (!since) return problem(since.error());
  std::optional<CommentId> looking;
  if (const std::string text(call.call.query.get("looking")); !text.empty()) {
    looking = CommentId::parse(text);
    if (!looking) return problem(Error{ErrorCode::unknown_field_value, "looking", {}, 0});
  }
  return answer_with(service::read_changes(environment.context, *since, std::string(call.call.query.get("site")),
                                           looking, looker_of(call)));
}

Response get_overview(Environment& environment, const DeskCall& call) {
  const auto days = read_number(call.call, "days", 30, 1, 90);
  if (!days) return problem(days.error());
  const auto offset = read_number(call.call, "offset", 0, -14 * 60, 14 * 60);
  if (!offset) return problem(offset.error());
  return answer_with(service::read_overview(environment.context, std::string(call.call.query.get("site")),
                                            static_cast<int>(*days), static_cast<int>(*offset)));
}

} // namespace

std::span<const DeskRoute> queue_routes() {
  using wire::Method;
  static constexpr std::array<DeskRoute, 4> routes{{
      {Method::get, "queue", MemberRole::analyst, Inline::allowed, get_queue},
      {Method::get, "comments/{id}", MemberRole::analyst, Inline::allowed, get_detail},
      {Method::get, "changes", MemberRole::analyst, Inline::allowed, get_changes},
      {Method::get, "overview", MemberRole::analyst, Inline::refused, get_overview},
  }};
  return routes;
}

} // namespace palabre::http::desk
