// Posts as rows.
#pragma once

#include <functional>

#include "server/storage/post_store.h"
#include "server/storage/statement.h"

namespace palabre::storage {

[[nodiscard]] std::optional<StoredPost> read_post(soci::session& sql, PostId id);
// `tail` is what follows "select … from post p"; `bind` adds its values.
[[nodiscard]] std::vector<StoredPost> read_posts(soci::session& sql, const std::string& tail,
                                                 const std::function<void(soci::details::prepare_temp_type&)>& bind);

} // namespace palabre::storage
