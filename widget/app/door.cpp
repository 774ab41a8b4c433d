#include "widget/app/door.h"

#include <array>

namespace palabre::widget {

using wire::JsonKind;
using wire::JsonValue;
using wire::JsonWriter;

namespace {

void begin_patch(JsonWriter& writer, std::string_view name, std::uint32_t id) {
  writer.begin_array();
  writer.string(name);
  writer.integer(id);
}

void write_patch(JsonWriter& writer, const dom::Patch& patch) {
  using dom::PatchKind;
  constexpr std::array<std::string_view, 8> names{"element", "text",  "set",    "unset",
                                                  "words",   "value", "insert", "remove"};
  const std::string_view name = names[static_cast<std::size_t>(patch.kind)];
  if (patch.kind == PatchKind::insert) {
    begin_patch(writer, name, patch.parent);
    writer.integer(patch.id);
    writer.integer(patch.before);
    writer.end_array();
    return;
  }
  begin_patch(writer, name, patch.id);
  const bool named = patch.kind == PatchKind::element || patch.kind == PatchKind::set || patch.kind == PatchKind::unset;
  const bool valued = patch.kind == PatchKind::text || patch.kind == PatchKind::set || patch.kind == PatchKind::words ||
                      patch.kind == PatchKind::value;
  if (named) writer.string(patch.name);
  if (valued) writer.string(patch.value);
  writer.end_array();
}

} // namespace

std::string text_in(const JsonValue* object, std::string_view name) {
  const JsonValue* found = object != nullptr ? object->find(name) : nullptr;
  return found != nullptr && found->kind == JsonKind::string ? found->text : std::string();
}

std::optional<std::int64_t> integer_in(const JsonValue* object, std::string_view name) {
  const JsonValue* found = object != nullptr ? object->find(name) : nullptr;
  if (found == nullptr) return std::nullopt;
  if (found->kind == JsonKind::integer) return found->integer;
  constexpr double limit = static_cast<double>(wire::largest_json_integer);
  const bool fits = found->kind == JsonKind::fraction && found->fraction > -limit && found->fraction < limit;
  return fits ? std::optional(static_cast<std::int64_t>(found->fraction)) : std::nullopt;
}

bool flag_in(const JsonValue* object, std::string_view name) {
  const JsonValue* found = object != nullptr ? object->find(name) : nullptr;
  return found != nullptr && found->kind == JsonKind::boolean && found->boolean;
}

std::uint32_t number_in(const JsonValue* object, std::string_view name) {
  const std::int64_t value = integer_in(object, name).value_or(0);
  return value > 0 && value <= 0xFFFFFFFF ? static_cast<std::uint32_t>(value) : 0;
}

std::optional<Instant> clock_in(const JsonValue* object) {
  const std::optional<std::int64_t> now = integer_in(object, "now");
  return now ? std::optional(Instant{*now}) : std::nullopt;
}

view::Messages messages_in(const JsonValue* config) {
  const JsonValue* texts = config != nullptr ? config->find("messages") : nullptr;
  const view::Language language = view::language_of(text_in(config, "lang"));
  return {language, std::make_shared<const view::Catalogue>(texts != nullptr ? *texts : JsonValue())};
}

void write_patches(JsonWriter& writer, const dom::Patches& patches) {
  writer.begin_array();
  for (const dom::Patch& patch : patches) write_patch(writer, patch);
  writer.end_array();
}

} // namespace palabre::widget
