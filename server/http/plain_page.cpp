#include "server/http/plain_page.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "server/assets/assets.h"
#include "shared/view/thread_view.h"

namespace palabre::http {
namespace {

std::string hash_of(std::string_view css) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(css.data()), css.size());
  std::array<char, 64> text{};
  sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
  return text.data();
}

// The stylesheets are the one inline thing that the page's policy allows.
std::string allowed_styles(const wire::Appearance& look) {
  static const std::string common = hash_of(plain_stylesheet());
  std::string allowed = "'sha256-" + common + "'";
  const std::string own = view::look_stylesheet(look);
  if (!own.empty()) allowed += " 'sha256-" + hash_of(own) + "'";
  return allowed;
}

// Thousandths; what is no number counts as wanted.
int weight_of(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  std::string_view digits = parameters.substr(at + 2, 5); // "0.875"
  if (digits.empty() || digits.front() != '0') return 1000;
  int weight = 0;
  digits.remove_prefix(std::min<std::size_t>(2, digits.size()));
  for (const int unit : {100, 10, 1}) {
    if (digits.empty() || digits.front() < '0' || digits.front() > '9') break;
    weight += unit * (digits.front() - '0');
    digits.remove_prefix(1);
  }
  return weight;
}

} // namespace

std::string_view plain_stylesheet() {
  const assets::Asset* asset = assets::find("palabre.css");
  return asset != nullptr ? asset->identity : std::string_view();
}

// The referrer stays on for our own origin: without it browsers would send the form with `Origin: null`.
std::string page_headers(const Site& site, const wire::Appearance& look, std::string_view caching) {
  std::string ancestors = "'self'";
  for (const std::string& origin : site.origins) {
    // The policy's grammar has no IPv6 addresses and no opaque origins.
    if (origin != "null" && origin.find('[') == std::string::npos) ancestors += " " + origin;
  }
  return "Content-Type: text/html; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
         "Content-Security-Policy: default-src 'none'; style-src " +
         allowed_styles(look) + "; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors " + ancestors +
         "\r\nReferrer-Policy: same-origin\r\nVary: Accept-Encoding, Accept-Language\r\nCache-Control: " +
         std::string(caching) + "\r\n";
}

view::Language preferred_language(std::string_view accept_language) {
  view::Language preferred = view::Language::en;
  int best = 0;
  while (!accept_language.empty()) {
    std::string_view range = accept_language.substr(0, accept_language.find(','));
    accept_language.remove_prefix(std::min(range.size() + 1, accept_language.size()));
    range.remove_prefix(std::min(range.find_first_not_of(" \t"), range.size()));
    const std::size_t end = range.find_first_of("; \t");
    const auto language = view::spoken_language(range.substr(0, end));
    const int weight = end == std::string_view::npos ? 1000 : weight_of(range.substr(end));
    if (!language || weight <= best) continue;
    preferred = *language;
    best = weight;
  }
  return preferred;
}

// Browsers say where a form stands: in Origin, the older ones in nothing at all.
Expected<void> check_form_origin(const Site& site, const Request& request) {
  if (!request.header("Origin").empty()) return check_origin(site, request);
  const std::string_view place = request.header("Sec-Fetch-Site");
  if (place.empty() || place == "same-origin" || place == "none") return {};
  return fail(ErrorCode::origin_not_allowed, "Sec-Fetch-Site", "a form on another site");
}

} // namespace palabre::http
