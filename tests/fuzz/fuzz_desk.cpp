// Any events and any answers of a server, one a line, for the desk's session: every reply is one JSON object with
// patches and effects, and ids of effects are ids that were given.
#include <string>

#include "shared/wire/json_reader.h"
#include "tests/fuzz/property.h"
#include "widget/admin/session.h"

using namespace palabre;

namespace {

void check_reply(const std::string& reply, std::uint32_t given) {
  const auto json = wire::parse_json(reply, wire::ControlCharacters::kept);
  fuzz::require(json.has_value(), "a reply is JSON");
  const wire::JsonValue* effects = json->find("effects");
  fuzz::require(effects != nullptr && json->find("patches") != nullptr, "a reply has patches and effects");
  for (const wire::JsonValue& effect : effects->children) {
    const wire::JsonValue* id = effect.find("id");
    if (id != nullptr) fuzz::require(id->integer > 0 && id->integer <= given, "an effect's node was given its id");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::as_text(data, size);
  widget::desk::Session session(R"({"lang":"fr","messages":{},"now":1700000000000})");
  check_reply(session.receive(R"({"type":"mount","value":"#/queue","now":1700000000000})"), session.ids_given());
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    check_reply(session.receive(line), session.ids_given());
  }
  return 0;
}
