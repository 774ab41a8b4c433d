// Any words under any preset: spans lie on characters of their field, scores within their range, and the same draft
// gets the same verdict again. The word lists are the real ones.
#include <fstream>
#include <iterator>

#include "shared/rules/moderation.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

const rules::Knowledge& knowledge() {
  static const rules::Knowledge known = [] {
    rules::Knowledge read;
    for (const char* language : {"en", "fr"}) {
      for (const char* kind : {".words", ".feelings"}) {
        std::ifstream file(std::string(PALABRE_LEXICONS) + "/" + language + kind, std::ios::binary);
        fuzz::require(read.add(text::parse_language(language), std::string(std::istreambuf_iterator<char>(file), {})),
                      "the word lists are there");
      }
    }
    return read;
  }();
  return known;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_range(float score) {
  fuzz::require(score >= 0 && score <= 1, "a score is between 0 and 1");
}

void check(const rules::Verdict& verdict, const rules::Draft& draft) {
  for (const rules::Reason& reason : verdict.reasons) {
    const std::string& field = reason.field == rules::Field::body   ? draft.body
                               : reason.field == rules::Field::name ? draft.name
                                                                    : draft.website;
    fuzz::require(reason.begin <= reason.end, "a span does not end before it begins");
    fuzz::require(is_boundary(field, reason.begin) && is_boundary(field, reason.end), "a span parts no character");
    fuzz::require(reason.decision <= verdict.decision, "no reason asks for more than what was decided");
  }
  check_range(verdict.scores.offence);
  check_range(verdict.scores.spam);
  check_range(verdict.scores.promotion);
  check_range(verdict.sentiment.confidence);
  fuzz::require(verdict.sentiment.score >= -1 && verdict.sentiment.score <= 1, "a feeling is between -1 and 1");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  constexpr rules::Preset presets[]{rules::Preset::open, rules::Preset::careful, rules::Preset::locked_down};
  constexpr text::Language hints[]{text::Language::unknown, text::Language::fr, text::Language::en, text::Language::de};
  const rules::Moderation moderation(knowledge(), rules::policy_of(presets[data[0] % 3]));
  const text::Language hint = hints[data[1] % 4];
  const std::string body = text::replace_invalid_utf8(fuzz::as_text(data + 2, size - 2));
  const rules::Draft draft{std::string(text::prefix_of(body, data[0] / 3)), {}, {}, body};
  const rules::Verdict verdict = moderation.decide_comment(draft, {}, nullptr, hint, {});
  check(verdict, draft);
  const rules::Verdict again = moderation.decide_comment(draft, {}, nullptr, hint, {});
  fuzz::require(again.decision == verdict.decision && again.reasons.size() == verdict.reasons.size() &&
                    again.scores.spam == verdict.scores.spam && again.scores.offence == verdict.scores.offence,
                "the same draft gets the same verdict");
  return 0;
}
