// Policies inside other documents. Private to the codec.
#pragma once

#include "shared/wire/codec_parts.h"
#include "shared/wire/codec_policy.h"

namespace palabre::wire {

enum class UnknownMembers : std::uint8_t { refused, ignored };
// The owner's.
enum class Lists : std::uint8_t { written, left_out };

[[nodiscard]] rules::Policy read_policy(FieldReader fields, const rules::Policy& base, UnknownMembers unknown);
void write_policy(JsonWriter& writer, const rules::Policy& policy, Lists lists);

// {"theme"?,"accent"?,"density"?,"corners"?}, as members of an object that is open.
[[nodiscard]] Appearance read_appearance(FieldReader& fields);
void write_appearance(JsonWriter& writer, const Appearance& appearance);

} // namespace palabre::wire
