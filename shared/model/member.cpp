#include "shared/model/member.h"

namespace palabre {

std::string_view to_name(MemberRole role) {
  switch (role) {
  case MemberRole::analyst: return "analyst";
  case MemberRole::moderator: return "moderator";
  case MemberRole::owner: return "owner";
  }
  return "analyst";
}

std::optional<MemberRole> parse_member_role(std::string_view name) {
  for (const MemberRole role : member_roles) {
    if (to_name(role) == name) return role;
  }
  return std::nullopt;
}

std::string_view to_name(Signature signature) {
  switch (signature) {
  case Signature::none: return "none";
  case Signature::name: return "name";
  case Signature::initials: return "initials";
  }
  return "none";
}

std::optional<Signature> parse_signature(std::string_view name) {
  for (const Signature signature : signatures) {
    if (to_name(signature) == name) return signature;
  }
  return std::nullopt;
}

} // namespace palabre
