#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <string>

#include "shared/model/error.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/dates.h"
#include "shared/view/messages.h"
#include "shared/view/parts.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using namespace palabre::view;
using palabre::test::load_vectors;
using palabre::test::member;
using palabre::test::text_of;

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

Catalogue catalogue_in(Language language) {
  return Catalogue(*wire::parse_json(built_in_catalogue_text(language)));
}

// The part of a key that is a plural category, with its dot; empty: none.
std::string_view category_of(std::string_view key) {
  for (const char* name : {".zero", ".one", ".two", ".few", ".many", ".other"}) {
    if (ends_with(key, name)) return key.substr(key.size() - std::string_view(name).size());
  }
  return {};
}

std::string without_category(const std::string& key) {
  return key.substr(0, key.size() - category_of(key).size());
}

std::set<std::string> without_categories(const Catalogue& catalogue) {
  std::set<std::string> keys;
  for (const auto& [key, text] : catalogue.entries()) keys.insert(without_category(key));
  return keys;
}

const Messages en = built_in_messages(Language::en);
const Messages fr = built_in_messages(Language::fr);

} // namespace

BOOST_AUTO_TEST_SUITE(view_messages)

BOOST_AUTO_TEST_CASE(every_language_says_everything) {
  const Catalogue english = catalogue_in(Language::en);
  BOOST_TEST(english.entries().size() > 80U);
  for (const Language language : languages) {
    BOOST_TEST_CONTEXT(to_name(language)) {
      const Expected<wire::JsonValue> json = wire::parse_json(built_in_catalogue_text(language));
      BOOST_REQUIRE(json.has_value()); // a key that stands there twice is refused
      BOOST_TEST(without_categories(catalogue_in(language)) == without_categories(english),
                 boost::test_tools::per_element());
      for (const wire::JsonValue& one : json->children) {
        BOOST_TEST_CONTEXT(one.name) {
          BOOST_TEST(!one.text.empty());
          BOOST_TEST(one.text.find_first_of("\t\r\n") == std::string::npos);
          BOOST_TEST(one.text.find("  ") == std::string::npos);
        }
      }
    }
  }
}

// A plural form may say its number in words: "تعليقان" is two comments.
BOOST_AUTO_TEST_CASE(every_placeholder_is_filled_in_every_language) {
  const Catalogue english = catalogue_in(Language::en);
  for (const Language language : languages) {
    const Catalogue catalogue = catalogue_in(language);
    for (const auto& [key, text] : catalogue.entries()) {
      BOOST_TEST_CONTEXT(to_name(language) << " " << key) {
        const std::string_view category = category_of(key);
        const bool in_words = category == ".zero" || category == ".one" || category == ".two";
        const std::string* model = english.find(category.empty() ? key : without_category(key) + ".other");
        BOOST_REQUIRE(model != nullptr);
        const std::set<std::string> places = places_in(text);
        if (!in_words || !places.empty()) BOOST_TEST(places == places_in(*model), boost::test_tools::per_element());
      }
    }
  }
}

// What ECMAScript's Intl says of each language; tests/web/languages.test.mjs holds the vectors to it.
BOOST_AUTO_TEST_CASE(plurals_numbers_and_dates_are_those_of_intl) {
  std::size_t seen = 0;
  for (const wire::JsonValue& one : member(load_vectors("languages.json"), "languages").children) {
    const std::optional<Language> language = spoken_language(text_of(one, "language"));
    BOOST_REQUIRE(language.has_value());
    ++seen;
    BOOST_TEST_CONTEXT(to_name(*language)) {
      const Messages messages = built_in_messages(*language);
      for (const wire::JsonValue& count : member(one, "counts").children) {
        const std::int64_t n = member(count, "n").integer;
        BOOST_TEST_CONTEXT(n) {
          BOOST_TEST(to_name(plural_category(*language, n)) == text_of(count, "category"));
          BOOST_TEST(messages.number(n) == text_of(count, "text"));
        }
      }
      for (const wire::JsonValue& date : member(one, "dates").children) {
        const std::optional<Instant> instant = parse_rfc3339(text_of(date, "instant"));
        BOOST_REQUIRE(instant.has_value());
        BOOST_TEST(date_in_words(*instant, messages) == text_of(date, "text"));
      }
    }
  }
  BOOST_TEST(seen == languages.size());
}

