#pragma once

#include <optional>
#include <string>

#include "shared/model/error.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

// Signing in, or with a token the link of an owner's first visit, of an invitation, or to a new password.
struct SignInState {
  std::string token{};
  std::optional<wire::InvitationInfo> info{}; // what the link is for; nullopt: not known yet
  std::string name{};
  std::string email{};
  std::string password{};
  bool shows_password{false};
  bool sending{false};
  std::optional<Error> error{};
};

} // namespace palabre::view::desk
