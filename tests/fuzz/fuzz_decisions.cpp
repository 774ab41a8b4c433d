// The desk's decisions, log and settings: what is read is written and read again the same; a refusal can be shown.
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_desk.h"
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

Expected<wire::ChangePolicy> decode_change_policy(std::string_view json) {
  return wire::decode_change_policy(json, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::as_text(data, size);
  check(wire::decode_decide, json);
  check(wire::decode_decided, json);
  check(wire::decode_new_reply, json);
  check(wire::decode_new_rule, json);
  check(wire::decode_made_rule, json);
  check(wire::decode_new_ban, json);
  check(wire::decode_ban, json);
  check(wire::decode_bans, json);
  check(wire::decode_audit_page, json);
  check(wire::decode_site_settings, json);
  check(wire::decode_sites, json);
  check(wire::decode_appearance, json);
  check(decode_change_policy, json);
  check(wire::decode_change_origins, json);
  check(wire::decode_change_appearance, json);
  check(wire::decode_new_site, json);
  check(wire::decode_new_inline_code, json);
  check(wire::decode_inline_code, json);
  check(wire::decode_inline_session, json);
  return 0;
}
