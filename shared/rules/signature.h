// What a member's answers end with.
#pragma once

#include <string>
#include <string_view>

#include "shared/model/member.h"

namespace palabre::rules {

// "— Ada Dupont", "— A. D.", "— J.-P. S."; a name in a script that is not abbreviated stays whole. Empty: none.
[[nodiscard]] std::string signature_of(std::string_view name, Signature signature);

// The text with the signature as its last paragraph, unless the writer has signed already, by name or initials.
[[nodiscard]] std::string sign(std::string_view body, std::string_view name, Signature signature);

// The text without such a last line of this writer's; a text that is nothing else stays.
[[nodiscard]] std::string unsigned_text(std::string_view body, std::string_view name);

} // namespace palabre::rules
