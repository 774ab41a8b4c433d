#include "shared/rules/question_text.h"

#include <utility>

#include "shared/text/code_point.h"
#include "shared/text/markdown.h"
#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

using text::SpanKind;

bool is_block(SpanKind kind) {
  return kind >= SpanKind::paragraph;
}

bool is_foreign(SpanKind kind) {
  return kind == SpanKind::code || kind == SpanKind::code_block || kind == SpanKind::quote || kind == SpanKind::link;
}

void append_own(std::string& out, const std::vector<text::Span>& spans) {
  for (const text::Span& span : spans) {
    if (is_foreign(span.kind)) {
      out += ' ';
      continue;
    }
    if (span.kind == SpanKind::line_break) out += '\n';
    out += span.text;
    append_own(out, span.children); // no deeper than Markdown's own limit
    if (is_block(span.kind)) out += '\n';
  }
}

// What closes a quotation that this opens; 0: it opens none.
char32_t closing_of(char32_t opening) {
  switch (opening) {
  case '"': return '"';
  case 0xAB: return 0xBB;
  case 0x201C:
  case 0x201E: return 0x201D;
  case 0x300C: return 0x300D;
  default: return 0;
  }
}

// Behind the quotation that begins at `at`; `at` where it is not closed on its line.
std::size_t end_of_quotation(std::string_view words, std::size_t at, char32_t closing) {
  for (std::size_t next = at + text::code_point_at(words, at).size; next < words.size();) {
    const text::CodePoint point = text::code_point_at(words, next);
    if (point.value == '\n') return at;
    next += point.size;
    if (point.value == closing || (closing == 0x201D && point.value == 0x201C)) return next;
  }
  return at;
}

bool is_question_mark(char32_t value) {
  return value == '?' || value == 0xFF1F || value == 0x61F || value == 0x203D || value == 0x2047;
}

bool is_exclamation(char32_t value) {
  return value == '!' || value == 0xFF01 || value == 0x203D;
}

bool ends_always(char32_t value) {
  return value == '\n' || value == 0x2026 || value == 0x3002 || is_question_mark(value) || is_exclamation(value);
}

// A dot inside a number or an address ends nothing.
bool ends_here(std::string_view words, std::size_t at, const text::CodePoint& point) {
  if (ends_always(point.value)) return true;
  if (point.value != '.') return false;
  const std::size_t next = at + point.size;
  return next == words.size() || text::is_white_space(text::code_point_at(words, next).value);
}

class Splitter {
public:
  std::vector<Sentence> run(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const text::CodePoint point = text::code_point_at(words, at);
      const char32_t closing = closing_of(point.value);
      const std::size_t behind = closing == 0 ? at : end_of_quotation(words, at, closing);
      if (behind > at) {
        at = behind;
        take(' ', " ");
        continue;
      }
      if (ends_here(words, at, point)) {
        end(point.value);
      } else {
        take(point.value, words.substr(at, point.size));
      }
      at += point.size;
    }
    finish();
    return std::move(sentences_);
  }

private:
  void take(char32_t value, std::string_view bytes) {
    if (ended_ && !text::is_white_space(value)) finish();
    now_.text += bytes;
  }
  void end(char32_t value) {
    ended_ = true;
    now_.asks = now_.asks || is_question_mark(value);
    now_.exclaims = now_.exclaims || is_exclamation(value);
  }
  void finish() {
    ended_ = false;
    Sentence done = std::exchange(now_, {});
    done.text = text::normalise_line(done.text);
    if (!done.text.empty()) sentences_.push_back(std::move(done));
  }

  std::vector<Sentence> sentences_;
  Sentence now_;
  bool ended_{false};
};

} // namespace

std::vector<Sentence> own_sentences(std::string_view markdown) {
  std::string words;
  append_own(words, text::parse_markdown(markdown));
  return Splitter().run(words);
}

} // namespace palabre::rules
