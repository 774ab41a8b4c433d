#include "shared/text/language_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace palabre::text {
namespace {

constexpr int longest = 8; // bytes: a word fits a register

// Folded, sorted, eight bytes at most; in the order of LanguageWeights. A word that several languages have tells less
// of each.
constexpr std::array<std::string_view, weighed_languages> frequent{
    "a about after again against aint all always amazing an and another any anyone are as at awesome back bad be "
    "because been before being best better between book boring both bro btw but by can can't cant come could cuz "
    "day days delivery did didn't didnt do does doesn't doesnt don't dont down dude each end ending even ever "
    "every everyone family feel few first for friend from get girl give go going gonna good got gotta gr8 great "
    "guy guys had happy has hate have he he's hello her here hey high him his home hours house how i i'll i'm "
    "i've idk if im in into is isn't isnt it it's its ive just kids kind know last late left let let's life like "
    "little lmao lol long look lot love made make man many me money months more most movie much my need never new "
    "next nice night no not nothing now of off old omg on one only or order other our out over own part people "
    "please pls plz r read really right sad said same say says school see she she's should show since smh so some "
    "song start still story stupid such take tbh than thank thanks that that's thats the their them then there "
    "there's these they they're thing things think this those through thx time to today too trying two u under up "
    "ur us use very video waiting wanna want was wasn't watch way we we're weeks well went were what what's whats "
    "when where which while who whole why will with without won't wont work world worst would wtf ya yeah year "
    "yes you you're your youre",
    "a ai ailleurs alors annee ans apres as assez au aucun aucune auj aussi autre autres aux avant avec avez avis "
    "avoir avons bah bcp beau beaucoup belle ben bien bof bon bonjour bonne bonsoir c c'est ca car ce cela celle "
    "celui ces cest cet cetait cette ceux chez chose chui chuis commande comme comment crois d dans de deja "
    "demain depuis des deux dire donc dont dsl du ecrit elle elles en encore entre es est et etait etre eux faire "
    "fait faut femme fille film fois font garcon gens grand heures hier histoire homme ici il ils j jai jamais je "
    "jeu jle jme jolie jour jss jsui jsuis jte juste jvais koi l la le les leur leurs livre long longue lui m ma "
    "mais malgre matin mauvais mdr mec meilleur meme merci mes mettre meuf moi moins mois mon monde mtn n ne nest "
    "non nos notre nous nul on ont ou ouais oui par parce parler pas passe passer pcq pendant pense penser perdre "
    "personne petit peu peut pire pk plus plutot pour pourquoi premier prendre ptdr ptn puis qu quand que quel "
    "quelle quelque quels qui quoi recu rien rire s sa sait salut sans scene se selon semaine sera serie ses si "
    "slt soir son sont sous stp suis super sur surtout svp t ta tant temps tes tjr tjs tkt toi ton toujours tous "
    "tout toute toutes tres tro trois trop tu un une va vais vas vers veut vie voir vos votre vous vraiment vu "
    "wesh y ya",
    "aber alle alles als am an ans arbeit auch auf aus bei beim besser bestellt bin bis bitte buch da damit danke "
    "dann das dass dein deine dem den denn der des dich die diese dieser dieses dir doch dort du durch ein eine "
    "einem einen einer einfach endlich er ersten es etwas euch fahren freunde fur ganz gegen geht gekauft genau "
    "gestern gibt gut gute habe haben hallo halt hat hatte haus heute hier ich ihr ihre im immer in ins isch ist "
    "ja jahr jetzt kann kaufen kein keine klar konnen lange leben leider leute machen macht mal man mehr mein "
    "meine mich mir mit morgen muss nach natur nein neue neuen nich nicht nichts nie nix noch nur ob oder ohne "
    "sagt schlecht schon schone schoner sehr sein seine seit sich sie sind so soll spat spiel stadt stunden super "
    "tag tage toll uber um und uns unter verstehe viel voll von vor war waren warum was weil welche welt wenn wer "
    "werden wie wieder will willen wir wird wirklich wo wollen wurde zeigt zeit zu zum zur zwei zwischen",
    "a aburrida aburrido ahora al algo alguien alguno amiga amigos ano anos antes aqui asi aunque ayer bien buena "
    "bueno buenos cada calle casa como con corta corto cosa cosas creo cual cuando cuanto de decir del dentro "
    "desde despues dia dias dice dicen digo donde dos el ella ellos en encanta entre era eres es esa ese eso esta "
    "estaba estado estan estas este esto estos estoy falta fin fue gente gracias grande gusta gusto ha haber "
    "habia hace hacer han hasta hay he hecho hola hombre horas hoy igual jaja jajaja la larga largo las le les "
    "libro llega llegado lo los mal manana mas mayor me mejor menor meses mi mientras mis mucha muchas mucho "
    "muchos mujer mundo muy nada ninguna ninguno no noche nos nosotros nunca o obra os otra otro otros pais para "
    "parece pedido peli pelicula pelis peor pero poco por porque pueblo puede puedo q que quedado quien quiere "
    "quiero quiza sabe saber se sea semana ser si sido siempre siento sin sobre solo son soy su sus tal tambien "
    "tan tanto tarde tb te tengo tiempo tienda tiene tienen toda todas todo todos tonteria trabajo tu un una unos "
    "usted ustedes va vamos ver verdad vez vida visto voy vuelve vuelvo xq ya yo",
    "a abbiamo adesso agli ai al alcune alcuni all alla alle altra altri altro amici anche ancora anni anno "
    "appena arrivato avere avete bella bello bene brava bravi bravo brutto buona buono c'e che chi ci ciao cioe "
    "cmq come con cosa cose cosi credo cui da dal dall dalla davvero degli dei del dell della delle dello dentro "
    "detto devo di dice dire domani donna dopo dove due e era erano essere fare fatto film finche forse fra fuori "
    "gente gia giorno gli grande grazie ha hai hanno ho i ieri il in invece io ke la lavoro le lei libro lo loro "
    "lui lunedi ma mai male meglio mesi mi mia miei mio molto mondo ne nel nell nella nessuno niente nn noi "
    "noiosa noioso non nostro nulla o oggi ogni ora ordine ore ottimo paese peccato peggio penso per perche pero "
    "pessimo piace piaciuto piu poco poi posso prima primo proprio puo pure qualcuno quando quanto quella quelli "
    "quello quest questa queste questi questo qui quindi sa sapere sapete scuola se sei sempre senza si siamo "
    "siete solo soltanto sono stata stato storia su sua succede sul sull sulla suo tanta tanti tanto tempo ti tra "
    "troppo tu tua tuo tutta tutte tutti tutto un una uno uomo va vanno vedere vi visto vita voglio voi vuole "
    "xche xke",
    "a acho acontece adoro agora ainda alguem ali amei amigo amigos ano anos antes ao aos aquele aqui as assim "
    "ate bem blz boa bom bonita bonito cada casa chato chegou coisa coisas com como custa da das de dela dele "
    "depois deus dia dias dinheiro disse diz dizer do dois dos duas e ela elas ele eles em entre era es essa esse "
    "esta estao estar este estou eu falta faz fazendo fazer fica ficou filme fiz foi fora foram gente gosta "
    "gostei gosto ha historia hoje homem hora horas isso isto ja jogo kkk kkkk la lhe linda lindo livro lo mais "
    "mal mas me melhor menos meses mesmo meu meus minha minhas muita muitas muito muitos mulher mundo na nada nao "
    "nas ninguem no noite nos nossa nosso num numa nunca o obrigada obrigado oi ola onde ontem os otimo ou outra "
    "outro para pedido pela pelo pena pessimo pessoa pessoas pior pode pois por porque posso pouco pra quando "
    "quanta quanto que quem quer quero rsrs sao se sei sem semana sempre sendo ser seu seus sim so sobre sou sua "
    "tambem tanta tanto tarda tarde tb te tem tempo tenho ter teu teus tinha toda todo todos trabalho tu tua tudo "
    "um uma umas uns vai vamos vc vcs ver vida voce voces vou",
    "aan al alle alleen alles als altijd bedankt ben bent besteld beter bij boek da's daar dag dan dank dat de "
    "deed deze die dit doen doet door echt een eerste en er erg even ff film ga gaan gaat geen gekocht gekregen "
    "gewoon geworden gezien gisteren goed goede haar had hallo heb hebben hebt heeft heel helaas hem het hier hij "
    "hoe huis hun iedereen iemand iets ik in is ja jaar je jij jou jouw jullie kan kopen kunnen laat lang lange "
    "leuk leuke leven maar maken me mee meer meest mensen met mij mijn moet moeten mooi morgen na naar nee "
    "niemand niet niets nieuwe nog nooit nu of ofzo om omdat onder ons onze ook op over samen sinds slecht snel "
    "stad te tegen tijd toch toen tot twee u uit uren uur van vandaag veel voor waar waarom wanneer want was wat "
    "we weer weken wel werd wereld wie wij wil willen worden wordt zal ze ze'n zeggen zegt zelf zij zijn zn zo "
    "zoals zonder zou zullen",
    "ad ada af aixo ako aku ale amb amet ang aquest aquesta aquests ar att aur av az bahut bara bardzo ben bhi "
    "bir blir bu care co cok cu cua cum czy da dan degil dels den dengan det detta di din dla dolor egy ei ej els "
    "es est este et ett etta for gibi hade hai han har ho hogy hum hun hvad hvis hvor icin ikke in inget ini inte "
    "ipsum itu ja jag jai jak je jeg jest jestem jsem juz ka kako kamu kan kar ke khong ki ko kom kunne kya la "
    "lang lorem mai mas med meg meget mein mera mes mga mi molt molta mutta mycket na nagon nagot nahi naman ne "
    "nem neni ng ni nie niin nije noget non nu och og ogsa olen om on pa pas pe per przez raha sa sam saya se sen "
    "ses si sie sit skal som sto sunt tak tidak til to tum tylko une untuk vaig van var varit ve vi ville w yang "
    "yok yung z zaman ze",
};

// Endings of two to four letters (-x) and pairs of letters anywhere.
constexpr std::array<std::string_view, weighed_languages> shapes{
    "-ate -ble -ck -ed -ers -ess -est -ful -ght -ied -ies -ing -ion -ity -lf -ll -ly -ous -ow -sh -sts -tch -th "
    "ay ck ea ee ew gh kn oo ow sh th wh wr",
    "-age -ages -aine -ais -ait -ant -ante -aux -eau -eaux -eche -ees -ent -esse -eur -eurs -euse -eux -ez -gne "
    "-ier -iere -iers -ieux -iez -ile -ion -lle -ment -nne -oi -oir -oire -ons -que -ques -sse -tte -ure ai au eu "
    "oi ou qu ui",
    "-cht -den -ein -eit -eln -ern -ert -gen -ger -hen -ich -lich -mmt -nkt -rkt -sch -ste -ten -tzt -uck -ung au "
    "ch ck ei fz ie pf tz uc zw",
    "-aba -ada -ado -ando -as -ble -cia -dad -endo -era -ero -eza -ian -ida -ido -illa -illo -ion -nes -nte -os "
    "-osa -oso -rio aj cc ej ev gu ja jo ll rr ue",
    "-ale -are -ata -ati -ato -che -chi -ella -ello -ere -ezza -gia -gli -ile -ire -ista -ita -ito -lia -ndo -nte "
    "-nti -one -oni -osa -oso -ssi -sso -tta -tti -tto -zio -zze cc gg gl gn ll pp ss tt zz",
    "-ada -ade -ado -agem -am -ando -ao -cao -cia -coes -dos -ei -eira -eiro -em -endo -eu -ida -ido -inha -inho "
    "-iu -nca -nha -nho -nte -oes -ois -ou -vel ao ei lh nh oe ou ss",
    "-aal -aar -aat -cht -den -eel -eid -eld -en -gen -ijd -ijk -ijn -jes -kken -oen -oor -tje -tjes -uur aa ee "
    "ij kk oe oo ou ui uu vr zw",
    "-aan -aja -ego -kan -lar -ler -lik -nen -nya -ski -ssa -szy -tka -ungi -ych cz dz hj jn kh kj rz sz uo yi yo "
    "yy",
};

struct Slot {
  std::uint64_t key{0};
  LanguageWeights weights{0};
};

// Up to eight bytes as a number; longer words have none.
std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = 0;
  for (const char byte : word) key = (key << 8) | static_cast<unsigned char>(byte);
  return key;
}

