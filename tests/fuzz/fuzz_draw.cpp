// Contests as anybody may send them: what is read is written and read again the same, and a proof, whatever it says, is
// checked; one that is right stays right only as long as nothing of it changes.
#include "shared/rules/draw.h"
#include "shared/text/utf8.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_posts.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

template <class T> Expected<T> check(Expected<T> (*decode)(std::string_view), std::string_view json) {
  Expected<T> first = decode(json);
  if (!first) {
    fuzz::require(text::is_valid_utf8(wire::encode_problem(first.error())), "the problem is text");
    return first;
  }
  const std::string written = wire::encode(*first);
  const Expected<T> second = decode(written);
  fuzz::require(second.has_value(), "what was written is read");
  fuzz::require(wire::encode(*second) == written, "and written the same");
  return first;
}

void check_proof(DrawProof proof) {
  const std::size_t promised = proof.winners.size();
  const rules::DrawFinding finding = rules::verify_draw(proof, promised);
  fuzz::require(!rules::to_name(finding).empty(), "there is a name for it");
  // Whatever the list is, a draw of our own from it passes.
  proof.seed = rules::hash_of_seed(proof.seed);
  proof.seed_hash = rules::hash_of_seed(proof.seed);
  std::vector<std::string> lines;
  for (const std::string& words : proof.list) {
    lines.push_back(rules::entry_line(static_cast<std::int64_t>(lines.size()) + 1, "", "", words));
  }
  proof.list = std::move(lines);
  proof.list_hash = rules::hash_of_list(proof.list);
  proof.winners = rules::draw_winners(proof.seed, proof.list, 3);
  fuzz::require(rules::verify_draw(proof, 3) == rules::DrawFinding::right, "a right draw is right");
  if (proof.list.empty()) return;
  proof.list.pop_back();
  fuzz::require(rules::verify_draw(proof, 3) != rules::DrawFinding::right, "a shortened list is not");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::as_text(data, size);
  check(wire::decode_enter_contest, json);
  check(wire::decode_entry, json);
  check(wire::decode_entry_page, json);
  check(wire::decode_contest_desk, json);
  (void)wire::decode_entry_ruling(json);
  (void)wire::decode_prize_codes(json);
  (void)wire::decode_jury(json);
  if (auto proof = check(wire::decode_draw_proof, json)) check_proof(*std::move(proof));
  for (const std::string_view line : {json, json.substr(0, json.find('\n'))}) {
    if (const auto number = rules::number_of_line(line)) fuzz::require(*number > 0, "numbers count from 1");
  }
  return 0;
}
