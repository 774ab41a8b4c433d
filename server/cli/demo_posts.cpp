#include "server/cli/demo_posts.h"

#include <array>
#include <vector>

#include "server/service/tokens.h"
#include "shared/rules/draw.h"
#include "shared/rules/posts.h"

namespace palabre::cli {
namespace {

constexpr Duration day{24LL * 60 * 60 * 1000};

struct SampleEntry {
  const char* name;
  const char* words;
};
constexpr std::array entries{
    SampleEntry{"Odile", "Elle a tout entendu, et elle n’a rien répété."},
    SampleEntry{"Karim", "Trois pieds, deux oreilles, et c’est encore elle la plus patiente du conseil."},
    SampleEntry{"Lucie M.", "Promis, ce n’est pas moi qui ai mis le navet."},
    SampleEntry{"Jean-Baptiste", "Réunion de crise au sujet du sel."}};

// Ballots of a poll with these options, by how often readers gave each.
struct SampleBallot {
  std::vector<std::uint32_t> choices;
  int times;
};

class DemoPosts {
public:
  DemoPosts(storage::Store& store, const Site& site, const std::string& page, Instant now)
      : store_(store), site_(site), page_(page), now_(now), opened_(now + Duration{-3 * day.milliseconds}) {}

  Expected<void> add() {
    if (auto added = add_announcement(); !added) return added;
    if (auto added = add_contest(); !added) return added;
    return add_poll();
  }

private:
  Post planned(PostKind kind, const char* title, const char* body) const {
    Post post;
    post.site = site_.name;
    post.kind = kind;
    post.state = PostState::planned;
    post.pages = {page_};
    post.title = title;
    post.body = body;
    post.starts = opened_;
    post.by = "Le carnet de la place";
    post.created = opened_;
    return post;
  }

  Expected<storage::StoredPost> put(const Post& post) {
    const auto checked = rules::check_post(post);
    if (!checked) return tl::unexpected(checked.error());
    Post whole = *checked;
    whole.site = site_.name;
    whole.by = post.by;
    whole.created = post.created;
    return store_.posts().add_post(site_.id, whole, {{{}, "command line"}, opened_, "post.add"});
  }

  Expected<void> add_announcement() {
    Post post = planned(PostKind::announcement, "S’il pleut, on se serre sous la halle",
                        "La fête a lieu par tous les temps. Apportez **votre bol** : la vaisselle, c’est vous.");
    post.starts = now_ + Duration{-day.milliseconds}; // the newest stands first
    if (const auto added = put(post); !added) return tl::unexpected(added.error());
    return {};
  }

  Expected<void> add_poll() {
    Post post = planned(PostKind::poll, "Quelles soupes dans les marmites ?",
                        "Deux au plus : il n’y a que trois marmites, et beaucoup d’avis.");
    post.ends = now_ + Duration{11 * day.milliseconds};
    post.poll.emplace();
    post.poll->kind = PollKind::multiple;
    post.poll->options = {{1, "Potiron et châtaignes"},
                          {2, "Poireaux et pommes de terre"},
                          {3, "Oignons gratinés"},
                          {4, "Lentilles et lard fumé"}};
    post.poll->most = 2;
    post.poll->other = true;
    post.poll->results = ResultsShown::always;
    const auto added = put(post);
    if (!added) return tl::unexpected(added.error());
    const std::vector<SampleBallot> ballots{{{1}, 6}, {{1, 2}, 4}, {{2}, 3}, {{1, 3}, 5},
                                            {{3}, 2}, {{3, 4}, 2}, {{4}, 1}};
    for (const SampleBallot& ballot : ballots) {
      if (auto cast = vote(*added, ballot); !cast) return cast;
    }
    return {};
  }

  Expected<void> vote(const storage::StoredPost& poll, const SampleBallot& sample) {
    for (int i = 0; i < sample.times; ++i) {
      storage::NewBallot ballot;
      ballot.post = poll.post.id;
      ballot.revision = poll.post.revision;
      ballot.reader = "demo voter " + std::to_string(++voters_);
      ballot.ballot.choices = sample.choices;
      ballot.cast = opened_ + Duration::minutes(97LL * voters_);
      ballot.watched = false;
      if (const auto cast = store_.posts().record_ballot(ballot); !cast) return tl::unexpected(cast.error());
    }
    return {};
  }

  Expected<void> add_contest() {
    Post post = planned(PostKind::contest, "Une légende pour l’image de la marmite ?",
                        "Une phrase, drôle ou tendre. Le nom est tiré au sort entre toutes les réponses, à la fin du "
                        "concours ; **le tirage se vérifie ici même**.");
    post.ends = now_ + Duration{11 * day.milliseconds};
    post.contest.emplace();
    post.contest->kind = ContestKind::caption;
    post.contest->prize = "la petite marmite en fonte de la boutique";
    const auto added = put(post);
    if (!added) return tl::unexpected(added.error());
    const auto open = store_.contests().open(added->post.id, service::random_hexadecimal(rules::seed_digits));
    if (!open) return tl::unexpected(open.error());
    for (const SampleEntry& entry : entries) {
      if (auto entered = enter(added->post, entry); !entered) return entered;
    }
    return {};
  }

  Expected<void> enter(const Post& contest, const SampleEntry& sample) {
    storage::NewEntry entry;
    entry.post = contest.id;
    entry.revision = contest.revision;
    entry.reader = std::string("demo entrant ") + sample.name;
    entry.name = sample.name;
    entry.words = sample.words;
    entry.state = EntryState::accepted;
    entry.receipt = service::random_hexadecimal(rules::receipt_digits);
    entry.created = opened_ + Duration::minutes(211);
    if (const auto entered = store_.contests().enter(entry); !entered) return tl::unexpected(entered.error());
    return {};
  }

  storage::Store& store_;
  const Site& site_;
  const std::string& page_;
  Instant now_;
  Instant opened_;
  int voters_{0};
};

} // namespace

Expected<void> add_demo_posts(storage::Store& store, const Site& site, const std::string& page, Instant now) {
  return DemoPosts(store, site, page, now).add();
}

} // namespace palabre::cli
