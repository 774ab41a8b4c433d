#include "shared/rules/groups.h"

namespace palabre::rules {
namespace {

constexpr CueSet naming = Cue::group | Cue::group_sort;
// What may stand between the beginning of a clause and its subject.
constexpr CueSet leading = Cue::filler | Cue::pointer | set_of(Cue::some) | set_of(Cue::intro) | set_of(Cue::you) |
                           set_of(Cue::group) | set_of(Cue::group_sort) | set_of(Cue::person);

bool is_end(const Scene& scene, std::size_t item) {
  return item + 1 >= scene.items().size() || !scene.same_sentence(item, item + 1) ||
         scene.items()[item + 1].comma_before;
}

// black people, gay and trans men: the person that the adjective at `item` is of.
std::size_t person_after(const Scene& scene, std::size_t item) {
  for (std::size_t next = item + 1; next <= item + 2 && next < scene.items().size(); ++next) {
    if (!scene.same_sentence(item, next)) break;
    if (scene.is(next, Cue::person) || scene.is(next, Cue::group)) return next;
    if (!scene.is(next, Cue::group_sort) && !scene.is(next, Cue::filler)) break;
  }
  return Scene::no_item;
}

// les noirs, a gay: an adjective that stands for people, with something we know or nothing behind it.
bool stands_alone(const Scene& scene, std::size_t item) {
  const bool begins = item == 0 || !scene.same_sentence(item - 1, item);
  const bool led = !begins && (scene.items()[item - 1].cues & (Cue::filler | Cue::pointer | set_of(Cue::intro) |
                                                               set_of(Cue::some) | set_of(Cue::you))) != 0;
  return led && (is_end(scene, item) || scene.items()[item + 1].cues != 0);
}

bool is_subject(const Scene& scene, std::size_t first) {
  bool pointed = false;
  for (std::size_t item = first; item > 0; --item) {
    if (scene.items()[item].comma_before || !scene.same_sentence(item - 1, item)) return true;
    const CueSet cues = scene.items()[item - 1].cues;
    if (has(cues, Cue::clause)) return true;
    if (item == first && has(cues, Cue::negation)) continue;                                        // no woman
    if (has(cues, Cue::copula) && (item == 1 || !scene.same_sentence(item - 2, item))) return true; // c'est les …
    pointed = pointed || has(cues, Cue::pointer);
    if (pointed && (cues & (Cue::copula | Cue::third)) != 0) return true; // it's typical of
    if ((cues & leading) == 0) return false;
  }
  return true;
}

// You women; women like you; you are a woman.
bool is_addressed(const Scene& scene, const GroupMention& mention) {
  return scene.after(mention.last, set_of(Cue::like_you), 1) != Scene::no_item ||
         scene.before(mention.first, set_of(Cue::you), 3) != Scene::no_item;
}

// They and them stand for the group when it is named close by.
void append_pronouns(const Scene& scene, std::vector<GroupMention>& mentions) {
  if (mentions.empty() || (scene.all_cues() & (Cue::they | Cue::you)) == 0) return;
  const std::size_t named = mentions.size();
  std::size_t nearest = 0;
  for (std::size_t item = 0; item < scene.items().size(); ++item) {
    while (nearest + 1 < named && mentions[nearest + 1].first < item) ++nearest;
    if ((scene.items()[item].cues & (Cue::they | Cue::you)) == 0 || scene.items()[item].quoted) continue;
    for (const std::size_t of : {nearest, nearest + 1}) {
      if (of >= named || (!scene.is(item, Cue::they) && !is_addressed(scene, mentions[of]))) continue;
      const std::uint32_t there = scene.items()[mentions[of].first].sentence;
      const std::uint32_t here = scene.items()[item].sentence;
      if (there > here + 1 || here > there + 1) continue;
      if (has(scene.sentence_cues(mentions[of].first), Cue::condemn)) continue;
      mentions.push_back({item, item, is_subject(scene, item), false, true});
      break;
    }
  }
}

} // namespace

std::vector<GroupMention> find_groups(const Scene& scene) {
  std::vector<GroupMention> mentions;
  if ((scene.all_cues() & naming) == 0) return mentions;
  for (std::size_t item = 0; item < scene.items().size(); ++item) {
    const CueSet cues = scene.items()[item].cues;
    if ((cues & naming) == 0) continue;
    std::size_t last = item;
    if (has(cues, Cue::group_sort)) {
      const std::size_t person = person_after(scene, item);
      if (person != Scene::no_item) {
        last = person;
      } else if (!has(cues, Cue::group) && !stands_alone(scene, item)) {
        continue;
      }
    }
    const bool owned = item > 0 && scene.is(item - 1, Cue::owner) && !scene.is(item - 1, Cue::you) &&
                       scene.same_sentence(item - 1, item);
    if (!owned && !scene.items()[item].quoted) {
      const bool partly = scene.before(item, set_of(Cue::some), 2) != Scene::no_item;
      mentions.push_back({item, last, is_subject(scene, item), partly, false});
    }
    item = last;
  }
  append_pronouns(scene, mentions);
  return mentions;
}

} // namespace palabre::rules
