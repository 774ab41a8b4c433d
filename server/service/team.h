// Who may use the desk: signing in and out, links for members, roles.
#pragma once

#include <optional>
#include <string>

#include "server/service/context.h"
#include "shared/wire/desk.h"

namespace palabre::service {

inline constexpr Duration session_idle = Duration::minutes(7 * 24 * 60);
inline constexpr Duration session_life = Duration::minutes(30 * 24 * 60);
inline constexpr Duration setup_link_life = Duration::minutes(24 * 60);
inline constexpr Duration reset_link_life = Duration::minutes(24 * 60);
inline constexpr Duration invitation_life = Duration::minutes(7 * 24 * 60);

// A session that begins: its token is for the cookie, and is kept nowhere.
struct SignedIn {
  Member member;
  std::string token;
};

// The session `former` (a token; may be empty) ends, so that nobody can have chosen the one that begins.
// wrong_credentials, rate_limited, overloaded.
Expected<SignedIn> sign_in(const Context& context, const wire::SignIn& message, const Visitor& visitor,
                           const std::string& former);
// Whether a text may be a session's token at all, and what the store knows it by.
[[nodiscard]] bool is_session_token(std::string_view text);
[[nodiscard]] std::string hash_of_session(std::string_view token);
// The session of a token, if it is not over.
Expected<std::optional<storage::StoredSession>> use_session(const Context& context, const std::string& token);
Expected<wire::DeskSession> describe_session(const Context& context, const Member& member, const std::string& token);
// A new address or password needs the present password: missing_field, wrong_credentials, rate_limited. email_taken,
// password_too_short and the like of what is new. Everybody else's sessions with a new password end.
Expected<Member> change_self(const Context& context, const Member& member, const std::string& session_hash,
                             const wire::ChangeSelf& change, const Visitor& visitor);

// The link with which the first owner comes in: earlier ones are void. nullopt: there is an owner.
Expected<std::optional<wire::MadeInvitation>> make_setup_link(const Context& context);
Expected<wire::MadeInvitation> invite(const Context& context, const wire::NewInvitation& invitation,
                                      const storage::Actor& by);
// A link with which a member chooses a new password: unknown_member.
Expected<wire::MadeInvitation> make_reset_link(const Context& context, MemberId member, const storage::Actor& by);
Expected<wire::MadeInvitation> make_reset_link(const Context& context, const std::string& email,
                                               const storage::Actor& by);
Expected<void> drop_invitation(const Context& context, std::int64_t id, const storage::Actor& by);
// invitation_over
Expected<wire::InvitationInfo> find_invitation(const Context& context, const std::string& token);
// Signs in, as sign_in. invitation_over, email_taken, and what is wrong with name, address or password: then the link
// may be used again.
Expected<SignedIn> accept_invitation(const Context& context, const std::string& token,
                                     const wire::AcceptInvitation& message, const std::string& former);

// Open invitations are for owners only.
Expected<wire::Team> read_team(const Context& context, MemberRole reader);
// unknown_member, last_owner
Expected<Member> change_role(const Context& context, MemberId member, MemberRole role, const storage::Actor& by);
Expected<void> remove_member(const Context& context, MemberId member, const storage::Actor& by);

} // namespace palabre::service
