#include "shared/wire/json_writer.h"

#include "shared/text/utf8.h"

namespace palabre::wire {

namespace {

constexpr bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7F';
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
  case '"': out.append("\\\""); return;
  case '\\': out.append("\\\\"); return;
  case '\n': out.append("\\n"); return;
  case '\r': out.append("\\r"); return;
  case '\t': out.append("\\t"); return;
  default: break;
  }
  out.append("\\u00");
  out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
  out.push_back(digits[static_cast<unsigned char>(c) & 15U]);
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!needs_escape(text[at])) continue;
    out.append(text.substr(begin, at - begin));
    append_escape(out, text[at]);
    begin = at + 1;
  }
  out.append(text.substr(begin));
}

} // namespace

void JsonWriter::before_value() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

void JsonWriter::begin_object() {
  before_value();
  out_.push_back('{');
  comma_ = false;
}

void JsonWriter::end_object() {
  out_.push_back('}');
  comma_ = true;
}

void JsonWriter::begin_array() {
  before_value();
  out_.push_back('[');
  comma_ = false;
}

void JsonWriter::end_array() {
  out_.push_back(']');
  comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":");
  comma_ = false;
}

void JsonWriter::string(std::string_view text) {
  before_value();
  out_.push_back('"');
  if (text::is_valid_utf8(text)) {
    append_escaped(out_, text);
  } else {
    append_escaped(out_, text::replace_invalid_utf8(text));
  }
  out_.push_back('"');
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  out_.append(std::to_string(value));
}

void JsonWriter::thousandths(float value) {
  const double scaled = value == value ? static_cast<double>(value) * 1000 : 0;
  const auto rounded = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  const std::int64_t size = rounded < 0 ? -rounded : rounded;
  before_value();
  if (rounded < 0) out_ += '-';
  out_ += std::to_string(size / 1000);
  if (const std::int64_t decimals = size % 1000; decimals != 0) {
    std::string digits = std::to_string(decimals + 1000).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    out_ += '.' + digits;
  }
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_.append(value ? "true" : "false");
}

void JsonWriter::null() {
  before_value();
  out_.append("null");
}

void JsonWriter::member(std::string_view name, std::string_view text) {
  key(name);
  string(text);
}

void JsonWriter::member(std::string_view name, std::int64_t value) {
  key(name);
  integer(value);
}

void JsonWriter::member(std::string_view name, const std::vector<std::string>& texts) {
  key(name);
  begin_array();
  for (const std::string& text : texts) string(text);
  end_array();
}

} // namespace palabre::wire
