// Verdicts as JSON, and one line of `palabre moderate`. In JSON a span counts Unicode code points of its field.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/moderation.h"
#include "shared/wire/codec_parts.h"

namespace palabre::wire {

// What a reason says to people; an empty function writes the message's key, `reason.` + rule.
using ReasonWords = std::function<std::string(const rules::Reason&)>;

// {"rule","severity","decision","field","start","end","count"?,"message"}; the span is of the draft's field.
void write_reasons(JsonWriter& writer, const std::vector<rules::Reason>& reasons, const rules::Draft& draft,
                   const ReasonWords& words);
[[nodiscard]] std::vector<rules::Reason> read_reasons(FieldReader& fields, const rules::Draft& draft);

// {"reasons":[…]} alone, as the store keeps it. What cannot be read is no reason.
[[nodiscard]] std::string encode_reasons(const std::vector<rules::Reason>& reasons, const rules::Draft& draft);
[[nodiscard]] std::vector<rules::Reason> decode_reasons(std::string_view json, const rules::Draft& draft);

// {"verdict","reasons","scores":{"offence","spam","promotion"},"sentiment":{"label","score","confidence"},"complaint",
// "lang"}; numbers with three decimals.
[[nodiscard]] std::string encode_verdict(const rules::Verdict& verdict, const rules::Draft& draft,
                                         const ReasonWords& words = {});

// The same inside a document.
void write_verdict(JsonWriter& writer, const rules::Verdict& verdict, const rules::Draft& draft,
                   const ReasonWords& words = {});
// The spans are of `draft`'s fields. Only "verdict" and "reasons" have to be there.
[[nodiscard]] rules::Verdict read_verdict(FieldReader fields, const rules::Draft& draft);
[[nodiscard]] Expected<rules::Verdict> decode_verdict(std::string_view json, const rules::Draft& draft);

// {"text","lang"?,"name"?,"label"?} → the draft to judge. `label` (1 or "spam", 0 or "ham") is what a moderator
// decided: `palabre moderate --learn` teaches it after judging.
struct ModerateLine {
  rules::Draft draft;
  text::Language language{text::Language::unknown};
  std::optional<rules::SpamLabel> label;
};
[[nodiscard]] Expected<ModerateLine> decode_moderate_line(std::string_view json);

} // namespace palabre::wire
