#include "server/cli/demo_samples.h"

#include <array>
#include <map>

#include "server/cli/demo_posts.h"

namespace palabre::cli {
namespace {

struct SamplePage {
  const char* path;
  const char* title;
};

constexpr SamplePage market{"/demo/articles/marche-du-samedi.html", "Faut-il un deuxième marché, le dimanche ?"};
constexpr SamplePage bread{"/demo/articles/pain-au-levain.html", "Le pain au levain, sans balance ni mystère"};
constexpr SamplePage bicycle{"/demo/articles/old-bicycle.html", "A bicycle that had given up"};
constexpr SamplePage soup{"/demo/articles/fete-de-la-soupe.html", "La fête de la soupe"};
constexpr SamplePage returns{"/demo/articles/returns-policy.html", "Our returns policy, in plain words"};

struct Sample {
  const char* name;
  const char* reply_to; // the name of another sample; empty: none
  const SamplePage& page;
  std::int64_t minutes_ago;
  const char* author;
  const char* body;
};

constexpr std::int64_t hour = 60;
constexpr std::int64_t day = 24 * hour;

// Oldest first, so that ids grow with time.
const std::array samples{
    Sample{"receipt", "", returns, 31 * day, "Nadia B.",
           "Thank you for saying it in plain words. One question: if I have lost the receipt but paid by card, is the "
           "bank statement enough?"},
    Sample{"receipt-answer", "receipt", returns, 31 * day - 3 * hour, "The shop",
           "Yes. The statement, or just your name and the day. We find it."},
    Sample{"jam", "", returns, 27 * day + 5 * hour, "G. Whitcombe",
           "I still think it is **unfair on jam**. Mine arrived with the lid already popped, so it was open *before* I "
           "opened it.\n\n> Opened jam, cut fabric, and anything we engraved\n\nWho decides who opened it?"},
    Sample{"jam-answer", "jam", returns, 27 * day + hour, "The shop",
           "Fair point. A popped lid is our fault, not yours: that is \"broken\", and we pay both ways. We will add "
           "the sentence."},
    Sample{"jam-thanks", "jam-answer", returns, 26 * day, "G. Whitcombe", "Then I take back the bold letters. 🙂"},
    Sample{"pedal", "", bicycle, 20 * day, "Iain",
           "Seized pedal in an aluminium crank: heat the *crank*, not the pedal. A kettle is enough.\n\n"
           "1. pour slowly, two minutes\n2. long spanner, and remember the **left one turns the other way**\n"
           "3. swear anyway"},
    Sample{"pedal-answer", "pedal", bicycle, 19 * day + 8 * hour, "Tom Hartley",
           "Number 2 is where I went wrong, for an hour. It is off. Thank you!"},
    Sample{"fern", "", bicycle, 12 * day + 2 * hour, "Odile",
           "Et la fougère ? J’espère que vous l’avez replantée. 🌿 (My late husband would have laughed at that cake.)"},
    Sample{"levain", "", bread, 11 * day + 4 * hour, "Jean-Baptiste",
           "Mon levain double en six heures, pas en quatre, et le pain lève quand même. Cuisine à 17 °C. Faut-il "
           "s’inquiéter ?"},
    Sample{"levain-answer", "levain", bread, 10 * day + 7 * hour, "Mireille Aubrac",
           "Non : à 17 °C, six heures c’est un levain en pleine forme. Regardez la **hauteur**, pas la pendule."},
    Sample{"types", "", bread, 9 * day, "Élodie",
           "Testé ce week-end avec une T110 de chez nous. J’ai dû ajouter un demi-bol d’eau, mais quelle croûte ! 🍞\n\n"
           "- autolyse : 1 h\n- quatre rabats\n- une nuit à 5 °C"},
    Sample{"types-reply", "types", bread, 8 * day + 6 * hour, "Karim",
           "Même farine, même constat. Et le lendemain il est encore meilleur."},
    Sample{"sunday-rest", "", market, 5 * day + 3 * hour, "Lucie M.",
           "Je travaille tous les samedis, donc pour moi le marché n’existe pas. Quatre dimanches d’essai, c’est peu, "
           "mais c’est un début."},
    Sample{"sunday-growers", "sunday-rest", market, 5 * day, "Karim, jardin des Aulnes",
           "Je vous comprends. De notre côté c’est la cueillette qui coince : *le dimanche commence le samedi à "
           "quatorze heures*. On viendra aux quatre essais, et on comptera honnêtement."},
    Sample{"sunday-thanks", "sunday-growers", market, 4 * day + 20 * hour, "Lucie M.",
           "Merci d’être venu le dire ici. J’apporterai le café. ☕"},
    Sample{"meadow", "", market, 3 * day + 9 * hour, "Bernard",
           "Le pré communal « par temps sec »… en avril ! Le conseil n’a donc pas de bottes ? Je ne suis pas contre le "
           "marché, je suis contre les promesses qui s’enlisent."},
    Sample{"soup-bowl", "", soup, 2 * day + 4 * hour, "Solène Garric",
           "Pour ceux qui n’ont pas de bol : la mairie en prêtera trente, contre une consigne et un sourire."},
    Sample{"soup-salt", "", soup, 1 * day + 7 * hour, "Odile",
           "L’an dernier la soupe à l’oignon manquait de sel, et je le dis avec affection. Qui goûte, cette année ?"},
    Sample{"soup-salt-answer", "soup-salt", soup, 1 * day + 5 * hour, "Mireille Aubrac",
           "Vous, Odile. Je vous garde une cuillère et une place à côté de la marmite."},
    Sample{"benches", "", market, 1 * day + 2 * hour, "Solène Garric",
           "Je note tout pour lundi. Pour les bancs : le devis est page 3 du compte rendu, affiché à la mairie."},
};

// What the village left on them.
struct SampleMark {
  const char* comment;
  const char* name;
  int count;
};
constexpr std::array sample_marks{SampleMark{"types-reply", "thanks", 2}, SampleMark{"sunday-rest", "up", 4},
                                  SampleMark{"sunday-growers", "up", 9},  SampleMark{"sunday-growers", "heart", 3},
                                  SampleMark{"meadow", "up", 5},          SampleMark{"meadow", "down", 4},
                                  SampleMark{"meadow", "laugh", 2},       SampleMark{"benches", "thanks", 3}};

Instant minutes_before(Instant now, std::int64_t minutes) {
  return now + Duration{-Duration::minutes(minutes).milliseconds};
}

} // namespace

Expected<void> add_demo_samples(storage::Store& store, const Site& site, const std::string& origin, Instant now) {
  const auto present = store.recent_comments(site.id, std::nullopt, 1);
  if (!present) return tl::unexpected(present.error());
  if (!present->empty()) return {};

  std::map<std::string, CommentId> written;
  for (const Sample& sample : samples) {
    storage::NewComment comment;
    comment.site = site.id;
    comment.page = sample.page.path;
    comment.url = origin + sample.page.path;
    comment.title = sample.page.title;
    if (*sample.reply_to != '\0') comment.parent = written.at(sample.reply_to);
    comment.author.name = sample.author;
    comment.body = sample.body;
    comment.created = minutes_before(now, sample.minutes_ago);
    // Samples that readers deleted, all of them, do not come again.
    comment.idempotency_key = std::string("demo sample ") + sample.name;
    const auto added = store.add_comment(comment);
    if (!added) return tl::unexpected(added.error());
    written.emplace(sample.name, added->comment.id);
  }
  for (const SampleMark& mark : sample_marks) {
    for (int reader = 0; reader < mark.count; ++reader) {
      // Whoever says down is not among those who say up.
      const std::string who = std::string("demo ") + mark.name + " " + std::to_string(reader);
      const auto put = store.marks().put_mark({{site.id, written.at(mark.comment), {}}, mark.name, who, {}, now});
      if (!put) return tl::unexpected(put.error());
    }
  }
  return add_demo_posts(store, site, soup.path, now);
}

} // namespace palabre::cli
