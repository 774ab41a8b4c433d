// What the pages without script have in common: their style sheet, their headers, their language, and where a form may
// come from.
#pragma once

#include <string>
#include <string_view>

#include "server/http/environment.h"
#include "shared/view/language.h"
#include "shared/wire/messages.h"

namespace palabre::http {

[[nodiscard]] std::string_view plain_stylesheet();
// Header lines, with a strict policy.
[[nodiscard]] std::string page_headers(const Site& site, const wire::Appearance& look, std::string_view caching);
// Of the languages that we speak, the one that the browser wants most; of equals the first.
[[nodiscard]] view::Language preferred_language(std::string_view accept_language);
// Whether a form of this server, or of a page of the site, was sent: origin_not_allowed.
[[nodiscard]] Expected<void> check_form_origin(const Site& site, const Request& request);

} // namespace palabre::http
