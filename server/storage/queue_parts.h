// What the readings of the queue share.
#pragma once

#include "server/storage/case_row.h"
#include "server/storage/conditions.h"
#include "server/storage/read_session.h"

namespace palabre::storage {

struct QueueRow {
  CommentRow row;
  JudgedRow judged;
  CaseRow facts;
  std::string page_title;
  std::string page_url;
  std::string site;

  [[nodiscard]] wire::QueueItem to_item() const;
};

// QueueItem::author of a comment: the browser, else the network; empty where neither is known.
[[nodiscard]] std::string author_of(const std::string& reader, const std::string& network);
// Comments of this author; `author` is not empty.
void add_author(Conditions& conditions, const std::string& author);

// Those that meet the conditions on `c`, in this order.
[[nodiscard]] std::vector<QueueRow> list_rows(ReadSession& session, Conditions conditions, const std::string& order,
                                              std::size_t limit);
// One number.
[[nodiscard]] std::int64_t read_number(ReadSession& session, const std::string& expression, Conditions conditions,
                                       const std::string& rest = {});

// The site of this name, or all where it is empty. unknown_site.
[[nodiscard]] Expected<std::vector<std::int64_t>> sites_named(ReadSession& session, const std::string& name);
[[nodiscard]] std::int64_t last_change(ReadSession& session);
// As they are kept, of these sites together.
[[nodiscard]] std::map<wire::QueueTab, std::int64_t> kept_counts(ReadSession& session,
                                                                 const std::vector<std::int64_t>& sites);

} // namespace palabre::storage
