// What is written about the team, each inside the writer's transaction. Expected failures are values; after one the
// caller undoes what was done.
#pragma once

#include "server/storage/desk_store.h"
#include "server/storage/write_session.h"

namespace palabre::storage {

void write_invitation(WriteSession& session, const NewInvitation& invitation, const AuditNote& note);
void drop_invitation(WriteSession& session, std::int64_t id, const AuditNote& note);
[[nodiscard]] Expected<Member> use_invitation(WriteSession& session, const std::string& token_hash,
                                              const std::string& name, const std::string& email,
                                              const std::string& password_hash, Instant now);

[[nodiscard]] Expected<Member> write_role(WriteSession& session, MemberId id, MemberRole role, const AuditNote& note);
[[nodiscard]] Expected<void> drop_member(WriteSession& session, MemberId id, const AuditNote& note);
struct MemberChange {
  std::string name;
  std::string email;
  std::string password_hash;
  std::string keep; // hash of the session that outlives a new password
};
[[nodiscard]] Expected<Member> write_member(WriteSession& session, MemberId id, const MemberChange& change,
                                            const AuditNote& note);

// Shared by the above and by invitations.
[[nodiscard]] Expected<Member> load_member(WriteSession& session, MemberId id);
[[nodiscard]] bool is_taken(WriteSession& session, const std::string& email);
// A new password: all sessions but `keep` end, and links for another one are void.
void write_password(WriteSession& session, MemberId id, const std::string& hash, const std::string& keep);

} // namespace palabre::storage
