#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/messages.h"
#include "shared/view/thread_view.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

struct LogState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::string site{}; // what is empty filters nothing
  std::string member{};
  std::string action{};
  std::vector<wire::AuditEntry> entries{};
  std::string next{};
  bool loading_more{false};
  std::vector<std::string> members{}; // that were seen in the log or are on the team
};
// "audit?site=…", "audit/export?format=csv&…": with the filters, below the desk's root
[[nodiscard]] std::string log_path(const LogState& state, std::string_view path);

// What differs between two JSON texts of the log, one line a member: "links_hold: 2 → 1", "words.hold: added casino".
// Any bytes.
[[nodiscard]] std::vector<std::string> log_difference(std::string_view before, std::string_view after,
                                                      const Messages& messages);

struct BansState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::string site{};
  std::vector<wire::Ban> bans{};
};

} // namespace palabre::view::desk
