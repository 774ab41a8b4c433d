#include "shared/rules/comment_rules.h"

#include <algorithm>
#include <utility>

#include "shared/text/markdown.h"
#include "shared/text/utf8.h"

namespace palabre::rules {

namespace {

// The first failure that any text can have, whatever field it stands in.
std::optional<Error> find_bad_text(std::string_view text, const std::string& field) {
  if (!text::is_valid_utf8(text)) return Error{ErrorCode::malformed_text, field, "not UTF-8", 0};
  const std::optional<std::size_t> offset = text::find_forbidden(text);
  if (!offset) return std::nullopt;
  return Error{ErrorCode::forbidden_character, field, "control character at byte " + std::to_string(*offset), 0};
}

Error too_long(const std::string& field, std::size_t limit, std::string_view unit) {
  return {ErrorCode::field_too_long, field, "at most " + std::to_string(limit) + " " + std::string(unit), 0};
}

enum class Presence : std::uint8_t { required, optional };

Expected<std::string> check_line(std::string_view text, const std::string& field, std::size_t code_points,
                                 Presence presence) {
  if (std::optional<Error> bad = find_bad_text(text, field)) return tl::unexpected<Error>(*std::move(bad));
  std::string line = text::normalise_line(text);
  if (line.empty() && presence == Presence::required) return fail(ErrorCode::field_empty, field);
  if (text::code_point_count(line) > code_points) {
    return tl::unexpected<Error>(too_long(field, code_points, "characters"));
  }
  return line;
}

// Something in front of an @ and a host with a dot behind it, without what no address has outside quotes. Whether the
// address exists only a letter can tell.
bool is_plausible_email(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || address.find_first_of(" <>()[],;:\\\"") != address.npos) {
    return false;
  }
  const std::string_view host = address.substr(at + 1);
  if (host.find('@') != std::string_view::npos || host.find('.') == std::string_view::npos) return false;
  return text::is_web_address("https://" + std::string(host)) && host.find_first_of("/?#") == std::string_view::npos &&
         host.back() != '.';
}

// People write example.com; a word without a dot is no site of theirs.
std::string with_scheme(const std::string& website) {
  if (website.find("://") != std::string::npos) return website;
  const std::string host = website.substr(0, website.find_first_of("/?#"));
  return host.find('.') == std::string::npos ? website : "https://" + website;
}

Expected<std::string> check_website(std::string_view text, const Limits& limits) {
  const std::string field = "author.website";
  Expected<std::string> website = check_line(text, field, limits.website_bytes, Presence::optional);
  if (!website || website->empty()) return website;
  std::string address = with_scheme(*website);
  if (address.size() > limits.website_bytes) {
    return tl::unexpected<Error>(too_long(field, limits.website_bytes, "bytes"));
  }
  if (!text::is_web_address(address)) return fail(ErrorCode::malformed_address, field);
  return address;
}

} // namespace

Expected<std::string> check_body(std::string_view body, const Limits& limits) {
  const std::string field = "body";
  if (std::optional<Error> bad = find_bad_text(body, field)) return tl::unexpected<Error>(*std::move(bad));
  std::string normalised = text::normalise_body(body);
  if (normalised.empty()) return fail(ErrorCode::field_empty, field);
  if (text::code_point_count(normalised) > limits.body_code_points) {
    return tl::unexpected<Error>(too_long(field, limits.body_code_points, "characters"));
  }
  if (text::is_blank(text::plain_text(text::parse_markdown(normalised)))) {
    return fail(ErrorCode::field_empty, field, "nothing in it would show");
  }
  return normalised;
}

Expected<std::string> check_name(std::string_view text, const std::string& field, const Limits& limits) {
  return check_line(text, field, limits.name_code_points, Presence::required);
}

Expected<std::string> check_email(std::string_view text, const std::string& field, const Limits& limits) {
  Expected<std::string> email = check_line(text, field, limits.email_bytes, Presence::optional);
  if (!email || email->empty()) return email;
  if (email->size() > limits.email_bytes) return tl::unexpected<Error>(too_long(field, limits.email_bytes, "bytes"));
  if (!is_plausible_email(*email)) return fail(ErrorCode::malformed_address, field);
  return email;
}

Expected<std::string> check_note(std::string_view text, const std::string& field, std::size_t code_points) {
  return check_line(text, field, code_points, Presence::optional);
}

std::optional<std::int64_t> scarce_room(std::string_view body, const Limits& limits) {
  const std::size_t plenty = limits.body_code_points - limits.body_code_points / 10;
  if (body.size() < plenty || !text::is_valid_utf8(body)) return std::nullopt;
  const std::size_t taken = text::code_point_count(text::normalise_body(body));
  if (taken < plenty) return std::nullopt;
  return static_cast<std::int64_t>(limits.body_code_points) - static_cast<std::int64_t>(taken);
}

Expected<Draft> check_draft(const Draft& draft, const Limits& limits) {
  Expected<std::string> name = check_name(draft.name, "author.name", limits);
  if (!name) return tl::unexpected<Error>(std::move(name).error());
  Expected<std::string> email = check_email(draft.email, "author.email", limits);
  if (!email) return tl::unexpected<Error>(std::move(email).error());
  Expected<std::string> website = check_website(draft.website, limits);
  if (!website) return tl::unexpected<Error>(std::move(website).error());
  Expected<std::string> body = check_body(draft.body, limits);
  if (!body) return tl::unexpected<Error>(std::move(body).error());
  return Draft{*std::move(name), *std::move(email), *std::move(website), *std::move(body)};
}

Expected<PageDraft> check_page(const PageDraft& page, const Limits& limits) {
  for (const auto& [text, field] : {std::pair(&page.key, "page"), {&page.url, "url"}, {&page.title, "title"}}) {
    if (std::optional<Error> bad = find_bad_text(*text, field)) return tl::unexpected<Error>(*std::move(bad));
  }
  if (text::is_blank(page.key)) return fail(ErrorCode::field_empty, "page");
  if (page.key.find_first_of("\t\r\n") != std::string::npos) return fail(ErrorCode::forbidden_character, "page");
  if (page.key.size() > limits.page_key_bytes) {
    return tl::unexpected<Error>(too_long("page", limits.page_key_bytes, "bytes"));
  }
  const bool shown = page.url.size() <= limits.url_bytes && text::is_web_address(page.url);
  const std::string title = text::normalise_line(page.title);
  // Again after the cut, which may leave a blank at the end.
  return PageDraft{page.key, shown ? page.url : std::string(),
                   text::normalise_line(text::prefix_of(title, limits.title_code_points))};
}

CommentId place_reply(const std::vector<CommentId>& ancestors, const Limits& limits) {
  // A reply to the last of `ancestors` (the top level) stands one level below it, and so on.
  const std::size_t depth = ancestors.size();
  const std::size_t deepest = std::max<std::size_t>(limits.depth, 1);
  return depth <= deepest ? ancestors.front() : ancestors[depth - deepest];
}

bool within_edit_window(Instant created, Instant now, const Limits& limits) {
  return now <= created + limits.edit_window;
}

} // namespace palabre::rules
