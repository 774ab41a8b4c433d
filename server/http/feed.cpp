// GET feed: Atom (RFC 4287) of a site's or a page's newest comments
#include "server/http/handlers.h"

#include <algorithm>

#include "shared/view/body_view.h"
#include "shared/view/html.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

constexpr const char* feed_headers = "Content-Type: application/atom+xml; charset=utf-8\r\n"
                                     "X-Content-Type-Options: nosniff\r\n"
                                     "Content-Security-Policy: default-src 'none'\r\n"
                                     "Cache-Control: public, max-age=60\r\nVary: Accept-Encoding\r\n";

// XML 1.0 has no way to write most control characters nor U+FFFE and U+FFFF, not even escaped.
std::string escape_xml(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n';
    const std::string_view three = text.substr(i, 3);
    if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
      i += 2;
    } else if (!control) {
      allowed.push_back(text[i]);
    }
  }
  return view::escape_html(allowed);
}

std::string html_of(const Comment& comment) {
  std::string html;
  for (const view::NodePtr& node : view::body_view(comment.body)) view::print_html(*node, html);
  return html;
}

// The page itself where its address is known, else our plain page of it.
std::string link_of(const Site& site, const storage::FeedEntry& entry) {
  std::string url = entry.url.empty() ? wire::plain_thread_url(site.name, entry.page) : entry.url;
  url = url.substr(0, url.find('#'));
  return url + "#palabre-" + entry.comment.id.text();
}

std::string updated_of(const Comment& comment) {
  return to_rfc3339(comment.edited.value_or(comment.created));
}

void append_entry(const Site& site, const storage::FeedEntry& entry, std::string& out) {
  const std::string& place = entry.title.empty() ? entry.page : entry.title;
  out += "<entry><id>urn:palabre:" + site.name + ":" + entry.comment.id.text() + "</id>";
  out += "<title>" + escape_xml(entry.comment.author.name + " · " + place) + "</title>";
  out += "<link rel=\"alternate\" href=\"" + escape_xml(link_of(site, entry)) + "\"/>";
  out += "<published>" + to_rfc3339(entry.comment.created) + "</published>";
  out += "<updated>" + updated_of(entry.comment) + "</updated>";
  out += "<author><name>" + escape_xml(entry.comment.author.name) + "</name>";
  if (!entry.comment.author.website.empty()) out += "<uri>" + escape_xml(entry.comment.author.website) + "</uri>";
  out += "</author><content type=\"html\">" + escape_xml(html_of(entry.comment)) + "</content></entry>\n";
}

std::string print_feed(const Site& site, const std::optional<std::string>& page,
                       const std::vector<storage::FeedEntry>& entries) {
  const std::string path = page ? wire::feed_url(site.name, *page) : "/feed/" + site.name;
  std::string title = page ? *page : site.name;
  if (page && !entries.empty() && !entries.front().title.empty()) title = entries.front().title;
  Instant updated{};
  for (const storage::FeedEntry& entry : entries) {
    updated = std::max(updated, entry.comment.edited.value_or(entry.comment.created));
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  out += "<id>urn:palabre:" + site.name + ":feed:" + escape_xml(wire::percent_encode(page.value_or(""))) + "</id>\n";
  out += "<title>" + escape_xml(title) + "</title>\n";
  out += "<updated>" + to_rfc3339(updated) + "</updated>\n";
  out += "<link rel=\"self\" href=\"" + escape_xml(path) + "\"/>\n<generator>Palabre</generator>\n";
  for (const storage::FeedEntry& entry : entries) append_entry(site, entry, out);
  return out + "</feed>\n";
}

} // namespace

Response get_feed(Environment& environment, const Call& call) {
  const auto name = decode_path_text(call.path.get("site"), "site");
  if (!name) return problem(name.error());
  const auto site = environment.sites.find(*name);
  if (!site) return problem(site.error());
  std::optional<std::string> page;
  if (const std::string raw = call.path.get("page"); !raw.empty()) {
    page = wire::page_of_plain_path(raw);
    if (!page) return problem(ErrorCode::malformed_request, "page");
    const auto key = check_page_key(environment, *page);
    if (!key) return problem(key.error());
    page = *key;
  }
  const auto document =
      environment.documents.get(site->id, page.value_or(whole_site), "feed", [&]() -> Expected<Rendered> {
        const auto entries = service::recent_comments(environment.context, *site, page);
        if (!entries) return tl::unexpected(entries.error());
        return Rendered{print_feed(*site, page, *entries), feed_headers};
      });
  if (!document) return problem(document.error());
  return respond_document(*document, call.request);
}

} // namespace palabre::http
