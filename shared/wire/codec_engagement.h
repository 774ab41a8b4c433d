// Reactions and votes as JSON, and a site's settings of them. Any bytes may be read; errors and their fields are the
// codec's usual ones (codec.h). Reading checks types and closed sets only; rules/engagement.h checks what makes sense.
#pragma once

#include <string>
#include <string_view>

#include "shared/model/engagement.h"
#include "shared/model/error.h"
#include "shared/wire/messages.h"

namespace palabre::wire {

class JsonWriter;
class FieldReader;

// {"votes","reactions":[{"name","symbol","label"?}],"on_page","scores_from"?}
void write_mark_rules(JsonWriter& writer, const MarkRules& rules);
[[nodiscard]] MarkRules read_mark_rules(FieldReader fields);
// {"up"?,"down"?,"votes_hidden"?,"reactions"?:[{"name","count"}]}; what is 0, false or empty is left out.
void write_tally(JsonWriter& writer, const MarkTally& tally);
[[nodiscard]] MarkTally read_tally(FieldReader fields);

// {"marks":{…},"welcome"?,"standing"?}: what the store keeps, and a member of SiteSettings.
[[nodiscard]] Expected<Engagement> decode_engagement(std::string_view json);
[[nodiscard]] std::string encode(const Engagement& engagement);
void write_engagement(JsonWriter& writer, const Engagement& engagement); // an object
[[nodiscard]] Engagement read_engagement(FieldReader fields);
// GET and PUT sites/{name}/engagement: the same with "version", that of SiteSettings.
struct ChangeEngagement {
  std::int64_t version{0};
  Engagement engagement;
};
[[nodiscard]] Expected<ChangeEngagement> decode_change_engagement(std::string_view json);
[[nodiscard]] std::string encode(const ChangeEngagement& message);

// {"marks":{tally},"mine":["heart",…]}
[[nodiscard]] Expected<MarkAnswer> decode_mark_answer(std::string_view json);
[[nodiscard]] std::string encode(const MarkAnswer& message);

} // namespace palabre::wire
