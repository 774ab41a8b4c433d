#include "server/http/head.h"

#include <algorithm>

namespace palabre::http {
namespace {

Error malformed(std::string field, std::string detail) {
  return Error{ErrorCode::malformed_request, std::move(field), std::move(detail), 0};
}

bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [marks](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           marks.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  return line;
}

// "http://host/path", which a client may send to any server, is read as its path; empty when there is none, where a
// slash elsewhere ("http://host?a=/b") must not be taken for one.
std::string_view strip_authority(std::string_view target) {
  for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const std::size_t end = target.find_first_of("/?#", scheme.size());
    return end == std::string_view::npos ? std::string_view("/") : target.substr(end);
  }
  return target;
}

Expected<void> parse_request_line(std::string_view line, Head& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return tl::unexpected(malformed({}, "no request line"));
  head.request.method = line.substr(0, first);
  if (!is_token(head.request.method)) return tl::unexpected(malformed({}, "the method is no token"));
  const std::string_view version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return tl::unexpected(malformed({}, "HTTP/1.1 is spoken here"));
  head.keep_alive = version == "HTTP/1.1";
  std::string_view target = line.substr(first + 1, last - first - 1);
  if (target.size() > target_limit) return fail(ErrorCode::uri_too_long);
  const bool printable = std::all_of(target.begin(), target.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7f;
  });
  target = strip_authority(target);
  if (!printable || target.empty() || target.front() != '/') return tl::unexpected(malformed({}, "no request target"));
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  head.request.path = target.substr(0, mark);
  head.request.query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  return {};
}

Expected<void> parse_headers(std::string_view text, Head& head) {
  head.request.headers.reserve(16);
  while (true) {
    const std::string_view line = take_line(text);
    if (line.empty()) return {};
    if (head.request.headers.size() == header_count_limit) return fail(ErrorCode::headers_too_large);
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_token(name)) {
      return tl::unexpected(malformed({}, "a line that is no header"));
    }
    const std::string_view value = trim(line.substr(colon + 1));
    if (!is_field_value(value)) return tl::unexpected(malformed(std::string(name), "a control character in a header"));
    head.request.headers.push_back({name, value});
  }
}

Expected<std::uint64_t> parse_length(std::string_view text) {
  if (text.empty() || text.size() > 18 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return tl::unexpected(malformed("Content-Length", "no number"));
  }
  std::uint64_t value = 0;
  for (const char digit : text) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

Expected<void> note_framing(const HeaderView& header, Head& head) {
  if (equal_ignoring_case(header.name, "Content-Length")) {
    const auto length = parse_length(header.value);
    if (!length) return tl::unexpected(length.error());
    if (head.framing != Framing::no_body) return tl::unexpected(malformed("Content-Length", "told twice"));
    head.framing = Framing::length;
    head.length = *length;
  }
  if (equal_ignoring_case(header.name, "Transfer-Encoding")) {
    if (head.framing != Framing::no_body || !equal_ignoring_case(header.value, "chunked")) {
      return tl::unexpected(malformed("Transfer-Encoding", "only `chunked`, alone"));
    }
    head.framing = Framing::chunked;
  }
  return {};
}

bool names(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (equal_ignoring_case(trim(list.substr(0, comma)), word)) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

// What the headers say about the connection and the message's end.
Expected<void> interpret(Head& head) {
  const bool newer = head.keep_alive;
  std::size_t hosts = 0;
  for (const HeaderView& header : head.request.headers) {
    if (auto framing = note_framing(header, head); !framing) return framing;
    if (equal_ignoring_case(header.name, "Host")) ++hosts;
    if (equal_ignoring_case(header.name, "Connection")) {
      if (names(header.value, "close")) head.keep_alive = false;
      if (!newer && names(header.value, "keep-alive")) head.keep_alive = true;
    }
    if (equal_ignoring_case(header.name, "Expect") && !equal_ignoring_case(header.value, "100-continue")) {
      return tl::unexpected(malformed("Expect", "only 100-continue can be met"));
    }
  }
  if (hosts > 1 || (newer && hosts == 0)) return tl::unexpected(malformed("Host", "exactly one is wanted"));
  if (!newer && head.framing == Framing::chunked) {
    return tl::unexpected(malformed("Transfer-Encoding", "HTTP/1.0 has none"));
  }
  return {};
}

} // namespace

Expected<Head> parse_head(std::string_view text) {
  Head head;
  if (auto line = parse_request_line(take_line(text), head); !line) return tl::unexpected(line.error());
  if (auto headers = parse_headers(text, head); !headers) return tl::unexpected(headers.error());
  if (auto meaning = interpret(head); !meaning) return tl::unexpected(meaning.error());
  return head;
}

} // namespace palabre::http
