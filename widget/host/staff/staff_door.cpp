#include "widget/app/session.h"
#include "widget/host/door.h"
#include "widget/staff/staff.h"

namespace palabre::host {
namespace {

class StaffDoor final : public Door {
public:
  explicit StaffDoor(std::string_view config_json) : session_(config_json, widget::make_staff()) {}
  std::string receive(std::string_view event_json) override { return session_.receive(event_json); }
  [[nodiscard]] std::vector<widget::dom::PaintItem> paint_items() const override { return session_.paint_items(); }
  [[nodiscard]] std::uint32_t ids_given() const override { return session_.ids_given(); }

private:
  widget::Session session_;
};

} // namespace

std::unique_ptr<Door> open_door(std::string_view config_json) {
  return std::make_unique<StaffDoor>(config_json);
}

std::unique_ptr<paint::Painter> make_painter() {
  return std::make_unique<paint::Painter>();
}

} // namespace palabre::host
