// A post as its form has it, and back.
#include <algorithm>
#include <array>

#include "shared/text/utf8.h"
#include "shared/view/desk/plan_state.h"

namespace palabre::view::desk {
namespace {

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (std::string tidy = text::normalise_line(line); !tidy.empty()) lines.push_back(std::move(tidy));
  }
  return lines;
}

void add_option(PostForm& form, std::uint32_t id, std::string text) {
  form.options.push_back({++form.last_key, id, std::move(text)});
}

Expected<std::uint32_t> written_number(const std::string& text, std::uint32_t largest, const char* field) {
  if (text.empty()) return fail(ErrorCode::field_empty, field);
  std::uint32_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return fail(ErrorCode::unknown_field_value, field);
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    if (number > largest) return fail(ErrorCode::unknown_field_value, field);
  }
  if (number == 0) return fail(ErrorCode::unknown_field_value, field);
  return number;
}

Expected<std::optional<Instant>> written_moment(const LocalZone& zone, const std::string& text, const char* field) {
  if (text.empty()) return std::optional<Instant>();
  const auto instant = from_field(zone, text);
  if (!instant) return fail(ErrorCode::unknown_field_value, field);
  return instant;
}

// Of multiple and ranked polls; the others take one.
Expected<void> write_room(const PostForm& form, Poll& poll) {
  poll.least = 1;
  poll.most = 1;
  if (poll.kind != PollKind::multiple && poll.kind != PollKind::ranked) return {};
  const auto choices =
      static_cast<std::uint32_t>(poll.options.size()) + (poll.other && poll.kind == PollKind::multiple ? 1U : 0U);
  const auto least = written_number(form.least, choices, "poll.least");
  if (!least) return tl::unexpected(least.error());
  const Expected<std::uint32_t> most = form.most.empty() ? choices : written_number(form.most, choices, "poll.most");
  if (!most) return tl::unexpected(most.error());
  if (*most < *least) return fail(ErrorCode::unknown_field_value, "poll.most");
  poll.least = *least;
  poll.most = *most;
  return {};
}

// New options get the next ids, so that one that was taken away is never given again.
Expected<void> write_options(const PostForm& form, Poll& poll) {
  std::uint32_t last = 0;
  for (const PollOption& option : poll.options) last = std::max(last, option.id);
  for (const OptionForm& option : form.options) last = std::max(last, option.id);
  poll.options.clear();
  if (poll.kind == PollKind::scale) return {};
  for (const OptionForm& option : form.options) {
    std::string words = text::normalise_line(option.text);
    if (words.empty()) continue; // a line that was left empty is no answer
    poll.options.push_back({option.id != 0 ? option.id : ++last, std::move(words)});
  }
  if (poll.options.size() < 2) return fail(ErrorCode::field_empty, "poll.options");
  for (std::size_t i = 0; i < poll.options.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (poll.options[i].text == poll.options[j].text) return fail(ErrorCode::unknown_field_value, "poll.options");
    }
  }
  return {};
}

Expected<void> write_poll(const PostForm& form, Poll& poll) {
  if (poll.kind != PollKind::single && poll.kind != PollKind::multiple) poll.other = false;
  if (auto written = write_options(form, poll); !written) return written;
  if (poll.kind != PollKind::scale) {
    poll.low.clear();
    poll.high.clear();
  }
  return write_room(form, poll);
}

Expected<void> write_contest(const PostForm& form, Contest& contest) {
  const auto winners = written_number(form.winners, 1000, "contest.winners");
  if (!winners) return tl::unexpected(winners.error());
  contest.winners = *winners;
  contest.answers.clear();
  if (contest.kind == ContestKind::question) contest.answers = lines_of(form.answers);
  if (contest.kind == ContestKind::question && contest.answers.empty()) {
    return fail(ErrorCode::field_empty, "contest.answers");
  }
  return {};
}

Expected<void> write_when(const PostForm& form, const LocalZone& zone, Post& post) {
  const auto starts = written_moment(zone, form.starts, "starts");
  if (!starts) return tl::unexpected(starts.error());
  const auto ends = written_moment(zone, form.ends, "ends");
  if (!ends) return tl::unexpected(ends.error());
  if (*starts && *ends && **ends <= **starts) return fail(ErrorCode::unknown_field_value, "ends");
  // A moment that was not written anew keeps its seconds.
  if (form.starts.empty() || !post.starts || form.starts != to_field(zone, *post.starts)) post.starts = *starts;
  if (form.ends.empty() || !post.ends || form.ends != to_field(zone, *post.ends)) post.ends = *ends;
  return {};
}

