#include "shared/rules/aim.h"

#include <algorithm>

namespace palabre::rules {
namespace {

constexpr std::size_t near_words = 4;
constexpr std::uint8_t heavy = 200; // weight from which a word of its class is a bad one
constexpr std::uint8_t worst = 215; // and from which nothing that is told excuses it

// A match in its scene: the items [first, end) that it covers.
struct Place {
  const Scene& scene;
  const WordMatch& match;
  std::string_view folded;
  std::size_t first;
  std::size_t end;
};

Place place_of(const Scene& scene, const WordMatch& match, std::string_view folded) {
  const std::size_t first = std::min(scene.item_at(match.begin), scene.items().size() - 1);
  std::size_t end = first + 1;
  while (end < scene.items().size() && scene.items()[end].begin < match.end) ++end;
  return {scene, match, folded, first, end};
}

bool is_shouted(const Place& place) {
  std::size_t at = place.match.end;
  while (at < place.folded.size() && place.folded[at] == ' ') ++at;
  return at < place.folded.size() && place.folded[at] == '!';
}

bool begins_clause(const Place& place) {
  return place.first == 0 || !place.scene.same_sentence(place.first - 1, place.first) ||
         place.scene.items()[place.first].comma_before;
}

bool ends_clause(const Place& place) {
  return place.end >= place.scene.items().size() || !place.scene.same_sentence(place.end, place.first) ||
         place.scene.items()[place.end].comma_before;
}

struct Predicate {
  Aim aim{Aim::nobody};
  bool copula{false};
  bool of_thing{false};   // its subject is a word that stands for neither reader nor writer
  bool introduced{false}; // espèce de, you little, fucking
  bool calls{false};      // and that begins a clause
};

// Walks back over what may stand between a subject and what is said of it: you are such a … ; t'es vraiment qu'un …
Predicate predicate_of(const Place& place) {
  constexpr CueSet between = Cue::filler | Cue::copula | set_of(Cue::intro) | set_of(Cue::pointer) |
                             set_of(Cue::negation) | set_of(Cue::base) | set_of(Cue::vermin);
  const Scene& scene = place.scene;
  // You fukin gay …: no other meaning, so that a word in between does not matter.
  const bool plain = place.match.word_class != WordClass::mild && (place.match.flags & ambiguous) == 0;
  Predicate found;
  bool pointed = false;
  int strangers = 0;
  std::size_t item = place.first;
  if (scene.is(item, Cue::intro) && scene.items()[item].begin < place.match.begin) {
    found.introduced = true;
    if (scene.is(item, Cue::you)) found.aim = Aim::direct;
  }
  for (int steps = 0; steps < 7 && item > 0; ++steps) {
    if (scene.items()[item].comma_before && steps > 0) break;
    --item;
    if (!scene.same_sentence(item, place.first)) break;
    const CueSet cues = scene.items()[item].cues;
    if (has(cues, Cue::intro)) {
      found.introduced = true;
      found.calls = scene.items()[item].comma_before || item == 0 || !scene.same_sentence(item - 1, item);
    }
    found.copula = found.copula || has(cues, Cue::copula);
    pointed = pointed || (has(cues, Cue::pointer) && strangers <= 1);
    if (has(cues, Cue::you) && has(cues, Cue::owner) && !found.copula) { // your …
      if (plain) found.aim = Aim::third;
      return found;
    }
    if (has(cues, Cue::you) && (found.copula || strangers <= (plain ? 1 : 0))) {
      found.aim = Aim::direct;
      return found;
    }
    if (has(cues, Cue::self) && found.copula) {
      found.aim = Aim::oneself;
      return found;
    }
    if ((cues & (Cue::third | Cue::they)) != 0 && found.copula) {
      found.aim = Aim::third;
      return found;
    }
    if ((cues & between) != 0) continue;
    if (found.copula && (cues & (Cue::person | Cue::group | set_of(Cue::group_sort) | set_of(Cue::like_you))) == 0) {
      found.of_thing = true; // your phone is …
      return found;
    }
    if (++strangers > 2) break;
  }
  const bool clause = item == 0 || !scene.same_sentence(item - 1, item) || scene.items()[item].comma_before;
  if (pointed || (found.copula && clause && scene.is(item, Cue::copula))) found.aim = Aim::third; // c'est …
  return found;
}

// Listen to me asshole: nothing says what it would be, at the end of a clause.
bool is_call(const Place& place) {
  constexpr CueSet leading = Cue::filler | Cue::pointer | set_of(Cue::owner) | set_of(Cue::copula) | set_of(Cue::some) |
                             set_of(Cue::negation) | set_of(Cue::report) | set_of(Cue::person) | set_of(Cue::intro) |
                             set_of(Cue::base) | set_of(Cue::group_sort);
  const bool plain = place.match.word_class == WordClass::insult && (place.match.flags & ambiguous) == 0;
  if (!plain || place.match.weight < heavy || !ends_clause(place) || begins_clause(place)) return false;
  return (place.scene.items()[place.first - 1].cues & leading) == 0;
}

// A sentence that is nothing but an insult: Stupid cunt. Or one that begins with it: Connard, rends …
bool is_bare(const Place& place) {
  const Scene& scene = place.scene;
  const bool plain = place.match.word_class == WordClass::insult || place.match.word_class == WordClass::slur;
  if (!plain || (place.match.flags & ambiguous) != 0 || place.match.weight < heavy || !ends_clause(place)) return false;
  const std::size_t begin = scene.sentence_begin(place.first);
  for (std::size_t item = begin; item < place.first; ++item) {
    if ((scene.items()[item].cues & (Cue::intro | Cue::base)) == 0) return false;
  }
  const bool whole = place.end >= scene.items().size() || !scene.same_sentence(place.end, place.first);
  const std::string_view written = place.folded.substr(place.match.begin, place.match.end - place.match.begin);
  const bool phrase = written.find(' ') != std::string_view::npos; // a word of a dictionary is none
  return !whole || place.first > begin || phrase || place.match.disguised;
}

// Le connard a encore …: an article that begins a sentence, and something follows.
bool is_subject(const Place& place) {
  const std::size_t article = place.first - 1;
  if ((place.match.flags & ambiguous) != 0) return false;
  return place.first > 0 && place.scene.is(article, Cue::filler) && place.scene.same_sentence(article, place.first) &&
         (article == 0 || !place.scene.same_sentence(article - 1, article)) && !ends_clause(place);
}

Aim aim_at(const Place& place, const Predicate& predicate) {
  const Scene& scene = place.scene;
  if ((place.match.flags & aimed) != 0 || predicate.aim == Aim::direct) return Aim::direct;
  if (predicate.aim == Aim::oneself) return Aim::oneself;
  if (predicate.of_thing) return Aim::nobody;
  if (scene.after(place.end - 1, set_of(Cue::like_you), 2) != Scene::no_item) return Aim::direct;
  const bool you_anywhere = has(scene.all_cues(), Cue::you) || scene.mentions();
  const bool clause = begins_clause(place) && ends_clause(place);
  if (clause && scene.items().size() > 1 && (you_anywhere || is_shouted(place))) return Aim::direct;
  if (predicate.introduced && ends_clause(place) && (you_anywhere || is_shouted(place) || predicate.calls)) {
    return Aim::direct;
  }
  if (is_bare(place) || (is_shouted(place) && begins_clause(place))) return Aim::direct;
  if (you_anywhere && is_call(place)) return Aim::direct;
  if (predicate.aim == Aim::third || predicate.introduced) return Aim::third;
  if (scene.after(place.end - 1, set_of(Cue::third), 1) != Scene::no_item || is_subject(place)) {
    return Aim::third;
  }
  const bool near = scene.before(place.first, set_of(Cue::you), near_words) != Scene::no_item ||
                    scene.after(place.end - 1, set_of(Cue::you), near_words) != Scene::no_item;
  return near || scene.mentions() ? Aim::near : Aim::nobody;
}

struct Tiers {
  float direct, third, near, nobody;
};

float pick(const Tiers& tiers, Aim aim) {
  switch (aim) {
  case Aim::direct: return tiers.direct;
  case Aim::third: return tiers.third;
  case Aim::near: return tiers.near;
  case Aim::oneself:
  case Aim::nobody: break;
  }
  return tiers.nobody;
}

// 0: no offence at all.
Tiers tiers_of(const WordMatch& match, bool introduced) {
  const bool bad = match.weight >= heavy;
  const bool doubtful = (match.flags & ambiguous) != 0;
  switch (match.word_class) {
  case WordClass::mild:
    if (introduced) return bad ? Tiers{0.74F, 0.45F, 0, 0} : Tiers{0.5F, 0.3F, 0, 0};
    return bad ? Tiers{0.6F, 0.3F, 0, 0} : Tiers{0.4F, 0, 0, 0};
  case WordClass::profanity: return doubtful ? Tiers{0.2F, 0, 0, 0} : Tiers{0.45F, 0.32F, 0.36F, 0.3F};
  case WordClass::insult:
    if ((match.flags & aimed) != 0) return bad ? Tiers{0.92F, 0.92F, 0.92F, 0.92F} : Tiers{0.62F, 0.62F, 0.62F, 0.62F};
    if (doubtful) return introduced ? Tiers{0.78F, 0.5F, 0, 0} : Tiers{0.74F, 0.3F, 0, 0};
    return bad ? Tiers{0.92F, 0.76F, 0.74F, 0.6F} : Tiers{0.8F, 0.6F, 0.6F, 0.4F};
  case WordClass::slur:
    return doubtful ? Tiers{0.8F, introduced || bad ? 0.74F : 0.4F, 0, 0} : Tiers{0.96F, 0.88F, 0.88F, 0.82F};
  case WordClass::threat: return {0.97F, 0.97F, 0.97F, 0.97F};
  case WordClass::sexual: return doubtful ? Tiers{0.3F, 0, 0, 0} : Tiers{0.55F, 0.3F, 0.4F, 0.3F};
  case WordClass::owner_hold:
  case WordClass::owner_reject: break;
  }
  return {0, 0, 0, 0};
}

std::string_view rule_of(WordClass word_class) {
  switch (word_class) {
  case WordClass::mild: return "offence.mild";
  case WordClass::profanity: return "offence.profanity";
  case WordClass::insult: return "offence.insult";
  case WordClass::slur: return "offence.slur";
  case WordClass::threat: return "offence.threat";
  case WordClass::sexual: return "offence.sexual";
  case WordClass::owner_hold:
  case WordClass::owner_reject: break;
  }
  return "offence.owner_word";
}

// He can go to hell; it makes me want to …: what would tell the reader to do it tells another.
bool is_turned_away(const Place& place) {
  constexpr CueSet others = Cue::third | Cue::they | set_of(Cue::self) | set_of(Cue::modal);
  const Scene& scene = place.scene;
  if (scene.is(place.first, Cue::like_you)) return true; // scientists like you deserve …
  if (scene.after(place.end - 1, set_of(Cue::fiction), 1) != Scene::no_item) return true; // go to hell, printer
  if (place.first > 0 && scene.is(place.first - 1, Cue::report)) return false;            // I said …
  return scene.before(place.first, others, 2) != Scene::no_item &&
         scene.before(place.first, set_of(Cue::you), 3) == Scene::no_item && !scene.is(place.first, Cue::self);
}

// What makes the same word weigh less where it stands; 1: nothing does.
float ceiling_of(const Place& place, Aim aim, const Predicate& predicate) {
  const Scene& scene = place.scene;
  const bool slur = place.match.word_class == WordClass::slur;
  if (is_reported(scene, place.first)) return 0.52F;
  if (aim == Aim::oneself || (scene.is_negated(place.first) && predicate.copula)) return 0.3F;
  if ((place.match.flags & aimed) != 0 && is_turned_away(place)) return 0.52F;
  const CueSet around = scene.sentence_cues(place.first);
  if (aim != Aim::direct) {
    const bool beside = scene.before(place.first, set_of(Cue::condemn), 1) != Scene::no_item; // racist …
    if (slur && has(around, Cue::condemn) && !beside) return 0.52F;
    if ((!slur || place.match.weight < worst) && has(around, Cue::fiction)) return 0.5F;
    if (slur && scene.before(place.first, Cue::owner | Cue::self, 2) != Scene::no_item) return 0.4F;
  }
  const bool alone =
      scene.items().size() <= 1 && (place.match.flags & aimed) == 0 && !is_shouted(place) && !place.match.disguised;
  return alone ? 0.6F : 1;
}

} // namespace

bool is_reported(const Scene& scene, std::size_t item) {
  if (scene.items()[item].quoted) return true;
  const std::size_t report = scene.before(item, set_of(Cue::report), 8);
  if (report == Scene::no_item || scene.items()[report].quoted) return false;
  constexpr CueSet speakers =
      Cue::self | Cue::you | set_of(Cue::third) | set_of(Cue::they) | set_of(Cue::person) | set_of(Cue::group);
  const std::size_t speaker = scene.before(report, speakers, 5);
  return speaker == Scene::no_item || !scene.is(speaker, Cue::self);
}

Aim aim_of(const Scene& scene, const WordMatch& match, std::string_view folded) {
  if (scene.items().empty()) return Aim::nobody;
  const Place place = place_of(scene, match, folded);
  return aim_at(place, predicate_of(place));
}

Offence judge_word(const Scene& scene, const WordMatch& match, std::string_view folded) {
  Offence offence{match.begin, match.end, {}, 0};
  if (scene.items().empty()) return offence;
  const Place place = place_of(scene, match, folded);
  const Predicate predicate = predicate_of(place);
  const Aim aim = aim_at(place, predicate);
  float score = pick(tiers_of(match, predicate.introduced), aim);
  if (score <= 0) return offence;
  if (match.disguised) score += 0.06F;
  offence.score = std::min({score, ceiling_of(place, aim, predicate), 0.99F});
  offence.rule = rule_of(match.word_class);
  return offence;
}

} // namespace palabre::rules
