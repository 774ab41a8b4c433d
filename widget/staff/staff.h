// Moderating in the page: the companion of a session whose host has a moderator's token.
//
// The event {"type":"staff","value":"…"} carries JSON as text: {"token","name","role","signature"?,"desk","comment"?}:
// who it is and how they sign, the bearer token for the desk's endpoints, the desk's address, and the comment that was
// meant. The same event without a value ends it. The effect
// {"kind":"store","key":"palabre:staff","value":null} tells the host to forget the token.
#pragma once

#include <memory>

#include "widget/app/companion.h"

namespace palabre::widget {

[[nodiscard]] std::shared_ptr<Companion> make_staff();

} // namespace palabre::widget
