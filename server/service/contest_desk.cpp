// Contests at the desk.
#include <algorithm>

#include "server/service/audit.h"
#include "server/service/contests.h"
#include "shared/text/utf8.h"

namespace palabre::service {
namespace {

storage::AuditNote note_of(const Context& context, const Site& site, const Post& post, const storage::Actor& by,
                           const char* action) {
  storage::AuditNote note{by, context.now(), action, site.id};
  note.about = "post " + post.id.text();
  return note;
}

// What was done, or what went wrong, as the desk shows it.
template <class T>
Expected<wire::ContestDesk> shown(const Context& context, const Site& site, const Post& post, const Expected<T>& done) {
  if (!done) return tl::unexpected(done.error());
  context.tell_post_changed(site.id, post.id);
  return read_contest_desk(context, post);
}

// What an earlier look at it may not have made yet.
Expected<void> prepare(const Context& context, const Post& post) {
  const auto view = contest_view(context, post, context.now());
  if (!view) return tl::unexpected(view.error());
  return {};
}

Expected<std::vector<std::string>> check_codes(const std::vector<std::string>& codes) {
  std::vector<std::string> checked;
  for (const std::string& code : codes) {
    std::string trimmed = text::normalise_line(code);
    if (trimmed.empty()) continue;
    if (text::code_point_count(trimmed) > most_prize_code_points) {
      return fail(ErrorCode::field_too_long, "codes", std::to_string(most_prize_code_points) + " characters a code");
    }
    checked.push_back(std::move(trimmed));
  }
  if (checked.empty()) return fail(ErrorCode::field_empty, "codes");
  if (checked.size() > most_prizes) {
    return fail(ErrorCode::field_too_long, "codes", "at most " + std::to_string(most_prizes) + " codes");
  }
  return checked;
}

Expected<std::int64_t> read_cursor(const std::string& after) {
  if (after.empty()) return std::int64_t{0};
  const auto number = Id<struct EntryTag>::parse(after);
  if (!number) return fail(ErrorCode::bad_cursor, "after");
  return number->value;
}

} // namespace

Expected<wire::ContestDesk> read_contest_desk(const Context& context, const Post& post) {
  const Instant now = context.now();
  auto view = contest_view(context, post, now);
  if (!view) return tl::unexpected(view.error());
  const auto counts = context.store.contests().counts(post.id);
  if (!counts) return tl::unexpected(counts.error());
  wire::ContestDesk desk;
  desk.post.post = post;
  desk.post.phase = phase_of(post, now);
  desk.frozen = !view->proof.list_hash.empty();
  desk.post.contest = *std::move(view);
  desk.held = counts->held;
  desk.accepted = counts->accepted;
  desk.refused = counts->refused;
  desk.prizes = counts->prizes;
  desk.given = counts->given;
  return desk;
}

Expected<wire::EntryPage> list_entries(const Context& context, const Post& post, std::optional<EntryState> state,
                                       const std::string& after) {
  const auto from = read_cursor(after);
  if (!from) return tl::unexpected(from.error());
  auto entries = context.store.contests().entries(post.id, state, *from, entry_page_size + 1);
  if (!entries) return tl::unexpected(entries.error());
  wire::EntryPage page{*std::move(entries), {}};
  if (page.entries.size() > entry_page_size) {
    page.entries.pop_back();
    page.next = std::to_string(page.entries.back().number);
  }
  return page;
}

Expected<wire::Entry> decide_entry(const Context& context, const Site& site, const Post& post, std::int64_t number,
                                   EntryState state, const storage::Actor& by) {
  if (auto ready = prepare(context, post); !ready) return tl::unexpected(ready.error());
  storage::AuditNote note = note_of(context, site, post, by, audit::entry);
  note.about += " entry " + std::to_string(number);
  auto decided = context.store.contests().decide(post.id, number, state, note);
  if (decided) context.tell_post_changed(site.id, post.id);
  return decided;
}

Expected<wire::ContestDesk> add_prizes(const Context& context, const Site& site, const Post& post,
                                       std::vector<std::string> codes, const storage::Actor& by) {
  const auto checked = check_codes(codes);
  if (!checked) return tl::unexpected(checked.error());
  if (auto ready = prepare(context, post); !ready) return tl::unexpected(ready.error());
  return shown(context, site, post,
               context.store.contests().add_prizes(post.id, *checked, most_prizes,
                                                   note_of(context, site, post, by, audit::prizes)));
}

Expected<wire::ContestDesk> freeze_contest(const Context& context, const Site& site, const Post& post,
                                           const storage::Actor& by) {
  if (phase_of(post, context.now()) != PostPhase::closed) {
    return fail(ErrorCode::wrong_order, {}, "the contest is not over");
  }
  if (auto ready = prepare(context, post); !ready) return tl::unexpected(ready.error());
  return shown(context, site, post,
               context.store.contests().freeze(post.id, note_of(context, site, post, by, audit::freeze)));
}

Expected<wire::ContestDesk> draw_contest(const Context& context, const Site& site, const Post& post,
                                         const storage::Actor& by) {
  if (post.contest->choosing != Choosing::draw) return fail(ErrorCode::wrong_order, {}, "a jury chooses");
  if (auto ready = prepare(context, post); !ready) return tl::unexpected(ready.error());
  return shown(
      context, site, post,
      context.store.contests().draw(post.id, post.contest->winners, note_of(context, site, post, by, audit::draw)));
}

Expected<wire::ContestDesk> choose_winners(const Context& context, const Site& site, const Post& post,
                                           const std::vector<std::int64_t>& entries, const storage::Actor& by) {
  if (post.contest->choosing != Choosing::jury) return fail(ErrorCode::wrong_order, {}, "winners are drawn");
  if (entries.empty()) return fail(ErrorCode::field_empty, "entries");
  if (entries.size() > post.contest->winners) {
    return fail(ErrorCode::field_too_long, "entries", "at most " + std::to_string(post.contest->winners));
  }
  if (auto ready = prepare(context, post); !ready) return tl::unexpected(ready.error());
  return shown(context, site, post,
               context.store.contests().choose(post.id, entries, note_of(context, site, post, by, audit::jury)));
}

} // namespace palabre::service
