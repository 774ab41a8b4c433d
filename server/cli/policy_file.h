// Policies that owners write in files.
#pragma once

#include <string>

#include "shared/model/error.h"

namespace palabre::cli {

// The error's detail is a sentence.
[[nodiscard]] Expected<std::string> read_text_file(const std::string& path);
// What is wrong with a policy, in a sentence that names the member.
[[nodiscard]] std::string words_of_policy_error(const Error& error);

} // namespace palabre::cli
