// How a site's threads look.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_policy_parts.h"

namespace palabre::wire {
namespace {

std::string read_choice(FieldReader& fields, std::string_view name, std::initializer_list<std::string_view> choices) {
  std::string value = fields.text(name, Presence::optional);
  if (value.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  std::string asked = "must be empty or one of";
  for (const std::string_view choice : choices) asked.append(" ").append(choice);
  fields.refuse(ErrorCode::unknown_field_value, name, asked);
  return {};
}

bool is_colour(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  return text.size() == 7 && text.front() == '#' && text.find_first_not_of(digits, 1) == std::string_view::npos;
}

std::string read_colour(FieldReader& fields, std::string_view name) {
  std::string value = fields.text(name, Presence::optional);
  if (!value.empty() && !is_colour(value)) {
    fields.refuse(ErrorCode::unknown_field_value, name, "must be a colour such as #1a2b3c");
    return {};
  }
  for (char& c : value) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  return value;
}

} // namespace

std::vector<std::pair<std::string_view, std::string>> style_properties(const Appearance& look) {
  std::vector<std::pair<std::string_view, std::string>> properties;
  if (!look.accent.empty()) properties.emplace_back("--palabre-accent", look.accent);
  if (look.density == "compact") properties.emplace_back("--palabre-density", "0.8");
  if (look.density == "airy") properties.emplace_back("--palabre-density", "1.25");
  if (look.corners == "square") properties.emplace_back("--palabre-radius", "0px");
  if (look.corners == "round") properties.emplace_back("--palabre-radius", "20px");
  return properties;
}

Appearance read_appearance(FieldReader& fields) {
  Appearance appearance;
  appearance.theme = read_choice(fields, "theme", {"auto", "light", "dark"});
  appearance.accent = read_colour(fields, "accent");
  appearance.density = read_choice(fields, "density", {"compact", "normal", "airy"});
  appearance.corners = read_choice(fields, "corners", {"square", "soft", "round"});
  return appearance;
}

void write_appearance(JsonWriter& writer, const Appearance& appearance) {
  if (!appearance.theme.empty()) writer.member("theme", appearance.theme);
  if (!appearance.accent.empty()) writer.member("accent", appearance.accent);
  if (!appearance.density.empty()) writer.member("density", appearance.density);
  if (!appearance.corners.empty()) writer.member("corners", appearance.corners);
}

Expected<Appearance> decode_appearance(std::string_view json) {
  return decode_with<Appearance>(json, [](FieldReader fields) { return read_appearance(fields); });
}

std::string encode(const Appearance& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  write_appearance(writer, message);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
