#include "shared/rules/posts.h"

#include <algorithm>
#include <set>

#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

enum class Kept : std::uint8_t { line, lines };

Expected<std::string> check_text(const std::string& given, const std::string& field, std::size_t limit,
                                 bool may_be_empty, Kept kept = Kept::line) {
  if (!text::is_valid_utf8(given)) return fail(ErrorCode::malformed_text, field);
  if (text::find_forbidden(given)) return fail(ErrorCode::forbidden_character, field);
  std::string normal = kept == Kept::lines ? text::normalise_body(given) : text::normalise_line(given);
  if (normal.empty() && !may_be_empty) return fail(ErrorCode::field_empty, field);
  if (text::code_point_count(normal) > limit) {
    return fail(ErrorCode::field_too_long, field, "at most " + std::to_string(limit) + " characters");
  }
  return normal;
}

Expected<void> put_text(std::string& text, const std::string& field, std::size_t limit, bool may_be_empty) {
  auto checked = check_text(text, field, limit, may_be_empty);
  if (!checked) return tl::unexpected(checked.error());
  text = *std::move(checked);
  return {};
}

Expected<void> check_pages(std::vector<std::string>& pages) {
  if (pages.size() > most_page_patterns) {
    return fail(ErrorCode::field_too_long, "post.pages", "at most " + std::to_string(most_page_patterns) + " pages");
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string field = "post.pages." + std::to_string(i);
    if (auto put = put_text(pages[i], field, page_pattern_bytes, false); !put) return put;
    if (pages[i].size() > page_pattern_bytes) return fail(ErrorCode::field_too_long, field);
  }
  return {};
}

// No number is given twice, even when the option that had it is gone.
void give_ids(std::vector<PollOption>& options, const Post* present) {
  std::uint32_t last = 0;
  for (const PollOption& option : options) last = std::max(last, option.id);
  if (present != nullptr && present->poll) {
    for (const PollOption& option : present->poll->options) last = std::max(last, option.id);
  }
  for (PollOption& option : options) {
    if (option.id == 0) option.id = ++last;
  }
}

constexpr std::uint32_t largest_option_id = 1'000'000;

Expected<void> check_options(std::vector<PollOption>& options, const Post* present) {
  const std::string field = "post.poll.options";
  if (options.size() < 2) return fail(ErrorCode::field_empty, field, "at least 2");
  if (options.size() > most_options) {
    return fail(ErrorCode::field_too_long, field, "at most " + std::to_string(most_options));
  }
  std::set<std::string> texts;
  std::set<std::uint32_t> ids;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string place = field + "." + std::to_string(i);
    if (auto put = put_text(options[i].text, place + ".text", option_code_points, false); !put) return put;
    if (!texts.insert(options[i].text).second) {
      return fail(ErrorCode::unknown_field_value, place + ".text", "there is already an option with these words");
    }
    const std::uint32_t id = options[i].id;
    if (id > largest_option_id || (id != 0 && !ids.insert(id).second)) {
      return fail(ErrorCode::unknown_field_value, place + ".id",
                  "each option has an id of its own; none for a new one");
    }
  }
  give_ids(options, present);
  return {};
}

Expected<void> check_bounds(Poll& poll) {
  const auto there = static_cast<std::uint32_t>(poll.options.size()) + (poll.other ? 1U : 0U);
  if (poll.kind == PollKind::single) {
    poll.least = poll.most = 1;
    return {};
  }
  poll.least = std::max(poll.least, 1U);
  if (poll.most == 0 || poll.most > there) poll.most = there;
  if (poll.least <= poll.most) return {};
  return fail(ErrorCode::unknown_field_value, "post.poll.least", "at most as many as may be chosen");
}

