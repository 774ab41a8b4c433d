// Posts as the server prints them into its answers.
#pragma once

#include <string>

#include "shared/view/engage/state.h"
#include "shared/wire/posts.h"

namespace palabre::http {

// Empty where there are none.
[[nodiscard]] std::string html_of_posts(const wire::PostList& list, const std::string& lang, view::engage::Place place);

} // namespace palabre::http
