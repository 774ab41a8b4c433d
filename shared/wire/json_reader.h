// JSON text to a small tree of values, and typed reading of its members. Takes any bytes; never throws, never recurses
// with the input. nlohmann/json parses it, seen only by json_reader.cpp.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"

namespace palabre::wire {

inline constexpr std::size_t json_depth_limit = 16;
inline constexpr std::int64_t largest_json_integer = (std::int64_t{1} << 53) - 1; // that JavaScript reads exactly

enum class JsonKind : std::uint8_t { null, boolean, integer, fraction, string, array, object };

struct JsonValue {
  JsonKind kind{JsonKind::null};
  bool boolean{false};
  std::int64_t integer{0};         // of integer; within ± largest_json_integer, others are fractions
  double fraction{0};              // of fraction
  std::string name;                // of a member of an object
  std::string text;                // of string
  std::vector<JsonValue> children; // of array and object, in their order

  // Of an object; nullptr: no such member.
  [[nodiscard]] const JsonValue* find(std::string_view member) const;
};

// Kept control characters are for what a person is still typing: it is judged later, field by field.
enum class ControlCharacters : std::uint8_t { refused, kept };

// malformed_text (not UTF-8), malformed_json, too_deep, duplicate_key, forbidden_character (see text/utf8.h; in any
// string), the last three with the place as `author.name` or `comments.3.body`.
[[nodiscard]] Expected<JsonValue> parse_json(std::string_view bytes,
                                             ControlCharacters controls = ControlCharacters::refused);

enum class Presence : std::uint8_t { required, optional };

// Reads the members of one object. The first failure (missing_field, wrong_type, or one of the caller's own) is kept in
// a place that the readers of one document share; after it the answers are empty values, so that a decoder reads
// straight on and looks at the end. An optional member may be null.
class FieldReader {
public:
  // `value` and `failure` must outlive the reader; nullptr stands for an object without members.
  FieldReader(const JsonValue* value, std::string path, std::optional<Error>& failure);

  [[nodiscard]] std::string text(std::string_view name, Presence presence = Presence::required);
  [[nodiscard]] std::int64_t integer(std::string_view name, Presence presence = Presence::required);
  // Whole or with decimals.
  [[nodiscard]] double number(std::string_view name, Presence presence = Presence::required);
  [[nodiscard]] bool boolean(std::string_view name, Presence presence = Presence::required);
  [[nodiscard]] FieldReader object(std::string_view name, Presence presence = Presence::required);
  [[nodiscard]] std::vector<std::string> texts(std::string_view name, Presence presence = Presence::required);
  [[nodiscard]] std::vector<std::int64_t> integers(std::string_view name, Presence presence = Presence::required);
  // One reader for each object of the array.
  [[nodiscard]] std::vector<FieldReader> objects(std::string_view name, Presence presence = Presence::required);

  // The first member that is none of these; nullopt: all are.
  [[nodiscard]] std::optional<std::string_view> find_other(std::initializer_list<std::string_view> names) const;
  // Whether the member is there and not null.
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] bool is_text(std::string_view name) const;
  // Notes a failure of this member.
  void refuse(ErrorCode code, std::string_view name, std::string detail = {});
  [[nodiscard]] std::string path_of(std::string_view name) const;

private:
  const JsonValue* member(std::string_view name, JsonKind kind, Presence presence);

  const JsonValue* value_;
  std::string path_;
  std::optional<Error>* failure_;
};

} // namespace palabre::wire
