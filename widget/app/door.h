// What every session's door in JSON is made of: lenient reading of what the host says, and patches as it takes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

// {"patches":[…],"effects":[…]}. EffectWriter{writer, id of the target} visits an effect and writes its members.
template <typename EffectWriter, typename Placed>
[[nodiscard]] std::string write_reply(const dom::Patches& patches, const std::vector<Placed>& effects) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  writer.key("patches");
  write_patches(writer, patches);
  writer.key("effects");
  writer.begin_array();
  for (const Placed& placed : effects) {
    writer.begin_object();
    std::visit(EffectWriter{writer, placed.id}, placed.effect);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return json;
}

} // namespace palabre::widget
