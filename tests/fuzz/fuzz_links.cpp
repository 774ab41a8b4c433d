// Links and personal data of any text: spans lie within it, in order, on the borders of characters.
#include "shared/rules/links.h"
#include "shared/rules/near_duplicate.h"
#include "shared/rules/personal_data.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

bool is_border(std::string_view text, std::size_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body = text::replace_invalid_utf8(fuzz::as_text(data, size));
  const text::Words words = text::split_words(body);
  const std::vector<rules::Link> links = rules::find_links(words.folded);
  std::uint32_t done = 0;
  for (const rules::Link& link : links) {
    fuzz::require(link.begin >= done && link.begin < link.end && link.end <= body.size(),
                  "a link lies behind the last");
    fuzz::require(is_border(body, link.begin) && is_border(body, link.end), "and on the borders of characters");
    fuzz::require(!link.host.empty() && link.host.find_first_of(" /\n") == std::string::npos, "its host is one");
    fuzz::require(!rules::registered_domain(link.host).empty(), "that somebody registered");
    done = link.end;
  }
  const rules::DomainSet set({std::string(text::prefix_of(body, 30))});
  for (const rules::Link& link : links) static_cast<void>(set.contains(link.host));
  for (const rules::Reason& reason : rules::find_personal_data(words, {})) {
    fuzz::require(reason.begin < reason.end && reason.end <= body.size(), "what is personal lies in the text");
    fuzz::require(is_border(body, reason.begin) && is_border(body, reason.end), "on the borders of characters");
  }
  const std::uint64_t print = rules::fingerprint(words);
  fuzz::require(print == 0 || rules::nearly_same(print, print), "a text is nearly itself");
  return 0;
}