class Table {
public:
  explicit Table(std::size_t keys) : slots_(std::bit_ceil(keys * 2)), shift_(64 - std::countr_zero(slots_.size())) {}

  [[nodiscard]] LanguageWeights find(std::uint64_t key) const {
    for (std::size_t place = place_of(key);; place = next(place)) {
      if (slots_[place].key == key) return slots_[place].weights;
      if (slots_[place].key == 0) return 0;
    }
  }
  LanguageWeights& operator[](std::uint64_t key) {
    std::size_t place = place_of(key);
    while (slots_[place].key != 0 && slots_[place].key != key) place = next(place);
    slots_[place].key = key;
    return slots_[place].weights;
  }
  std::vector<Slot>& slots() { return slots_; }

private:
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> shift_);
  }
  [[nodiscard]] std::size_t next(std::size_t place) const { return (place + 1) & (slots_.size() - 1); }

  std::vector<Slot> slots_;
  int shift_;
};

// Calls `use(language, word)` for each word of each list.
template <class Use> void each_word(const std::array<std::string_view, weighed_languages>& lists, Use use) {
  for (int language = 0; language < weighed_languages; ++language) {
    std::string_view rest = lists[static_cast<std::size_t>(language)];
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      if (word.size() <= longest) use(language, word);
    }
  }
}

