#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

#include "shared/model/error.h"
#include "shared/view/catalogue.h"
#include "shared/view/dates.h"
#include "shared/view/messages.h"
#include "shared/view/parts.h"

using namespace palabre;
using namespace palabre::view;

namespace {

std::set<std::string> places_in(std::string_view text) {
  std::set<std::string> places;
  for (std::size_t begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1)) {
    places.emplace(text.substr(begin, text.find('}', begin) - begin + 1));
  }
  return places;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_messages)

BOOST_AUTO_TEST_CASE(every_message_is_there_in_both_languages) {
  std::set<std::string_view> keys;
  for (const CatalogueEntry& entry : catalogue()) {
    BOOST_TEST_CONTEXT(entry.key) {
      BOOST_TEST(keys.insert(entry.key).second);
      BOOST_TEST(!entry.en.empty());
      BOOST_TEST(!entry.fr.empty());
      BOOST_TEST(places_in(entry.en) == places_in(entry.fr));
    }
  }
  BOOST_TEST(keys.size() > 80U);
}

BOOST_AUTO_TEST_CASE(french_has_its_spaces) {
  const std::string narrow = "\u202F";
  for (const CatalogueEntry& entry : catalogue()) {
    BOOST_TEST_CONTEXT(entry.key) {
      const std::string_view text = entry.fr;
      BOOST_TEST(text.find('\'') == std::string_view::npos); // ’ is the apostrophe
      for (std::size_t at = text.find_first_of("!?;"); at != std::string_view::npos;
           at = text.find_first_of("!?;", at + 1)) {
        BOOST_TEST(ends_with(text.substr(0, at), narrow));
      }
      for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const bool in_address = text.substr(at, 3) == "://";
        BOOST_TEST((in_address || ends_with(text.substr(0, at), "\u00A0")));
      }
      for (std::size_t at = text.find("«"); at != std::string_view::npos; at = text.find("«", at + 1)) {
        BOOST_TEST(text.substr(at + std::string_view("«").size(), narrow.size()) == narrow);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_error_can_be_said) {
  for (const Language language : {Language::en, Language::fr}) {
    const Messages messages(language);
    for (unsigned code = 0; code <= static_cast<unsigned>(ErrorCode::internal); ++code) {
      const Error error{static_cast<ErrorCode>(code), {}, {}, 0};
      const std::string text = error_text(error, messages);
      BOOST_TEST_CONTEXT(error_info(error.code).name) {
        BOOST_TEST(messages.knows(error_info(error.code).message_key));
        BOOST_TEST(text.find("⟨") == std::string::npos);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_error_speaks_of_its_field_and_of_the_wait) {
  const Messages en(Language::en);
  const std::string general = error_text({ErrorCode::field_empty, "page", {}, 0}, en);
  BOOST_TEST(error_text({ErrorCode::field_empty, "author.name", {}, 0}, en) != general);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 1}, en).find("1 second.") != std::string::npos);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 30}, en).find("30 seconds.") != std::string::npos);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 0}, en) == en.text("error.rate_limited"));
}

BOOST_AUTO_TEST_CASE(plurals_and_numbers_follow_the_language) {
  const Messages en(Language::en);
  const Messages fr(Language::fr);
  BOOST_TEST(en.plural("thread.count", 0) == "0 comments");
  BOOST_TEST(en.plural("thread.count", 1) == "1 comment");
  BOOST_TEST(en.plural("thread.count", 12345) == "12,345 comments");
  BOOST_TEST(fr.plural("thread.count", 0) == "0 commentaire");
  BOOST_TEST(fr.plural("thread.count", 1) == "1 commentaire");
  BOOST_TEST(fr.plural("thread.count", 2) == "2 commentaires");
  BOOST_TEST(fr.number(1234567) == "1\u202F234\u202F567");
  BOOST_TEST(en.number(-1234) == "-1,234");
  BOOST_TEST(en.number(999) == "999");
}

BOOST_AUTO_TEST_CASE(languages_are_recognised) {
  for (const char* tag : {"fr", "FR", "fr-CA", "fr_ch", "Fr-fr"}) BOOST_TEST((language_of(tag) == Language::fr));
  for (const char* tag : {"", "f", "en", "de", "fro", "frr-DE", "x-fr"}) BOOST_TEST((language_of(tag) == Language::en));
}

BOOST_AUTO_TEST_CASE(an_unknown_key_shows_in_brackets) {
  BOOST_TEST(Messages(Language::en).text("no.such.key") == "⟨no.such.key⟩");
}

BOOST_AUTO_TEST_CASE(dates_are_said_in_the_language) {
  const Messages en(Language::en);
  const Messages fr(Language::fr);
  const Instant morning = from_civil({2026, 11, 20, 7, 5, 9, 0});
  BOOST_TEST(date_in_words(morning, en) == "November 20, 2026");
  BOOST_TEST(date_in_words(morning, fr) == "20 novembre 2026");
  BOOST_TEST(date_and_time_in_words(morning, en) == "November 20, 2026 at 07:05 UTC");
  BOOST_TEST(date_and_time_in_words(morning, fr) == "20 novembre 2026 à 07:05 UTC");
  BOOST_TEST(date_in_words(from_civil({2026, 1, 1, 0, 0, 0, 0}), fr) == "1er janvier 2026");
}

BOOST_AUTO_TEST_SUITE_END()
