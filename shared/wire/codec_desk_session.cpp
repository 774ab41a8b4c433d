// Who is at the desk: signing in, invitations, the team.
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_parts.h"

namespace palabre::wire {

namespace {

MemberRole read_role(FieldReader& fields) {
  const std::optional<MemberRole> role = parse_member_role(fields.text("role"));
  if (!role) fields.refuse(ErrorCode::unknown_field_value, "role", "one of analyst, moderator, owner");
  return role.value_or(MemberRole::analyst);
}

InvitationKind read_kind(FieldReader& fields) {
  const std::optional<InvitationKind> kind = parse_invitation_kind(fields.text("kind"));
  if (!kind) fields.refuse(ErrorCode::unknown_field_value, "kind", "one of setup, invitation, reset");
  return kind.value_or(InvitationKind::invitation);
}

template <class IdType> IdType read_id(FieldReader& fields) {
  const std::optional<IdType> id = IdType::parse(fields.text("id"));
  if (!id) fields.refuse(ErrorCode::unknown_field_value, "id", "a decimal number as text");
  return id.value_or(IdType{1});
}

Signature read_signature(FieldReader& fields) {
  const std::optional<Signature> signature = parse_signature(fields.text("signature"));
  if (!signature) fields.refuse(ErrorCode::unknown_field_value, "signature", "one of none, name, initials");
  return signature.value_or(Signature::none);
}

Member read_member(FieldReader fields) {
  Member member;
  member.id = read_id<MemberId>(fields);
  member.name = fields.text("name");
  member.email = fields.text("email");
  member.role = read_role(fields);
  member.created = Instant{fields.integer("created")};
  if (fields.has("seen")) member.seen = Instant{fields.integer("seen")};
  if (fields.has("signature")) member.signature = read_signature(fields);
  return member;
}

void write_member(JsonWriter& writer, const Member& member) {
  writer.begin_object();
  writer.member("id", member.id.text());
  writer.member("name", member.name);
  writer.member("email", member.email);
  writer.member("role", to_name(member.role));
  writer.member("created", member.created.milliseconds);
  if (member.seen) writer.member("seen", member.seen->milliseconds);
  if (member.signature != Signature::none) writer.member("signature", to_name(member.signature));
  writer.end_object();
}

DeskSite read_site(FieldReader fields) {
  return {read_id<SiteId>(fields), fields.text("name"), fields.texts("origins")};
}

void write_site(JsonWriter& writer, const DeskSite& site) {
  writer.begin_object();
  writer.member("id", site.id.text());
  writer.member("name", site.name);
  writer.member("origins", site.origins);
  writer.end_object();
}

DeskSession read_session(FieldReader fields) {
  DeskSession session;
  session.member = read_member(fields.object("member"));
  session.csrf = fields.text("csrf");
  for (FieldReader& site : fields.objects("sites")) session.sites.push_back(read_site(site));
  return session;
}

OpenInvitation read_open_invitation(FieldReader fields) {
  OpenInvitation invitation;
  invitation.id = fields.integer("id");
  invitation.kind = read_kind(fields);
  invitation.role = read_role(fields);
  invitation.email = fields.text("email", Presence::optional);
  invitation.created = Instant{fields.integer("created")};
  invitation.expires = Instant{fields.integer("expires")};
  return invitation;
}

void write_open_invitation(JsonWriter& writer, const OpenInvitation& invitation) {
  writer.begin_object();
  writer.member("id", invitation.id);
  writer.member("kind", to_name(invitation.kind));
  writer.member("role", to_name(invitation.role));
  writer.member("email", invitation.email);
  writer.member("created", invitation.created.milliseconds);
  writer.member("expires", invitation.expires.milliseconds);
  writer.end_object();
}

Team read_team(FieldReader fields) {
  Team team;
  for (FieldReader& member : fields.objects("members")) team.members.push_back(read_member(member));
  for (FieldReader& one : fields.objects("invitations", Presence::optional)) {
    team.invitations.push_back(read_open_invitation(one));
  }
  return team;
}

std::optional<std::string> read_change(FieldReader& fields, std::string_view name) {
  if (!fields.has(name)) return std::nullopt;
  return fields.text(name);
}

// What `write` says of the top object's members, as text.
template <class Write> std::string object_of(const Write& write) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  write(writer);
  writer.end_object();
  return out;
}

} // namespace

