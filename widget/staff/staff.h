// Moderating in the page: the companion of a session whose host has a moderator's token.
//
// The event {"type":"staff","value":"…"} carries JSON as text: {"token","name","role","desk"}: who it is, the bearer
// token for the desk's endpoints, and the desk's address. The same event without a value ends it. The effect
// {"kind":"store","key":"palabre:staff","value":null} tells the host to forget the token.
#pragma once

#include <memory>

#include "widget/app/companion.h"

namespace palabre::widget {

[[nodiscard]] std::shared_ptr<Companion> make_staff();

} // namespace palabre::widget
