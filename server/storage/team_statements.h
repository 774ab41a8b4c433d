// The statements about members, their sessions and invitations, each prepared once a connection.
#pragma once

#include <string>

#include "server/storage/statement.h"
#include "shared/model/member.h"

namespace palabre::storage {

struct MemberRow {
  std::int64_t id{0};
  std::string name;
  std::string email;
  std::string role;
  std::int64_t created{0};
  std::int64_t seen{0};
  soci::indicator seen_null{soci::i_null};
  std::string signature;

  [[nodiscard]] Member to_member() const;
};

struct ListMembers {
  explicit ListMembers(soci::session& session);
  MemberRow row;
  Statement statement;
};

struct FindCredentials {
  explicit FindCredentials(soci::session& session);
  std::string email;
  MemberRow row;
  std::string password;
  Statement statement;
};

struct FindMember {
  explicit FindMember(soci::session& session);
  std::int64_t id{0};
  MemberRow row;
  Statement statement;
};

struct CountOwners {
  explicit CountOwners(soci::session& session);
  std::int64_t count{0};
  Statement statement;
};

struct InvitationRow {
  std::int64_t id{0};
  std::string kind;
  std::string role;
  std::string email;
  std::int64_t member{0};
  soci::indicator member_null{soci::i_null};
  std::int64_t created{0};
  std::int64_t expires{0};
};

struct FindInvitation {
  explicit FindInvitation(soci::session& session);
  std::string token_hash;
  InvitationRow row;
  Statement statement;
};

struct ListInvitations {
  explicit ListInvitations(soci::session& session);
  std::int64_t now{0};
  InvitationRow row;
  Statement statement;
};

// A session that is not over at `now`, with its member as they are.
struct FindSession {
  explicit FindSession(soci::session& session);
  std::string token_hash;
  std::int64_t now{0};
  std::int64_t idle_since{0};
  MemberRow row;
  std::string inline_site;
  std::string inline_origin;
  std::int64_t created{0};
  std::int64_t seen{0};
  Statement statement;
};

struct TeamReads {
  explicit TeamReads(soci::session& session);
  ListMembers list_members;
  FindCredentials find_credentials;
  FindMember find_member;
  CountOwners count_owners;
  FindInvitation find_invitation;
  ListInvitations list_invitations;
  FindSession find_session;
};

struct InsertMember {
  explicit InsertMember(soci::session& session);
  std::string name;
  std::string email;
  std::string password;
  std::string role;
  std::int64_t created{0};
  std::int64_t id{0};
  Statement statement;
};

// Sets one column to a text.
struct UpdateMember {
  UpdateMember(soci::session& session, const char* column);
  std::int64_t id{0};
  std::string value;
  Statement statement;
};

struct InsertInvitation {
  explicit InsertInvitation(soci::session& session);
  std::string token_hash;
  InvitationRow row;
  std::int64_t made_by{0};
  soci::indicator made_by_null{soci::i_null};
  Statement statement;
};

struct InsertSession {
  explicit InsertSession(soci::session& session);
  std::string token_hash;
  std::int64_t member{0};
  std::string inline_site;
  std::string inline_origin;
  std::int64_t now{0};
  std::int64_t expires{0};
  Statement statement;
};

struct TouchSession {
  explicit TouchSession(soci::session& session);
  std::string token_hash;
  std::int64_t seen{0};
  Statement statement;
};

struct TouchMember {
  explicit TouchMember(soci::session& session);
  std::int64_t id{0};
  std::int64_t seen{0};
  Statement statement;
};

// Rows by one number or by one text.
struct DropByNumber {
  DropByNumber(soci::session& session, const char* sql);
  std::int64_t number{0};
  Statement statement;
  void run(std::int64_t value) {
    number = value;
    statement.run();
  }
};
struct DropByText {
  DropByText(soci::session& session, const char* sql);
  std::string text;
  Statement statement;
  void run(const std::string& value) {
    text = value;
    statement.run();
  }
};
struct DropSessions {
  explicit DropSessions(soci::session& session);
  std::int64_t member{0};
  std::string keep; // hash of the one that stays; empty: none
  Statement statement;
};

struct TeamWrites {
  explicit TeamWrites(soci::session& session);
  FindCredentials find_credentials;
  FindMember find_member;
  CountOwners count_owners;
  FindInvitation find_invitation;
  InsertMember insert_member;
  UpdateMember update_name;
  UpdateMember update_email;
  UpdateMember update_password;
  UpdateMember update_role;
  DropByNumber drop_member;
  InsertInvitation insert_invitation;
  DropByNumber drop_invitation;
  DropByNumber drop_expired_invitations;
  DropByText drop_invitations_of_kind;
  DropByNumber drop_invitations_made_by;
  DropByNumber drop_resets_of;
  InsertSession insert_session;
  TouchSession touch_session;
  TouchMember touch_member;
  DropByText drop_session;
  DropSessions drop_sessions;
  DropByNumber drop_expired_sessions;
};

} // namespace palabre::storage
