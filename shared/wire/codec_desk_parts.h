// What several of the desk's messages share. Private to the codec.
#pragma once

#include "shared/wire/codec_parts.h"
#include "shared/wire/desk.h"

namespace palabre::wire {

// {"comment","site","page","page_title","page_url","verdict":{…},"author","revision","flags","appealed","newcomer",
// "decided_by","attention"}; the verdict is as encode_verdict writes it.
void write_item(JsonWriter& writer, const QueueItem& item);
[[nodiscard]] QueueItem read_item(FieldReader fields);

// Milliseconds since 1970; null where there is none.
void write_instant(JsonWriter& writer, std::string_view name, const std::optional<Instant>& instant);
[[nodiscard]] std::optional<Instant> read_instant_ms(FieldReader& fields, std::string_view name);

} // namespace palabre::wire
