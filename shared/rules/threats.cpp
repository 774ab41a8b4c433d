#include "shared/rules/threats.h"

namespace palabre::rules {
namespace {

// I will kill you; je vais te tuer.
bool threatens(const Scene& scene, std::size_t item) {
  const bool you = scene.is(item, Cue::you) || scene.before(item, set_of(Cue::you), 1) != Scene::no_item ||
                   scene.after(item, set_of(Cue::you), 1) != Scene::no_item;
  if (!you || scene.is_negated(item)) return false;
  constexpr CueSet subjects = Cue::self | Cue::third | set_of(Cue::they) | set_of(Cue::person);
  const std::size_t subject = scene.before(item, subjects, 5);
  if (subject == Scene::no_item || !scene.is(subject, Cue::self)) return false;
  return scene.before(item, set_of(Cue::modal), 4) != Scene::no_item;
}

// I hope you die; il faut que tu meures.
bool wishes(const Scene& scene, std::size_t item) {
  const std::size_t you = scene.before(item, set_of(Cue::you), 3);
  if (you == Scene::no_item || scene.is_negated(item)) return false;
  const std::size_t wish = scene.before(you, set_of(Cue::modal), 3);
  constexpr CueSet others = Cue::third | Cue::they;
  return wish != Scene::no_item && scene.before(you, others, 2) == Scene::no_item &&
         (wish == 0 || !scene.same_sentence(wish - 1, wish) || scene.is(wish - 1, Cue::self) ||
          scene.is(wish, Cue::self));
}

// You deserve to die; tu vas crever.
bool dooms(const Scene& scene, std::size_t item) {
  if (wishes(scene, item)) return true;
  const std::size_t will = scene.before(item, Cue::modal | Cue::deserve, 3);
  if (will == Scene::no_item || scene.is_negated(item)) return false;
  const std::size_t you = scene.before(will, set_of(Cue::you), 2);
  return you != Scene::no_item && scene.before(you, Cue::self | Cue::third, 2) == Scene::no_item;
}

} // namespace

void find_threats(const Scene& scene, std::vector<Offence>& offences) {
  if ((scene.all_cues() & (Cue::harm | Cue::die)) == 0 || !has(scene.all_cues(), Cue::you)) return;
  for (std::size_t item = 0; item < scene.items().size(); ++item) {
    const bool harm = scene.is(item, Cue::harm) && threatens(scene, item);
    const bool doom = (scene.items()[item].cues & (Cue::die | Cue::harmed)) != 0 && dooms(scene, item);
    if ((!harm && !doom) || is_reported(scene, item)) continue;
    const std::size_t first = scene.before(item, set_of(harm ? Cue::self : Cue::you), 6);
    const bool object = harm && scene.after(item, set_of(Cue::you), 1) != Scene::no_item;
    const std::uint32_t begin = scene.items()[first == Scene::no_item ? item : first].begin;
    offences.push_back({begin, scene.items()[object ? item + 1 : item].end, "offence.threat", harm ? 0.96F : 0.9F});
    if (offences.size() >= 32) return;
  }
}

} // namespace palabre::rules
