// Everything the desk shows, as plain values; desk_view() turns it into nodes. One header a screen's state, so that a
// screen is a room of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/desk/frame_state.h"
#include "shared/view/desk/log_state.h"
#include "shared/view/desk/overview_state.h"
#include "shared/view/desk/people_state.h"
#include "shared/view/desk/plan_state.h"
#include "shared/view/desk/queue_state.h"
#include "shared/view/desk/settings_state.h"
#include "shared/view/desk/sign_in_state.h"
#include "shared/view/desk/team_state.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

enum class Screen : std::uint8_t {
  starting,
  sign_in,
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

// Something that was done and may be undone, said for a while at the foot of the screen.
struct Toast {
  std::uint32_t id{0};
  std::string text;    // in words
  std::string undo{};  // Action::target of desk_press; empty: nothing to undo
  bool trouble{false}; // it went wrong, and stays until it is dismissed
  Instant since{};
};

struct DeskState {
  Messages messages;
  Instant now{};
  std::string origin; // of this server: "https://talk.example"
  Screen screen{Screen::starting};
  std::optional<wire::DeskSession> session; // who is signed in
  std::optional<Error> trouble;             // the desk could not start
  bool offline{false};                      // the last request got no answer
  bool help{false};                         // the list of keys is open
  bool shortcuts{true};                     // single letters do something
  std::vector<Toast> toasts;                // the newest last
  FrameState frame;
  SignInState sign_in;
  bool signing_again{false}; // the session is over: `sign_in` in front of the screen
  QueueState queue;
  SettingsState settings;
  TeamState team;
  AccountState account;
  LogState log;
  BansState bans;
  OverviewState overview;
  PlanState plan;
  RegularsState regulars;
  RepliesState replies;
};

// The root is a group with the key "desk".
[[nodiscard]] NodePtr desk_view(const DeskState& state);
// The page's.
[[nodiscard]] std::string screen_title(const DeskState& state);

} // namespace palabre::view::desk
