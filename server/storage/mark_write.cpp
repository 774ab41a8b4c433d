#include "server/storage/mark_write.h"

#include <algorithm>

#include "server/storage/mark_row.h"
#include "server/storage/people_write.h"
#include "server/storage/settings_read.h"
#include "server/storage/write_parts.h"
#include "shared/rules/marks.h"
#include "shared/rules/ranking.h"

namespace palabre::storage {
namespace {

struct Place {
  std::int64_t page{0};    // 0: there is none
  std::int64_t comment{0}; // 0: the page itself
  StoredMark stored;
};

Expected<Place> find_comment(WriteSession& session, const NewMark& mark, MarkChange change) {
  const auto loaded = load_living(session, *mark.target.comment);
  if (!loaded) return tl::unexpected(loaded.error());
  if (!is_counted(loaded->state()) || loaded->row.site != mark.target.site.value) {
    return fail(ErrorCode::unknown_comment);
  }
  if (change == MarkChange::put && rules::is_vote(mark.name) && loaded->judged.reader == mark.reader) {
    return fail(ErrorCode::own_comment);
  }
  Place place;
  place.page = loaded->row.page;
  place.comment = loaded->row.id;
  place.stored.page = loaded->row.page_key;
  return place;
}

// A page that nobody wrote to is made for the first mark on it; it begins with its first comment.
Place find_page(WriteSession& session, const NewMark& mark, MarkChange change) {
  Place place;
  place.stored.page = mark.target.page;
  FindPageId& find = session.marks.find_page;
  find.site = mark.target.site.value;
  find.page_key = mark.target.page;
  if (find.statement.run()) {
    place.page = find.id;
  } else if (change == MarkChange::put) {
    TouchPage& page = session.touch_page;
    page.site = mark.target.site.value;
    page.page_key = mark.target.page;
    page.url.clear();
    page.title.clear();
    page.counted = 0;
    page.began = 0;
    page.statement.run();
    place.page = page.id;
  }
  return place;
}

bool is_beyond_cap(WriteSession& session, const NewMark& mark, const Place& place) {
  if (mark.network_cap == 0 || mark.network.empty()) return false;
  CountMarks& count = rules::is_vote(mark.name) ? session.marks.count_votes : session.marks.count_reactions;
  count.page = place.page;
  count.comment = place.comment;
  count.network = mark.network;
  count.statement.run();
  return count.count >= mark.network_cap;
}

void change_tally(WriteSession& session, const Place& place, const std::string& name, std::int64_t change) {
  ChangeTally& tally = session.marks.change_tally;
  tally.page = place.page;
  tally.comment = place.comment;
  tally.name = name;
  tally.change = change;
  tally.statement.run();
}

bool drop_mark(WriteSession& session, const NewMark& mark, const Place& place, const std::string& name) {
  DropMark& drop = session.marks.drop;
  drop.page = place.page;
  drop.comment = place.comment;
  drop.reader = mark.reader;
  drop.name = name;
  if (!drop.statement.run()) return false;
  change_tally(session, place, name, -1);
  return true;
}

bool insert_mark(WriteSession& session, const NewMark& mark, const Place& place) {
  InsertMark& insert = session.marks.insert;
  insert.page = place.page;
  insert.comment = place.comment;
  insert.reader = mark.reader;
  insert.name = mark.name;
  insert.network = mark.network;
  insert.created = mark.created.milliseconds;
  if (!insert.statement.run()) return false;
  change_tally(session, place, mark.name, 1);
  return true;
}

MarkTally read_tally(WriteSession& session, const Place& place) {
  MarkTally tally;
  ListTally& list = session.marks.list_tally;
  list.page = place.page;
  list.comment = place.comment;
  list.statement.each([&] { add_count(tally, list.name, list.count); });
  return tally;
}

std::vector<std::string> read_mine(WriteSession& session, const NewMark& mark, const Place& place) {
  std::vector<std::string> mine;
  ListReaderMarks& list = session.marks.list_mine;
  list.page = place.page;
  list.comment = place.comment;
  list.reader = mark.reader;
  list.statement.each([&] { mine.push_back(list.name); });
  return mine;
}

Expected<bool> change_rows(WriteSession& session, const NewMark& mark, const Place& place, MarkChange change) {
  if (change == MarkChange::drop) return drop_mark(session, mark, place, mark.name);
  const std::vector<std::string> mine = read_mine(session, mark, place);
  if (std::find(mine.begin(), mine.end(), mark.name) != mine.end()) return false;
  const bool replaced = rules::is_vote(mark.name) &&
                        drop_mark(session, mark, place, std::string(mark.name == up_vote ? down_vote : up_vote));
  if (is_beyond_cap(session, mark, place)) return fail(ErrorCode::rate_limited);
  return insert_mark(session, mark, place) || replaced;
}

// Where readers see nothing new, as of votes that are hidden, the page is not newer either.
void write_change(WriteSession& session, const NewMark& mark, const Place& place, const MarkTally& before) {
  const MarkRules offered = read_engagement(*session.connection, mark.target.site).value_or(Engagement{}).marks;
  const Shown on_page = place.comment == 0 ? Shown::yes : Shown::no;
  const MarkTally& after = place.stored.tally;
  if (place.comment != 0) {
    rank_comment(session, place.comment, after, offered);
    if (rules::is_vote(mark.name)) count_helpful(session, CommentId{place.comment});
  }
  if (!(rules::shown_tally(before, offered, on_page) == rules::shown_tally(after, offered, on_page))) {
    change_page(session, place.page, 0);
  }
}

} // namespace

void rank_comment(WriteSession& session, std::int64_t comment, const MarkTally& tally, const MarkRules& offered) {
  const rules::Votes votes = rules::counted_votes({tally.up, tally.down}, offered);
  UpdateMarks& update = session.marks.update_comment;
  update.id = comment;
  update.marks = text_of_tally(tally);
  update.rank = rules::rank_in_score(rules::wilson_rank(votes));
  update.controversy = rules::controversy(votes);
  update.statement.run();
}

Expected<StoredMark> change_mark(WriteSession& session, const NewMark& mark, MarkChange change) {
  auto found =
      mark.target.comment ? find_comment(session, mark, change) : Expected<Place>(find_page(session, mark, change));
  if (!found) return tl::unexpected(found.error());
  Place& place = *found;
  place.stored.site = mark.target.site;
  if (place.page == 0) return std::move(place.stored);
  const MarkTally before = read_tally(session, place);
  const auto changed = change_rows(session, mark, place, change);
  if (!changed) return tl::unexpected(changed.error());
  place.stored.changed = *changed;
  place.stored.tally = *changed ? read_tally(session, place) : before;
  place.stored.mine = read_mine(session, mark, place);
  if (*changed) write_change(session, mark, place, before);
  return std::move(place.stored);
}

} // namespace palabre::storage
