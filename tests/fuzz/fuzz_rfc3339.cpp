// Times, cursors and ids out of any text; what is read is written in one form only, which is read back the same.
#include <cstring>

#include "shared/model/instant.h"
#include "shared/model/thread.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  if (const std::optional<Instant> instant = parse_rfc3339(text)) {
    fuzz::require(parse_rfc3339(to_rfc3339(*instant)) == instant, "a time goes there and back");
  }
  if (const std::optional<Cursor> cursor = Cursor::parse(text)) {
    fuzz::require(cursor->text() == text, "a cursor has one form");
  }
  if (const std::optional<CommentId> id = CommentId::parse(text))
    fuzz::require(id->text() == text, "an id has one form");
  if (size >= sizeof(std::int64_t)) {
    Instant any;
    std::memcpy(&any.milliseconds, data, sizeof any.milliseconds);
    fuzz::require(parse_rfc3339(to_rfc3339(any)).has_value(), "every instant can be written and read");
    const CivilTime civil = to_civil(any);
    fuzz::require(civil.year > 200'000'000 || civil.year < -200'000'000 || from_civil(civil) == any,
                  "civil time goes there and back");
  }
  return 0;
}
