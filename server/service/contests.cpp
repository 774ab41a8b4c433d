// What readers do in contests.
#include "server/service/contests.h"

#include <algorithm>

#include "server/service/judging.h"
#include "server/service/tokens.h"
#include "shared/rules/contest.h"
#include "shared/rules/draw.h"

namespace palabre::service {
namespace {

constexpr std::size_t shown_entries = 50;
constexpr std::size_t looked_at_pages = 500; // of those a reader wrote on
constexpr int attempts = 3;                  // while members change the contest

Expected<storage::StoredContest> opened(const Context& context, const Post& post) {
  auto found = context.store.contests().find(post.id);
  if (!found) return tl::unexpected(found.error());
  if (*found) return **std::move(found);
  return context.store.contests().open(post.id, random_hexadecimal(rules::seed_digits));
}

std::string shown_name(const wire::Entry& entry) {
  switch (entry.naming) {
  case Naming::name: return entry.name;
  case Naming::initials: return rules::initials_of(entry.name);
  case Naming::nobody: break;
  }
  return {};
}

std::string shown_words(const wire::Entry& entry) {
  const std::string name = shown_name(entry);
  return name.empty() ? entry.text : entry.text + " \xE2\x80\x94 " + name;
}

DrawProof proof_of(const Post& post, const storage::StoredContest& stored) {
  DrawProof proof;
  proof.list_hash = stored.list_hash;
  proof.drawn = stored.drawn;
  if (post.contest->choosing != Choosing::draw) return proof;
  proof.seed_hash = stored.seed_hash;
  proof.seed = stored.seed;
  return proof;
}

Expected<void> check_is_open(const Post& post, Instant now) {
  switch (phase_of(post, now)) {
  case PostPhase::open: return {};
  case PostPhase::planned: return fail(ErrorCode::not_open_yet);
  case PostPhase::closed: return fail(ErrorCode::closed);
  case PostPhase::draft:
  case PostPhase::withdrawn: break;
  }
  return fail(ErrorCode::unknown_post);
}

Expected<bool> has_commented(const Context& context, const Site& site, const Post& post, const std::string& page,
                             const std::string& reader) {
  storage::ContestStore& store = context.store.contests();
  if (!page.empty())
    return is_for_page(post, page) ? store.has_commented(site.id, page, reader) : Expected<bool>(false);
  const auto pages = store.commented_pages(site.id, reader, looked_at_pages);
  if (!pages) return tl::unexpected(pages.error());
  return std::any_of(pages->begin(), pages->end(), [&](const std::string& one) { return is_for_page(post, one); });
}

Expected<void> check_conditions(const Context& context, const Site& site, const Post& post, const std::string& page,
                                const std::string& reader) {
  const auto met = met_conditions(context, site, post, page, reader);
  if (!met) return tl::unexpected(met.error());
  if (!met->comment) return fail(ErrorCode::condition_not_met, "comment");
  if (!met->vote) return fail(ErrorCode::condition_not_met, "vote");
  return {};
}

Expected<void> check_answer(const Context& context, const Post& post, const std::string& text, const Who& who) {
  if (post.contest->kind != ContestKind::question) return {};
  const std::string contest = post.id.text();
  if (auto taken = context.answers->take(contest, who.reader, who.network, context.now()); !taken) return taken;
  if (!rules::is_right_answer(text, post.contest->answers)) return fail(ErrorCode::wrong_answer, "text");
  context.answers->give_back(contest, who.reader, who.network);
  return {};
}

// What people see of an entry is judged: a name, and words unless they are the one right answer.
Expected<Judgement> judge(const Context& context, const Site& site, const Post& post, const wire::EnterContest& message,
                          const storage::NewEntry& entry, const Visitor& visitor) {
  rules::Draft draft;
  draft.name = entry.name;
  if (post.contest->kind != ContestKind::question) draft.body = entry.words;
  auto judgement = judge_entry(context, site, message.page, draft, visitor, context.now());
  if (!judgement && judgement.error().code == ErrorCode::rejected_by_rules) {
    judgement.error().field = draft.body.empty() ? "name" : "text";
  }
  return judgement;
}

void judge_state(const Contest& contest, const Judgement& judgement, storage::NewEntry& entry) {
  const bool passes = judgement.verdict.decision == rules::Decision::publish;
  entry.state = passes && contest.moderation == EntryModeration::as_comments ? EntryState::accepted : EntryState::held;
  for (const rules::Reason& reason : judgement.verdict.reasons) {
    if (reason.decision != rules::Decision::publish) entry.reasons.push_back(reason.rule);
  }
}

wire::OwnEntry to_own(storage::StoredEntry stored) {
  wire::OwnEntry own;
  own.number = stored.entry.number;
  own.state = stored.entry.state;
  own.name = std::move(stored.entry.name);
  own.naming = stored.entry.naming;
  own.text = std::move(stored.entry.text);
  own.won = stored.entry.won;
  if (own.won) own.prize = std::move(stored.prize);
  own.receipt = std::move(stored.receipt);
  return own;
}

// The message as far as it is about the words alone.
Expected<storage::NewEntry> read_words(const Context& context, const Post& post, const wire::EnterContest& message) {
  storage::NewEntry entry;
  auto name = rules::check_name(message.name, "name", context.limits);
  if (!name) return tl::unexpected(name.error());
  auto text = rules::check_entry_text(post.contest->kind, message.text);
  if (!text) return tl::unexpected(text.error());
  entry.post = post.id;
  entry.name = *std::move(name);
  entry.naming = message.naming;
  entry.words = *std::move(text);
  return entry;
}

} // namespace

Expected<wire::ContestView> contest_view(const Context& context, const Post& post, Instant) {
  const auto stored = opened(context, post);
  if (!stored) return tl::unexpected(stored.error());
  storage::ContestStore& store = context.store.contests();
  const auto counts = store.counts(post.id);
  if (!counts) return tl::unexpected(counts.error());
  wire::ContestView view;
  view.entries = counts->accepted;
  view.proof = proof_of(post, *stored);
  const bool shows_words = post.contest->kind == ContestKind::caption || post.contest->kind == ContestKind::challenge;
  if (shows_words) {
    const auto entries = store.newest_with_words(post.id, shown_entries);
    if (!entries) return tl::unexpected(entries.error());
    for (const wire::Entry& entry : *entries) view.shown.push_back(shown_words(entry));
  }
  if (!stored->drawn) return view;
  const auto winners = store.winners(post.id);
  if (!winners) return tl::unexpected(winners.error());
  for (const wire::Entry& winner : *winners) view.winners.push_back(shown_name(winner));
  return view;
}

Expected<std::optional<wire::OwnEntry>> own_entry(const Context& context, const Post& post, const Visitor& visitor) {
  const Who who = who_is(context, visitor);
  if (who.reader.empty()) return std::optional<wire::OwnEntry>{};
  auto found = context.store.contests().find_entry(post.id, who.reader);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->entry.state == EntryState::withdrawn) return std::optional<wire::OwnEntry>{};
  return std::optional<wire::OwnEntry>{to_own(**std::move(found))};
}

