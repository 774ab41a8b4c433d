#include "server/http/desk/desk.h"

namespace palabre::http::desk {

std::span<const DeskRoute> audit_routes() {
  return {};
}

} // namespace palabre::http::desk
