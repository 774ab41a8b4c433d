// Who works at the desk.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/model/id.h"
#include "shared/model/instant.h"

namespace palabre {

using MemberId = Id<struct MemberTag>;

// Each may do what those below it may. An analyst reads; a moderator decides, answers and bans; an owner also changes
// settings and the team.
enum class MemberRole : std::uint8_t { analyst, moderator, owner };
inline constexpr std::array<MemberRole, 3> member_roles{MemberRole::analyst, MemberRole::moderator, MemberRole::owner};
[[nodiscard]] std::string_view to_name(MemberRole role); // "analyst" …
[[nodiscard]] std::optional<MemberRole> parse_member_role(std::string_view name);
[[nodiscard]] constexpr bool may(MemberRole role, MemberRole needed) {
  return static_cast<int>(role) >= static_cast<int>(needed);
}

// How a member's answers end: not at all, "— Ada Dupont", "— A. D."; see rules/signature.h.
enum class Signature : std::uint8_t { none, name, initials };
inline constexpr std::array<Signature, 3> signatures{Signature::none, Signature::name, Signature::initials};
[[nodiscard]] std::string_view to_name(Signature signature); // "none" …
[[nodiscard]] std::optional<Signature> parse_signature(std::string_view name);

// The password is not part of it.
struct Member {
  MemberId id;
  std::string name;  // plain text, 1 … 80 code points; readers see it under answers
  std::string email; // what they sign in with; unique, lower case
  MemberRole role{MemberRole::analyst};
  Instant created;
  std::optional<Instant> seen{}; // when they last used the desk, to the minute
  Signature signature{Signature::none};
};

} // namespace palabre
