#include "widget/admin/session.h"
#include "widget/host/door.h"
#include "widget/paint/charts.h"

namespace palabre::host {

std::unique_ptr<Door> open_door(std::string_view config_json) {
  return std::make_unique<SessionDoor<widget::desk::Session>>(config_json);
}

std::unique_ptr<paint::Painter> make_painter() {
  return std::make_unique<paint::Painter>(paint::paint_desk_kind);
}

} // namespace palabre::host