Expected<void> check_scale(Poll& poll) {
  if (!poll.options.empty()) {
    return fail(ErrorCode::unknown_field_value, "post.poll.options", "a scale has none: its choices are 1 to 5");
  }
  if (poll.other) return fail(ErrorCode::unknown_field_value, "post.poll.other", "a scale has no other answers");
  poll.least = poll.most = 1;
  if (auto put = put_text(poll.low, "post.poll.low", option_code_points, true); !put) return put;
  return put_text(poll.high, "post.poll.high", option_code_points, true);
}

Expected<void> check_poll(Poll& poll, const Post* present) {
  if (poll.kind == PollKind::scale) return check_scale(poll);
  poll.low.clear();
  poll.high.clear();
  if (poll.other && poll.kind == PollKind::ranked) {
    return fail(ErrorCode::unknown_field_value, "post.poll.other", "a ranked poll has no other answers");
  }
  if (auto checked = check_options(poll.options, present); !checked) return checked;
  return check_bounds(poll);
}

Expected<void> check_contest(Contest& contest) {
  if (contest.winners < 1 || contest.winners > most_winners) {
    return fail(ErrorCode::unknown_field_value, "post.contest.winners", "1 to " + std::to_string(most_winners));
  }
  if (auto put = put_text(contest.prize, "post.contest.prize", option_code_points, true); !put) return put;
  if (contest.kind != ContestKind::question) {
    contest.answers.clear();
    return {};
  }
  if (contest.answers.empty()) return fail(ErrorCode::field_empty, "post.contest.answers", "at least one right answer");
  if (contest.answers.size() > most_right_answers) return fail(ErrorCode::field_too_long, "post.contest.answers");
  for (std::size_t i = 0; i < contest.answers.size(); ++i) {
    const std::string field = "post.contest.answers." + std::to_string(i);
    if (auto put = put_text(contest.answers[i], field, option_code_points, false); !put) return put;
  }
  return {};
}

Expected<void> check_parts(Post& post, const Post* present) {
  const bool is_poll = post.kind == PostKind::poll;
  const bool is_contest = post.kind == PostKind::contest;
  if (is_poll && !post.poll) return fail(ErrorCode::missing_field, "post.poll");
  if (is_contest && !post.contest) return fail(ErrorCode::missing_field, "post.contest");
  if (!is_poll && post.poll) return fail(ErrorCode::unknown_field_value, "post.poll", "only a poll has it");
  if (!is_contest && post.contest) return fail(ErrorCode::unknown_field_value, "post.contest", "only a contest has it");
  if (is_poll) return check_poll(*post.poll, present);
  return is_contest ? check_contest(*post.contest) : Expected<void>();
}

} // namespace

Expected<Post> check_post(const Post& draft, const Post* present) {
  Post post = draft;
  if (auto put = put_text(post.title, "post.title", post_title_code_points, false); !put) {
    return tl::unexpected(put.error());
  }
  auto body = check_text(post.body, "post.body", post_body_code_points, true, Kept::lines);
  if (!body) return tl::unexpected(body.error());
  post.body = *std::move(body);
  if (auto pages = check_pages(post.pages); !pages) return tl::unexpected(pages.error());
  if (post.starts && post.ends && *post.ends <= *post.starts) {
    return fail(ErrorCode::unknown_field_value, "post.ends", "must be after the start");
  }
  if (auto parts = check_parts(post, present); !parts) return tl::unexpected(parts.error());
  return post;
}

Expected<void> check_change(const Post& present, const Post& next) {
  if (present.site != next.site) return fail(ErrorCode::fixed_by_ballots, "post.site");
  if (present.kind != next.kind) return fail(ErrorCode::fixed_by_ballots, "post.kind");
  if (present.title != next.title) return fail(ErrorCode::fixed_by_ballots, "post.title");
  if (present.poll != next.poll) return fail(ErrorCode::fixed_by_ballots, "post.poll");
  if (!present.contest || !next.contest) return {};
  Contest as_before = *next.contest;
  as_before.prize = present.contest->prize;
  if (as_before != *present.contest) return fail(ErrorCode::fixed_by_ballots, "post.contest");
  return {};
}

} // namespace palabre::rules