// A language's share of something worth `worth` when it is the only one to have it. That languages which are told from
// none other have it too makes it worth no less, for these have a smaller share.
LanguageWeights share(LanguageWeights present, std::uint64_t worth) {
  const LanguageWeights strange = weight_of(weighed_languages - 1, 1);
  const LanguageWeights known = present & ~strange;
  if (known == 0) return present * worth;
  const std::uint64_t each = std::max<std::uint64_t>(worth / static_cast<std::uint64_t>(std::popcount(known)), 1);
  return known * each + (present & strange) * std::max<std::uint64_t>(each / 2, 1);
}

Table frequent_table() {
  Table table(2048);
  each_word(frequent, [&](int language, std::string_view word) { table[key_of(word)] |= weight_of(language, 1); });
  for (Slot& slot : table.slots()) {
    if (slot.key != 0) slot.weights = share(slot.weights, slot.key < 256 ? 4 : 12);
  }
  return table;
}

bool is_ascii_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}

std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(first - 'a') * 26 + static_cast<std::size_t>(second - 'a');
}

struct Shapes {
  struct Pair {
    LanguageWeights within{0};
    LanguageWeights ending{0};
    bool longer{false}; // endings of three and four letters end with this pair
  };
  Table endings{512}; // of three and four letters
  std::array<Pair, 26 * 26> pairs{};

