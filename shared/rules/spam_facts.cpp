#include "shared/rules/spam.h"

#include <algorithm>

#include "shared/rules/logistic.h"
#include "shared/rules/near_duplicate.h"

namespace palabre::rules {
namespace {

struct Weighed {
  std::string_view name;
  float weight; // log-odds for each unit of the fact
};
// One comment in ten is spam where nothing else is known. From 4.5 on, a fact alone holds a newcomer's comment.
constexpr float base = -2.2F;
constexpr std::array<Weighed, spam_fact_count> weighed{{
    {"promotion", 3.4F},
    {"a link", 0.8F},
    {"two links", 1.0F},
    {"many links", 0.9F},
    {"nothing but a link", 1.0F},
    {"short address that hides another", 1.5F},
    {"look-alike address", 4.6F},
    {"text shows another address", 4.6F},
    {"numeric address", 2.5F},
    {"address spelled out", 1.2F},
    {"markup of other systems", 3.0F},
    {"blocked domain", 6.5F},
    {"hidden field filled in", 6.5F},
    {"written too fast", 0.7F},
    {"repeats oneself", 2.2F},
    {"copies of others", 1.3F},
    {"earlier comments refused", 0.7F},
    {"earlier comment published", -0.7F},
    {"trusted", -1.3F},
    {"address in the name", 1.5F},
    {"web site given", 0.2F},
}};

constexpr Duration copies_within = Duration::minutes(24 * 60);

float limited(std::uint32_t count, std::uint32_t most) {
  return static_cast<float>(std::min(count, most));
}

// An address in a name or as a web site, any of them blocked.
struct Named {
  bool link{false}, blocked{false};
};
Named links_named(std::string_view field, const DomainSet& blocked) {
  Named named;
  if (field.find('.') == std::string_view::npos) return named;
  for (const Link& link : find_links(text::fold(field))) {
    named.link = true;
    named.blocked = named.blocked || blocked.contains(link.host);
  }
  return named;
}

// Faster than anybody types; people paste, so that it says little alone.
bool is_hasty(const SpamInput& input) {
  if (!input.history.writing) return false;
  const auto bytes = static_cast<std::int64_t>(input.words.folded.text.size());
  return bytes >= 10 && input.history.writing->milliseconds < std::max<std::int64_t>(500, bytes * 10);
}

class FactFinder {
public:
  explicit FactFinder(const SpamInput& input) : input_(input) {}

  SpamFacts run() {
    set(SpamFact::promotion, input_.promotion.score);
    if (!input_.links.empty()) links();
    history();
    if (!input_.history.recent.empty()) copies();
    return facts_;
  }

private:
  void set(SpamFact fact, float value) { facts_[static_cast<std::size_t>(fact)] = value; }
  void set_if(bool holds, SpamFact fact) {
    if (holds) set(fact, 1);
  }

  void links() {
    const std::size_t count = input_.links.size();
    set(SpamFact::link, 1);
    set_if(count >= 2, SpamFact::two_links);
    set_if(count >= 3, SpamFact::many_links);
    set_if(input_.words.words.size() <= 3 * count + 2 && is_mostly_links(), SpamFact::only_link);
    for (const Link& link : input_.links) {
      set_if((link.traits & shortener) != 0, SpamFact::shortener);
      set_if((link.traits & punycode) != 0, SpamFact::lookalike_host);
      set_if((link.traits & mismatch) != 0, SpamFact::link_mismatch);
      set_if((link.traits & numeric_host) != 0, SpamFact::numeric_host);
      set_if((link.traits & spelled_out) != 0, SpamFact::spelled_out);
      set_if((link.traits & foreign_markup) != 0, SpamFact::foreign_markup);
      set_if(input_.blocked.contains(link.host), SpamFact::blocked_domain);
    }
  }

  [[nodiscard]] bool is_mostly_links() const {
    std::size_t linked = 0;
    for (const Link& link : input_.links) linked += link.end - link.begin;
    return linked * 2 >= input_.words.folded.at.back();
  }

  void history() {
    const History& history = input_.history;
    set_if(history.trap, SpamFact::trap);
    set_if(is_hasty(input_), SpamFact::haste);
    set(SpamFact::refused, limited(history.refused, 3));
    set_if(history.published > 0, SpamFact::known);
    set_if(history.published > 0 && history.published >= input_.policy.trusted_after, SpamFact::trusted);
    const Named name = links_named(input_.name, input_.blocked);
    set_if(name.link, SpamFact::name_link);
    set_if(!input_.website.empty() && history.published == 0, SpamFact::website);
    if (name.blocked || (!input_.blocked.empty() && links_named(input_.website, input_.blocked).blocked)) {
      set(SpamFact::blocked_domain, 1);
    }
  }

  void copies() {
    const std::uint64_t own = fingerprint(input_.words);
    if (own == 0) return;
    const bool telling = is_of_many_words(own) || !input_.links.empty(); // many say "Merci pour cet article !"
    std::uint32_t others = 0;
    for (const RecentComment& recent : input_.history.recent) {
      if (!nearly_same(own, recent.fingerprint)) continue;
      if (recent.same_author) {
        set(SpamFact::repeated, 1);
      } else if (telling && input_.now <= recent.created + copies_within) {
        ++others;
      }
    }
    set(SpamFact::copied, limited(others, 4));
  }

  const SpamInput& input_;
  SpamFacts facts_{};
};

} // namespace

SpamFacts spam_facts(const SpamInput& input) {
  return FactFinder(input).run();
}

std::string_view to_name(SpamFact fact) {
  return weighed[static_cast<std::size_t>(fact)].name;
}

float spam_prior(const SpamFacts& facts) {
  float sum = base;
  for (std::size_t i = 0; i < spam_fact_count; ++i) sum += facts[i] * weighed[i].weight;
  return static_cast<float>(logistic(static_cast<double>(sum)));
}

} // namespace palabre::rules
