#include "shared/rules/backtest.h"

#include <algorithm>
#include <map>

#include "shared/rules/near_duplicate.h"

namespace palabre::rules {
namespace {

constexpr std::size_t recent_limit = 200;
constexpr Duration minute = Duration::minutes(1);
constexpr Duration hour = Duration::minutes(60);
constexpr Duration day = Duration::minutes(24 * 60);

struct Past {
  std::string author;
  Instant created;
  std::uint64_t fingerprint;
};

const std::string& author_of(const PastComment& comment) {
  return comment.author.empty() ? comment.draft.name : comment.author;
}

void count(Pace& pace, Duration age) {
  if (age < minute) ++pace.in_minute;
  if (age < hour) ++pace.in_hour;
}

History history_of(const std::vector<Past>& past, const std::map<std::string, std::uint32_t>& written,
                   const PastComment& comment) {
  History history;
  if (const auto found = written.find(author_of(comment)); found != written.end()) history.published = found->second;
  for (auto before = past.rbegin(); before != past.rend() && history.recent.size() < recent_limit; ++before) {
    const Duration age = comment.created - before->created;
    if (day < age) break;
    const bool same = before->author == author_of(comment);
    if (same) count(history.author, age);
    count(history.site, age);
    history.recent.push_back({before->fingerprint, before->created, same});
  }
  return history;
}

} // namespace

std::vector<Verdict> backtest(const Moderation& moderation, const std::vector<PastComment>& comments,
                              const SpamFilter* filter, text::Language hint) {
  std::vector<Verdict> verdicts;
  verdicts.reserve(comments.size());
  std::vector<Past> past;
  past.reserve(comments.size());
  std::map<std::string, std::uint32_t> written;
  for (const PastComment& comment : comments) {
    const History history = history_of(past, written, comment);
    verdicts.push_back(moderation.decide_comment(comment.draft, history, filter, hint, comment.created));
    past.push_back({author_of(comment), comment.created, fingerprint(text::split_words(comment.draft.body))});
    ++written[author_of(comment)];
  }
  return verdicts;
}

} // namespace palabre::rules
