#include "shared/rules/policy.h"

namespace palabre::rules {

std::string_view to_name(Admission admission) {
  switch (admission) {
  case Admission::publish_all: return "publish_all";
  case Admission::hold_newcomers: return "hold_newcomers";
  case Admission::hold_all: return "hold_all";
  }
  return "hold_all";
}

std::optional<Admission> parse_admission(std::string_view name) {
  for (const Admission admission : {Admission::publish_all, Admission::hold_newcomers, Admission::hold_all}) {
    if (to_name(admission) == name) return admission;
  }
  return std::nullopt;
}

std::string_view to_name(Preset preset) {
  switch (preset) {
  case Preset::open: return "open";
  case Preset::careful: return "careful";
  case Preset::locked_down: return "locked_down";
  }
  return "careful";
}

std::optional<Preset> parse_preset(std::string_view name) {
  for (const Preset preset : {Preset::open, Preset::careful, Preset::locked_down}) {
    if (to_name(preset) == name) return preset;
  }
  return std::nullopt;
}

Policy policy_of(Preset preset) {
  Policy policy;
  switch (preset) {
  case Preset::open:
    policy.offence_hold = 0.85F;
    policy.links_hold = 5;
    policy.newcomer_links = 2;
    policy.personal_data = Decision::publish;
    break;
  case Preset::careful: break;
  case Preset::locked_down:
    policy.admission = Admission::hold_newcomers;
    policy.offence_hold = 0.55F;
    policy.spam_unsure = 0.5F;
    policy.links_hold = 1;
    policy.newcomer_links = 0;
    policy.slow_mode = Duration::seconds(30);
    break;
  }
  return policy;
}

} // namespace palabre::rules
