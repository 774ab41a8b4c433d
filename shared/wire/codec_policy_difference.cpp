// What an owner changed of a policy, and nothing else: a list of 50,000 entries that stays is not sent.
#include "shared/wire/codec_policy.h"
#include "shared/wire/codec_policy_parts.h"

namespace palabre::wire {
namespace {

using rules::Policy;

void write_threshold(JsonWriter& writer, std::string_view name, float value, float base) {
  if (value == base) return;
  writer.key(name);
  if (value > 1)
    writer.string("never");
  else
    writer.thousandths(value);
}

void write_count(JsonWriter& writer, std::string_view name, std::int64_t value, std::int64_t base) {
  if (value != base) writer.member(name, value);
}

void write_list(JsonWriter& writer, std::string_view name, const std::vector<std::string>& list,
                const std::vector<std::string>& base) {
  if (list != base) writer.member(name, list);
}

void write_words(JsonWriter& writer, const rules::OwnerList& words, const rules::OwnerList& base) {
  if (words.hold == base.hold && words.reject == base.reject && words.allow == base.allow) return;
  writer.key("words");
  writer.begin_object();
  write_list(writer, "hold", words.hold, base.hold);
  write_list(writer, "reject", words.reject, base.reject);
  write_list(writer, "allow", words.allow, base.allow);
  writer.end_object();
}

} // namespace

std::string encode_difference(const Policy& policy, const Policy& base) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  if (policy.admission != base.admission) writer.member("admission", to_name(policy.admission));
  write_threshold(writer, "offence_hold", policy.offence_hold, base.offence_hold);
  write_threshold(writer, "offence_hide", policy.offence_hide, base.offence_hide);
  write_threshold(writer, "spam_hold", policy.spam_hold, base.spam_hold);
  write_threshold(writer, "spam_unsure", policy.spam_unsure, base.spam_unsure);
  write_threshold(writer, "promotion_hide", policy.promotion_hide, base.promotion_hide);
  write_count(writer, "links_hold", policy.links_hold, base.links_hold);
  write_count(writer, "newcomer_links", policy.newcomer_links, base.newcomer_links);
  write_count(writer, "trusted_after", policy.trusted_after, base.trusted_after);
  if (policy.personal_data != base.personal_data) writer.member("personal_data", to_name(policy.personal_data));
  if (policy.mask_profanity != base.mask_profanity) {
    writer.key("mask_profanity");
    writer.boolean(policy.mask_profanity);
  }
  write_count(writer, "slow_mode_seconds", policy.slow_mode.milliseconds / 1000, base.slow_mode.milliseconds / 1000);
  write_count(writer, "close_after_days", policy.close_after_days, base.close_after_days);
  write_count(writer, "hold_after_flags", policy.hold_after_flags, base.hold_after_flags);
  write_words(writer, policy.words, base.words);
  write_list(writer, "blocked_domains", policy.blocked_domains, base.blocked_domains);
  write_list(writer, "trusted_domains", policy.trusted_domains, base.trusted_domains);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
