// View is data: what people see, as a tree of values. It knows no HTML, no ImGui and no browser. Three printers show
// it: HTML text (view/html.h), DOM patches (widget/dom) and Dear ImGui (widget/paint).
//
// Nodes are immutable once built and shared by pointer, so that a view may hand out a subtree it built before and the
// diff may skip it at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palabre::view {

enum class Role : std::uint8_t {
  text, // words; no children
  group,
  inline_group,
  section,
  article,
  header,
  footer,
  heading, // Attr::level 1 … 6
  paragraph,
  quote,
  code_block,
  code,
  emphasis,
  strong,
  strikethrough,
  line_break,
  ordered_list,
  bullet_list,
  list_item,
  rule,
  link,
  time, // Attr::datetime; the words are a fallback that the host may replace by its own (Intl)
  button,
  form,
  field, // one line; Attr::input_kind
  text_area,
  label,
  select,
  option,
  status, // polite live region
  alert,  // assertive live region
  toolbar,
  details, // shows its first child, a summary; the rest when it is unfolded, by the browser itself
  summary,
  mark,
  toggle, // words in a text that can be pressed like a button
  figure,
  avatar, // decoration for a name; hidden from assistive technology
  // Of the desk:
  main,
  navigation,
  aside,
  search, // a form's landmark
  table,
  caption,
  table_head,
  table_body,
  row,
  column_header,
  row_header,
  cell,
  tab_list,
  tab, // in a tab_list; State::selected says which
  tab_panel,
  dialog, // over everything else, as long as it is there
  field_set,
  legend,
  keys,  // what to press
  frame, // another document; Attr::href
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::frame) + 1; // frame is the last

enum class Attr : std::uint8_t {
  id,    // document-wide; printed with the widget's prefix
  style, // names from our stylesheet, space separated
  level,
  href,
  rel,
  language,
  text_direction,
  datetime,
  title,
  label,        // accessible name where the words do not give it
  labelled_by,  // an Attr::id
  described_by, // an Attr::id
  labels,       // of a label: the Attr::id of its field
  name,         // of a field in a form
  input_kind,   // text, email, url, hidden, checkbox
  value,        // of a text field, text area and select: the live value
  placeholder,
  autocomplete,
  max_length,
  rows,
  method,
  target_url, // where a form goes without script
  start,
  submit,     // of a button: "submit"
  own_checks, // of a form: the browser leaves checking the fields to us
  capitals,   // what a screen keyboard capitalises: sentences, words, none
  enter_key,  // what its Enter key says: next, send …
  spelling,   // "true" or "false": whether the browser checks it
  focusable,  // may get the focus from us, though not by the Tab key
  concealed,  // from assistive technology
  smallest,   // of a number
  largest,
  step,
  columns,      // that a cell reaches over
  controls,     // an Attr::id
  shortcut,     // the key that does the same, as aria-keyshortcuts has it
  in_tab_order, // "0": by the Tab key too; "-1": only by us
};

enum class State : std::uint16_t {
  none = 0,
  disabled = 1,
  busy = 2,
  invalid = 4,
  required = 8,
  selected = 16, // of an option
  expanded = 32,
  collapsed = 64, // the other value of "expanded"; neither: not expandable
  pressed = 128,
  released = 256, // the other value of "pressed"; neither: no toggle
  current = 512,
  hidden = 1024,
  checked = 2048,    // of a check box or radio button
  unselected = 4096, // the other value of "selected", of a tab
};
[[nodiscard]] constexpr State operator|(State a, State b) {
  return static_cast<State>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool has(State set, State one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

// What a click, an input or a submit on the node means; the widget turns it into a message.
enum class ActionKind : std::uint8_t {
  none,
  edit_field, // `target`: field name; input events
  submit,     // `target`: composer key
  reply,      // `target`: comment id
  cancel_reply,
  edit,
  cancel_edit,
  remove,
  undo_remove,
  format,         // `target`: composer key, a dot, the format's name
  toggle_preview, // `target`: composer key
  change_author,  // `target`: composer key
  sort,           // `target`: sort order's name; change events
  load_more,
  show_new,
  fold,       // `target`: comment id
  quote,      // `target`: comment id
  flag,       // `target`: comment id; opens and closes its box
  flag_as,    // `target`: comment id, a dot, the reason's name
  appeal,     // `target`: comment id; opens and closes its box
  lift,       // `target`: comment id, a dot, which of its masks
  mark,       // `target`: see marks_view.h
  open_marks, // `target`: comment id, or 0 for the page itself
  retry,
  dismiss,
  // Of the desk; `target`: what it is about, "verb" or "verb.argument" of the screen that is shown
  desk_go,     // click: to another place, `target`: "#/queue?tab=held"
  desk_press,  // click
  desk_field,  // input and change events, of check boxes too
  desk_submit, // a form
};
struct Action {
  ActionKind kind{ActionKind::none};
  std::string target;
  friend bool operator==(const Action& a, const Action& b) { return a.kind == b.kind && a.target == b.target; }
};

// What Dear ImGui draws at the node's box.
enum class PaintKind : std::uint8_t {
  none,
  card, // `value` 1: raised above the page; 0: lies in it
  button,
  primary_button,
  quiet_button,
  field,
  avatar,      // `seed`
  thread_line, // a vertical line in the node's left padding
  quote_bar,
  code_box,
  progress, // `value` 0 … 1; negative: indeterminate
  tab,      // `value` 1: the chosen one
  checkbox, // `value` 1: ticked
  highlight,
  // Of the desk; `seed` is a Tone:
  row,       // a line of a list; `value` 1: the chosen one
  badge,     // behind a few words
  bar,       // `value` 0 … 1, from the start of the line
  sparkline, // `series`, oldest first
  columns,   // `series` as upright bars
  heat,      // `value` 0 … 1
};
enum class Tone : std::uint8_t { plain, good, warning, bad, accent };
using Series = std::shared_ptr<const std::vector<float>>; // 0 … 1 each; nullptr: none
struct Paint {
  PaintKind kind{PaintKind::none};
  float value{0};
  std::uint32_t seed{0};
  Series series{};
  friend bool operator==(const Paint& a, const Paint& b) {
    return a.kind == b.kind && a.value == b.value && a.seed == b.seed &&
           (a.series == b.series || (a.series && b.series && *a.series == *b.series));
  }
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Attribute {
  Attr name;
  std::string value;
  friend bool operator==(const Attribute& a, const Attribute& b) { return a.name == b.name && a.value == b.value; }
};

struct Node {
  Role role{Role::group};
  std::string key;  // unique among siblings; empty: identified by role and order among its unkeyed siblings
  std::string text; // of Role::text only; never empty there
  std::vector<Attribute> attributes;
  State state{State::none};
  Action action;
  Paint paint;
  std::vector<NodePtr> children; // no null, no two Role::text side by side
};

// Builders, to write a view as one reads it:
//   element(Role::article, {.key = "c42", .paint = {PaintKind::card}}, {words("Bonjour")})
struct Properties {
  std::string key{};
  std::vector<Attribute> attributes{};
  State state{State::none};
  Action action{};
  Paint paint{};
};
[[nodiscard]] NodePtr words(std::string text); // null for an empty text; element() drops nulls and merges neighbours
[[nodiscard]] NodePtr element(Role role, Properties properties, std::vector<NodePtr> children = {});

[[nodiscard]] const std::string* attribute(const Node& node, Attr name); // nullptr: not there

} // namespace palabre::view
