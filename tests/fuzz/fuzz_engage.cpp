// The session of posts before a host that says anything: lines of JSON, each an event; every answer is JSON, and what
// the session shows can be printed. Then a begun session, so that the lines meet something.
#include "shared/text/utf8.h"
#include "shared/view/html.h"
#include "shared/wire/json_reader.h"
#include "tests/fuzz/property.h"
#include "widget/engage/session.h"

using namespace palabre;

namespace {

constexpr std::string_view config = R"({"site":"blog","page":"/","lang":"en","place":"alone","messages":{}})";
constexpr std::string_view begin =
    R"({"type":"begin","now":0,"adopt":false,"document":"{\"now\":\"2026-11-21T00:00:00.000Z\",\"posts\":[)"
    R"({\"id\":\"1\",\"site\":\"blog\",\"kind\":\"poll\",\"state\":\"planned\",\"purpose\":\"value\",)"
    R"(\"severity\":\"news\",\"shape\":\"card\",\"pages\":[],\"dismissible\":true,\"title\":\"t\",\"body\":\"\",)"
    R"(\"starts\":null,\"ends\":null,\"poll\":{\"kind\":\"ranked\",\"options\":[{\"id\":1,\"text\":\"a\"},)"
    R"({\"id\":2,\"text\":\"b\"}],\"least\":1,\"most\":2,\"other\":false,\"results\":\"always\",)"
    R"(\"secrecy\":\"secret\",\"changeable\":true,\"low\":\"\",\"high\":\"\"},\"by\":\"\",)"
    R"(\"created\":\"2026-11-21T00:00:00.000Z\",\"revision\":0,\"phase\":\"open\"}]}"})";

void receive(widget::engage::Session& session, std::string_view event) {
  const std::string reply = session.receive(event);
  fuzz::require(text::is_valid_utf8(reply), "the reply is text");
  fuzz::require(wire::parse_json(reply, wire::ControlCharacters::kept).has_value(), "the reply is JSON");
}

void say(widget::engage::Session& session, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    receive(session, lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  if (session.tree() != nullptr) static_cast<void>(view::to_html(*session.tree()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view lines = fuzz::as_text(data, size);
  widget::engage::Session fresh(lines);
  say(fresh, lines);
  widget::engage::Session begun(config);
  receive(begun, begin);
  fuzz::require(!begun.tree()->children.empty(), "the post is there");
  say(begun, lines);
  return 0;
}
