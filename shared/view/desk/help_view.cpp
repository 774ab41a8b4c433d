// All keys, and whether single letters do anything.
#include <array>

#include "shared/view/desk/views.h"

namespace palabre::view::desk {
namespace {

struct Line {
  std::array<const char*, 3> keys;
  const char* text;
};
constexpr std::array<Line, 15> lines{{{{"j", "\xE2\x86\x93"}, "key_next"},
                                      {{"k", "\xE2\x86\x91"}, "key_previous"},
                                      {{"Enter"}, "key_open"},
                                      {{"a"}, "approve"},
                                      {{"h"}, "hide"},
                                      {{"s"}, "spam"},
                                      {{"d"}, "remove"},
                                      {{"r"}, "reply"},
                                      {{"u"}, "undo"},
                                      {{"x"}, "key_choose"},
                                      {{"J", "K"}, "key_extend"},
                                      {{"Ctrl", "a"}, "key_choose_all"},
                                      {{"/"}, "search"},
                                      {{"?"}, "keys"},
                                      {{"Escape"}, "key_back"}}};

NodePtr line_view(const DeskState& desk, const Line& line) {
  std::vector<NodePtr> keys;
  for (const char* key : line.keys) {
    if (key == nullptr) continue;
    if (!keys.empty()) keys.push_back(words(" "));
    keys.push_back(element(Role::keys, {.key = key, .attributes = {style("d-key")}}, {words(key)}));
  }
  const std::string text = desk.messages.text("desk." + std::string(line.text));
  return element(Role::row, {.key = line.text},
                 {element(Role::row_header, {}, std::move(keys)), element(Role::cell, {.key = "does"}, {words(text)})});
}

} // namespace

NodePtr help_view(const DeskState& desk) {
  if (!desk.help) return nullptr;
  std::vector<NodePtr> rows;
  for (const Line& line : lines) rows.push_back(line_view(desk, line));
  NodePtr choice = element(Role::group, {.key = "single", .attributes = {style("d-choice")}},
                           {element(Role::field, {.attributes = {{Attr::id, "field-shortcuts"},
                                                                 style("d-check"),
                                                                 {Attr::input_kind, "checkbox"},
                                                                 {Attr::described_by, "shortcuts-hint"}},
                                                  .state = desk.shortcuts ? State::checked : State::none,
                                                  .action = {ActionKind::desk_field, "desk.shortcuts"},
                                                  .paint = {PaintKind::checkbox, desk.shortcuts ? 1.0F : 0.0F}}),
                            element(Role::label, {.attributes = {{Attr::labels, "field-shortcuts"}}},
                                    {words(desk.messages.text("desk.single_keys"))})});
  return element(
      Role::group, {.key = "help", .attributes = {style("d-backdrop")}},
      {element(Role::dialog,
               {.key = "dialog",
                .attributes = {style("d-dialog"), {Attr::labelled_by, "help-title"}},
                .paint = {PaintKind::card, 1}},
               {element(Role::heading,
                        {.key = "title",
                         .attributes = {{Attr::id, "help-title"}, {Attr::level, "2"}, {Attr::focusable, ""}}},
                        {words(desk.messages.text("desk.keys"))}),
                element(Role::table,
                        {.key = "table", .attributes = {style("d-table d-keys"), {Attr::labelled_by, "help-title"}}},
                        {element(Role::table_body, {}, std::move(rows))}),
                std::move(choice),
                element(Role::paragraph, {.key = "hint", .attributes = {{Attr::id, "shortcuts-hint"}, style("d-hint")}},
                        {words(desk.messages.text("desk.single_keys_hint"))}),
                press("close", PaintKind::primary_button, desk.messages.text("desk.close"), "desk.close_help",
                      {{Attr::shortcut, "Escape"}})})});
}

} // namespace palabre::view::desk
