// Posts as the desk's tests plan them. The desk's clock stands at 2027-01-15 08:00 UTC.
#pragma once

#include "shared/wire/codec_posts.h"
#include "tests/widget/desk_host.h"

namespace palabre::test {

inline constexpr std::int64_t an_hour = 3'600'000;
inline constexpr std::int64_t a_day = 24 * an_hour;
inline constexpr Instant plan_now{1'800'000'000'000};

inline Post sample_poll() {
  Post post;
  post.id = PostId{7};
  post.site = "demo";
  post.kind = PostKind::poll;
  post.state = PostState::planned;
  post.title = "Tea or coffee?";
  post.starts = Instant{plan_now.milliseconds + a_day};
  post.ends = Instant{plan_now.milliseconds + 8 * a_day};
  post.poll = Poll{};
  post.poll->options = {{1, "Tea"}, {2, "Coffee"}};
  post.by = "Amélie";
  post.created = Instant{plan_now.milliseconds - a_day};
  post.revision = 3;
  return post;
}

inline Post sample_announcement() {
  Post post;
  post.id = PostId{8};
  post.site = "demo";
  post.state = PostState::planned;
  post.title = "We move to a new server";
  post.starts = Instant{plan_now.milliseconds - a_day};
  post.created = Instant{plan_now.milliseconds - 2 * a_day};
  post.revision = 1;
  return post;
}

inline Post sample_contest(Choosing choosing = Choosing::draw) {
  Post post;
  post.id = PostId{9};
  post.site = "demo";
  post.kind = PostKind::contest;
  post.state = PostState::planned;
  post.title = "Win a mug";
  post.starts = Instant{plan_now.milliseconds - 9 * a_day};
  post.ends = Instant{plan_now.milliseconds - an_hour};
  post.contest = Contest{};
  post.contest->choosing = choosing;
  post.contest->winners = 2;
  post.created = Instant{plan_now.milliseconds - 10 * a_day};
  post.revision = 1;
  return post;
}

inline Post sample_draft() {
  Post post;
  post.id = PostId{10};
  post.site = "demo";
  post.kind = PostKind::question;
  post.title = "What shall we write about?";
  post.created = plan_now;
  post.revision = 1;
  return post;
}

inline wire::DeskPosts sample_posts() {
  wire::DeskPosts posts;
  posts.posts = {{sample_contest(), PostPhase::closed, 12},
                 {sample_announcement(), PostPhase::open, 0},
                 {sample_poll(), PostPhase::planned, 0},
                 {sample_draft(), PostPhase::draft, 0}};
  posts.value_30 = 11;
  posts.promotion_30 = 3;
  posts.now = plan_now;
  return posts;
}

// The days that January 2027 shows, in UTC.
inline const std::string january = "posts?site=demo&from=2026-12-28T00%3A00%3A00.000Z&to=2027-02-01T00%3A00%3A00.000Z";

// A node by what it does.
inline const view::Node& by_target(const DeskHost& host, std::string_view target) {
  const view::NodePtr tree = host.tree();
  const view::Node* found = find_node(*tree, [&](const view::Node& node) { return node.action.target == target; });
  BOOST_REQUIRE_MESSAGE(found != nullptr, "nothing does " << target);
  return *found;
}
inline bool does(const DeskHost& host, std::string_view target) {
  const view::NodePtr tree = host.tree();
  return find_node(*tree, [&](const view::Node& node) { return node.action.target == target; }) != nullptr;
}

} // namespace palabre::test
