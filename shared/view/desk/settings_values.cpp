// Settings between plain values and what stands in controls.
#include <cmath>

#include "shared/view/desk/settings_state.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"

namespace palabre::view::desk {
namespace {

std::string threshold_text(float value) {
  if (value > 1) return "never";
  std::string out;
  wire::JsonWriter(out).thousandths(value);
  return out;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

// Writes the member; false: the text is none of its values.
bool write_control(wire::JsonWriter& writer, const PolicyControl& control, const std::string& text) {
  writer.key(control.name);
  switch (control.kind) {
  case ControlKind::count: {
    const auto number = whole_number(text);
    writer.integer(number.value_or(0));
    return number.has_value() && *number <= control.largest;
  }
  case ControlKind::threshold: {
    const auto number = wire::parse_json(text);
    if (text == "never" || !number) {
      writer.string(text);
      return text == "never";
    }
    writer.thousandths(number->kind == wire::JsonKind::integer ? static_cast<float>(number->integer)
                                                               : static_cast<float>(number->fraction));
    return true;
  }
  case ControlKind::mask: writer.boolean(text == "on"); return true;
  case ControlKind::admission:
  case ControlKind::decision: writer.string(text); return true;
  }
  return true;
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double ratio(double a, double b) {
  return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

std::optional<double> luminance_of(std::string_view colour) {
  if (colour.size() != 7 || colour.front() != '#') return std::nullopt;
  double channels[3] = {};
  for (std::size_t i = 1; i < 7; ++i) {
    const char c = colour[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    double& channel = channels[(i - 1) / 2];
    channel = channel * 16 + digit;
  }
  return 0.2126 * linear(channels[0] / 255) + 0.7152 * linear(channels[1] / 255) + 0.0722 * linear(channels[2] / 255);
}

} // namespace

std::string control_text(const rules::Policy& policy, std::string_view name) {
  if (name == "admission") return std::string(to_name(policy.admission));
  if (name == "personal_data") return std::string(to_name(policy.personal_data));
  if (name == "mask_profanity") return policy.mask_profanity ? "on" : "off";
  if (name == "offence_hold") return threshold_text(policy.offence_hold);
  if (name == "offence_hide") return threshold_text(policy.offence_hide);
  if (name == "spam_hold") return threshold_text(policy.spam_hold);
  if (name == "spam_unsure") return threshold_text(policy.spam_unsure);
  if (name == "promotion_hide") return threshold_text(policy.promotion_hide);
  if (name == "links_hold") return std::to_string(policy.links_hold);
  if (name == "newcomer_links") return std::to_string(policy.newcomer_links);
  if (name == "trusted_after") return std::to_string(policy.trusted_after);
  if (name == "slow_mode_seconds") return std::to_string(policy.slow_mode.milliseconds / 1000);
  if (name == "close_after_days") return std::to_string(policy.close_after_days);
  return std::to_string(policy.hold_after_flags);
}

Expected<rules::Policy> written_policy(const rules::Policy& saved, const std::map<std::string, std::string>& written) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  for (const PolicyControl& control : policy_controls) {
    const auto text = written.find(std::string(control.name));
    if (text == written.end()) continue;
    if (!write_control(writer, control, text->second)) {
      return fail(ErrorCode::unknown_field_value, std::string(control.name));
    }
  }
  writer.end_object();
  return wire::decode_policy(json, saved);
}

const std::vector<std::string>& list_of(const rules::Policy& policy, OwnerListKind kind) {
  switch (kind) {
  case OwnerListKind::hold: return policy.words.hold;
  case OwnerListKind::reject: return policy.words.reject;
  case OwnerListKind::allow: return policy.words.allow;
  case OwnerListKind::blocked_domains: return policy.blocked_domains;
  case OwnerListKind::trusted_domains: break;
  }
  return policy.trusted_domains;
}

std::vector<std::string>& list_of(rules::Policy& policy, OwnerListKind kind) {
  return const_cast<std::vector<std::string>&>(list_of(std::as_const(policy), kind));
}

FaultOf fault_of(OwnerListKind kind) {
  const bool domains = kind == OwnerListKind::blocked_domains || kind == OwnerListKind::trusted_domains;
  return domains ? rules::fault_of_domain : rules::fault_of_word;
}

ListDraft list_draft(std::string text, const std::vector<std::string>& saved, FaultOf fault_of) {
  ListDraft draft{std::move(text), {}, {}};
  draft.reading = read_list(draft.text, fault_of);
  draft.change = change_of(draft.reading.entries, saved);
  return draft;
}

std::optional<Contrast> contrast_of(std::string_view accent) {
  const auto own = luminance_of(accent);
  if (!own) return std::nullopt;
  return Contrast{ratio(*own, 1), ratio(*own, luminance_of("#21252d").value_or(0))};
}

} // namespace palabre::view::desk