BOOST_AUTO_TEST_CASE(every_plural_category_has_its_words) {
  for (const wire::JsonValue& one : member(load_vectors("languages.json"), "languages").children) {
    const Catalogue catalogue = catalogue_in(language_of(text_of(one, "language")));
    std::set<std::string> categories;
    for (const wire::JsonValue& category : member(one, "categories").children) categories.insert("." + category.text);
    std::map<std::string, std::set<std::string>> forms;
    for (const auto& [key, text] : catalogue.entries()) {
      if (!category_of(key).empty()) forms[without_category(key)].emplace(category_of(key));
    }
    BOOST_TEST(forms.size() >= 2U);
    for (const auto& [key, there] : forms) {
      BOOST_TEST_CONTEXT(text_of(one, "language") << " " << key) {
        BOOST_TEST(there == categories, boost::test_tools::per_element());
      }
    }
  }
}

// Who says what they see, to a computer that listens, must be understood: the name has the button's words in it.
BOOST_AUTO_TEST_CASE(the_names_of_reply_buttons_hold_their_words) {
  const auto lower = [](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
  };
  for (const Language language : languages) {
    const Messages messages = built_in_messages(language);
    for (const std::string kind : {"", ".begun"}) {
      if (!messages.knows("comment.reply" + kind)) continue;
      const std::string label = lower(messages.text("comment.reply_to" + kind));
      BOOST_TEST(label.find(lower(messages.text("comment.reply" + kind))) != std::string::npos, to_name(language)
                                                                                                    << " " << label);
    }
  }
}

