// Everything a place of posts knows: what it shows, and what it waits for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/view/engage/state.h"
#include "shared/wire/routes.h"

namespace palabre::widget::engage {

struct Fetch {
  std::uint32_t request{0};
  wire::Method method{wire::Method::get};
  std::string url; // relative to the server's root
  std::optional<std::string> body{};
  std::optional<std::string> token{};
};
struct Store { // in the reader's browser; nullopt: forget
  std::string key;
  std::optional<std::string> value;
};
struct Focus { // a node by its Attr::id
  std::string id;
};
enum class Urgency : std::uint8_t { polite, assertive };
struct Announce {
  std::string text;
  Urgency urgency{Urgency::polite};
};
struct Wake { // a tick then; a later one of the same name replaces it
  Duration after;
  std::string_view name; // a literal
};
struct Compose {}; // the thread's composer gets the focus
using Effect = std::variant<Fetch, Store, Focus, Announce, Wake, Compose>;
using Effects = std::vector<Effect>;

// own_for_draw: what the reader's line in a contest's list is made of, before that list is read.
enum class Asked : std::uint8_t { list, own, vote, enter, withdraw, ballots, own_for_draw, draw };
struct Request {
  Asked what{Asked::list};
  PostId post{};
  // To go back to when it fails.
  std::optional<view::engage::Item> before{};
};

struct Model {
  view::engage::State state;
  std::string site;
  std::string page;
  std::string reader; // the reader's token
  bool known{false};  // and it is stored: something was sent with it before
  Duration ahead;     // of the browser's clock
  bool visible{true};
  std::set<std::string> dismissed;        // keys, see dismissal_key
  std::map<PostId, wire::OwnPart> kept;   // what this browser remembers of this reader's ballots and entries
  std::map<PostId, std::string> promised; // DrawProof::seed_hash of contests, as it stood when this reader entered
  std::uint32_t last_request{0};
  std::map<std::uint32_t, Request> requests;
};

} // namespace palabre::widget::engage
