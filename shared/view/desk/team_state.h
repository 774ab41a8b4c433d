#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/error.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

struct MadeLink { // shown once
  wire::InvitationKind kind{wire::InvitationKind::invitation};
  std::string url;
  std::string whose; // a name or an address; may be empty
  Instant expires;
};
struct TeamState {
  std::optional<wire::Team> team;
  std::optional<Error> error{};
  MemberRole role{MemberRole::moderator}; // of the next invitation
  std::string email{};                    // a note for whom
  bool sending{false};
  std::optional<MadeLink> link{};
  std::optional<MemberId> leaving{}; // whom a question is about: remove them?
};

// One's own name, address and password.
struct AccountState {
  bool begun{false};
  std::string name{};
  std::string email{};
  std::string password{};
  std::string present{};
  Signature signature{Signature::none};
  bool shows_password{false};
  bool sending{false};
  std::optional<Error> error{};
};

} // namespace palabre::view::desk
