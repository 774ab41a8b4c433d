// Signing in, and what members change about themselves; see team.h.
#include "server/auth/password.h"
#include "server/auth/token.h"
#include "server/service/team.h"
#include "server/service/tokens.h"
#include "shared/rules/member_rules.h"

namespace palabre::service {
namespace {

Expected<SignedIn> begin_session(const Context& context, Member member, const std::string& former) {
  storage::TeamStore& team = context.store.team();
  if (auth::is_token(former)) {
    if (auto ended = team.end_session(auth::hash_of_token(former)); !ended) return tl::unexpected(ended.error());
  }
  std::string token = auth::make_token();
  const Instant now = context.now();
  const auto added = team.add_session(auth::hash_of_token(token), member.id, {}, {}, now, now + session_life);
  if (!added) return tl::unexpected(added.error());
  return SignedIn{std::move(member), std::move(token)};
}

// The member whose address and password these are, within what the guard allows: wrong_credentials.
Expected<Member> check_credentials(const Context& context, const std::string& email, const std::string& password,
                                   const Visitor& visitor, const char* field) {
  if (auto taken = context.sign_ins->take(email, visitor.network, context.now()); !taken) {
    return tl::unexpected(taken.error());
  }
  const auto found = context.store.team().find_credentials(email);
  if (!found) return tl::unexpected(found.error());
  const auto right = auth::is_password(*found ? (*found)->password_hash : std::string(), password);
  if (!right) {
    context.sign_ins->give_back(email, visitor.network);
    return tl::unexpected(right.error());
  }
  if (!*right) return fail(ErrorCode::wrong_credentials, field);
  context.sign_ins->give_back(email, visitor.network);
  return (*found)->member;
}

struct CheckedChange {
  std::string name;
  std::string email;
  std::string password_hash;
  std::string after; // for the log: what changes
};

Expected<void> check_present(const Context& context, const Member& member, const wire::ChangeSelf& change,
                             const Visitor& visitor) {
  if (!change.email && !change.password) return {};
  if (!change.present) return fail(ErrorCode::missing_field, "present", "the present password");
  const auto checked = check_credentials(context, member.email, *change.present, visitor, "present");
  if (!checked) return tl::unexpected(checked.error());
  return {};
}

Expected<CheckedChange> check_change(const Context& context, const wire::ChangeSelf& change) {
  CheckedChange checked;
  const auto note = [&](const char* name) {
    checked.after += (checked.after.empty() ? "[\"" : ",\"") + std::string(name) + '"';
  };
  if (change.name) {
    auto name = rules::check_name(*change.name, "name", context.limits);
    if (!name) return tl::unexpected(name.error());
    checked.name = *std::move(name);
    note("name");
  }
  if (change.email) {
    auto email = rules::check_member_email(*change.email, context.limits);
    if (!email) return tl::unexpected(email.error());
    checked.email = *std::move(email);
    note("email");
  }
  if (change.password) {
    if (auto password = rules::check_password(*change.password); !password) return tl::unexpected(password.error());
    note("password");
  }
  if (!checked.after.empty()) checked.after += ']';
  return checked;
}

} // namespace

Expected<SignedIn> sign_in(const Context& context, const wire::SignIn& message, const Visitor& visitor,
                           const std::string& former) {
  auto member = check_credentials(context, rules::email_key(message.email), message.password, visitor, "");
  if (!member) return tl::unexpected(member.error());
  return begin_session(context, *std::move(member), former);
}

bool is_session_token(std::string_view text) {
  return auth::is_token(text);
}

std::string hash_of_session(std::string_view token) {
  return auth::hash_of_token(token);
}

Expected<std::optional<storage::StoredSession>> use_session(const Context& context, const std::string& token) {
  if (!auth::is_token(token)) return std::optional<storage::StoredSession>{};
  const Instant now = context.now();
  const Instant idle_since{now.milliseconds - session_idle.milliseconds};
  return context.store.team().use_session(auth::hash_of_token(token), now, idle_since);
}

Expected<wire::DeskSession> describe_session(const Context& context, const Member& member, const std::string& token) {
  auto sites = context.store.sites();
  if (!sites) return tl::unexpected(sites.error());
  wire::DeskSession session{member, csrf_token(context, token), {}};
  for (Site& site : *sites) session.sites.push_back({site.id, std::move(site.name), std::move(site.origins)});
  return session;
}

Expected<Member> change_self(const Context& context, const Member& member, const std::string& session_hash,
                             const wire::ChangeSelf& change, const Visitor& visitor) {
  auto checked = check_change(context, change);
  if (!checked) return tl::unexpected(checked.error());
  if (auto present = check_present(context, member, change, visitor); !present) {
    return tl::unexpected(present.error());
  }
  Member changed = member;
  const storage::Actor by{member.id, member.name};
  if (change.signature && *change.signature != member.signature) {
    storage::AuditNote note{by, context.now(), "team.profile", {}, "member " + member.id.text()};
    note.after = "[\"signature\"]";
    const auto put = context.store.people().put_signature(member.id, *change.signature, note);
    if (!put) return tl::unexpected(put.error());
    changed.signature = *change.signature;
  }
  if (checked->after.empty()) return changed;
  if (change.password) {
    auto hash = auth::hash_password(*change.password);
    if (!hash) return tl::unexpected(hash.error());
    checked->password_hash = *std::move(hash);
  }
  storage::AuditNote note{by, context.now(), change.password ? "team.password" : "team.profile"};
  note.about = "member " + member.id.text();
  note.after = checked->after;
  return context.store.team().change_member(member.id, checked->name, checked->email, checked->password_hash,
                                            session_hash, note);
}

Expected<SignedIn> accept_invitation(const Context& context, const std::string& token,
                                     const wire::AcceptInvitation& message, const std::string& former) {
  // Looked up before anything costs time: a wrong link is refused at once.
  const auto info = find_invitation(context, token);
  if (!info) return tl::unexpected(info.error());
  std::string name;
  std::string email;
  if (info->kind != wire::InvitationKind::reset) {
    auto checked_name = rules::check_name(message.name, "name", context.limits);
    if (!checked_name) return tl::unexpected(checked_name.error());
    auto checked_email = rules::check_member_email(message.email, context.limits);
    if (!checked_email) return tl::unexpected(checked_email.error());
    name = *std::move(checked_name);
    email = *std::move(checked_email);
  }
  if (auto password = rules::check_password(message.password); !password) return tl::unexpected(password.error());
  const auto hash = auth::hash_password(message.password);
  if (!hash) return tl::unexpected(hash.error());
  auto member = context.store.team().accept_invitation(auth::hash_of_token(token), name, email, *hash, context.now());
  if (!member) return tl::unexpected(member.error());
  return begin_session(context, *std::move(member), former);
}

} // namespace palabre::service
