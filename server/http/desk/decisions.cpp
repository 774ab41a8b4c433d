#include "server/http/desk/desk.h"

namespace palabre::http::desk {

std::span<const DeskRoute> decision_routes() {
  return {};
}

} // namespace palabre::http::desk
