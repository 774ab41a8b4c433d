#include "shared/text/markdown.h"

#include <utility>

#include <md4c.h>

#include "shared/text/autolink.h"
#include "shared/text/entity.h"
#include "shared/text/span_builder.h"

namespace palabre::text {

namespace {

// Bytes of the longest body that the rules let through. Longer text is not worth a parser's worst corners.
constexpr std::size_t longest_source = 40'000;

constexpr unsigned flags = MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_STRIKETHROUGH;

SpanBuilder& builder_of(void* user) {
  return *static_cast<SpanBuilder*>(user);
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string out;
  if (attribute.size == 0) return out;
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    switch (attribute.substr_types[i]) {
    case MD_TEXT_ENTITY: append_entity(out, part); break;
    case MD_TEXT_NULLCHAR: out.append("\xEF\xBF\xBD"); break;
    default: out.append(part); break;
    }
  }
  return out;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  SpanBuilder& builder = builder_of(user);
  switch (type) {
  case MD_BLOCK_QUOTE: builder.open(SpanKind::quote); break;
  case MD_BLOCK_UL: builder.open(SpanKind::bullet_list); break;
  case MD_BLOCK_OL: builder.open(SpanKind::ordered_list, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start); break;
  case MD_BLOCK_LI: builder.open(SpanKind::list_item); break;
  case MD_BLOCK_HR: builder.rule(); break;
  case MD_BLOCK_H:
    builder.open(SpanKind::paragraph);
    builder.open(SpanKind::strong);
    break;
  case MD_BLOCK_CODE: builder.open(SpanKind::code_block); break;
  case MD_BLOCK_P: builder.open(SpanKind::paragraph); break;
  default: break; // the document; the others are switched off
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  SpanBuilder& builder = builder_of(user);
  switch (type) {
  case MD_BLOCK_QUOTE: builder.close(SpanKind::quote); break;
  case MD_BLOCK_UL: builder.close(SpanKind::bullet_list); break;
  case MD_BLOCK_OL: builder.close(SpanKind::ordered_list); break;
  case MD_BLOCK_LI: builder.close(SpanKind::list_item); break;
  case MD_BLOCK_CODE: builder.close(SpanKind::code_block); break;
  case MD_BLOCK_H: // with the strong inside
  case MD_BLOCK_P: builder.close(SpanKind::paragraph); break;
  default: break;
  }
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
  SpanBuilder& builder = builder_of(user);
  switch (type) {
  case MD_SPAN_STRONG: builder.open(SpanKind::strong); break;
  case MD_SPAN_DEL: builder.open(SpanKind::strikethrough); break;
  case MD_SPAN_CODE: builder.open(SpanKind::code); break;
  case MD_SPAN_A:
    builder.open_link(escape_destination(attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href)));
    break;
  case MD_SPAN_IMG: builder.open_image(); break;
  default: builder.open(SpanKind::emphasis); break; // the others are switched off
  }
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
  SpanBuilder& builder = builder_of(user);
  switch (type) {
  case MD_SPAN_STRONG: builder.close(SpanKind::strong); break;
  case MD_SPAN_DEL: builder.close(SpanKind::strikethrough); break;
  case MD_SPAN_CODE: builder.close(SpanKind::code); break;
  case MD_SPAN_A: builder.close(SpanKind::link); break;
  case MD_SPAN_IMG: builder.close_image(); break;
  default: builder.close(SpanKind::emphasis); break;
  }
  return 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  SpanBuilder& builder = builder_of(user);
  const std::string_view words(text, size);
  switch (type) {
  case MD_TEXT_BR:
  case MD_TEXT_SOFTBR: builder.line_break(); break;
  case MD_TEXT_NULLCHAR: builder.words("\xEF\xBF\xBD"); break;
  case MD_TEXT_ENTITY: {
    std::string decoded;
    append_entity(decoded, words);
    builder.words(decoded);
    break;
  }
  default: builder.words(words); break;
  }
  return 0;
}

// One paragraph of the lines as they stand.
std::vector<Span> unparsed(std::string_view source) {
  SpanBuilder builder;
  builder.open(SpanKind::paragraph);
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    builder.words(source.substr(0, end));
    if (end == std::string_view::npos) break;
    builder.line_break();
    source.remove_prefix(end + 1);
  }
  builder.close(SpanKind::paragraph);
  return builder.take();
}

std::vector<Span> parsed(std::string_view source) {
  MD_PARSER parser{};
  parser.flags = flags;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = on_text;
  SpanBuilder builder;
  const int failed = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &builder);
  return failed != 0 ? unparsed(source) : builder.take();
}

bool is_words(SpanKind kind) {
  return kind == SpanKind::text || kind == SpanKind::code || kind == SpanKind::code_block;
}

void append_plain_text(const std::vector<Span>& spans, std::string& out) {
  for (const Span& span : spans) {
    const bool block = span.kind >= SpanKind::paragraph;
    const bool starts_line = block || span.kind == SpanKind::line_break;
    if (starts_line && !out.empty() && out.back() != '\n') out.push_back('\n');
    if (is_words(span.kind)) out.append(span.text);
    append_plain_text(span.children, out);
    if (block && !out.empty() && out.back() != '\n') out.push_back('\n');
  }
}

} // namespace

std::vector<Span> parse_markdown(std::string_view source) {
  std::vector<Span> spans = source.size() > longest_source ? unparsed(source) : parsed(source);
  link_addresses(spans);
  return spans;
}

std::string plain_text(const std::vector<Span>& spans) {
  std::string out;
  append_plain_text(spans, out);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

} // namespace palabre::text
