// What should happen outside, as data; only the host performs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/model/instant.h"
#include "shared/text/markdown_edit.h"
#include "shared/view/node.h"
#include "shared/wire/routes.h"

namespace palabre::widget {

// A node of the tree that the update leads to: by its Attr::id, or by its action.
struct Target {
  std::string id{};
  view::Action action{};
};

struct Fetch {
  std::uint32_t request{0};
  wire::Method method{wire::Method::get};
  std::string url; // relative to the server's root
  std::optional<std::string> body{};
  std::optional<std::string> token{};
  std::optional<std::string> key{};
  std::string etag{}; // of what is there already; empty: nothing is
  bool quiet{false};  // the reader did not ask for it: what they look at stays where it is
};
struct Store { // in the reader's browser; nullopt: forget
  std::string key;
  std::optional<std::string> value;
};
struct Focus {
  Target target;
};
struct Reveal {
  Target target;
};
struct Point { // shows the reader a comment: in view, with the focus, and lit for a moment
  Target target;
};
struct Announce {
  std::string text;
};
struct Wake {
  Duration after;
  std::string_view name{}; // a literal; a later one of the same name replaces it; empty: it stands alone
};
struct Edit { // of a field, so that the browser's own undo takes it back
  Target target;
  text::TextEdit edit;
};
struct AskVerdict { // by the rules, when they are there and the writer pauses; a later one of the same composer
                    // replaces it
  std::string composer;
  std::string request; // JSON
};
struct Count {
  std::int64_t comments{0};
};

using Effect = std::variant<Fetch, Store, Focus, Reveal, Point, Announce, Wake, Edit, AskVerdict, Count>;
using Effects = std::vector<Effect>;

} // namespace palabre::widget
