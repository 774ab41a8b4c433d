#include "shared/rules/saved_reply.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

// What Markdown would take for its own.
void append_words(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (std::string_view("\\`*_[]()<>#~|{}!").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
}

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

std::optional<PostId> poll_of(std::string_view line) {
  constexpr std::string_view opening = "[poll:";
  line = trimmed(line);
  if (!begins_with(line, opening) || line.back() != ']') return std::nullopt;
  return PostId::parse(trimmed(line.substr(opening.size(), line.size() - opening.size() - 1)));
}

} // namespace

std::string fill_reply(std::string_view body, std::string_view name, std::string_view title) {
  std::string out;
  while (!body.empty()) {
    if (begins_with(body, "{name}")) {
      append_words(out, name);
      body.remove_prefix(6);
    } else if (begins_with(body, "{title}")) {
      append_words(out, title);
      body.remove_prefix(7);
    } else {
      out += body.front();
      body.remove_prefix(1);
    }
  }
  return out;
}

std::optional<Placeholder> find_placeholder(std::string_view body) {
  constexpr std::size_t longest = 400; // bytes
  for (std::size_t begin = body.find("[["); begin != std::string_view::npos; begin = body.find("[[", begin + 1)) {
    const std::size_t end = body.find("]]", begin + 2);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = body.substr(begin + 2, end - begin - 2);
    if (inside.size() > longest || inside.find('\n') != std::string_view::npos || text::is_blank(inside)) continue;
    return Placeholder{begin, end + 2};
  }
  return std::nullopt;
}

WithPoll take_poll(std::string_view body) {
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    if (const auto poll = poll_of(body.substr(begin, end - begin))) {
      const std::string rest =
          std::string(body.substr(0, begin)) + std::string(body.substr(std::min(end + 1, body.size())));
      return {text::normalise_body(rest), poll};
    }
    begin = end + 1;
  }
  return {std::string(body), std::nullopt};
}

} // namespace palabre::rules