Expected<MetConditions> met_conditions(const Context& context, const Site& site, const Post& post,
                                       const std::string& page, const std::string& reader) {
  MetConditions met;
  if (post.contest->comment_first) {
    const auto commented = has_commented(context, site, post, page, reader);
    if (!commented) return tl::unexpected(commented.error());
    met.comment = *commented;
  }
  if (post.contest->vote_in) {
    const auto voted = context.store.contests().has_voted(*post.contest->vote_in, reader);
    if (!voted) return tl::unexpected(voted.error());
    met.vote = *voted;
  }
  return met;
}

namespace {

// All that an entry depends on, asked of the post as it is now.
Expected<storage::NewEntry> prepare_entry(const Context& context, const Site& site, const Post& post,
                                          const wire::EnterContest& message, const Visitor& visitor) {
  const Who who = who_is(context, visitor);
  if (auto open = check_is_open(post, context.now()); !open) return tl::unexpected(open.error());
  auto entry = read_words(context, post, message);
  if (!entry) return tl::unexpected(entry.error());
  auto judgement = judge(context, site, post, message, *entry, visitor);
  if (!judgement) return tl::unexpected(judgement.error());
  if (auto met = check_conditions(context, site, post, message.page, who.reader); !met) {
    return tl::unexpected(met.error());
  }
  if (auto right = check_answer(context, post, entry->words, who); !right) return tl::unexpected(right.error());
  if (auto ready = opened(context, post); !ready) return tl::unexpected(ready.error());
  judge_state(*post.contest, *judgement, *entry);
  entry->reader = who.reader;
  entry->network = hash_of_voter_network(context, post.id, visitor.network);
  entry->receipt = random_hexadecimal(rules::receipt_digits);
  entry->created = context.now();
  entry->revision = post.revision;
  return entry;
}

Expected<Post> load_contest(const Context& context, PostId id) {
  auto found = context.store.posts().find_post(id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || !(*found)->post.contest) return fail(ErrorCode::unknown_post);
  return std::move((*found)->post);
}

} // namespace

