#include "tests/shared/vectors.h"

#include <fstream>
#include <map>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "shared/text/code_point.h"

namespace palabre::test {

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(file.good(), path << " cannot be read");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string replace_escapes(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '\\' || at + 1 == line.size()) {
      out.push_back(line[at]);
      continue;
    }
    const char kind = line[++at];
    switch (kind) {
    case 'n': out.push_back('\n'); break;
    case 'r': out.push_back('\r'); break;
    case 't': out.push_back('\t'); break;
    case 'u':
      text::append_utf8(out, static_cast<char32_t>(std::stoul(std::string(line.substr(at + 1, 4)), nullptr, 16)));
      at += 4;
      break;
    default: out.push_back(kind); break;
    }
  }
  return out;
}

const char* name_of(text::SpanKind kind) {
  using text::SpanKind;
  switch (kind) {
  case SpanKind::text: return "";
  case SpanKind::line_break: return "br";
  case SpanKind::emphasis: return "em";
  case SpanKind::strong: return "strong";
  case SpanKind::strikethrough: return "del";
  case SpanKind::code: return "code";
  case SpanKind::link: return "a";
  case SpanKind::paragraph: return "p";
  case SpanKind::quote: return "quote";
  case SpanKind::code_block: return "pre";
  case SpanKind::ordered_list: return "ol";
  case SpanKind::bullet_list: return "ul";
  case SpanKind::list_item: return "li";
  case SpanKind::rule: return "hr";
  }
  return "?";
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '\n' ? "\\n" : std::string(1, c));
  return out + "\"";
}

std::string notation_of(const text::Span& span) {
  using text::SpanKind;
  if (span.kind == SpanKind::text) return quoted(span.text);
  std::string out = name_of(span.kind);
  if (span.kind == SpanKind::line_break || span.kind == SpanKind::rule) return out;
  if (span.kind == SpanKind::link) out += "<" + span.href + ">";
  if (span.kind == SpanKind::ordered_list && span.start != 1) out += std::to_string(span.start);
  if (!span.text.empty()) return out + "(" + quoted(span.text) + ")";
  return out + "(" + notation(span.children) + ")";
}

} // namespace

const wire::JsonValue& load_vectors(const std::string& name) {
  static std::map<std::string, wire::JsonValue> loaded;
  const auto known = loaded.find(name);
  if (known != loaded.end()) return known->second;
  Expected<wire::JsonValue> vectors = wire::parse_json(read_file(std::string(PALABRE_VECTORS) + "/" + name));
  BOOST_REQUIRE_MESSAGE(vectors.has_value(), name << ": " << error_info(vectors.error().code).name << " "
                                                  << vectors.error().field << " " << vectors.error().detail);
  return loaded[name] = *std::move(vectors);
}

const wire::JsonValue& member(const wire::JsonValue& object, std::string_view name) {
  const wire::JsonValue* found = object.find(name);
  BOOST_REQUIRE_MESSAGE(found != nullptr, "the vectors lack " << name);
  return *found;
}

const std::string& text_of(const wire::JsonValue& object, std::string_view name) {
  return member(object, name).text;
}

std::string optional_text(const wire::JsonValue& object, std::string_view name) {
  const wire::JsonValue* found = object.find(name);
  return found != nullptr ? found->text : std::string();
}

std::string from_hex(std::string_view hex) {
  std::istringstream words{std::string(hex)};
  std::string out;
  for (unsigned byte = 0; words >> std::hex >> byte;) out.push_back(static_cast<char>(byte));
  return out;
}

std::vector<std::string> load_payloads() {
  std::istringstream lines(read_file(std::string(PALABRE_VECTORS) + "/xss.txt"));
  std::vector<std::string> payloads;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.compare(0, 2, "# ") != 0) payloads.push_back(replace_escapes(line));
  }
  BOOST_REQUIRE_GT(payloads.size(), 200U);
  return payloads;
}

std::string notation(const std::vector<text::Span>& spans) {
  std::string out;
  for (const text::Span& span : spans) out += (out.empty() ? "" : " ") + notation_of(span);
  return out;
}

} // namespace palabre::test
