#include "shared/wire/codec_post_parts.h"

#include <limits>

namespace palabre::wire {
namespace {

constexpr bool is_number(std::int64_t value) {
  return value >= 0 && value <= std::numeric_limits<std::uint32_t>::max();
}

} // namespace

void write_time(JsonWriter& writer, std::string_view name, const std::optional<Instant>& time) {
  if (time) writer.member(name, to_rfc3339(*time));
}

std::optional<Instant> read_time(FieldReader& fields, std::string_view name) {
  if (!fields.has(name)) return std::nullopt;
  const std::optional<Instant> time = parse_rfc3339(fields.text(name));
  if (!time) fields.refuse(ErrorCode::unknown_field_value, name, "must be a time as in RFC 3339");
  return time;
}

void write_flag(JsonWriter& writer, std::string_view name, bool value) {
  writer.key(name);
  writer.boolean(value);
}

std::uint32_t read_number(FieldReader& fields, std::string_view name, std::uint32_t absent) {
  if (!fields.has(name)) return absent;
  const std::int64_t value = fields.integer(name);
  if (is_number(value)) return static_cast<std::uint32_t>(value);
  fields.refuse(ErrorCode::unknown_field_value, name, "must be a whole number of at least 0");
  return absent;
}

void write_numbers(JsonWriter& writer, std::string_view name, const std::vector<std::uint32_t>& numbers) {
  writer.key(name);
  writer.begin_array();
  for (const std::uint32_t number : numbers) writer.integer(number);
  writer.end_array();
}

std::vector<std::uint32_t> read_numbers(FieldReader& fields, std::string_view name, Presence presence) {
  std::vector<std::uint32_t> numbers;
  for (const std::int64_t value : fields.integers(name, presence)) {
    if (!is_number(value)) {
      fields.refuse(ErrorCode::unknown_field_value, name, "must be whole numbers of at least 0");
      return {};
    }
    numbers.push_back(static_cast<std::uint32_t>(value));
  }
  return numbers;
}

} // namespace palabre::wire
