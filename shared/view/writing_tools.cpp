#include "shared/view/writing_tools.h"

#include <array>

#include "shared/view/body_view.h"
#include "shared/view/outlook_view.h"
#include "shared/view/parts.h"

namespace palabre::view {
namespace {

using text::Format;

struct Tool {
  Format format;
  std::string_view name;
  std::string_view sign; // the style sheet draws what has none
  std::string_view key;  // with Ctrl or ⌘
};

constexpr std::array<Tool, 6> tools{{{Format::bold, "bold", "B", "B"},
                                     {Format::italic, "italic", "I", "I"},
                                     {Format::link, "link", "", "K"},
                                     {Format::quote, "quote", "”", ""},
                                     {Format::code, "code", "<>", ""},
                                     {Format::list, "list", "", ""}}};

NodePtr tool_view(const Messages& messages, const std::string& key, const Tool& tool) {
  const std::string name(tool.name);
  const std::string label = messages.text("format." + name);
  std::vector<Attribute> attributes{
      style("p-button p-button-quiet p-tool p-tool-" + name),
      {Attr::label, label},
      {Attr::title, tool.key.empty() ? label : label + " (Ctrl/⌘ " + std::string(tool.key) + ")"}};
  // One stop of the Tab key for all; the arrow keys lead on from there.
  if (tool.format != tools.front().format) attributes.push_back({Attr::focusable, ""});
  return element(Role::button,
                 {.key = name,
                  .attributes = std::move(attributes),
                  .action = {ActionKind::format, key + "." + name},
                  .paint = {PaintKind::quiet_button, 0, 0}},
                 {words(std::string(tool.sign))});
}

} // namespace

std::optional<FormatTarget> parse_format(std::string_view target) {
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  for (const Tool& tool : tools) {
    if (tool.name == target.substr(dot + 1)) return FormatTarget{std::string(target.substr(0, dot)), tool.format};
  }
  return std::nullopt;
}

NodePtr toolbar_view(const Messages& messages, const std::string& key, const Composer& composer) {
  std::vector<NodePtr> buttons;
  for (const Tool& tool : tools) buttons.push_back(tool_view(messages, key, tool));
  buttons.push_back(button("preview", PaintKind::quiet_button, messages.text("composer.preview"),
                           {ActionKind::toggle_preview, key}, {{Attr::focusable, ""}},
                           composer.preview ? State::pressed : State::released));
  return element(Role::toolbar,
                 {.key = "tools", .attributes = {style("p-tools"), {Attr::label, messages.text("composer.tools")}}},
                 std::move(buttons));
}

NodePtr preview_view(const Messages& messages, const Composer& composer, const Additions* additions) {
  if (!composer.preview) return nullptr;
  const std::vector<std::string> concerned = outlook_words(composer.outlook);
  const BodyMarks marks{concerned, [](std::string text, std::size_t, Pressable) {
                          return element(Role::mark, {}, {words(std::move(text))});
                        }};
  const std::string& written = composer.draft.body;
  std::vector<NodePtr> body =
      body_view(composer.signed_in && additions != nullptr ? additions->published(written) : written, &marks);
  if (body.empty())
    body.push_back(
        element(Role::paragraph, {.attributes = {style("p-hint")}}, {words(messages.text("composer.preview.empty"))}));
  return element(Role::group,
                 {.key = "preview",
                  .attributes = {style("p-preview p-body"),
                                 {Attr::label, messages.text("composer.preview")},
                                 {Attr::text_direction, "auto"}}},
                 std::move(body));
}

std::string room_text(std::int64_t room, const Messages& messages) {
  return room < 0 ? messages.plural("composer.over", -room) : messages.plural("composer.left", room);
}

} // namespace palabre::view
