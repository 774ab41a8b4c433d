// What a module's sessions are, as the flat C edge sees them: threads in the readers' module, the desk in its own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "widget/dom/paint_items.h"
#include "widget/paint/painter.h"

namespace palabre::host {

class Door {
public:
  virtual ~Door() = default;
  [[nodiscard]] virtual std::string receive(std::string_view event_json) = 0;
  [[nodiscard]] virtual std::vector<widget::dom::PaintItem> paint_items() const = 0;
  [[nodiscard]] virtual std::uint32_t ids_given() const = 0;
};

// Each module has its own.
[[nodiscard]] std::unique_ptr<Door> open_door(std::string_view config_json);
[[nodiscard]] std::unique_ptr<paint::Painter> make_painter();

template <class Session> class SessionDoor final : public Door {
public:
  explicit SessionDoor(std::string_view config_json) : session_(config_json) {}
  std::string receive(std::string_view event_json) override { return session_.receive(event_json); }
  [[nodiscard]] std::vector<widget::dom::PaintItem> paint_items() const override { return session_.paint_items(); }
  [[nodiscard]] std::uint32_t ids_given() const override { return session_.ids_given(); }

private:
  Session session_;
};

} // namespace palabre::host
