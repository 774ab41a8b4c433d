// How ballots are written down, and the sums that are kept of them.
#pragma once

#include <functional>

#include "server/storage/post_store.h"
#include "server/storage/write_session.h"

namespace palabre::storage {

[[nodiscard]] std::string_view to_name(OtherState state);
[[nodiscard]] OtherState other_state_of(std::string_view name);

// "0,3,7" and back; what is no number is passed over.
[[nodiscard]] std::string join_choices(const std::vector<std::uint32_t>& choices);
[[nodiscard]] std::vector<std::uint32_t> split_choices(std::string_view text);
// What of a ballot is counted: without the other answer while that is not published.
[[nodiscard]] std::vector<std::uint32_t> counted_choices(std::vector<std::uint32_t> choices, bool other_published);

// Ballots that say the same, to be added to the sums or (below 0) taken away.
struct CountChange {
  std::int64_t post{0};
  bool ranked{false};
  std::string standing{};
  std::vector<std::uint32_t> choices{}; // all of them
  std::int64_t other{0};                // 0: none
  bool other_published{false};
  std::int64_t ballots{0};
  std::int64_t base{0};          // of them, among the first of their networks
  std::optional<Instant> cast{}; // where they are new
};
void change_counts(WriteSession& session, const CountChange& change);

// Ballots that say the same, with all that their counts depend on.
struct SameBallots {
  std::string standing;
  std::string choices;
  std::int64_t other{0};
  std::string other_state;
  std::int64_t ballots{0};
  std::int64_t base{0};
};
// `where` is SQL about `ballot b` and `other_answer o`.
[[nodiscard]] std::vector<SameBallots> list_same(WriteSession& session, const std::string& where,
                                                 const std::function<void(soci::details::prepare_temp_type&)>& bind);
// Takes the ballots out of the sums as they are, and puts them back as `become` makes them.
void move_counts(WriteSession& session, PostId poll, bool ranked, std::vector<SameBallots> same,
                 const std::function<void(SameBallots&)>& become);

} // namespace palabre::storage
