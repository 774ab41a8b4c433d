// A comment as the statements bring it, and the state names in the database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "server/storage/store.h"

namespace palabre::storage {

// Throws std::runtime_error for a name that this program does not know.
[[nodiscard]] CommentState state_of_name(const std::string& name);

struct CommentRow {
  std::int64_t id{0};
  std::int64_t site{0};
  std::int64_t page{0};
  std::int64_t parent{0};
  soci::indicator parent_null{soci::i_null};
  std::int64_t root{0};
  soci::indicator root_null{soci::i_null};
  std::int64_t in_thread{0};
  std::string state;
  std::string author_name;
  std::string author_website;
  std::string body;
  std::int64_t created{0};
  std::int64_t edited{0};
  soci::indicator edited_null{soci::i_null};
  std::string page_key;

  [[nodiscard]] Comment to_comment() const;
  [[nodiscard]] StoredComment to_stored() const;
};

// Of `comment c join page p on p.id = c.page`, in the order of into_row.
inline const std::string comment_columns =
    "c.id, c.site, c.page, c.parent, c.root, c.in_thread, c.state, c.author_name, c.author_website, c.body, c.created,"
    " c.edited, p.page_key";

// Binds the row's variables to a statement whose first columns are comment_columns.
[[nodiscard]] soci::details::prepare_temp_type into_row(soci::details::prepare_temp_type prepared, CommentRow& row);

} // namespace palabre::storage
