// The query of GET thread and of the plain page.
#pragma once

#include <string>

#include "server/http/target.h"
#include "shared/wire/routes.h"

namespace palabre::http {

// missing_field, unknown_field_value, bad_cursor. `lang` comes out as a catalogue's name.
[[nodiscard]] Expected<wire::ThreadQuery> decode_thread_query(const Parameters& query);
// `sort`, `after`, `through` and `lang` only.
[[nodiscard]] Expected<void> decode_thread_options(const Parameters& query, wire::ThreadQuery& out);
// What tells the documents of one page apart: how many pages there are in it, and not which comment asked for them.
[[nodiscard]] std::string variant_of(std::string_view kind, const wire::ThreadQuery& query, std::size_t pages);

} // namespace palabre::http
