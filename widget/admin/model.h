// Everything the desk knows: what it shows, and what it waits for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/view/desk/state.h"
#include "shared/wire/routes.h"
#include "widget/admin/queue_memory.h"

namespace palabre::widget::desk {

// Which part of the desk an answer is for.
enum class Part : std::uint8_t {
  signing,
  lapse,
  queue,
  settings,
  team,
  account,
  log,
  bans,
  overview,
  plan,
  regulars,
  replies
};

struct Request {
  Part part{Part::signing};
  std::string purpose; // the part's own word
  std::string about{}; // and what it needs to know again

  // Filled in by ask(): for asking again.
  wire::Method method{wire::Method::get};
  std::string path{};
  std::optional<std::string> body{};
  bool repeated{false}; // it was asked again once
};

struct Model {
  view::desk::DeskState state;
  std::string hash; // where we are: "#/queue?tab=held"
  std::uint32_t last_request{0};
  std::uint32_t last_toast{0};
  std::map<std::uint32_t, Request> requests;
  bool extended{false}; // the event came with Shift
  QueueMemory queue;
  std::vector<Request> lapsed; // to be asked again once somebody is signed in, in this order
};

} // namespace palabre::widget::desk
