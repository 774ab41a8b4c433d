#include "tests/http/payloads.h"

#include <algorithm>
#include <fstream>

#include <boost/test/unit_test.hpp>

namespace palabre::test {
namespace {

void append_code_point(unsigned value, std::string& out) {
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out += {static_cast<char>(0xc0 | value >> 6), static_cast<char>(0x80 | (value & 0x3f))};
  } else {
    out += {static_cast<char>(0xe0 | value >> 12), static_cast<char>(0x80 | (value >> 6 & 0x3f)),
            static_cast<char>(0x80 | (value & 0x3f))};
  }
}

// \n, \r, \t, \\ and \uXXXX; a surrogate stays out, for it has no UTF-8.
std::string replace_escapes(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char next = line[i] == '\\' && i + 1 < line.size() ? line[i + 1] : '\0';
    const std::size_t known = std::string_view("nrt\\").find(next);
    if (next != '\0' && known != std::string_view::npos) {
      out.push_back("\n\r\t\\"[known]);
      ++i;
    } else if (next == 'u' && i + 5 < line.size()) {
      append_code_point(static_cast<unsigned>(std::stoul(line.substr(i + 2, 4), nullptr, 16)), out);
      i += 5;
    } else {
      out.push_back(line[i]);
    }
  }
  return out;
}

bool starts_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

void check_attribute(const std::string& name, const std::string& value) {
  BOOST_TEST(!starts_with(name, "on"), name);
  BOOST_TEST(name != "srcdoc");
  BOOST_TEST(name != "style");
  if (name != "href" && name != "action" && name != "src" && name != "formaction") return;
  const std::vector<std::string> good{"http://", "https://", "mailto:", "#", "?", "/t/", "/p/", "/feed/"};
  BOOST_TEST(std::any_of(good.begin(), good.end(), [&](const std::string& start) { return starts_with(value, start); }),
             name + "=" + value);
}

// From behind the element's name to its '>'.
void check_attributes(const std::string& tag) {
  std::size_t at = 0;
  while ((at = tag.find_first_not_of(" /?", at)) != std::string::npos) {
    const std::size_t equals = tag.find('=', at);
    BOOST_REQUIRE_MESSAGE(equals != std::string::npos && tag[equals + 1] == '"', "an unquoted attribute in " << tag);
    const std::size_t end = tag.find('"', equals + 2);
    BOOST_REQUIRE_MESSAGE(end != std::string::npos, "an open quotation in " << tag);
    check_attribute(tag.substr(at, equals - at), tag.substr(equals + 2, end - equals - 2));
    at = end + 1;
  }
}

} // namespace

std::vector<std::string> load_payloads() {
  std::ifstream file(std::string(PALABRE_VECTORS) + "/xss.txt");
  std::vector<std::string> payloads;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !starts_with(line, "# ")) payloads.push_back(replace_escapes(line));
  }
  BOOST_REQUIRE(payloads.size() > 200U);
  return payloads;
}

const std::set<std::string>& plain_page_elements() {
  static const std::set<std::string> names{
      "!doctype", "html",       "head",  "meta",    "title",  "style", "body",   "main",    "h1",      "h2",
      "h3",       "section",    "div",   "header",  "footer", "span",  "a",      "form",    "label",   "input",
      "textarea", "button",     "p",     "article", "time",   "em",    "strong", "s",       "del",     "code",
      "pre",      "blockquote", "ul",    "ol",      "li",     "br",    "hr",     "details", "summary", "fieldset",
      "legend",   "figure",     "table", "caption", "thead",  "tbody", "tr",     "th",      "td"};
  return names;
}

const std::set<std::string>& feed_elements() {
  static const std::set<std::string> names{"?xml",  "feed",   "id",   "title", "updated", "link",     "generator",
                                           "entry", "author", "name", "uri",   "content", "published"};
  return names;
}

// The plain page's own, word for word; no other `link` is known.
constexpr std::string_view no_icon = "link rel=\"icon\" href=\"data:,\"";

void check_markup(const std::string& markup, const std::set<std::string>& elements) {
  const auto control = std::find_if(markup.begin(), markup.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
  });
  BOOST_REQUIRE_MESSAGE(control == markup.end(), "a control character in " << markup);
  for (std::size_t at = 0; (at = markup.find('<', at)) != std::string::npos;) {
    const std::size_t end = markup.find('>', at);
    BOOST_REQUIRE(end != std::string::npos);
    std::string tag = markup.substr(at + 1, end - at - 1);
    at = end;
    if (tag == no_icon) continue;
    if (!tag.empty() && tag.front() == '/') tag.erase(0, 1);
    const std::size_t name_end = std::min(tag.find_first_of(" /\n"), tag.size());
    const std::string name = tag.substr(0, name_end);
    BOOST_REQUIRE_MESSAGE(elements.count(name) == 1, "a foreign element: <" << tag << ">");
    if (name != "!doctype") check_attributes(tag.substr(name_end));
  }
}

} // namespace palabre::test
