#include "shared/rules/hate.h"

#include <algorithm>

#include "shared/rules/groups.h"
#include "shared/rules/misspelling.h"
#include "shared/rules/threats.h"

namespace palabre::rules {
namespace {

constexpr CueSet harmless_between = Cue::filler | Cue::pointer | set_of(Cue::intro) | set_of(Cue::you) |
                                    set_of(Cue::they) | set_of(Cue::person) | set_of(Cue::group) |
                                    set_of(Cue::group_sort) | set_of(Cue::like_you) | set_of(Cue::copula) |
                                    set_of(Cue::base) | set_of(Cue::vermin) | set_of(Cue::some) | set_of(Cue::worth);

class GroupReader {
public:
  GroupReader(const Scene& scene, const GroupMention& mention) : scene_(scene), mention_(mention) {}

  // The worst that is said of the group; without a rule: nothing bad.
  Offence read() {
    const CueSet around = scene_.sentence_cues(mention_.first);
    if (has(around, Cue::condemn)) return worst_;
    const std::size_t begin = scene_.sentence_begin(mention_.first);
    const std::size_t end = scene_.sentence_end(mention_.first);
    for (std::size_t item = begin; item < end; ++item) {
      if (scene_.items()[item].quoted || (item > mention_.first && item < mention_.last)) continue;
      if (!is_denied()) weigh(item, scene_.items()[item].cues);
      if (!has(around, Cue::fiction)) weigh_words(item, scene_.items()[item].cues);
    }
    return worst_;
  }

private:
  // Of a film, a book … there may be said a lot that is no hatred.
  void weigh_words(std::size_t item, CueSet cues) {
    if (has(cues, Cue::vermin)) take(item, 0.9F, is_predicate(item) || is_attribute(item));
    if (has(cues, Cue::repel)) take(item, 0.82F, mention_.subject && item > mention_.last && !is_far(item, 2));
    if (has(cues, Cue::base)) take(item, 0.78F, is_base(item));
    if (has(cues, Cue::worth)) take_unworthy(item);
  }

  void weigh(std::size_t item, CueSet cues) {
    if (has(cues, Cue::harm)) take(item, 0.95F, is_harm_ahead(item));
    if (has(cues, Cue::harmed)) take(item, 0.95F, is_harmed(item));
    if (has(cues, Cue::die)) take(item, 0.95F, is_harmed(item));
    if (has(cues, Cue::hate)) take(item, 0.86F, is_hated(item));
    if (has(cues, Cue::expel)) take(item, 0.74F, is_expelled(item));
    if (has(cues, Cue::doom)) take(item, 0.76F, true);
    if (has(cues, Cue::intro)) take(item, 0.76F, is_cursed(item));
  }

  void take(std::size_t item, float score, bool holds) {
    if (!holds || score <= worst_.score || scene_.is_negated(item) || is_denied()) return;
    set(item, score);
  }

  void set(std::size_t item, float score) {
    if (is_reported(scene_, item) || is_reported(scene_, mention_.first)) return;
    const std::size_t first = std::min(item, mention_.first);
    const std::size_t last = std::max(item, mention_.last);
    worst_ = {scene_.items()[first].begin, scene_.items()[last].end, "offence.hate",
              mention_.pronoun ? score * 0.95F : score};
  }

  // No woman deserves …
  [[nodiscard]] bool is_denied() const {
    const std::size_t no = scene_.before(mention_.first, set_of(Cue::negation), 2);
    return no != Scene::no_item && (no + 1 == mention_.first || scene_.is(no + 1, Cue::filler));
  }

  // More than `allowed` words between the mention and the item that the rules do not know.
  [[nodiscard]] bool is_far(std::size_t item, int allowed) const {
    const std::size_t from = item < mention_.first ? item + 1 : mention_.last + 1;
    const std::size_t to = item < mention_.first ? mention_.first : item;
    for (std::size_t i = from; i < to; ++i) {
      if (scene_.items()[i].quoted) return true;
      if ((scene_.items()[i].cues & harmless_between) == 0 && --allowed < 0) return true;
    }
    return false;
  }

