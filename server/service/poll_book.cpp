#include "server/service/poll_book.h"

#include "shared/rules/ballots.h"

namespace palabre::service {
namespace {

constexpr std::size_t many_patterns = 2'000; // fewer are counted in a millisecond or two
constexpr std::chrono::seconds counted_for{1};
constexpr std::size_t kept_counts = 1'000;
constexpr std::size_t limited_keys = 10'000;
constexpr rules::RateLimit poll_limit{10'000, 3'000};
constexpr rules::RateLimit site_limit{20'000, 6'000};

std::int64_t key_of(PostId poll, Ballots which) {
  return poll.value * 2 + (which == Ballots::all ? 1 : 0);
}

std::vector<OptionCount> options_of(const storage::PollTally& tally, Ballots which) {
  std::vector<OptionCount> counts = tally.counts;
  if (which == Ballots::all) counts.insert(counts.end(), tally.apart_counts.begin(), tally.apart_counts.end());
  return counts;
}

} // namespace

PollBook::PollBook() : of_polls_(poll_limit, limited_keys), of_sites_(site_limit, limited_keys) {}

std::shared_ptr<const PollBook::Known> PollBook::find(PostId poll, Ballots which) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(key_of(poll, which));
  return found == known_.end() ? nullptr : found->second;
}

bool PollBook::is_good(const Known& known, const Post& poll, std::int64_t version) {
  if (known.revision != poll.revision) return false;
  return known.version == version || (known.dear && std::chrono::steady_clock::now() - known.counted < counted_for);
}

Expected<PollResult> PollBook::count_ranked(storage::Store& store, const Post& poll, Ballots which,
                                            std::int64_t version) {
  auto known = find(poll.id, which);
  if (known && is_good(*known, poll, version)) return known->result;
  std::unique_lock counting(counting_, std::defer_lock);
  const bool is_close = known && known->revision == poll.revision && known->dear;
  if (is_close && !counting.try_lock()) return known->result; // somebody counts already
  if (!counting.owns_lock()) counting.lock();
  known = find(poll.id, which);
  if (known && is_good(*known, poll, version)) return known->result;
  const auto begun = std::chrono::steady_clock::now();
  auto patterns = store.posts().patterns(poll.id, wire::BallotStanding::counted);
  if (!patterns) return tl::unexpected(patterns.error());
  if (which == Ballots::all) {
    const auto apart = store.posts().patterns(poll.id, wire::BallotStanding::set_apart);
    if (!apart) return tl::unexpected(apart.error());
    patterns->insert(patterns->end(), apart->begin(), apart->end());
  }
  known = std::make_shared<const Known>(Known{version, poll.revision, begun, patterns->size() > many_patterns,
                                              rules::count_ballots(*poll.poll, *patterns)});
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kept_counts) known_.clear();
  known_[key_of(poll.id, which)] = known;
  return known->result;
}

Expected<PollBook::Count> PollBook::count(storage::Store& store, const Post& poll, Ballots which) {
  const auto tally = store.posts().tally(poll.id);
  if (!tally) return tl::unexpected(tally.error());
  if (poll.poll->kind == PollKind::ranked) {
    auto result = count_ranked(store, poll, which, tally->version);
    if (!result) return tl::unexpected(result.error());
    return Count{*std::move(result), tally->set_apart};
  }
  const std::int64_t ballots = tally->counted + (which == Ballots::all ? tally->set_apart : 0);
  return Count{rules::count_options(*poll.poll, ballots, options_of(*tally, which)), tally->set_apart};
}

Expected<void> PollBook::take_ballot(PostId poll, SiteId site, Instant now) {
  const std::string poll_key = poll.text();
  if (auto taken = of_polls_.take(poll_key, now); !taken) return taken;
  auto taken = of_sites_.take(site.text(), now);
  if (!taken) of_polls_.give_back(poll_key);
  return taken;
}

} // namespace palabre::service
