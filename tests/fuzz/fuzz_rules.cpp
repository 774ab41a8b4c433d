// Drafts of any bytes: what passes stays as it is when it is checked again, so that browser and server agree.
#include <array>

#include "shared/rules/comment_rules.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

// Fields are split at 0xFE, a byte of no text.
std::array<std::string, 4> split(std::string_view bytes) {
  std::array<std::string, 4> fields;
  for (std::string& field : fields) {
    const std::size_t end = bytes.find('\xFE');
    field = std::string(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return fields;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::array<std::string, 4> fields = split(fuzz::as_text(data, size));
  const rules::Limits limits;
  const Expected<rules::Draft> checked = rules::check_draft({fields[0], fields[1], fields[2], fields[3]}, limits);
  if (checked) {
    const Expected<rules::Draft> again = rules::check_draft(*checked, limits);
    fuzz::require(again.has_value(), "what passed passes again");
    fuzz::require(again->name == checked->name && again->email == checked->email &&
                      again->website == checked->website && again->body == checked->body,
                  "and stays as it is");
  } else {
    fuzz::require(!checked.error().field.empty(), "a refusal names its field");
  }
  const Expected<rules::PageDraft> page = rules::check_page({fields[0], fields[1], fields[2]}, limits);
  if (page) {
    const Expected<rules::PageDraft> again = rules::check_page(*page, limits);
    fuzz::require(again && again->key == page->key && again->url == page->url && again->title == page->title,
                  "a page that passed stays as it is");
  }
  return 0;
}
