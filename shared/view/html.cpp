#include "shared/view/html.h"

#include <array>

namespace palabre::view {
namespace {

constexpr std::string_view id_prefix = "palabre-";

std::string_view heading_tag(const Node& node) {
  constexpr std::array<std::string_view, 6> tags{"h1", "h2", "h3", "h4", "h5", "h6"};
  const std::string* level = attribute(node, Attr::level);
  if (level == nullptr || level->size() != 1 || level->front() < '1' || level->front() > '6') return "h2";
  return tags[static_cast<std::size_t>(level->front() - '1')];
}

std::string_view tag_of(const Node& node) {
  switch (node.role) {
  case Role::text: return "";
  case Role::group:
  case Role::status:
  case Role::alert:
  case Role::toolbar: return "div";
  case Role::inline_group:
  case Role::toggle:
  case Role::avatar: return "span";
  case Role::section: return "section";
  case Role::article: return "article";
  case Role::header: return "header";
  case Role::footer: return "footer";
  case Role::heading: return heading_tag(node);
  case Role::paragraph: return "p";
  case Role::quote: return "blockquote";
  case Role::code_block: return "pre";
  case Role::code: return "code";
  case Role::emphasis: return "em";
  case Role::strong: return "strong";
  case Role::strikethrough: return "s";
  case Role::line_break: return "br";
  case Role::ordered_list: return "ol";
  case Role::bullet_list: return "ul";
  case Role::list_item: return "li";
  case Role::rule: return "hr";
  case Role::link: return "a";
  case Role::time: return "time";
  case Role::button: return "button";
  case Role::form: return "form";
  case Role::field: return "input";
  case Role::text_area: return "textarea";
  case Role::label: return "label";
  case Role::select: return "select";
  case Role::option: return "option";
  case Role::details: return "details";
  case Role::summary: return "summary";
  case Role::mark: return "mark";
  case Role::figure: return "figure";
  case Role::main: return "main";
  case Role::navigation: return "nav";
  case Role::aside: return "aside";
  case Role::search: return "form";
  case Role::table: return "table";
  case Role::caption: return "caption";
  case Role::table_head: return "thead";
  case Role::table_body: return "tbody";
  case Role::row: return "tr";
  case Role::column_header:
  case Role::row_header: return "th";
  case Role::cell: return "td";
  case Role::tab_list:
  case Role::tab_panel:
  case Role::dialog: return "div";
  case Role::tab: return "button";
  case Role::field_set: return "fieldset";
  case Role::legend: return "legend";
  case Role::keys: return "kbd";
  case Role::frame: return "iframe";
  }
  return "div";
}

// The attribute a value is printed under; empty where it takes another form (a tag, a content, a live value).
std::string_view attribute_name(Attr name, Role role) {
  switch (name) {
  case Attr::id: return "id";
  case Attr::style: return "class";
  case Attr::level: return "";
  case Attr::href: return role == Role::frame ? "src" : "href";
  case Attr::rel: return "rel";
  case Attr::language: return "lang";
  case Attr::text_direction: return "dir";
  case Attr::datetime: return "datetime";
  case Attr::title: return "title";
  case Attr::label: return "aria-label";
  case Attr::labelled_by: return "aria-labelledby";
  case Attr::described_by: return "aria-describedby";
  case Attr::labels: return "for";
  case Attr::name: return "name";
  case Attr::input_kind: return "type";
  case Attr::value: return role == Role::text_area || role == Role::select ? "" : "value";
  case Attr::placeholder: return "placeholder";
  case Attr::autocomplete: return "autocomplete";
  case Attr::max_length: return "maxlength";
  case Attr::rows: return "rows";
  case Attr::method: return "method";
  case Attr::target_url: return "action";
  case Attr::start: return "start";
  case Attr::submit: return "type";
  case Attr::own_checks: return "novalidate";
  case Attr::capitals: return "autocapitalize";
  case Attr::enter_key: return "enterkeyhint";
  case Attr::spelling: return "spellcheck";
  case Attr::focusable: return "tabindex";
  case Attr::concealed: return "aria-hidden";
  case Attr::smallest: return "min";
  case Attr::largest: return "max";
  case Attr::step: return "step";
  case Attr::columns: return "colspan";
  case Attr::controls: return "aria-controls";
  case Attr::shortcut: return "aria-keyshortcuts";
  case Attr::in_tab_order: return "tabindex";
  }
  return "";
}

// One id, or several separated by spaces, each with the widget's prefix.
std::string prefixed(const std::string& ids) {
  std::string out;
  bool at_start = true;
  for (const char character : ids) {
    if (at_start && character != ' ') out += id_prefix;
    at_start = character == ' ';
    out += character;
  }
  return out;
}

std::string attribute_value(const Attribute& one) {
  switch (one.name) {
  case Attr::id:
  case Attr::labelled_by:
  case Attr::described_by:
  case Attr::controls:
  case Attr::labels: return prefixed(one.value);
  case Attr::own_checks: return "";
  case Attr::focusable: return "-1";
  case Attr::concealed: return "true";
  default: return one.value;
  }
}

// The ARIA role of what has no element of its own; empty: the element says it.
std::string_view aria_role(Role role) {
  switch (role) {
  case Role::status: return "status";
  case Role::alert: return "alert";
  case Role::toolbar: return "toolbar";
  case Role::search: return "search";
  case Role::tab_list: return "tablist";
  case Role::tab: return "tab";
  case Role::tab_panel: return "tabpanel";
  case Role::dialog: return "dialog";
  default: return "";
  }
}

void add_role_attributes(const Node& node, HtmlElement& element) {
  if (const std::string_view role = aria_role(node.role); !role.empty()) element.attributes.emplace_back("role", role);
  if (node.role == Role::dialog) element.attributes.emplace_back("aria-modal", "true");
  if (node.role == Role::column_header) element.attributes.emplace_back("scope", "col");
  if (node.role == Role::row_header) element.attributes.emplace_back("scope", "row");
  if (node.role == Role::tab) element.attributes.emplace_back("type", "button");
  if (node.role == Role::avatar) element.attributes.emplace_back("aria-hidden", "true");
  if (node.role == Role::toggle) {
    element.attributes.emplace_back("role", "button");
    element.attributes.emplace_back("tabindex", "0");
  }
  const bool named = attribute(node, Attr::label) != nullptr || attribute(node, Attr::labelled_by) != nullptr;
  if (node.role == Role::group && named) element.attributes.emplace_back("role", "group");
  if (node.role == Role::button && attribute(node, Attr::submit) == nullptr) {
    element.attributes.emplace_back("type", "button");
  }
}

bool is_control(Role role) {
  return role == Role::button || role == Role::tab || role == Role::field || role == Role::text_area ||
         role == Role::select || role == Role::option;
}

void add_state_attributes(const Node& node, HtmlElement& element) {
  auto add = [&](State state, std::string_view name, const char* value) {
    if (has(node.state, state)) element.attributes.emplace_back(name, value);
  };
  const bool control = is_control(node.role);
  add(State::disabled, control ? "disabled" : "aria-disabled", control ? "" : "true");
  add(State::busy, "aria-busy", "true");
  add(State::invalid, "aria-invalid", "true");
  add(State::required, control ? "required" : "aria-required", control ? "" : "true");
  add(State::selected, node.role == Role::option ? "selected" : "aria-selected",
      node.role == Role::option ? "" : "true");
  add(State::expanded, "aria-expanded", "true");
  add(State::collapsed, "aria-expanded", "false");
  add(State::pressed, "aria-pressed", "true");
  add(State::released, "aria-pressed", "false");
  add(State::current, "aria-current", "true");
  add(State::hidden, "hidden", "");
  add(State::checked, "checked", "");
  add(State::unselected, "aria-selected", "false");
}

// `\r` would be read back as `\n`, and NUL has no form in HTML at all.
std::string_view escape_of(char character) {
  switch (character) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\'': return "&#39;";
  case '\r': return "&#13;";
  case '\0': return "\xEF\xBF\xBD";
  default: return "";
  }
}

void append_escaped(std::string_view text, std::string& out) {
  constexpr std::string_view special("&<>\"'\r\0", 7);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find_first_of(special, begin);
    out += text.substr(begin, end - begin);
    if (end == std::string_view::npos) return;
    out += escape_of(text[end]);
    begin = end + 1;
  }
}

