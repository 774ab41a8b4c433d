#include "shared/model/contest.h"

#include "shared/model/named.h"

namespace palabre {

std::string_view to_name(ContestKind kind) {
  switch (kind) {
  case ContestKind::giveaway: return "giveaway";
  case ContestKind::caption: return "caption";
  case ContestKind::question: return "question";
  case ContestKind::challenge: return "challenge";
  }
  return "giveaway";
}

std::optional<ContestKind> parse_contest_kind(std::string_view name) {
  return named<ContestKind>(
      name, {ContestKind::giveaway, ContestKind::caption, ContestKind::question, ContestKind::challenge});
}

std::string_view to_name(Choosing choosing) {
  switch (choosing) {
  case Choosing::draw: return "draw";
  case Choosing::jury: return "jury";
  }
  return "draw";
}

std::optional<Choosing> parse_choosing(std::string_view name) {
  return named<Choosing>(name, {Choosing::draw, Choosing::jury});
}

std::string_view to_name(EntryModeration moderation) {
  switch (moderation) {
  case EntryModeration::as_comments: return "as_comments";
  case EntryModeration::each: return "each";
  }
  return "as_comments";
}

std::optional<EntryModeration> parse_entry_moderation(std::string_view name) {
  return named<EntryModeration>(name, {EntryModeration::as_comments, EntryModeration::each});
}

std::string_view to_name(EntryState state) {
  switch (state) {
  case EntryState::held: return "held";
  case EntryState::accepted: return "accepted";
  case EntryState::refused: return "refused";
  case EntryState::withdrawn: return "withdrawn";
  }
  return "held";
}

std::optional<EntryState> parse_entry_state(std::string_view name) {
  return named<EntryState>(name, {EntryState::held, EntryState::accepted, EntryState::refused, EntryState::withdrawn});
}

std::string_view to_name(Naming naming) {
  switch (naming) {
  case Naming::name: return "name";
  case Naming::initials: return "initials";
  case Naming::nobody: return "nobody";
  }
  return "name";
}

std::optional<Naming> parse_naming(std::string_view name) {
  return named<Naming>(name, {Naming::name, Naming::initials, Naming::nobody});
}

} // namespace palabre
