// What the desk reads of the queue, on the same bytes: an answer that is read is written and read again the same; a
// refusal has a place that can be shown.
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_desk.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> void check(std::string_view json, Expected<T> (*decode)(std::string_view)) {
  const Expected<T> first = decode(json);
  if (!first) {
    fuzz::require(text::is_valid_utf8(wire::encode_problem(first.error())), "the problem is text");
    return;
  }
  const std::string written = wire::encode(*first);
  const Expected<T> second = decode(written);
  fuzz::require(second.has_value(), "what was written is read");
  fuzz::require(wire::encode(*second) == written, "and written the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::as_text(data, size);
  check(json, wire::decode_queue_item);
  check(json, wire::decode_queue_page);
  check(json, wire::decode_comment_detail);
  check(json, wire::decode_changes);
  check(json, wire::decode_overview);
  return 0;
}