struct Comparison {
  std::string_view name;
  bool (*same)(const Post& a, const Post& b);
};
constexpr std::array comparisons{
    Comparison{"title", [](const Post& a, const Post& b) { return a.title == b.title; }},
    Comparison{"body", [](const Post& a, const Post& b) { return a.body == b.body; }},
    Comparison{"state", [](const Post& a, const Post& b) { return a.state == b.state; }},
    Comparison{"severity", [](const Post& a, const Post& b) { return a.severity == b.severity; }},
    Comparison{"purpose", [](const Post& a, const Post& b) { return a.purpose == b.purpose; }},
    Comparison{"shape", [](const Post& a, const Post& b) { return a.shape == b.shape; }},
    Comparison{"pages", [](const Post& a, const Post& b) { return a.pages == b.pages; }},
    Comparison{"dismissible", [](const Post& a, const Post& b) { return a.dismissible == b.dismissible; }},
    Comparison{"starts", [](const Post& a, const Post& b) { return a.starts == b.starts; }},
    Comparison{"ends", [](const Post& a, const Post& b) { return a.ends == b.ends; }},
    Comparison{"poll", [](const Post& a, const Post& b) { return a.poll == b.poll; }},
    Comparison{"contest", [](const Post& a, const Post& b) { return a.contest == b.contest; }},
};

} // namespace

PostForm new_form(PostKind kind, std::string site) {
  PostForm form;
  form.post.site = std::move(site);
  form.post.kind = kind;
  if (kind == PostKind::poll) {
    form.post.poll = Poll{};
    for (std::size_t i = 0; i < first_options; ++i) add_option(form, 0, {});
  }
  if (kind == PostKind::contest) form.post.contest = Contest{};
  if (kind == PostKind::question) form.post.severity = Severity::question;
  return form;
}

PostForm form_of(const Post& post, std::int64_t votes, const LocalZone& zone) {
  PostForm form;
  form.post = post;
  form.votes = votes;
  form.every_page = post.pages.empty();
  form.pages = joined_lines(post.pages);
  if (post.starts) form.starts = to_field(zone, *post.starts);
  if (post.ends) form.ends = to_field(zone, *post.ends);
  if (post.poll) {
    for (const PollOption& option : post.poll->options) add_option(form, option.id, option.text);
    while (form.options.size() < first_options) add_option(form, 0, {});
    form.least = std::to_string(post.poll->least);
    form.most = std::to_string(post.poll->most);
  }
  if (post.contest) {
    form.winners = std::to_string(post.contest->winners);
    form.answers = joined_lines(post.contest->answers);
  }
  return form;
}

Expected<Post> written_post(const PostForm& form, const LocalZone& zone) {
  Post post = form.post;
  post.title = text::normalise_line(post.title);
  if (post.title.empty()) return fail(ErrorCode::field_empty, "title");
  if (text::code_point_count(post.title) > 200) return fail(ErrorCode::field_too_long, "title");
  post.body = text::normalise_body(post.body);
  if (text::code_point_count(post.body) > 10'000) return fail(ErrorCode::field_too_long, "body");
  post.pages = form.every_page ? std::vector<std::string>() : lines_of(form.pages);
  if (!form.every_page && post.pages.empty()) return fail(ErrorCode::field_empty, "pages");
  if (auto written = write_when(form, zone, post); !written) return tl::unexpected(written.error());
  if (post.poll) {
    if (auto written = write_poll(form, *post.poll); !written) return tl::unexpected(written.error());
  }
  if (post.contest) {
    if (auto written = write_contest(form, *post.contest); !written) return tl::unexpected(written.error());
  }
  return post;
}

std::vector<std::string_view> differences(const Post& before, const Post& after) {
  std::vector<std::string_view> names;
  for (const Comparison& one : comparisons) {
    if (!one.same(before, after)) names.push_back(one.name);
  }
  return names;
}

// As rules::check_change has it: what people voted on or entered for stays; a prize may be told better.
bool is_fixed(const PostForm& form, std::string_view control) {
  if (form.votes <= 0) return false;
  if (control == "contest.prize") return false;
  return control == "title" || control.substr(0, 5) == "poll." || control.substr(0, 8) == "contest.";
}

} // namespace palabre::view::desk
