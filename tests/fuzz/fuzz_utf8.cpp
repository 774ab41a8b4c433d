// The fast validator against a slow one that decodes each sequence, and what the normalisers promise.
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

// By the definition: decode, then refuse overlong forms, surrogates and what is past U+10FFFF.
bool slowly_valid(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC0 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF8 ? 4
                                             : 0;
    if (length == 0 || bytes.size() - at < length) return false;
    std::uint32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length; ++next) {
      const auto byte = static_cast<unsigned char>(bytes[at + next]);
      if ((byte & 0xC0U) != 0x80) return false;
      value = (value << 6) | (byte & 0x3FU);
    }
    constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
    at += length;
  }
  return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const bool valid = text::is_valid_utf8(bytes);
  fuzz::require(valid == slowly_valid(bytes), "both validators agree");
  const std::string replaced = text::replace_invalid_utf8(bytes);
  fuzz::require(text::is_valid_utf8(replaced), "replaced text is valid");
  fuzz::require(!valid || replaced == bytes, "valid text is not touched");

  const std::string body = text::normalise_body(replaced);
  const std::string line = text::normalise_line(replaced);
  fuzz::require(text::is_valid_utf8(body) && text::is_valid_utf8(line), "normalised text is valid");
  fuzz::require(text::normalise_body(body) == body, "a normalised body stays");
  fuzz::require(text::normalise_line(line) == line, "a normalised line stays");
  fuzz::require(line.find_first_of("\t\r\n") == std::string::npos, "a line is one line");
  fuzz::require(body.find('\r') == std::string::npos, "bodies have line feeds only");
  fuzz::require(text::is_blank(replaced) == body.empty(), "blank text is empty");
  const std::string_view prefix = text::prefix_of(replaced, 3);
  fuzz::require(text::is_valid_utf8(prefix) && text::code_point_count(prefix) <= 3, "prefixes end between code points");
  return 0;
}