BOOST_AUTO_TEST_CASE(french_has_its_spaces) {
  const std::string narrow = "\u202F";
  const Catalogue french = catalogue_in(Language::fr);
  for (const auto& [key, words] : french.entries()) {
    BOOST_TEST_CONTEXT(key) {
      const std::string_view text = words;
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

BOOST_AUTO_TEST_CASE(the_desk_says_everything_in_its_languages) {
  const Catalogue english(*wire::parse_json(desk_catalogue_text(Language::en)));
  const Catalogue readers = catalogue_in(Language::en);
  for (const Language language : desk_languages) {
    BOOST_TEST_CONTEXT(to_name(language)) {
      const Expected<wire::JsonValue> json = wire::parse_json(desk_catalogue_text(language));
      BOOST_REQUIRE(json.has_value());
      BOOST_TEST(without_categories(Catalogue(*json)) == without_categories(english), boost::test_tools::per_element());
      for (const wire::JsonValue& one : json->children) {
        BOOST_TEST_CONTEXT(one.name) {
          BOOST_TEST(!one.text.empty());
          BOOST_TEST(readers.find(one.name) == nullptr); // one place for each text
          const std::string* same = english.find(one.name);
          if (same != nullptr) BOOST_TEST(places_in(*same) == places_in(one.text), boost::test_tools::per_element());
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_error_can_be_said) {
  for (const Language language : languages) {
    const Messages messages = desk_messages(language); // some errors only the desk meets
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
  const std::string general = error_text({ErrorCode::field_empty, "page", {}, 0}, en);
  BOOST_TEST(error_text({ErrorCode::field_empty, "author.name", {}, 0}, en) != general);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 1}, en).find("1 second.") != std::string::npos);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 30}, en).find("30 seconds.") != std::string::npos);
  BOOST_TEST(error_text({ErrorCode::rate_limited, {}, {}, 0}, en) == en.text("error.rate_limited"));
}

BOOST_AUTO_TEST_CASE(plurals_and_numbers_follow_the_language) {
  BOOST_TEST(en.plural("thread.count", 0) == "0 comments");
  BOOST_TEST(en.plural("thread.count", 1) == "1 comment");
  BOOST_TEST(en.plural("thread.count", 12345) == "12,345 comments");
  BOOST_TEST(en.plural("thread.count", -1) == "-1 comment");
  BOOST_TEST(fr.plural("thread.count", 0) == "0 commentaire");
  BOOST_TEST(fr.plural("thread.count", 1) == "1 commentaire");
  BOOST_TEST(fr.plural("thread.count", 2) == "2 commentaires");
  BOOST_TEST(fr.number(1234567) == "1\u202F234\u202F567");
  BOOST_TEST(fr.plural("thread.count", 2'000'000) == "2\u202F000\u202F000 de commentaires");
  const Messages ar = built_in_messages(Language::ar);
  BOOST_TEST(ar.plural("thread.count", 2) == "تعليقان");
  BOOST_TEST(ar.plural("thread.count", 5) == "5 تعليقات");
  BOOST_TEST(ar.plural("thread.count", 11) == "11 تعليقًا");
  BOOST_TEST(ar.plural("thread.count", 100) == "100 تعليق");
  BOOST_TEST(built_in_messages(Language::ja).plural("thread.count", 1) == "1件のコメント");
  BOOST_TEST(built_in_messages(Language::es).number(-1234) == "-1234");
  BOOST_TEST(built_in_messages(Language::es).number(-12345) == "-12.345");
  BOOST_TEST(en.number(-1234) == "-1,234");
  BOOST_TEST(en.number(999) == "999");
}

BOOST_AUTO_TEST_CASE(a_catalogue_from_outside_speaks) {
  const auto json = wire::parse_json(R"({"b":"B {x} {y} {x}","a.one":"one {n}","a.other":"{n}","n":3,"z":"{"})");
  const Messages messages(Language::de, std::make_shared<const Catalogue>(*json));
  BOOST_TEST(messages.text("b", {{"x", "{y}"}, {"y", "2"}}) == "B {y} 2 {y}"); // a value is not looked at again
  BOOST_TEST(messages.text("b", "y", "1") == "B {x} 1 {x}");
  BOOST_TEST(messages.plural("a", 1) == "one 1");
  BOOST_TEST(messages.plural("a", 1000) == "1.000");
  BOOST_TEST(messages.text("z", "n", "1") == "{");
  BOOST_TEST(!messages.knows("n"));
  BOOST_TEST(Messages(Language::en, std::make_shared<const Catalogue>(wire::JsonValue())).text("b") == "⟨b⟩");
  BOOST_TEST(Messages().text("b") == "⟨b⟩");
}

// A whole number of millions with a catalogue that has no form of its own for it.
BOOST_AUTO_TEST_CASE(a_missing_plural_form_is_said_as_other) {
  const auto json = wire::parse_json(R"({"a.one":"one","a.other":"{n} others"})");
  const Messages messages(Language::it, std::make_shared<const Catalogue>(*json));
  BOOST_TEST(messages.plural("a", 1'000'000) == "1.000.000 others");
}

BOOST_AUTO_TEST_CASE(languages_are_recognised) {
  for (const char* tag : {"fr", "FR", "fr-CA", "fr_ch", "Fr-fr"}) BOOST_TEST((language_of(tag) == Language::fr));
  for (const char* tag : {"pt-BR", "pt_PT", "PT"}) BOOST_TEST((language_of(tag) == Language::pt));
  for (const char* tag : {"ar", "ar-EG", "ar-u-nu-latn"}) BOOST_TEST((language_of(tag) == Language::ar));
  for (const Language language : languages) BOOST_TEST((spoken_language(to_name(language)) == language));
  for (const char* tag : {"", "f", "zh", "fro", "frr-DE", "x-fr", "den", "-", "no"}) {
    BOOST_TEST(!spoken_language(tag).has_value());
    BOOST_TEST((language_of(tag) == Language::en));
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_key_shows_in_brackets) {
  BOOST_TEST(en.text("no.such.key") == "⟨no.such.key⟩");
}

BOOST_AUTO_TEST_CASE(dates_are_said_in_the_language) {
  const Instant morning = from_civil({2026, 11, 20, 7, 5, 9, 0});
  BOOST_TEST(date_in_words(morning, en) == "November 20, 2026");
  BOOST_TEST(date_in_words(morning, fr) == "20 novembre 2026");
  BOOST_TEST(date_and_time_in_words(morning, en) == "November 20, 2026 at 07:05 UTC");
  BOOST_TEST(date_and_time_in_words(morning, fr) == "20 novembre 2026 à 07:05 UTC");
  BOOST_TEST(date_in_words(from_civil({2026, 1, 1, 0, 0, 0, 0}), fr) == "1er janvier 2026");
}

BOOST_AUTO_TEST_SUITE_END()
