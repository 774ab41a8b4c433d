// The catalogues of this folder, compiled in: for the server and for tests. The widget does not link them.
#pragma once

#include <array>
#include <string_view>

#include "shared/view/messages.h"

namespace palabre::view {

// The catalogue's file as it is.
[[nodiscard]] std::string_view built_in_catalogue_text(Language language);
// Read once and kept.
[[nodiscard]] Messages built_in_messages(Language language);

// What the desk says beside what readers read; it speaks these languages, and English to all others.
inline constexpr std::array<Language, 2> desk_languages{Language::en, Language::fr};
[[nodiscard]] std::string_view desk_catalogue_text(Language language);
// With the readers' words.
[[nodiscard]] Messages desk_messages(Language language);

// What posts say (polls, contests, announcements), with the readers' words; in all languages.
[[nodiscard]] std::string_view engage_catalogue_text(Language language);
[[nodiscard]] Messages engage_messages(Language language); // read once and kept

} // namespace palabre::view
