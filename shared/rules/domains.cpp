#include "shared/rules/domains.h"

#include <algorithm>
#include <array>

namespace palabre::rules {
namespace {

// Sorted, for a binary search.
constexpr std::array<std::string_view, 42> clear_endings{
    "biz", "br", "bzh", "cc", "ch",  "cn",   "com", "coop", "cz", "dk",   "edu", "eu",  "fr",       "gov",
    "gq",  "gr", "hk",  "hu", "icu", "info", "ir",  "jp",   "kr", "mobi", "net", "nz",  "org",      "pw",
    "ro",  "ru", "sk",  "su", "tk",  "tv",   "tw",  "ua",   "uk", "vip",  "vn",  "wtf", "xn--p1ai", "xyz"};

constexpr std::array<std::string_view, 158> word_endings{
    "accountant", "ag",     "agency",  "ai",     "am",      "app",         "art",     "at",      "au",      "autos",
    "bar",        "be",     "beauty",  "best",   "bet",     "bid",         "bike",    "bio",     "blog",    "blue",
    "boats",      "buzz",   "ca",      "cam",    "cash",    "casino",      "center",  "cf",      "cfd",     "chat",
    "click",      "cloud",  "club",    "co",     "coffee",  "company",     "corsica", "country", "cricket", "cyou",
    "date",       "dating", "de",      "design", "dev",     "download",    "email",   "es",      "example", "faith",
    "fi",         "fm",     "fun",     "fyi",    "ga",      "game",        "games",   "gdn",     "gg",      "gl",
    "group",      "guru",   "hair",    "help",   "homes",   "host",        "id",      "ie",      "im",      "in",
    "io",         "is",     "it",      "jobs",   "kim",     "la",          "lat",     "li",      "life",    "link",
    "live",       "loan",   "loans",   "lol",    "ltd",     "lu",          "ly",      "makeup",  "me",      "media",
    "men",        "ml",     "mom",     "money",  "monster", "motorcycles", "museum",  "music",   "mx",      "news",
    "ninja",      "nl",     "no",      "one",    "online",  "page",        "paris",   "party",   "photo",   "pink",
    "pl",         "pro",    "pt",      "quebec", "quest",   "racing",      "red",     "rest",    "review",  "rocks",
    "sale",       "sbs",    "science", "se",     "sh",      "shop",        "site",    "skin",    "so",      "social",
    "space",      "store",  "stream",  "studio", "style",   "support",     "team",    "tech",    "tips",    "to",
    "today",      "tools",  "top",     "trade",  "travel",  "uno",         "us",      "video",   "webcam",  "website",
    "wiki",       "win",    "wine",    "work",   "world",   "xxx",         "yachts",  "zone"};

constexpr std::array<std::string_view, 37> shorteners{
    "adf.ly",      "adfoc.us",    "bc.vc",   "bit.do",  "bit.ly", "bitly.com", "bl.ink",     "buff.ly",
    "clck.ru",     "cutt.ly",     "cutt.us", "flip.it", "goo.gl", "is.gd",     "j.mp",       "lc.chat",
    "linktr.ee",   "lnkd.in",     "ouo.io",  "ow.ly",   "qr.ae",  "rb.gy",     "rebrand.ly", "s.id",
    "shorte.st",   "shorturl.at", "snip.ly", "soo.gd",  "t.co",   "t.ly",      "t2m.io",     "tiny.cc",
    "tinyurl.com", "urlz.fr",     "v.gd",    "vk.cc",   "x.co"};

template <std::size_t size> bool holds(const std::array<std::string_view, size>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

} // namespace

TopLevel top_level(std::string_view label) {
  if (holds(clear_endings, label)) return TopLevel::clear;
  return holds(word_endings, label) ? TopLevel::word : TopLevel::unknown;
}

bool is_shortener(std::string_view host) {
  return holds(shorteners, host);
}

} // namespace palabre::rules
