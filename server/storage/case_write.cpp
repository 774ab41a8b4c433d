#include "server/storage/case_write.h"

#include <algorithm>

namespace palabre::storage {
namespace {

std::int64_t is_in(std::int64_t tabs, wire::QueueTab tab) {
  return (tabs & bit_of(tab)) != 0 ? 1 : 0;
}

// "waiting, held, …": the columns of desk_count, each with `before` and `after` it.
std::string for_each_tab(const std::string& before, const std::string& after) {
  std::string list;
  for (const wire::QueueTab tab : wire::queue_tabs) {
    const std::string column = "in_" + std::string(to_name(tab));
    std::string text = before + column + after;
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, column);
    list += (list.empty() ? "" : ", ") + text;
  }
  return list;
}

} // namespace

NextChange::NextChange(soci::session& session)
    : statement((prepare(session, "update desk_change set change = change + 1 where only_row = 1 returning change"),
                 soci::into(change))) {}

UpdateCase::UpdateCase(soci::session& session)
    : statement([&] {
        auto prepared = prepare(session, "update comment set revision = :revision, changed = :changed,"
                                         " attention = :attention, axis = :axis, rules = :rules, tabs = :tabs,"
                                         " flags = :flags, appealed = :appealed, settled = :settled,"
                                         " decided_name = :decided_name, decided_at = :decided_at,"
                                         " kept_back = :kept_back where id = :id");
        using soci::use;
        prepared, use(row.revision), use(row.changed), use(row.attention), use(row.axis), use(row.rules), use(row.tabs),
            use(row.flags), use(row.appealed), use(row.settled), use(row.decided_name), use(row.decided_at),
            use(row.kept_back), use(id);
        return prepared;
      }()) {}

CountTabs::CountTabs(soci::session& session)
    : statement([&] {
        auto prepared = prepare(session, "insert into desk_count (site, " + for_each_tab("", "") + ") values (:site, " +
                                             for_each_tab(":", "") + ") on conflict (site) do update set " +
                                             for_each_tab("", " = desk_count.@ + excluded.@"));
        prepared, soci::use(site);
        for (std::int64_t& one : change) prepared, soci::use(one);
        return prepared;
      }()) {}

std::int64_t next_change(CaseWrites& writes) {
  writes.next_change.statement.run();
  return writes.next_change.change;
}

void count_tabs(CaseWrites& writes, std::int64_t site, std::int64_t before, std::int64_t after) {
  if (before == after) return;
  writes.count.site = site;
  for (std::size_t i = 0; i < wire::queue_tabs.size(); ++i) {
    writes.count.change[i] = is_in(after, wire::queue_tabs[i]) - is_in(before, wire::queue_tabs[i]);
  }
  writes.count.statement.run();
}

} // namespace palabre::storage
