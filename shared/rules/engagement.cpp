#include "shared/rules/engagement.h"

#include <algorithm>
#include <string>

#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

bool is_small_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::optional<Error> find_fault(const std::string& text, std::string field, std::size_t limit) {
  if (!text::is_valid_utf8(text)) return Error{ErrorCode::malformed_text, std::move(field), {}, 0};
  if (text::find_forbidden(text)) return Error{ErrorCode::forbidden_character, std::move(field), {}, 0};
  if (text::code_point_count(text) > limit) {
    return Error{ErrorCode::field_too_long, std::move(field), "at most " + std::to_string(limit) + " characters", 0};
  }
  return std::nullopt;
}

std::optional<Error> find_fault(const std::vector<Reaction>& reactions, std::size_t index) {
  const Reaction& reaction = reactions[index];
  const std::string field = "marks.reactions." + std::to_string(index);
  if (!is_mark_name(reaction.name) || reaction.name == up_vote || reaction.name == down_vote) {
    return Error{ErrorCode::unknown_field_value, field + ".name",
                 "must be lower-case letters, digits, - and _, 32 at most, and neither up nor down", 0};
  }
  const auto same = [&](const Reaction& other) { return other.name == reaction.name; };
  const auto end = reactions.begin() + static_cast<std::ptrdiff_t>(index);
  if (std::any_of(reactions.begin(), end, same)) {
    return Error{ErrorCode::unknown_field_value, field + ".name", "there is another of this name", 0};
  }
  if (auto fault = find_fault(reaction.symbol, field + ".symbol", symbol_limit)) return fault;
  return find_fault(reaction.label, field + ".label", reaction_label_limit);
}

std::optional<Error> find_fault(const Engagement& engagement) {
  const MarkRules& marks = engagement.marks;
  if (marks.reactions.size() > most_reactions) {
    return Error{ErrorCode::field_too_long, "marks.reactions",
                 "at most " + std::to_string(most_reactions) + " reactions", 0};
  }
  for (std::size_t i = 0; i < marks.reactions.size(); ++i) {
    if (auto fault = find_fault(marks.reactions, i)) return fault;
  }
  if (marks.scores_from > most_scores_from) {
    return Error{ErrorCode::unknown_field_value, "marks.scores_from", "must be 0 … " + std::to_string(most_scores_from),
                 0};
  }
  return find_fault(engagement.welcome, "welcome", welcome_limit);
}

} // namespace

bool is_mark_name(std::string_view name) {
  constexpr std::size_t longest = 32;
  return !name.empty() && name.size() <= longest && is_small_letter_or_digit(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_small_letter_or_digit(c) || c == '_' || c == '-'; });
}

Expected<Engagement> check_engagement(const Engagement& engagement) {
  if (auto fault = find_fault(engagement)) return tl::unexpected<Error>(*std::move(fault));
  Engagement checked = engagement;
  checked.welcome = text::normalise_body(checked.welcome);
  for (std::size_t i = 0; i < checked.marks.reactions.size(); ++i) {
    Reaction& reaction = checked.marks.reactions[i];
    reaction.symbol = text::normalise_line(reaction.symbol);
    reaction.label = text::normalise_line(reaction.label);
    if (reaction.symbol.empty()) {
      return fail(ErrorCode::field_empty, "marks.reactions." + std::to_string(i) + ".symbol");
    }
  }
  return checked;
}

Engagement engagement_of_new_site() {
  Engagement engagement;
  engagement.marks.votes = VoteRule::up_and_down;
  engagement.marks.reactions = {
      {"heart", "❤️", ""}, {"thanks", "🙏", ""}, {"laugh", "😄", ""}, {"surprised", "😮", ""}, {"sad", "😢", ""}};
  engagement.marks.on_page = Shown::yes;
  return engagement;
}

} // namespace palabre::rules