  // The subject of what is said at `item` is the writer, or nobody in particular.
  [[nodiscard]] bool is_own(std::size_t item) const {
    constexpr CueSet subjects =
        Cue::self | Cue::you | set_of(Cue::third) | set_of(Cue::they) | set_of(Cue::person) | set_of(Cue::group);
    const std::size_t subject = scene_.before(item, subjects, 6);
    return subject == Scene::no_item || scene_.is(subject, Cue::self);
  }
  // There is a subject that the rules know, or no room for another: the killer will … has one.
  [[nodiscard]] bool is_known(std::size_t modal) const {
    for (std::size_t item = modal; item > 0 && modal - item < 5 && !begins(item); --item) {
      const CueSet cues = scene_.items()[item - 1].cues;
      if ((cues & (Cue::self | Cue::clause)) != 0) return true;
      if (cues == 0) return false;
    }
    return true;
  }
  [[nodiscard]] bool begins(std::size_t item) const {
    return item == 0 || !scene_.same_sentence(item - 1, item) || scene_.items()[item].comma_before;
  }

  [[nodiscard]] bool is_hated(std::size_t item) const {
    const bool of_work = scene_.after(mention_.last, set_of(Cue::fiction), 4) != Scene::no_item; // … in this film
    return item < mention_.first && !is_far(item, 0) && is_own(item) && !of_work;
  }
  [[nodiscard]] bool is_harm_ahead(std::size_t item) const {
    if (item > mention_.first || is_far(item, 0)) return false;
    const std::size_t modal = scene_.is(item, Cue::modal) ? item : scene_.before(item, set_of(Cue::modal), 5);
    return begins(item) || (modal != Scene::no_item && is_own(item) && is_known(modal));
  }
  [[nodiscard]] bool is_harmed(std::size_t item) const {
    if (item < mention_.last) return false;
    const std::size_t will = scene_.before(item, Cue::modal | Cue::deserve, 9);
    if (will == Scene::no_item || scene_.after(will, set_of(Cue::negation), 2) != Scene::no_item) return false;
    return will > mention_.last ? !is_far(item, 3) && (mention_.subject || is_own(mention_.first))
                                : is_own(mention_.first) && !is_far(item, 2);
  }
  // X are …, X like you are just …
  [[nodiscard]] bool is_predicate(std::size_t item) const {
    if (item < mention_.last || !mention_.subject) return false;
    const std::size_t copula = scene_.before(item, set_of(Cue::copula), 9);
    if (scene_.is(item, Cue::copula)) return !is_far(item, 2); // ne vaut rien
    if (copula == Scene::no_item || copula < mention_.last) return false;
    for (std::size_t i = copula + 1; i < item; ++i) {
      if ((scene_.items()[i].cues & harmless_between) == 0) return false;
    }
    return !scene_.items()[copula].comma_before && !is_far(copula, 2);
  }
  // immigrant vermin; ordures d'immigrés
  [[nodiscard]] bool is_attribute(std::size_t item) const {
    if (item == mention_.last) return true;
    if (item == mention_.last + 1) return true;
    return item < mention_.first && item + 3 >= mention_.first && !is_far(item, 0);
  }
  [[nodiscard]] bool is_base(std::size_t item) const {
    if (mention_.partly) return false;
    if (is_predicate(item)) return true;
    if (item > mention_.last)
      return item <= mention_.last + 2 && scene_.before(mention_.first, set_of(Cue::self), 5) != Scene::no_item &&
             !is_far(item, 0);
    return item + 1 == mention_.first && scene_.before(item, Cue::you | Cue::pointer, 2) != Scene::no_item;
  }
  [[nodiscard]] bool is_expelled(std::size_t item) const {
    if (is_far(item, 2)) return false;
    return begins(item) || scene_.before(item, set_of(Cue::modal), 6) != Scene::no_item ||
           item + 1 == scene_.sentence_end(item);
  }
  // you fucking X; ces putains de X
  [[nodiscard]] bool is_cursed(std::size_t item) const {
    if (item > mention_.first || item + 2 < mention_.first || is_far(item, 0)) return false;
    return scene_.is(item, Cue::you) || scene_.before(item, Cue::you | Cue::pointer, 3) != Scene::no_item;
  }
  // Nothing good is left to them: no respect for X; X are never …
  void take_unworthy(std::size_t item) {
    if (worst_.score >= 0.75F || !(scene_.is_negated(item) || is_denied())) return;
    const bool follows =
        item > mention_.last && (mention_.subject ? !is_far(item, 3) : is_denied() && item <= mention_.last + 2);
    const bool leads = item < mention_.first && !is_far(item, 1) && is_own(item);
    const bool spared = scene_.after(item, Cue::die | Cue::harmed, 4) != Scene::no_item;
    if ((follows || leads) && !spared) set(item, 0.75F);
  }

