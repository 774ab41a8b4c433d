// The team's part of the store, on SQL.
#pragma once

#include "server/storage/desk_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlTeamStore final : public TeamStore {
public:
  // Both outlive it.
  SqlTeamStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<std::vector<Member>> members() override;
  Expected<std::optional<Credentials>> find_credentials(const std::string& email) override;
  Expected<bool> has_owner() override;

  Expected<void> add_invitation(const NewInvitation& invitation, const AuditNote& note) override;
  Expected<std::optional<wire::InvitationInfo>> find_invitation(const std::string& token_hash, Instant now) override;
  Expected<std::vector<wire::OpenInvitation>> open_invitations(Instant now) override;
  Expected<void> drop_invitation(std::int64_t id, const AuditNote& note) override;
  Expected<Member> accept_invitation(const std::string& token_hash, const std::string& name, const std::string& email,
                                     const std::string& password_hash, Instant now) override;

  Expected<Member> change_role(MemberId member, MemberRole role, const AuditNote& note) override;
  Expected<void> remove_member(MemberId member, const AuditNote& note) override;
  Expected<Member> change_member(MemberId member, const std::string& name, const std::string& email,
                                 const std::string& password_hash, const std::string& keep,
                                 const AuditNote& note) override;

  Expected<void> add_session(const std::string& token_hash, MemberId member, const std::string& inline_site,
                             const std::string& inline_origin, Instant now, Instant expires) override;
  Expected<std::optional<StoredSession>> use_session(const std::string& token_hash, Instant now,
                                                     Instant idle_since) override;
  Expected<void> end_session(const std::string& token_hash) override;
  Expected<void> end_sessions(MemberId member) override;

private:
  Expected<void> write(const std::function<void(WriteSession&)>& change);
  Expected<void> note_use(const std::string& token_hash, MemberId member, Instant now);

  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
