#include "shared/rules/flooding.h"

#include <algorithm>

namespace palabre::rules {
namespace {

// Comments that somebody may have written before the next one waits.
struct Limit {
  std::uint32_t in_minute, in_hour;
};
constexpr Limit author_limit{6, 40};
constexpr Limit trusted_limit{12, 120};
constexpr Limit network_limit{20, 150}; // a school or an office may share one

// A surge: what an hour brings beyond what it usually brings. Small sites have room for a lively evening.
constexpr std::uint32_t surge_floor = 240;
constexpr double surge_factor = 8;
constexpr std::uint32_t surge_in_minute = 60;

bool exceeds(const Pace& pace, Limit limit) {
  return pace.in_minute >= limit.in_minute || pace.in_hour >= limit.in_hour;
}

bool is_surge(const History& history) {
  const double expected = history.site_usual_per_hour * surge_factor;
  const double minute = std::max<double>(surge_in_minute, history.site_usual_per_hour / 4);
  return history.site.in_hour >= std::max<double>(surge_floor, expected) || history.site.in_minute >= minute;
}

std::int64_t seconds_up(Duration duration) {
  return (duration.milliseconds + 999) / 1000;
}

} // namespace

std::vector<Reason> judge_flooding(const History& history, const Policy& policy, Instant now) {
  std::vector<Reason> reasons;
  const auto add = [&](const char* rule, Severity severity, Decision decision, std::int64_t count) {
    Reason reason{rule, severity, decision};
    reason.count = count;
    reasons.push_back(std::move(reason));
  };
  if (policy.close_after_days > 0 && history.page_began) {
    const Duration open = Duration::minutes(std::int64_t{policy.close_after_days} * 24 * 60);
    if (*history.page_began + open <= now) add("policy.closed", Severity::note, Decision::reject, 0);
  }
  if (history.author_on_page && policy.slow_mode.milliseconds > 0) {
    const Duration left = *history.author_on_page + policy.slow_mode - now;
    // Clocks may be set back: nobody waits longer than the mode says.
    const Duration wait{std::min(left.milliseconds, policy.slow_mode.milliseconds)};
    if (wait.milliseconds > 0) add("flooding.slow_mode", Severity::note, Decision::reject, seconds_up(wait));
  }
  const bool trusted = history.published >= policy.trusted_after;
  if (exceeds(history.author, trusted ? trusted_limit : author_limit)) {
    add("flooding.author", Severity::mild, Decision::hold, 0);
  }
  if (trusted) return reasons;
  if (exceeds(history.network, network_limit)) add("flooding.network", Severity::mild, Decision::hold, 0);
  if (is_surge(history)) add("flooding.site", Severity::note, Decision::hold, 0);
  return reasons;
}

} // namespace palabre::rules
