// What each screen answers to: one table, so that the session knows none of them by name.
#pragma once

#include <string_view>

#include "widget/admin/parts.h"

namespace palabre::widget::desk {

// What a screen does not answer to is nullptr.
struct ScreenRoom {
  std::string_view place; // "#/" and this, in the address; empty: it has none
  view::desk::Screen screen;
  Part part;
  void (*enter)(Model& model, const Place& place, Effects& effects){nullptr};
  void (*press)(Model& model, const Verb& verb, Effects& effects){nullptr};
  void (*change)(Model& model, std::string_view field, const std::string& value, Effects& effects){nullptr};
  void (*submit)(Model& model, std::string_view form, Effects& effects){nullptr};
  void (*key)(Model& model, const Key& key, Effects& effects){nullptr};
  void (*answer)(Model& model, const Request& request, const Answer& answer, Effects& effects){nullptr};
};

// nullptr: there is none.
[[nodiscard]] const ScreenRoom* room_at(std::string_view place);
[[nodiscard]] const ScreenRoom* room_of(view::desk::Screen screen);
[[nodiscard]] const ScreenRoom* room_of(Part part);

} // namespace palabre::widget::desk