  const Scene& scene_;
  const GroupMention& mention_;
  Offence worst_{0, 0, {}, 0};
};

// Les X sont là. Je les déteste: a pronoun before its verb, which is an article elsewhere.
Offence read_pronoun(const Scene& scene, const std::vector<GroupMention>& mentions, std::string_view folded) {
  constexpr CueSet subjects = Cue::self | Cue::you | set_of(Cue::they) | set_of(Cue::person);
  constexpr CueSet objects = Cue::group | Cue::person | set_of(Cue::fiction);
  const std::size_t from = mentions.front().last;
  if (has(scene.sentence_cues(mentions.front().first), Cue::condemn)) return {0, 0, {}, 0};
  for (std::size_t item = 1; item < scene.items().size(); ++item) {
    const CueSet cues = scene.items()[item].cues;
    const SceneItem& object = scene.items()[item - 1];
    const std::string_view pronoun = folded.substr(object.begin, object.end - object.begin);
    if ((cues & (Cue::hate | Cue::harm | set_of(Cue::expel))) == 0 || (pronoun != "les" && pronoun != "leur")) continue;
    const std::uint32_t here = scene.items()[item].sentence;
    const std::uint32_t there = scene.items()[from].sentence;
    if (scene.items()[item].quoted || here > there + 1 || there > here + 1) continue;
    const std::size_t subject = scene.before(item, subjects, 8);
    const bool own = subject == Scene::no_item || scene.is(subject, Cue::self);
    const bool meant = has(cues, Cue::hate) ? item >= 2 && subject == item - 2
                                            : scene.before(item, set_of(Cue::modal), 6) != Scene::no_item;
    const bool ends = item + 1 >= scene.items().size() || (scene.items()[item + 1].cues & objects) == 0;
    if (!own || !meant || !ends || scene.is_negated(item) || is_reported(scene, item)) continue;
    return {scene.items()[std::min(from, item)].begin, scene.items()[std::max(from, item)].end, "offence.hate", 0.8F};
  }
  return {0, 0, {}, 0};
}

bool read_groups(const Scene& scene, const std::vector<GroupMention>& mentions, std::string_view folded,
                 std::vector<Offence>& offences) {
  const std::size_t before = offences.size();
  for (const GroupMention& mention : mentions) {
    const Offence worst = GroupReader(scene, mention).read();
    if (!worst.rule.empty()) offences.push_back(worst);
  }
  if (offences.size() > before) return true;
  const Offence worst = read_pronoun(scene, mentions, folded);
  if (!worst.rule.empty()) offences.push_back(worst);
  return offences.size() > before;
}

} // namespace

void find_hate(Scene& scene, const text::Words& words, const CueWords& cues, std::vector<Offence>& offences) {
  constexpr CueSet naming = Cue::group | Cue::group_sort;
  constexpr CueSet telling = Cue::hate | Cue::vermin | set_of(Cue::base) | set_of(Cue::harm) | set_of(Cue::harmed) |
                             set_of(Cue::repel) | set_of(Cue::expel) | set_of(Cue::die) | set_of(Cue::doom);
  find_threats(scene, offences);
  std::vector<GroupMention> mentions = find_groups(scene);
  if (!mentions.empty() && read_groups(scene, mentions, words.folded.text, offences)) return;
  if (mentions.empty() && (scene.all_cues() & telling) == 0) return;
  if (!read_again(scene, words, cues, mentions.empty() ? naming : telling)) return;
  mentions = find_groups(scene);
  if (!mentions.empty()) read_groups(scene, mentions, words.folded.text, offences);
}

} // namespace palabre::rules
