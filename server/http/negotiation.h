// Content coding and validators: Accept-Encoding, ETag, If-None-Match.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palabre::http {

enum class Coding : std::uint8_t { identity, gzip, brotli };
[[nodiscard]] std::string_view to_name(Coding coding); // of Content-Encoding: "br"

// The coding with the highest weight, brotli before gzip before identity among equals; `q=0` and `*` are honoured.
// Identity when nothing else is acceptable.
[[nodiscard]] Coding choose_coding(std::string_view accept_encoding);

// Whether a list such as `W/"a", "b"` (or `*`) holds the tag, by weak comparison.
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag);

// Empty when the library refuses.
[[nodiscard]] std::string compress_gzip(std::string_view bytes);
[[nodiscard]] std::string compress_brotli(std::string_view bytes);

// Quoted tag of the bytes themselves, with a suffix that tells codings apart.
[[nodiscard]] std::string content_tag(std::string_view bytes);

} // namespace palabre::http
