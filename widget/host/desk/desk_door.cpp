#include "widget/admin/session.h"
#include "widget/host/door.h"

namespace palabre::host {

std::unique_ptr<Door> open_door(std::string_view config_json) {
  return std::make_unique<SessionDoor<widget::desk::Session>>(config_json);
}

} // namespace palabre::host
