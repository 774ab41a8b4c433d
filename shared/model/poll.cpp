#include "shared/model/poll.h"

#include "shared/model/named.h"

namespace palabre {

std::string_view to_name(PollKind kind) {
  switch (kind) {
  case PollKind::single: return "single";
  case PollKind::multiple: return "multiple";
  case PollKind::ranked: return "ranked";
  case PollKind::scale: return "scale";
  }
  return "single";
}

std::optional<PollKind> parse_poll_kind(std::string_view name) {
  return named<PollKind>(name, {PollKind::single, PollKind::multiple, PollKind::ranked, PollKind::scale});
}

std::string_view to_name(ResultsShown shown) {
  switch (shown) {
  case ResultsShown::always: return "always";
  case ResultsShown::after_voting: return "after_voting";
  case ResultsShown::at_closing: return "at_closing";
  case ResultsShown::staff: return "staff";
  }
  return "always";
}

std::optional<ResultsShown> parse_results_shown(std::string_view name) {
  return named<ResultsShown>(
      name, {ResultsShown::always, ResultsShown::after_voting, ResultsShown::at_closing, ResultsShown::staff});
}

std::string_view to_name(Secrecy secrecy) {
  switch (secrecy) {
  case Secrecy::secret: return "secret";
  case Secrecy::open: return "open";
  }
  return "secret";
}

std::optional<Secrecy> parse_secrecy(std::string_view name) {
  return named<Secrecy>(name, {Secrecy::secret, Secrecy::open});
}

} // namespace palabre
