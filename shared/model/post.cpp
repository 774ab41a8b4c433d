#include "shared/model/post.h"

#include <algorithm>

#include "shared/model/named.h"

namespace palabre {

std::string_view to_name(PostKind kind) {
  switch (kind) {
  case PostKind::announcement: return "announcement";
  case PostKind::question: return "question";
  case PostKind::poll: return "poll";
  case PostKind::contest: return "contest";
  }
  return "announcement";
}

std::optional<PostKind> parse_post_kind(std::string_view name) {
  return named<PostKind>(name, {PostKind::announcement, PostKind::question, PostKind::poll, PostKind::contest});
}

std::string_view to_name(PostState state) {
  switch (state) {
  case PostState::draft: return "draft";
  case PostState::planned: return "planned";
  case PostState::withdrawn: return "withdrawn";
  }
  return "draft";
}

std::optional<PostState> parse_post_state(std::string_view name) {
  return named<PostState>(name, {PostState::draft, PostState::planned, PostState::withdrawn});
}

std::string_view to_name(PostPhase phase) {
  switch (phase) {
  case PostPhase::draft: return "draft";
  case PostPhase::planned: return "planned";
  case PostPhase::open: return "open";
  case PostPhase::closed: return "closed";
  case PostPhase::withdrawn: return "withdrawn";
  }
  return "draft";
}

std::optional<PostPhase> parse_post_phase(std::string_view name) {
  return named<PostPhase>(
      name, {PostPhase::draft, PostPhase::planned, PostPhase::open, PostPhase::closed, PostPhase::withdrawn});
}

std::string_view to_name(Severity severity) {
  switch (severity) {
  case Severity::news: return "news";
  case Severity::question: return "question";
  case Severity::incident: return "incident";
  }
  return "news";
}

std::optional<Severity> parse_severity(std::string_view name) {
  return named<Severity>(name, {Severity::news, Severity::question, Severity::incident});
}

std::string_view to_name(PostShape shape) {
  switch (shape) {
  case PostShape::banner: return "banner";
  case PostShape::card: return "card";
  case PostShape::in_place: return "in_place";
  }
  return "banner";
}

std::optional<PostShape> parse_post_shape(std::string_view name) {
  return named<PostShape>(name, {PostShape::banner, PostShape::card, PostShape::in_place});
}

std::string_view to_name(Purpose purpose) {
  switch (purpose) {
  case Purpose::value: return "value";
  case Purpose::promotion: return "promotion";
  }
  return "value";
}

std::optional<Purpose> parse_purpose(std::string_view name) {
  return named<Purpose>(name, {Purpose::value, Purpose::promotion});
}

PostPhase phase_of(const Post& post, Instant now) {
  switch (post.state) {
  case PostState::draft: return PostPhase::draft;
  case PostState::withdrawn: return PostPhase::withdrawn;
  case PostState::planned: break;
  }
  if (post.starts && now < *post.starts) return PostPhase::planned;
  return post.ends && *post.ends <= now ? PostPhase::closed : PostPhase::open;
}

bool is_for_page(const Post& post, std::string_view page) {
  if (post.pages.empty()) return true;
  return std::any_of(post.pages.begin(), post.pages.end(), [&](const std::string& one) {
    if (one.empty() || one.back() != '*') return one == page;
    return page.substr(0, one.size() - 1) == std::string_view(one).substr(0, one.size() - 1);
  });
}

} // namespace palabre
