#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/thread_view.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

struct QueueState {
  wire::QueueFilter filter;
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::vector<wire::QueueItem> items; // in the server's order, without those that were just decided
  std::string next{};                 // for the next page; empty: this is all
  bool loading_more{false};
  std::map<wire::QueueTab, std::int64_t> counts;
  std::optional<CommentId> selected{};
};

} // namespace palabre::view::desk
