// What the queue remembers beside what it shows: decisions on their way, what can be undone, and when it last asked.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "shared/wire/desk.h"

namespace palabre::widget::desk {

// A decision, or the undoing of one, that the server has not answered yet. They go out one after the other, in order.
struct Outgoing {
  enum class Kind : std::uint8_t { decide, undo };
  Kind kind{Kind::decide};
  std::uint32_t number{0};  // ours
  wire::Decide decide{};    // of undo: only whose items they are
  std::uint32_t undoes{0};  // of undo: the number of what it takes back
  std::int64_t decision{0}; // of undo: as the server calls it; 0: not known yet
};

// What was done here and may be undone, the newest last.
struct Done {
  enum class Kind : std::uint8_t { decision, rule, ban };
  Kind kind{Kind::decision};
  std::uint32_t number{0};
  std::int64_t decision{0}; // as the server calls it; 0: not known yet. Of a ban: its id
  std::vector<std::pair<std::size_t, wire::QueueItem>> items{}; // of a decision: where and what they were
  std::string rule{};                                           // of a rule: its name in QueueState::rules
};

struct QueueMemory {
  std::deque<Outgoing> outbox;
  std::string owner{}; // the member whose they are
  std::uint32_t last_number{0};
  int failures{0}; // of the network, one after the other
  std::vector<Done> done;
  std::map<CommentId, std::int64_t> revisions{};   // as the server last said to one of our decisions
  std::map<CommentId, wire::QueueItem> believed{}; // decided here and not answered yet: as it will be
  std::int64_t change{0};                          // of GET changes
  bool hidden{false};                              // nobody looks
  bool looked{false};                              // the selected item was chosen by a person
  std::int64_t active{0};                          // ms, when something was last done
  std::optional<CommentId> anchor{};               // where choosing a range began
  std::int64_t day{0};                             // of QueueState::done_today
};

} // namespace palabre::widget::desk
