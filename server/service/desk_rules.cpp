// Rules in one click.
#include <algorithm>

#include "server/service/audit.h"
#include "server/service/desk_settings.h"
#include "shared/rules/links.h"
#include "shared/wire/codec_policy.h"

namespace palabre::service {
namespace {

// Waiting comments that are looked at for what a rule would have caught too.
constexpr std::size_t looked_at_for_domains = 20'000;
constexpr std::size_t looked_at_for_words = 1'000;

using Entries = std::vector<std::string>;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_domain(wire::RuleKind kind) {
  return kind == wire::RuleKind::hold_domain || kind == wire::RuleKind::trust_domain;
}

Entries& list_of(wire::RuleKind kind, rules::Policy& policy) {
  switch (kind) {
  case wire::RuleKind::hold_domain: return policy.blocked_domains;
  case wire::RuleKind::trust_domain: return policy.trusted_domains;
  case wire::RuleKind::hold_word: return policy.words.hold;
  case wire::RuleKind::reject_word: return policy.words.reject;
  case wire::RuleKind::allow_word: break;
  }
  return policy.words.allow;
}

bool same(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

void drop(Entries& entries, const std::string& value) {
  std::erase_if(entries, [&](const std::string& entry) { return same(entry, value); });
}

bool holds(const Entries& entries, const std::string& value) {
  return std::any_of(entries.begin(), entries.end(), [&](const std::string& entry) { return same(entry, value); });
}

// What would speak against the new rule goes, as the last word is the moderator's.
void drop_opposites(wire::RuleKind kind, const std::string& value, rules::Policy& policy) {
  switch (kind) {
  case wire::RuleKind::hold_domain: drop(policy.trusted_domains, value); return;
  case wire::RuleKind::trust_domain: drop(policy.blocked_domains, value); return;
  case wire::RuleKind::hold_word: drop(policy.words.allow, value); return;
  case wire::RuleKind::reject_word:
    drop(policy.words.allow, value);
    drop(policy.words.hold, value);
    return;
  case wire::RuleKind::allow_word:
    drop(policy.words.hold, value);
    drop(policy.words.reject, value);
    return;
  }
}

// As the lists take it: unknown_field_value or another of the codec's errors with the field `value`.
Expected<std::string> check_value(const wire::NewRule& message) {
  std::string value = message.value;
  value.erase(0, std::min(value.find_first_not_of(" \t"), value.size()));
  value.erase(value.find_last_not_of(" \t") + 1);
  if (is_domain(message.kind)) value = domain_of(value, message.kind == wire::RuleKind::hold_domain);
  rules::Policy policy;
  list_of(message.kind, policy).push_back(value);
  const auto checked = wire::decode_policy(wire::encode(policy), {});
  if (!checked) return fail(checked.error().code, "value", checked.error().detail);
  return value;
}

Expected<rules::Policy> with_rule(rules::Policy policy, wire::RuleKind kind, const std::string& value) {
  Entries& entries = list_of(kind, policy);
  drop_opposites(kind, value, policy);
  if (holds(entries, value)) return policy;
  if (entries.size() >= wire::policy_list_limit) {
    return fail(ErrorCode::field_too_long, "value",
                "the list has " + std::to_string(wire::policy_list_limit) + " entries already");
  }
  entries.push_back(value);
  return policy;
}

bool links_to(const Comment& comment, const rules::DomainSet& domain) {
  for (const rules::Link& link : rules::find_links(text::fold(comment.body))) {
    if (domain.contains(link.host)) return true;
  }
  const std::string website = domain_of(comment.author.website, false);
  return !website.empty() && domain.contains(website);
}

Expected<std::int64_t> count_links(const Context& context, SiteId site, const std::string& value) {
  const auto waiting = context.store.decisions().waiting_with(site, value, looked_at_for_domains);
  if (!waiting) return tl::unexpected(waiting.error());
  const rules::DomainSet domain({value});
  return std::count_if(waiting->begin(), waiting->end(),
                       [&](const Comment& comment) { return links_to(comment, domain); });
}

Expected<std::int64_t> count_words(const Context& context, SiteId site, const std::string& value) {
  const auto waiting = context.store.decisions().waiting_with(site, {}, looked_at_for_words);
  if (!waiting) return tl::unexpected(waiting.error());
  rules::Policy policy;
  policy.words.hold = {value};
  const rules::Moderation moderation(context.rules->knowledge(), policy);
  return std::count_if(waiting->begin(), waiting->end(), [&](const Comment& comment) {
    const rules::Draft draft{comment.author.name, {}, comment.author.website, comment.body};
    const auto verdict = moderation.decide_comment(draft, {}, nullptr, text::Language::unknown, comment.created);
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                       [](const rules::Reason& reason) { return reason.rule == "offence.owner_word"; });
  });
}

Expected<std::int64_t> count_waiting(const Context& context, SiteId site, wire::RuleKind kind,
                                     const std::string& value) {
  switch (kind) {
  case wire::RuleKind::hold_domain: return count_links(context, site, value);
  case wire::RuleKind::hold_word:
  case wire::RuleKind::reject_word: return count_words(context, site, value);
  case wire::RuleKind::trust_domain:
  case wire::RuleKind::allow_word: break;
  }
  return std::int64_t{0};
}

} // namespace

std::string domain_of(std::string_view text, bool widen) {
  std::string host(text);
  std::transform(host.begin(), host.end(), host.begin(), lower);
  const std::string whole = host;
  if (const std::size_t scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
  if (const std::size_t end = host.find_first_of("/?#\\"); end != std::string::npos) host.erase(end);
  if (const std::size_t user = host.rfind('@'); user != std::string::npos) host.erase(0, user + 1);
  if (const std::size_t port = host.rfind(':'); port != std::string::npos) host.erase(port);
  while (!host.empty() && host.back() == '.') host.pop_back();
  if (host.compare(0, 4, "www.") == 0) host.erase(0, 4);
  if (host.compare(0, 2, "*.") == 0) host.erase(0, 2);
  const bool numeric = host.find_first_not_of("0123456789.") == std::string::npos;
  return widen && host != whole && !numeric ? std::string(rules::registered_domain(host)) : host;
}

Expected<wire::MadeRule> make_rule(const Context& context, const Site& site, const wire::NewRule& message,
                                   const storage::Actor& by) {
  const auto value = check_value(message);
  if (!value) return tl::unexpected(value.error());
  storage::AuditNote note{by, context.now(), audit::rule, site.id, std::string(to_name(message.kind)) + " " + *value};
  const auto made = context.store.decisions().change_policy(
      site.id, std::nullopt, [&](const rules::Policy& present) { return with_rule(present, message.kind, *value); },
      note);
  if (!made) return tl::unexpected(made.error());
  if (*made != 0) context.tell_settings_changed(site.id);
  const auto waiting = count_waiting(context, site.id, message.kind, *value);
  if (!waiting) return tl::unexpected(waiting.error());
  return wire::MadeRule{*made, *waiting};
}

} // namespace palabre::service
