// What every session's door in JSON is made of: lenient reading of what the host says, and patches as it takes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/model/instant.h"
#include "shared/view/messages.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "widget/dom/patch.h"

namespace palabre::widget {

// nullptr and wrong kinds give the default.
[[nodiscard]] std::string text_in(const wire::JsonValue* object, std::string_view name);
[[nodiscard]] std::optional<std::int64_t> integer_in(const wire::JsonValue* object, std::string_view name);
[[nodiscard]] bool flag_in(const wire::JsonValue* object, std::string_view name);
[[nodiscard]] std::uint32_t number_in(const wire::JsonValue* object, std::string_view name);
[[nodiscard]] std::optional<Instant> clock_in(const wire::JsonValue* object); // its member "now"
// The members "lang" and "messages" of a configuration.
[[nodiscard]] view::Messages messages_in(const wire::JsonValue* config);

// An array of them.
void write_patches(wire::JsonWriter& writer, const dom::Patches& patches);

} // namespace palabre::widget
