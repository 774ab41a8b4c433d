#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/error.h"
#include "shared/wire/people.h"

namespace palabre::view::desk {

// Who takes part most, of one site.
struct RegularsState {
  std::string site{}; // whose these are
  std::optional<std::vector<wire::Regular>> regulars{};
  std::optional<Error> error{};
};

// Texts to answer with, one's own and the team's; the queue's reply box offers them too.
struct RepliesState {
  bool asked{false};
  std::optional<std::vector<wire::SavedReply>> replies{};
  std::optional<Error> load_error{};
  // What is being written: a new one, or a change of `changing`.
  bool open{false};
  std::optional<std::int64_t> changing{};
  wire::SaveReply draft{};
  bool sending{false};
  std::optional<Error> error{};
  std::optional<std::int64_t> dropping{}; // whom a question is about: delete it?
};

} // namespace palabre::view::desk