Expected<wire::OwnPart> enter_contest(const Context& context, const Site& site, const Post& post,
                                      const wire::EnterContest& message, const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  Expected<Post> asked = post;
  for (int attempt = 1;; ++attempt) {
    const auto entry = prepare_entry(context, site, *asked, message, visitor);
    if (!entry) return tl::unexpected(entry.error());
    auto stored = context.store.contests().enter(*entry);
    if (!stored && stored.error().code == ErrorCode::post_changed && attempt < attempts) {
      asked = load_contest(context, post.id);
      if (!asked) return tl::unexpected(asked.error());
      continue;
    }
    if (!stored) return tl::unexpected(stored.error());
    context.tell_voted(site.id, post.id);
    wire::OwnPart part;
    part.post = post.id;
    part.entry = to_own(*std::move(stored));
    return part;
  }
}

Expected<wire::OwnPart> withdraw_entry(const Context& context, const Site& site, const Post& post,
                                       const Visitor& visitor) {
  if (auto known = check_reader_token(visitor.reader_token); !known) return tl::unexpected(known.error());
  const Who who = who_is(context, visitor);
  if (auto open = check_is_open(post, context.now()); !open) return tl::unexpected(open.error());
  if (auto ready = opened(context, post); !ready) return tl::unexpected(ready.error());
  if (auto gone = context.store.contests().withdraw(post.id, who.reader, context.now()); !gone) {
    return tl::unexpected(gone.error());
  }
  context.tell_voted(site.id, post.id);
  wire::OwnPart part;
  part.post = post.id;
  return part;
}

Expected<DrawProof> read_draw(const Context& context, const Post& post) {
  const PostPhase phase = phase_of(post, context.now());
  if (phase != PostPhase::open && phase != PostPhase::closed) return fail(ErrorCode::unknown_post);
  const auto stored = opened(context, post);
  if (!stored) return tl::unexpected(stored.error());
  DrawProof proof = proof_of(post, *stored);
  if (!stored->frozen) return proof;
  auto list = context.store.contests().read_list(post.id);
  if (!list) return tl::unexpected(list.error());
  proof.list = *std::move(list);
  for (const std::int64_t winner : stored->winners) {
    const auto line =
        std::lower_bound(proof.list.begin(), proof.list.end(), winner, [](const std::string& one, std::int64_t number) {
          return rules::number_of_line(one).value_or(0) < number;
        });
    if (line != proof.list.end()) proof.winners.push_back(*line);
  }
  return proof;
}

} // namespace palabre::service
