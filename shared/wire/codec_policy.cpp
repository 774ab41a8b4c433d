#include "shared/wire/codec_policy.h"

#include "shared/rules/owner_entry.h"
#include "shared/wire/codec_policy_parts.h"

namespace palabre::wire {
namespace {

constexpr float never = 1.1F; // a threshold that no score reaches
constexpr std::int64_t largest_count = 1'000'000;
constexpr std::int64_t longest_slow_mode_s = 86'400;
constexpr std::int64_t longest_open_days = 36'500;

template <class Value>
void read_choice(FieldReader& fields, std::string_view name, std::optional<Value> (*parse)(std::string_view),
                 const char* choices, Value& out) {
  if (!fields.has(name)) return;
  const std::optional<Value> value = parse(fields.text(name));
  if (!value) fields.refuse(ErrorCode::unknown_field_value, name, std::string("must be one of ") + choices);
  out = value.value_or(out);
}

void read_threshold(FieldReader& fields, std::string_view name, float& out) {
  if (!fields.has(name)) return;
  if (fields.is_text(name)) {
    if (fields.text(name) != "never") {
      fields.refuse(ErrorCode::unknown_field_value, name, "must be a number from 0 to 1, or \"never\"");
    }
    out = never;
    return;
  }
  const double value = fields.number(name);
  if (!(value >= 0 && value <= 1)) {
    fields.refuse(ErrorCode::unknown_field_value, name, "must be a number from 0 to 1, or \"never\"");
    return;
  }
  out = static_cast<float>(value);
}

std::int64_t read_whole(FieldReader& fields, std::string_view name, std::int64_t present, std::int64_t largest) {
  if (!fields.has(name)) return present;
  const std::int64_t value = fields.integer(name);
  if (value >= 0 && value <= largest) return value;
  fields.refuse(ErrorCode::unknown_field_value, name, "must be a whole number from 0 to " + std::to_string(largest));
  return present;
}

void read_count(FieldReader& fields, std::string_view name, std::uint32_t& out, std::int64_t largest = largest_count) {
  out = static_cast<std::uint32_t>(read_whole(fields, name, out, largest));
}

// For whoever wrote the list; only faults that an entry of a policy can have.
std::string in_words(rules::EntryFault fault) {
  switch (fault) {
  case rules::EntryFault::none: break;
  case rules::EntryFault::empty: return "is empty";
  case rules::EntryFault::too_long: return "is longer than " + std::to_string(policy_entry_limit) + " characters";
  case rules::EntryFault::matches_everything: return "would match every word";
  case rules::EntryFault::no_domain:
  case rules::EntryFault::no_origin: return "must be a domain alone, such as example.com";
  case rules::EntryFault::forbidden: return "has a character that no text has";
  }
  return {};
}

void read_list(FieldReader& fields, std::string_view name, rules::EntryFault (*fault_of)(std::string_view),
               std::vector<std::string>& out) {
  if (!fields.has(name)) return;
  std::vector<std::string> entries = fields.texts(name);
  if (entries.size() > policy_list_limit) {
    fields.refuse(ErrorCode::field_too_long, name, "at most " + std::to_string(policy_list_limit) + " entries");
    return;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string wrong = in_words(fault_of(entries[i]));
    if (wrong.empty()) continue;
    fields.refuse(ErrorCode::unknown_field_value, std::string(name) + "." + std::to_string(i), wrong);
    return;
  }
  out = std::move(entries);
}

void refuse_others(FieldReader& fields, std::initializer_list<std::string_view> names) {
  if (const auto other = fields.find_other(names)) {
    fields.refuse(ErrorCode::unknown_field_value, *other, "no policy has a member of this name");
  }
}

void read_words(FieldReader fields, UnknownMembers unknown, rules::OwnerList& out) {
  if (unknown == UnknownMembers::refused) refuse_others(fields, {"hold", "reject", "allow"});
  read_list(fields, "hold", rules::fault_of_word, out.hold);
  read_list(fields, "reject", rules::fault_of_word, out.reject);
  read_list(fields, "allow", rules::fault_of_word, out.allow);
}

void write_threshold(JsonWriter& writer, std::string_view name, float value) {
  writer.key(name);
  if (value > 1) {
    writer.string("never");
  } else {
    writer.thousandths(value);
  }
}

void write_lists(JsonWriter& writer, const rules::Policy& policy) {
  writer.key("words");
  writer.begin_object();
  writer.member("hold", policy.words.hold);
  writer.member("reject", policy.words.reject);
  writer.member("allow", policy.words.allow);
  writer.end_object();
  writer.member("blocked_domains", policy.blocked_domains);
  writer.member("trusted_domains", policy.trusted_domains);
}

} // namespace

rules::Policy read_policy(FieldReader fields, const rules::Policy& base, UnknownMembers unknown) {
  if (unknown == UnknownMembers::refused) {
    refuse_others(fields, {"preset", "admission", "offence_hold", "offence_hide", "spam_hold", "spam_unsure",
                           "promotion_hide", "links_hold", "newcomer_links", "trusted_after", "personal_data",
                           "mask_profanity", "slow_mode_seconds", "close_after_days", "hold_after_flags", "words",
                           "blocked_domains", "trusted_domains"});
  }
  rules::Policy policy = base;
  if (fields.has("preset")) {
    auto preset = rules::Preset::careful;
    read_choice(fields, "preset", rules::parse_preset, "open, careful, locked_down", preset);
    policy = rules::policy_of(preset);
    policy.words = base.words;
    policy.blocked_domains = base.blocked_domains;
    policy.trusted_domains = base.trusted_domains;
  }
  read_choice(fields, "admission", rules::parse_admission, "publish_all, hold_newcomers, hold_all", policy.admission);
  read_threshold(fields, "offence_hold", policy.offence_hold);
  read_threshold(fields, "offence_hide", policy.offence_hide);
  read_threshold(fields, "spam_hold", policy.spam_hold);
  read_threshold(fields, "spam_unsure", policy.spam_unsure);
  read_threshold(fields, "promotion_hide", policy.promotion_hide);
  read_count(fields, "links_hold", policy.links_hold);
  read_count(fields, "newcomer_links", policy.newcomer_links);
  read_count(fields, "trusted_after", policy.trusted_after);
  read_choice(fields, "personal_data", rules::parse_decision, "publish, hide, hold, reject", policy.personal_data);
  if (fields.has("mask_profanity")) policy.mask_profanity = fields.boolean("mask_profanity");
  policy.slow_mode = Duration::seconds(
      read_whole(fields, "slow_mode_seconds", policy.slow_mode.milliseconds / 1000, longest_slow_mode_s));
  read_count(fields, "close_after_days", policy.close_after_days, longest_open_days);
  read_count(fields, "hold_after_flags", policy.hold_after_flags);
  if (fields.has("words")) read_words(fields.object("words"), unknown, policy.words);
  read_list(fields, "blocked_domains", rules::fault_of_domain, policy.blocked_domains);
  read_list(fields, "trusted_domains", rules::fault_of_domain, policy.trusted_domains);
  return policy;
}

void write_policy(JsonWriter& writer, const rules::Policy& policy, Lists lists) {
  writer.begin_object();
  writer.member("admission", to_name(policy.admission));
  write_threshold(writer, "offence_hold", policy.offence_hold);
  write_threshold(writer, "offence_hide", policy.offence_hide);
  write_threshold(writer, "spam_hold", policy.spam_hold);
  write_threshold(writer, "spam_unsure", policy.spam_unsure);
  write_threshold(writer, "promotion_hide", policy.promotion_hide);
  writer.member("links_hold", std::int64_t{policy.links_hold});
  writer.member("newcomer_links", std::int64_t{policy.newcomer_links});
  writer.member("trusted_after", std::int64_t{policy.trusted_after});
  writer.member("personal_data", to_name(policy.personal_data));
  writer.key("mask_profanity");
  writer.boolean(policy.mask_profanity);
  writer.member("slow_mode_seconds", policy.slow_mode.milliseconds / 1000);
  writer.member("close_after_days", std::int64_t{policy.close_after_days});
  writer.member("hold_after_flags", std::int64_t{policy.hold_after_flags});
  if (lists == Lists::written) write_lists(writer, policy);
  writer.end_object();
}

Expected<rules::Policy> decode_policy(std::string_view json, const rules::Policy& base) {
  return decode_with<rules::Policy>(
      json, [&](FieldReader fields) { return read_policy(std::move(fields), base, UnknownMembers::refused); });
}

std::string encode(const rules::Policy& policy) {
  std::string out;
  JsonWriter writer(out);
  write_policy(writer, policy, Lists::written);
  return out;
}

Expected<PagePolicy> decode_page_policy(std::string_view json) {
  return decode_with<PagePolicy>(json, [](FieldReader fields) {
    PagePolicy message;
    message.policy = read_policy(fields.object("policy"), {}, UnknownMembers::ignored);
    message.open = fields.boolean("open");
    message.languages = fields.texts("languages");
    return message;
  });
}

std::string encode(const PagePolicy& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("policy");
  write_policy(writer, message.policy, Lists::left_out);
  writer.key("open");
  writer.boolean(message.open);
  writer.member("languages", message.languages);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
