// Reading tests/vectors, natively and under node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markdown.h"
#include "shared/wire/json_reader.h"

namespace palabre::test {

// tests/vectors/<name>, read once and kept; fails the running test when it is missing or no JSON.
[[nodiscard]] const wire::JsonValue& load_vectors(const std::string& name);

// A member that must be there; fails the running test otherwise.
[[nodiscard]] const wire::JsonValue& member(const wire::JsonValue& object, std::string_view name);
[[nodiscard]] const std::string& text_of(const wire::JsonValue& object, std::string_view name);
// A member's text; "" when it is absent or null.
[[nodiscard]] std::string optional_text(const wire::JsonValue& object, std::string_view name);

// "c3 a9" → the two bytes.
[[nodiscard]] std::string from_hex(std::string_view hex);

// The payloads of xss.txt, with their escapes replaced.
[[nodiscard]] std::vector<std::string> load_payloads();

// A span tree in one line: p("a" em("b") br a<https://x.example/>("c")).
[[nodiscard]] std::string notation(const std::vector<text::Span>& spans);

} // namespace palabre::test
