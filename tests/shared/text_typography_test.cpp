#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

#include "shared/text/typography.h"
#include "shared/view/body_view.h"
#include "shared/view/html.h"

using palabre::text::keep_signs_on_the_line;

namespace {

// Seen in the test's words: _ narrow no-break space, ~ no-break space.
std::string visible(std::string text) {
  for (const auto& [space, sign] : {std::pair<std::string, char>{"\u202F", '_'}, {"\u00A0", '~'}}) {
    for (std::size_t at; (at = text.find(space)) != std::string::npos;) text.replace(at, space.size(), 1, sign);
  }
  return text;
}

std::string html_of(const std::string& markdown) {
  std::string html;
  for (const auto& node : palabre::view::body_view(markdown)) palabre::view::print_html(*node, html);
  return visible(html);
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_typography)

BOOST_AUTO_TEST_CASE(signs_stay_on_the_line_of_their_word) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Vraiment ?", "Vraiment_?"},
      {"Oui !", "Oui_!"},
      {"Quoi ?! Non !!! Si ?", "Quoi_?! Non_!!! Si_?"},
      {"Voici : trois", "Voici~: trois"},
      {"un ; deux", "un_; deux"},
      {"10 : 30", "10~: 30"},
      {"Il dit : « Viens ! » et part.", "Il dit~: «_Viens_!_» et part."},
      {"« Oui », dit-elle", "«_Oui_», dit-elle"},
      {"« Oui »…", "«_Oui_»…"},
      {"l’« esprit »", "l’«_esprit_»"},
      {"(« mot »)", "(«_mot_»)"},
      {"(vraiment ?)", "(vraiment_?)"},
      {"deux  espaces  ?", "deux  espaces_?"},
      {" ?", "_?"},   // after emphasis: **mot** ?
      {"« ", "«_"},   // before emphasis: « **mot**
      {" » ", "_» "}, // and after it
      {"à la fin :", "à la fin~:"},
      {"une ligne :\nsuite", "une ligne~:\nsuite"},
      {"là !…", "là_!…"},
  };
  for (const auto& [written, kept] : cases) BOOST_TEST(visible(keep_signs_on_the_line(written)) == kept);
}

BOOST_AUTO_TEST_CASE(what_is_no_french_punctuation_is_left_alone) {
  for (const std::string text : {
           "",
           " ",
           "rien",
           "deux  espaces",
           "Sans espace? Oui! Non; si: «mot»",
           "Salut :) ;) :-) :D :p ;-) :/ :'( :o) ^^",
           "le :smile: et :+1:",
           "un :)",
           "un ;)",
           "a != b, !important, ?utm=1, :root, ::before, ;;",
           "https://a.example/?q=1 et https://b.example:80/",
           "Er sagte »hallo« und »tschüss«, sie »ja«.",
           "eins »zwei« drei",
           "déjà\u202F! ici\u00A0: là",
           "1 :1",
       }) {
    BOOST_TEST(keep_signs_on_the_line(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(what_was_kept_once_stays_as_it_is) {
  const std::string once = keep_signs_on_the_line("Il dit : « Viens ! » et part ; vraiment ?!");
  BOOST_TEST(keep_signs_on_the_line(once) == once);
}

BOOST_AUTO_TEST_CASE(bodies_have_french_spaces_but_their_code_and_addresses_do_not) {
  BOOST_TEST(html_of("Tu **viens** ? « *Oui* »") == "<p>Tu <strong>viens</strong>_? «_<em>Oui</em>_»</p>");
  BOOST_TEST(html_of("`a ? b : c`") == "<p><code>a ? b : c</code></p>");
  BOOST_TEST(html_of("    a ? b : c") == "<pre>a ? b : c</pre>");
  const std::string link = html_of("[où ?](<https://a.example/x ?y>)");
  BOOST_TEST(link.find("x%20?y") != std::string::npos);
  BOOST_TEST(link.find(">où_?</a>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
