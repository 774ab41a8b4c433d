// Everything the desk knows: what it shows, and what it waits for.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "shared/view/desk/state.h"

namespace palabre::widget::desk {

// Which part of the desk an answer is for.
enum class Part : std::uint8_t { signing, queue };

struct Request {
  Part part{Part::signing};
  std::string purpose; // the part's own word
  std::string about{}; // and what it needs to know again
};

struct Model {
  view::desk::DeskState state;
  std::string hash; // where we are: "#/queue?tab=held"
  std::uint32_t last_request{0};
  std::uint32_t last_toast{0};
  std::map<std::uint32_t, Request> requests;
};

} // namespace palabre::widget::desk
