// What several messages share. Private to the codec.
#pragma once

#include <string>
#include <string_view>

#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "shared/wire/messages.h"

namespace palabre::wire {

void write_comment(JsonWriter& writer, const Comment& comment);
[[nodiscard]] Comment read_comment(FieldReader fields);
// The fields that a reason's span is of.
[[nodiscard]] rules::Draft draft_of(const Comment& comment);
[[nodiscard]] rules::Decision read_decision(FieldReader& fields, std::string_view name);

// Parses `json`, has `read` make a T of its top object, and answers with it or with the first failure.
template <class T, class Read>
[[nodiscard]] Expected<T> decode_with(std::string_view json, const Read& read,
                                      ControlCharacters controls = ControlCharacters::refused) {
  const Expected<JsonValue> document = parse_json(json, controls);
  if (!document) return tl::unexpected<Error>(document.error());
  std::optional<Error> failure;
  T value = read(FieldReader(&*document, {}, failure));
  if (failure) return tl::unexpected<Error>(*std::move(failure));
  return value;
}

} // namespace palabre::wire
