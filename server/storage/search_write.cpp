#include "server/storage/search_write.h"

#include "server/storage/search_text.h"

namespace palabre::storage {

SearchWrites::Words::Words(soci::session& session, const std::string& sql)
    : statement((prepare(session, sql), soci::use(comment), soci::use(name), soci::use(body))) {}

SearchWrites::SearchWrites(soci::session& session, const SearchSql& sql)
    : add_(session, sql.add), remove_(session, sql.remove), begin_purge_(prepare(session, sql.begin_purge)),
      purge_(prepare(session, sql.purge)), count_changes_((prepare(session, sql.count_changes), soci::into(changes_))),
      note_purge_((prepare(session, "insert into meta (name, value) values ('search_purge', :value)"
                                    " on conflict (name) do update set value = excluded.value"),
                   soci::use(purge_value_))) {
  std::string value;
  session << "select coalesce(max(value), '') from meta where name = 'search_purge'", soci::into(value);
  due_ = value == "due"; // the program ended before it was done
}

void SearchWrites::add(std::int64_t comment, const std::string& name, const std::string& body) {
  pending_.push_back({SearchChange::Kind::add, comment, searchable(name), searchable(body)});
}

void SearchWrites::remove(std::int64_t comment, const std::string& name, const std::string& body) {
  pending_.push_back({SearchChange::Kind::remove, comment, searchable(name), searchable(body)});
}

void SearchWrites::flush() {
  const std::vector<SearchChange> changes = std::move(pending_);
  pending_.clear();
  bool removed = false;
  for (const SearchChange& change : changes) {
    Words& words = change.kind == SearchChange::Kind::add ? add_ : remove_;
    removed = removed || change.kind == SearchChange::Kind::remove;
    words.comment = change.comment;
    words.name = change.name;
    words.body = change.body;
    words.statement.run();
  }
  if (!removed) return;
  note_purge("due");
  due_ = true;
}

void SearchWrites::purge() {
  if (!running_) {
    due_ = false;
    begin_purge_.run();
    running_ = true;
    return;
  }
  const std::int64_t before = count_changes();
  purge_.run();
  running_ = count_changes() - before >= 2; // the engine's sign that it did something
  if (!running_ && !due_) note_purge("done");
}

void SearchWrites::note_purge(const char* value) {
  purge_value_ = value;
  note_purge_.run();
}

std::int64_t SearchWrites::count_changes() {
  count_changes_.run();
  return changes_;
}

} // namespace palabre::storage
