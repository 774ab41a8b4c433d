// Posts, polls and ballots: what is read is written and read again the same; a refusal can be shown.
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_posts.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> void check(Expected<T> (*decode)(std::string_view), std::string_view json) {
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
  check(wire::decode_post, json);
  check(wire::decode_post_list, json);
  check(wire::decode_post_draft, json);
  check(wire::decode_desk_posts, json);
  check(wire::decode_cast_ballot, json);
  check(wire::decode_ballot_receipt, json);
  check(wire::decode_published_ballots, json);
  check(wire::decode_poll_desk_results, json);
  check(wire::decode_review_ballots, json);
  check(wire::decode_own_part, json);
  check(wire::decode_draw_proof, json);
  (void)wire::decode_own_parts(json);
  return 0;
}
