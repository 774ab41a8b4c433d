// Contests: entries, draws, prizes: server/storage/contest_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
// unknown_post: there is no such post, or its contest was never opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/desk_store.h"
#include "shared/wire/posts.h"

namespace palabre::storage {

struct StoredContest {
  std::string seed_hash;
  std::string seed{};      // empty before the draw: nobody is told
  std::string list_hash{}; // empty before the freezing
  std::optional<Instant> frozen{};
  std::optional<Instant> drawn{};      // or chosen by the jury
  std::vector<std::int64_t> winners{}; // numbers, the first first
};

struct NewEntry {
  PostId post;
  std::string reader;  // keyed hash
  std::string network; // keyed hash, or empty
  std::string name;
  Naming naming{Naming::name};
  std::string words{};
  std::int64_t revision{0};           // of the post that the entry was judged against
  EntryState state{EntryState::held}; // as the rules judge it: held or accepted
  std::vector<std::string> reasons{};
  std::string receipt; // of a new entry
  Instant created;
};
struct StoredEntry {
  wire::Entry entry;
  std::string receipt;
  std::string prize{}; // the code this entry was given
};

struct ContestCounts {
  std::int64_t held{0};
  std::int64_t accepted{0};
  std::int64_t refused{0};
  std::int64_t entries{0}; // of any state, withdrawn too
  std::int64_t prizes{0};
  std::int64_t given{0};
};

class ContestStore {
public:
  virtual ~ContestStore() = default;

  // The contest of this post, made with that seed where there is none yet; later seeds change nothing.
  virtual Expected<StoredContest> open(PostId post, const std::string& seed) = 0;
  virtual Expected<std::optional<StoredContest>> find(PostId post) = 0;
  // The closed list's lines; none before the freezing.
  virtual Expected<std::vector<std::string>> read_list(PostId post) = 0;

  // One entry a reader: the second changes the first and keeps its number and receipt. The same again changes nothing;
  // what a moderator refused stays as it is; other words lose a moderator's acceptance. Entries of a network that are
  // too many (rules/contest.h) become suspect, all of them, and wait unless a moderator decided. not_open_yet and
  // closed by `created`, closed where the list is; post_changed when the post is no longer at that revision.
  virtual Expected<StoredEntry> enter(const NewEntry& entry) = 0;
  // Wipes name and words; what was refused stays so, and nobody can accept it any more. Withdrawing nothing is fine.
  // not_open_yet, closed.
  virtual Expected<void> withdraw(PostId post, const std::string& reader, Instant at) = 0;
  virtual Expected<std::optional<StoredEntry>> find_entry(PostId post, const std::string& reader) = 0;

  virtual Expected<ContestCounts> counts(PostId post) = 0;
  // By number, `limit` at most, those after the number `after`; of one state, or of all but withdrawn ones.
  virtual Expected<std::vector<wire::Entry>> entries(PostId post, std::optional<EntryState> state, std::int64_t after,
                                                     std::size_t limit) = 0;
  // Accepted ones that have words, the newest first.
  virtual Expected<std::vector<wire::Entry>> newest_with_words(PostId post, std::size_t limit) = 0;
  // The winners' entries, the first first; none before the draw.
  virtual Expected<std::vector<wire::Entry>> winners(PostId post) = 0;

  // accepted or refused; unknown_post with the field `entry` where there is none, or it was withdrawn; closed.
  virtual Expected<wire::Entry> decide(PostId post, std::int64_t number, EntryState state, const AuditNote& note) = 0;
  // Adds what is not there yet, in their order; winners who had to go without are given the new ones. How many were
  // added. field_too_long with the field `codes` where there would be more than `most`.
  virtual Expected<std::size_t> add_prizes(PostId post, const std::vector<std::string>& codes, std::size_t most,
                                           const AuditNote& note) = 0;
  // Once: later calls change nothing. entries_waiting while any is held.
  virtual Expected<StoredContest> freeze(PostId post, const AuditNote& note) = 0;
  // Once: later calls change nothing. Winners, and prizes as far as there are, in one step. wrong_order before
  // freezing.
  virtual Expected<StoredContest> draw(PostId post, std::size_t winners, const AuditNote& note) = 0;
  // The same with winners named by their numbers. unknown_field_value with the field `entries` where one is none of the
  // accepted, or named twice; wrong_order before freezing, or after others were chosen.
  virtual Expected<StoredContest> choose(PostId post, const std::vector<std::int64_t>& winners,
                                         const AuditNote& note) = 0;

  // Conditions: whether this reader has a published comment on that page of the site; a ballot in that poll.
  virtual Expected<bool> has_commented(SiteId site, const std::string& page, const std::string& reader) = 0;
  // The pages of the site with such a comment, the newest comment's first, `limit` at most.
  virtual Expected<std::vector<std::string>> commented_pages(SiteId site, const std::string& reader,
                                                             std::size_t limit) = 0;
  virtual Expected<bool> has_voted(PostId poll, const std::string& reader) = 0;
};

} // namespace palabre::storage
