// The desk's values as JSON, both ways: the server writes what the desk reads and the other way round. Any bytes may be
// read; errors and their fields are the codec's usual ones (codec.h). One file a subject: codec_desk_*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "shared/wire/desk.h"

namespace palabre::wire {

// codec_desk_session.cpp
[[nodiscard]] Expected<SignIn> decode_sign_in(std::string_view json);
[[nodiscard]] std::string encode(const SignIn& message);
[[nodiscard]] Expected<DeskSession> decode_desk_session(std::string_view json);
[[nodiscard]] std::string encode(const DeskSession& message);
[[nodiscard]] Expected<InvitationInfo> decode_invitation_info(std::string_view json);
[[nodiscard]] std::string encode(const InvitationInfo& message);
[[nodiscard]] Expected<AcceptInvitation> decode_accept_invitation(std::string_view json);
[[nodiscard]] std::string encode(const AcceptInvitation& message);
[[nodiscard]] Expected<NewInvitation> decode_new_invitation(std::string_view json);
[[nodiscard]] std::string encode(const NewInvitation& message);
[[nodiscard]] Expected<MadeInvitation> decode_made_invitation(std::string_view json);
[[nodiscard]] std::string encode(const MadeInvitation& message);
[[nodiscard]] Expected<Team> decode_team(std::string_view json);
[[nodiscard]] std::string encode(const Team& message);
[[nodiscard]] Expected<ChangeMember> decode_change_member(std::string_view json);
[[nodiscard]] std::string encode(const ChangeMember& message);
[[nodiscard]] Expected<ChangeSelf> decode_change_self(std::string_view json);
[[nodiscard]] std::string encode(const ChangeSelf& message);

// codec_desk_queue.cpp; a verdict's spans are bytes of the fields in C++ and code points in JSON, see codec_verdict.h
[[nodiscard]] Expected<QueuePage> decode_queue_page(std::string_view json);
[[nodiscard]] std::string encode(const QueuePage& message);
[[nodiscard]] Expected<QueueItem> decode_queue_item(std::string_view json);
[[nodiscard]] std::string encode(const QueueItem& message);
[[nodiscard]] Expected<CommentDetail> decode_comment_detail(std::string_view json);
[[nodiscard]] std::string encode(const CommentDetail& message);
[[nodiscard]] Expected<Changes> decode_changes(std::string_view json);
[[nodiscard]] std::string encode(const Changes& message);
[[nodiscard]] Expected<Overview> decode_overview(std::string_view json);
[[nodiscard]] std::string encode(const Overview& message);

// codec_desk_decisions.cpp
[[nodiscard]] Expected<Decide> decode_decide(std::string_view json);
[[nodiscard]] std::string encode(const Decide& message);
[[nodiscard]] Expected<Decided> decode_decided(std::string_view json);
[[nodiscard]] std::string encode(const Decided& message);
[[nodiscard]] Expected<NewReply> decode_new_reply(std::string_view json);
[[nodiscard]] std::string encode(const NewReply& message);
[[nodiscard]] Expected<NewRule> decode_new_rule(std::string_view json);
[[nodiscard]] std::string encode(const NewRule& message);
[[nodiscard]] Expected<MadeRule> decode_made_rule(std::string_view json);
[[nodiscard]] std::string encode(const MadeRule& message);

// codec_desk_log.cpp
[[nodiscard]] Expected<NewBan> decode_new_ban(std::string_view json);
[[nodiscard]] std::string encode(const NewBan& message);
[[nodiscard]] Expected<Ban> decode_ban(std::string_view json);
[[nodiscard]] std::string encode(const Ban& message);
// {"bans":[…]}
[[nodiscard]] Expected<std::vector<Ban>> decode_bans(std::string_view json);
[[nodiscard]] std::string encode(const std::vector<Ban>& bans);
[[nodiscard]] Expected<AuditPage> decode_audit_page(std::string_view json);
[[nodiscard]] std::string encode(const AuditPage& message);
// One line of the exported log.
[[nodiscard]] std::string encode(const AuditEntry& entry);

// codec_desk_settings.cpp
// {"site":{"id","name","origins"},"policy":{…},"appearance":{…},"engagement":{…},"version"}
[[nodiscard]] Expected<SiteSettings> decode_site_settings(std::string_view json);
[[nodiscard]] std::string encode(const SiteSettings& message);
// {"sites":[{"id","name","origins","comments","waiting"}]}
[[nodiscard]] Expected<std::vector<SiteSummary>> decode_sites(std::string_view json);
[[nodiscard]] std::string encode(const std::vector<SiteSummary>& sites);
// {"theme"?,"accent"?,"density"?,"corners"?}: unknown_field_value with the member as field.
[[nodiscard]] Expected<Appearance> decode_appearance(std::string_view json);
[[nodiscard]] std::string encode(const Appearance& message);
// {"version","policy":{what differs from `present`, see codec_policy.h}}, written with every member.
[[nodiscard]] Expected<ChangePolicy> decode_change_policy(std::string_view json, const rules::Policy& present);
[[nodiscard]] std::string encode(const ChangePolicy& message);
// The same with nothing but what differs from `base`.
[[nodiscard]] std::string encode_change(std::int64_t version, const rules::Policy& policy, const rules::Policy& base);
// {"version","origins"}
[[nodiscard]] Expected<ChangeOrigins> decode_change_origins(std::string_view json);
[[nodiscard]] std::string encode(const ChangeOrigins& message);
// {"version", and what Appearance has}
[[nodiscard]] Expected<ChangeAppearance> decode_change_appearance(std::string_view json);
[[nodiscard]] std::string encode(const ChangeAppearance& message);
// {"name","origins"}
[[nodiscard]] Expected<NewSite> decode_new_site(std::string_view json);
[[nodiscard]] std::string encode(const NewSite& message);

// codec_desk_inline.cpp
// {"site","page_url"?,"origin"}
[[nodiscard]] Expected<NewInlineCode> decode_new_inline_code(std::string_view json);
[[nodiscard]] std::string encode(const NewInlineCode& message);
// {"code"}
[[nodiscard]] Expected<InlineCode> decode_inline_code(std::string_view json);
[[nodiscard]] std::string encode(const InlineCode& message);
// {"token","member":{"name","role"},"expires"}
[[nodiscard]] Expected<InlineSession> decode_inline_session(std::string_view json);
[[nodiscard]] std::string encode(const InlineSession& message);

} // namespace palabre::wire