  Shapes() {
    each_word(shapes, [&](int language, std::string_view shape) { add(shape, weight_of(language, 1)); });
    for (Slot& slot : endings.slots()) {
      if (slot.key != 0) slot.weights = share(slot.weights, 4);
    }
    for (Pair& pair : pairs) {
      if (pair.within != 0) pair.within = share(pair.within, 2);
      if (pair.ending != 0) pair.ending = share(pair.ending, 2);
    }
  }

private:
  void add(std::string_view shape, LanguageWeights language) {
    const bool ending = shape.starts_with('-');
    if (ending) shape.remove_prefix(1);
    Pair& pair = pairs[pair_of(shape[shape.size() - 2], shape.back())];
    if (shape.size() > 2) {
      pair.longer = true;
      endings[key_of(shape)] |= language;
    } else {
      (ending ? pair.ending : pair.within) |= language;
    }
  }
};

} // namespace

LanguageWeights word_weights(std::string_view word) {
  static const Table table = frequent_table();
  return word.empty() || word.size() > longest ? 0 : table.find(key_of(word));
}

LanguageWeights shape_weights(std::string_view word) {
  static const Shapes known;
  constexpr std::size_t looked_at = 16; // letters; so no byte of the weights overflows
  if (word.size() < 3) return 0;
  LanguageWeights weights = 0;
  const char last = word.back();
  const char before_last = word[word.size() - 2];
  if (is_ascii_letter(last) && is_ascii_letter(before_last)) {
    const Shapes::Pair& pair = known.pairs[pair_of(before_last, last)];
    weights += pair.ending;
    if (pair.longer && word.size() > 3) weights += known.endings.find(key_of(word.substr(word.size() - 3)));
    if (pair.longer && word.size() > 4) weights += known.endings.find(key_of(word.substr(word.size() - 4)));
  }
  const std::string_view start = word.substr(0, looked_at);
  for (std::size_t i = 1; i < start.size(); ++i) {
    if (!is_ascii_letter(start[i - 1]) || !is_ascii_letter(start[i])) continue;
    if (i > 1 && start[i] == start[i - 1] && start[i] == start[i - 2]) continue; // noooo
    weights += known.pairs[pair_of(start[i - 1], start[i])].within;
  }
  return weights;
}

} // namespace palabre::text
