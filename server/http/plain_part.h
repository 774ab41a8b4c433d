// What a reader without script takes part in: their own part beside each post, and the forms that they send.
#pragma once

#include <string>

#include "server/http/environment.h"
#include "shared/view/engage/state.h"

namespace palabre::http {

// Who asks, with the token of the reader's cookie; it may be empty.
[[nodiscard]] service::Visitor plain_visitor(const Environment& environment, const Request& request,
                                             const std::string& token);
// Puts beside each poll and contest what this reader did there, and which of its conditions they have met. `state.page`
// is where they stand; empty: on the post's own page.
[[nodiscard]] Expected<void> add_own_parts(const Environment& environment, const Site& site,
                                           const service::Visitor& visitor, view::engage::State& state);

// Does what a form of the post says: vote, enter or withdraw. malformed_request of anything else. `page` is where the
// reader stands; may be empty.
[[nodiscard]] Expected<void> take_part(const Environment& environment, const Site& site, PostId id,
                                       const std::string& page, const service::Visitor& visitor,
                                       const Parameters& form);
// What was chosen and written stays in the form.
void keep_written(view::engage::Item& item, const Parameters& form);

} // namespace palabre::http