void print_tag(const HtmlElement& element, std::string& out) {
  out += '<';
  out += element.tag;
  for (const auto& [name, value] : element.attributes) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(value, out);
    out += '"';
  }
  out += '>';
}

// Parsers drop a line feed right after these tags.
void print_lost_line_feed(const Node& node, std::string& out) {
  const std::string* value = attribute(node, Attr::value);
  const bool lost_in_pre = node.role == Role::code_block && !node.children.empty() &&
                           node.children.front()->role == Role::text && node.children.front()->text.front() == '\n';
  const bool lost_in_area =
      node.role == Role::text_area && value != nullptr && !value->empty() && value->front() == '\n';
  if (lost_in_pre || lost_in_area) out += '\n';
}

} // namespace

HtmlElement to_element(const Node& node) {
  HtmlElement element;
  element.tag = tag_of(node);
  element.is_void = node.role == Role::line_break || node.role == Role::rule || node.role == Role::field;
  element.attributes.reserve(node.attributes.size() + 2);
  add_role_attributes(node, element);
  for (const Attribute& one : node.attributes) {
    const std::string_view name = attribute_name(one.name, node.role);
    if (!name.empty()) element.attributes.emplace_back(name, attribute_value(one));
  }
  add_state_attributes(node, element);
  return element;
}

void print_html(const Node& node, std::string& out) {
  if (node.role == Role::text) {
    append_escaped(node.text, out);
    return;
  }
  const HtmlElement element = to_element(node);
  print_tag(element, out);
  if (element.is_void) return;
  print_lost_line_feed(node, out);
  const std::string* value = attribute(node, Attr::value);
  if (node.role == Role::text_area && value != nullptr) append_escaped(*value, out);
  for (const NodePtr& child : node.children) print_html(*child, out);
  out += "</";
  out += element.tag;
  out += '>';
}

std::string to_html(const Node& node) {
  std::string out;
  print_html(node, out);
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

} // namespace palabre::view
