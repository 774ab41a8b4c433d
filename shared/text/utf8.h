// UTF-8 as the Unicode standard defines it (no surrogates, no overlong forms, at most U+10FFFF).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palabre::text {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
// Every ill-formed sequence becomes one U+FFFD for each maximal part, as browsers do.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes);

// `text` must be valid UTF-8 in the functions below.
[[nodiscard]] std::size_t code_point_count(std::string_view text);
// The longest prefix of at most `limit` code points.
[[nodiscard]] std::string_view prefix_of(std::string_view text, std::size_t limit);
// Byte offset of the first code point that may not stand in a text field: C0 and C1 controls other than tab, line feed
// and carriage return (which is normalised away later), non-characters. nullopt when there is none.
[[nodiscard]] std::optional<std::size_t> find_forbidden(std::string_view text);
// Nothing in it shows: white space, zero-width characters, direction marks, fillers. True of "".
[[nodiscard]] bool is_blank(std::string_view text);
// CRLF, lone CR, U+2028 and U+2029 become LF; leading and trailing white space (Unicode White_Space, zero-width
// included) goes; blank text becomes empty.
[[nodiscard]] std::string normalise_body(std::string_view text);
// One line: every run of white space becomes a single space, ends trimmed; direction overrides and isolates are
// dropped, so that a name cannot turn the words beside it; blank text becomes empty.
[[nodiscard]] std::string normalise_line(std::string_view text);

} // namespace palabre::text