Expected<SignIn> decode_sign_in(std::string_view json) {
  return decode_with<SignIn>(json, [](FieldReader fields) {
    return SignIn{fields.text("email"), fields.text("password")};
  });
}

std::string encode(const SignIn& message) {
  return object_of([&](JsonWriter& writer) {
    writer.member("email", message.email);
    writer.member("password", message.password);
  });
}

Expected<DeskSession> decode_desk_session(std::string_view json) {
  return decode_with<DeskSession>(json, read_session);
}

std::string encode(const DeskSession& message) {
  return object_of([&](JsonWriter& writer) {
    writer.key("member");
    write_member(writer, message.member);
    writer.member("csrf", message.csrf);
    writer.key("sites");
    writer.begin_array();
    for (const DeskSite& site : message.sites) write_site(writer, site);
    writer.end_array();
  });
}

Expected<InvitationInfo> decode_invitation_info(std::string_view json) {
  return decode_with<InvitationInfo>(json, [](FieldReader fields) {
    InvitationInfo info;
    info.kind = read_kind(fields);
    info.role = read_role(fields);
    info.name = fields.text("name", Presence::optional);
    info.email = fields.text("email", Presence::optional);
    return info;
  });
}

std::string encode(const InvitationInfo& message) {
  return object_of([&](JsonWriter& writer) {
    writer.member("kind", to_name(message.kind));
    writer.member("role", to_name(message.role));
    writer.member("name", message.name);
    writer.member("email", message.email);
  });
}

// A link for a new password needs neither name nor address.
Expected<AcceptInvitation> decode_accept_invitation(std::string_view json) {
  return decode_with<AcceptInvitation>(json, [](FieldReader fields) {
    return AcceptInvitation{fields.text("name", Presence::optional), fields.text("email", Presence::optional),
                            fields.text("password")};
  });
}

std::string encode(const AcceptInvitation& message) {
  return object_of([&](JsonWriter& writer) {
    writer.member("name", message.name);
    writer.member("email", message.email);
    writer.member("password", message.password);
  });
}

Expected<NewInvitation> decode_new_invitation(std::string_view json) {
  return decode_with<NewInvitation>(json, [](FieldReader fields) {
    return NewInvitation{read_role(fields), fields.text("email", Presence::optional)};
  });
}

std::string encode(const NewInvitation& message) {
  return object_of([&](JsonWriter& writer) {
    writer.member("role", to_name(message.role));
    writer.member("email", message.email);
  });
}

Expected<MadeInvitation> decode_made_invitation(std::string_view json) {
  return decode_with<MadeInvitation>(json, [](FieldReader fields) {
    return MadeInvitation{fields.text("token"), Instant{fields.integer("expires")}};
  });
}

std::string encode(const MadeInvitation& message) {
  return object_of([&](JsonWriter& writer) {
    writer.member("token", message.token);
    writer.member("expires", message.expires.milliseconds);
  });
}

Expected<Team> decode_team(std::string_view json) {
  return decode_with<Team>(json, read_team);
}

std::string encode(const Team& message) {
  return object_of([&](JsonWriter& writer) {
    writer.key("members");
    writer.begin_array();
    for (const Member& member : message.members) write_member(writer, member);
    writer.end_array();
    writer.key("invitations");
    writer.begin_array();
    for (const OpenInvitation& one : message.invitations) write_open_invitation(writer, one);
    writer.end_array();
  });
}

Expected<ChangeMember> decode_change_member(std::string_view json) {
  return decode_with<ChangeMember>(json, [](FieldReader fields) { return ChangeMember{read_role(fields)}; });
}

std::string encode(const ChangeMember& message) {
  return object_of([&](JsonWriter& writer) { writer.member("role", to_name(message.role)); });
}

Expected<ChangeSelf> decode_change_self(std::string_view json) {
  return decode_with<ChangeSelf>(json, [](FieldReader fields) {
    ChangeSelf change{read_change(fields, "name"), read_change(fields, "email"), read_change(fields, "password"),
                      read_change(fields, "present")};
    if (fields.has("signature")) change.signature = read_signature(fields);
    return change;
  });
}

std::string encode(const ChangeSelf& message) {
  return object_of([&](JsonWriter& writer) {
    if (message.name) writer.member("name", *message.name);
    if (message.email) writer.member("email", *message.email);
    if (message.password) writer.member("password", *message.password);
    if (message.present) writer.member("present", *message.present);
    if (message.signature) writer.member("signature", to_name(*message.signature));
  });
}

} // namespace palabre::wire
