// Any events and any answers of a server, one a line, for a thread in which somebody moderates: every reply is one JSON
// object with patches and effects, and what is no longer moderated shows nothing of it.
#include <string>

#include "shared/wire/json_reader.h"
#include "tests/fuzz/property.h"
#include "widget/app/session.h"
#include "widget/staff/staff.h"

using namespace palabre;

namespace {

void tell(widget::Session& session, std::string_view event) {
  const std::string reply = session.receive(event);
  const auto json = wire::parse_json(reply, wire::ControlCharacters::kept);
  fuzz::require(json.has_value(), "a reply is JSON");
  const wire::JsonValue* effects = json->find("effects");
  fuzz::require(effects != nullptr && json->find("patches") != nullptr, "a reply has patches and effects");
  for (const wire::JsonValue& effect : effects->children) {
    const wire::JsonValue* id = effect.find("id");
    if (id != nullptr)
      fuzz::require(id->integer > 0 && id->integer <= session.ids_given(), "an effect's node was given its id");
  }
}

bool has_controls(const view::Node& node) {
  if (node.action.kind == view::ActionKind::desk_press) return true;
  for (const view::NodePtr& child : node.children) {
    if (has_controls(*child)) return true;
  }
  return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::as_text(data, size);
  widget::Session session(R"({"site":"demo","page":"/a","lang":"fr","messages":{},"now":1700000000000,"seed":"s"})",
                          widget::make_staff());
  tell(session, R"({"type":"mount","now":1700000000000})");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    tell(session, line);
  }
  tell(session, R"({"type":"staff"})");
  fuzz::require(!has_controls(*session.tree()), "whoever stopped has no controls");
  return 0;
}
