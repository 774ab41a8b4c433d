#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/thread_view.h"
#include "shared/wire/desk.h"
#include "shared/wire/people.h"

namespace palabre::view::desk {

// What is known beside the item itself.
struct QueueDetail {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  wire::CommentDetail detail{};
};

// What somebody else made of an item while it was being read.
struct Settled {
  std::string by; // empty: the author changed it
  CommentState state{CommentState::published};
  bool gone{false};
};

struct ReplyDraft {
  CommentId parent;
  std::string body{};
  bool open{false}; // shown; the words stay when it is closed
  bool sending{false};
  std::optional<Error> error{};
  std::string unfilled{};                       // [[what]] is still to be written over
  std::optional<wire::SimilarAnswer> similar{}; // was said before; asks whether to send all the same
};

struct BanDraft {
  wire::NewBan ban{};
  bool sending{false};
  std::optional<Error> error{};
};

// The question before criticism is put out of sight.
struct Asking {
  wire::DeskAction action{wire::DeskAction::hide};
  std::vector<CommentId> items{};     // all that the decision is about
  std::vector<CommentId> criticism{}; // of these, what looks like it
};

// A rule that was made of an item in one click, and what became of it.
enum class RuleProgress : std::uint8_t { asked, made };

// Lines of the list that need not be made again; only for one filter.
struct RowCache;
[[nodiscard]] std::shared_ptr<RowCache> make_row_cache();

struct QueueState {
  wire::QueueFilter filter;
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::vector<wire::QueueItem> items; // in the server's order, without those that were just decided
  std::string next{};                 // for the next page; empty: this is all
  bool loading_more{false};
  std::map<wire::QueueTab, std::int64_t> counts;
  std::optional<CommentId> selected{}; // shown in the pane; may be none of `items`
  bool opened{false};                  // what is read is the item, not the list: on a phone only one of them is shown
  std::set<CommentId> chosen{};        // for a decision on many
  std::string searched{};              // what stands in the search field
  bool filters{false};                 // they are unfolded
  std::map<CommentId, QueueDetail> details{};
  std::map<CommentId, Settled> settled{};
  std::vector<wire::QueueItem> fresh{};       // came meanwhile, not shown yet
  bool many_fresh{false};                     // and more than were told
  std::map<CommentId, std::string> present{}; // which other member looks at what
  std::optional<ReplyDraft> reply{};
  std::optional<BanDraft> ban{};
  std::optional<Asking> asking{};
  std::map<std::string, RuleProgress> rules{}; // by "kind.value"
  std::int64_t done_today{0};                  // decided here, today
  std::size_t unsent{0};                       // decisions that wait for the network
  std::shared_ptr<RowCache> rows{};            // of the last view; may be null
};

// Where the queue is with this filter, "#/queue?tab=held", with `item` opened.
[[nodiscard]] std::string queue_hash(const wire::QueueFilter& filter, std::optional<CommentId> item = std::nullopt);
// The selected item, from the list or from what is known beside it; nullptr: none.
[[nodiscard]] const wire::QueueItem* selected_item(const QueueState& queue);

} // namespace palabre::view::desk
