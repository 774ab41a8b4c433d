// Asking the rules about a comment with all that is known of its writer. Private to this room.
#pragma once

#include "server/service/context.h"
#include "shared/rules/moderation.h"
#include "shared/wire/messages.h"

namespace palabre::service {

// The keyed hashes that the store knows a visitor by.
struct Who {
  std::string reader;
  std::string network;
};
[[nodiscard]] Who who_is(const Context& context, const Visitor& visitor);

struct Judgement {
  rules::Verdict verdict;
  std::uint64_t fingerprint{0};
  std::vector<std::string> masks;
  bool newcomer{false}; // nothing of this author was published before
};
// As its writer may know it: that somebody is muted is the moderators' to know.
[[nodiscard]] rules::Verdict for_writer(rules::Verdict verdict);
[[nodiscard]] CommentState state_after(rules::Decision decision);

// A comment that is sent. rejected_by_rules with the rules' names; thread_closed; rate_limited under slow
// mode; banned.
[[nodiscard]] Expected<Judgement> judge_new(const Context& context, const Site& site, const wire::PostComment& message,
                                            const rules::Draft& draft, const Visitor& visitor, Instant now);
// New words of a comment that is there: how much and where its author writes does not matter again. rejected_by_rules,
// banned.
[[nodiscard]] Expected<Judgement> judge_edit(const Context& context, const storage::StoredComment& stored,
                                             const std::string& body, Instant now);

// Whether somebody may vote, and with that name where it is published; empty: it is not. banned; rejected_by_rules with
// the field `name` for what the rules find in it, since nobody waits for a moderator with a vote.
[[nodiscard]] Expected<void> check_voter(const Context& context, const Site& site, const std::string& page,
                                         const std::string& name, const Visitor& visitor, Instant now);
// What somebody enters in a contest from that page, which may be empty: as a comment, but how much they write there
// does not matter. rejected_by_rules, banned.
[[nodiscard]] Expected<Judgement> judge_entry(const Context& context, const Site& site, const std::string& page,
                                              const rules::Draft& draft, const Visitor& visitor, Instant now);

// Whether the page takes no comment any more.
[[nodiscard]] Expected<bool> is_closed_page(const Context& context, SiteId site, const std::string& page,
                                            const rules::Policy& policy);

} // namespace palabre::service
