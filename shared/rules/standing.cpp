#include "shared/rules/standing.h"

namespace palabre::rules {
namespace {

bool is_met(const Criterion& criterion, const Standing& standing) {
  constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
  return standing.published >= criterion.published && standing.helpful >= criterion.helpful &&
         (standing.last - standing.first).milliseconds >= criterion.days * day_ms;
}

bool is_level(Badge badge) {
  return badge == Badge::regular || badge == Badge::pillar;
}

} // namespace

std::vector<Badge> badges_for(const Standing& standing) {
  std::vector<Badge> badges;
  bool level = false;
  for (const Criterion& criterion : criteria) {
    if (!is_met(criterion, standing)) continue;
    if (is_level(criterion.badge) && level) continue;
    if (criterion.badge == Badge::first_comment && !badges.empty()) continue;
    level = level || is_level(criterion.badge);
    badges.push_back(criterion.badge);
  }
  return badges;
}

bool is_helpful(const ReplyFacts& reply) {
  return reply.reply && reply.published && !reply.by_member && (reply.answer || reply.up >= helpful_votes);
}

} // namespace palabre::rules
