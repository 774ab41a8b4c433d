#include "shared/model/standing.h"

#include "shared/model/named.h"

namespace palabre {

std::string_view to_name(Badge badge) {
  switch (badge) {
  case Badge::staff: return "staff";
  case Badge::newcomer: return "newcomer";
  case Badge::regular: return "regular";
  case Badge::pillar: return "pillar";
  case Badge::first_comment: return "first_comment";
  case Badge::helpful: return "helpful";
  case Badge::year: return "year";
  }
  return "staff";
}

std::optional<Badge> parse_badge(std::string_view name) {
  return named<Badge>(name, {Badge::staff, Badge::newcomer, Badge::regular, Badge::pillar, Badge::first_comment,
                             Badge::helpful, Badge::year});
}

std::string_view to_name(QuestionState state) {
  switch (state) {
  case QuestionState::none: return "none";
  case QuestionState::open: return "open";
  case QuestionState::answered: return "answered";
  }
  return "none";
}

std::optional<QuestionState> parse_question_state(std::string_view name) {
  return named<QuestionState>(name, {QuestionState::none, QuestionState::open, QuestionState::answered});
}

} // namespace palabre
