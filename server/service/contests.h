// Contests: entering, drawing, prizes. Who loads the post has seen to it that it is a contest of that site.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/service/context.h"
#include "server/storage/contest_store.h"
#include "shared/wire/posts.h"

namespace palabre::service {

inline constexpr std::size_t entry_page_size = 100;
inline constexpr std::size_t most_prizes = 10'000;
inline constexpr std::size_t most_prize_code_points = 200;

// ---- Readers --------------------------------------------------------------------------------------------------------

// What a contest's document shows to all; its proof is without the list and the winners' lines. Makes what the contest
// needs, as its seed, where it is not there yet. Of any phase: whoever shows it sees to it that readers may know it.
Expected<wire::ContestView> contest_view(const Context& context, const Post& post, Instant now);
// Of whoever holds this token; nullopt: nothing, or withdrawn. Tells nothing else about a token.
Expected<std::optional<wire::OwnEntry>> own_entry(const Context& context, const Post& post, const Visitor& visitor);

// What a contest asks first, as far as this reader has done it; what it does not ask is met. `page`: where the reader
// stands; empty: any page of the contest's will do.
struct MetConditions {
  bool comment{true};
  bool vote{true};
};
Expected<MetConditions> met_conditions(const Context& context, const Site& site, const Post& post,
                                       const std::string& page, const std::string& reader);

// Enters, or changes one's entry. missing_token, wrong_token, not_open_yet, closed, unknown_post (which readers do not
// know), banned, rejected_by_rules, condition_not_met with `comment` or `vote`, wrong_answer, rate_limited (wrong
// answers), and what is wrong with `name` or `text`.
Expected<wire::OwnPart> enter_contest(const Context& context, const Site& site, const Post& post,
                                      const wire::EnterContest& message, const Visitor& visitor);
// missing_token, wrong_token, not_open_yet, closed, unknown_post.
Expected<wire::OwnPart> withdraw_entry(const Context& context, const Site& site, const Post& post,
                                       const Visitor& visitor);
// Everything that a draw is checked with, as far as it is published yet. unknown_post.
Expected<DrawProof> read_draw(const Context& context, const Post& post);

// ---- The desk -------------------------------------------------------------------------------------------------------

Expected<wire::ContestDesk> read_contest_desk(const Context& context, const Post& post);
// `after` is an EntryPage's cursor, or empty: bad_cursor.
Expected<wire::EntryPage> list_entries(const Context& context, const Post& post, std::optional<EntryState> state,
                                       const std::string& after);
// unknown_post with the field `entry`; closed once the list is.
Expected<wire::Entry> decide_entry(const Context& context, const Site& site, const Post& post, std::int64_t number,
                                   EntryState state, const storage::Actor& by);
// Trims them; those that are there already are passed over. field_empty, field_too_long with the field `codes`.
Expected<wire::ContestDesk> add_prizes(const Context& context, const Site& site, const Post& post,
                                       std::vector<std::string> codes, const storage::Actor& by);
// wrong_order while the contest is open or was not yet; entries_waiting.
Expected<wire::ContestDesk> freeze_contest(const Context& context, const Site& site, const Post& post,
                                           const storage::Actor& by);
// wrong_order before the freezing, and where a jury chooses.
Expected<wire::ContestDesk> draw_contest(const Context& context, const Site& site, const Post& post,
                                         const storage::Actor& by);
// The jury's winners, by their entries' numbers, the first first. wrong_order before the freezing, where it is a draw,
// and after others were chosen; field_empty, field_too_long, unknown_field_value with the field `entries`.
Expected<wire::ContestDesk> choose_winners(const Context& context, const Site& site, const Post& post,
                                           const std::vector<std::int64_t>& entries, const storage::Actor& by);

} // namespace palabre::service
